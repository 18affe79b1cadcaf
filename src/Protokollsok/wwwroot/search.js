// How a query may go on, as a combobox with a list (WAI-ARIA 1.2). Everything works without it.
import './common.js';

const input = document.getElementById('q');
const list = document.getElementById('forslag');
const said = document.getElementById('forslag-antal');
let chosen = -1;
let asked = 0;
let typing;

input.setAttribute('role', 'combobox');
input.setAttribute('aria-controls', list.id);
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-expanded', 'false');

input.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(suggest, 120);
});
input.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !list.hidden) { close(); event.preventDefault(); }
  if (list.hidden) return;
  if (event.key === 'ArrowDown') { choose(chosen + 1); event.preventDefault(); }
  if (event.key === 'ArrowUp') { choose(chosen - 1); event.preventDefault(); }
  if (event.key === 'Enter' && chosen >= 0) { take(list.children[chosen]); event.preventDefault(); }
});
input.addEventListener('blur', () => setTimeout(close, 150));
list.addEventListener('mousedown', event => event.preventDefault());
list.addEventListener('click', event => {
  const option = event.target.closest('[role=option]');
  if (option) take(option);
});

async function suggest() {
  const mine = ++asked;
  const text = input.value;
  if (text.trim().length < 2) return close();
  try {
    const answer = await fetch(`/api/v1/suggest?size=8&q=${encodeURIComponent(text)}`);
    if (!answer.ok || mine !== asked) return;
    show((await answer.json()).suggestions);
  } catch {
    close();
  }
}

function show(suggestions) {
  if (document.activeElement !== input) return;
  list.replaceChildren(...suggestions.map((one, index) => {
    const option = document.createElement('li');
    option.id = `forslag-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.text = one.text;
    const text = document.createElement('span');
    text.textContent = one.text;
    const count = document.createElement('span');
    count.className = 'number';
    count.textContent = one.count;
    option.append(text, count);
    return option;
  }));
  chosen = -1;
  input.removeAttribute('aria-activedescendant');
  list.hidden = suggestions.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  said.textContent = list.hidden ? input.dataset.none : `${suggestions.length} ${input.dataset.many}`;
}

function choose(index) {
  const options = [...list.children];
  chosen = (index + options.length) % options.length;
  options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
  input.setAttribute('aria-activedescendant', options[chosen].id);
}

function take(option) {
  input.value = option.dataset.text;
  close();
  input.form.requestSubmit();
}

function close() {
  asked++;
  list.hidden = true;
  chosen = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

// A crop that cannot be drawn just now is no crop.
document.addEventListener('error', event => event.target.closest?.('.crop')?.remove(), true);
