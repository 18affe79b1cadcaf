// Hands files in one by one with their progress, and keeps the state of all fresh. Without it the form sends all at once.
import './common.js';

const form = document.getElementById('lamna');
const state = document.getElementById('laget');
const said = document.getElementById('laget-sagt');

if (form) {
  const picker = document.getElementById('filer');
  form.addEventListener('submit', event => {
    event.preventDefault();
    send([...picker.files]);
    picker.value = '';
  });
  for (const name of ['dragover', 'dragleave', 'drop']) {
    form.addEventListener(name, event => {
      event.preventDefault();
      form.classList.toggle('over', name === 'dragover');
      if (name === 'drop') send([...event.dataTransfer.files]);
    });
  }
}

async function send(files) {
  for (const file of files) await sendOne(file);
  await refresh();
}

function sendOne(file) {
  const line = document.createElement('li');
  const name = document.createElement('span');
  const bar = document.createElement('progress');
  const told = document.createElement('span');
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  line.append(name, bar, told);
  document.getElementById('pa-vag').prepend(line);
  return new Promise(done => {
    const end = text => {
      told.textContent = text;
      document.getElementById('upp-lage').textContent = `${file.name}: ${text}`;
      done();
    };
    if (file.size > Number(form.dataset.most)) return end(form.dataset.large);
    const body = new FormData();
    body.append('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
    body.append('filer', file, file.name);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
    request.addEventListener('load', () => {
      if (request.status === 204) { bar.value = 1; end(form.dataset.sent); }
      else end(request.status === 403 || request.status === 400 ? form.dataset.out : form.dataset.failed);
    });
    request.addEventListener('error', () => end(form.dataset.failed));
    request.open('POST', form.action);
    request.setRequestHeader('X-Requested-With', 'fetch');
    request.send(body);
  });
}

let shown = '';
async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(state.dataset.from);
    if (!answer.ok) return;
    const html = await answer.text();
    // Who is about to press a button keeps it.
    if (html === shown || state.contains(document.activeElement)) return;
    const first = shown === '';
    shown = html;
    state.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    const news = state.querySelector('[data-say]')?.dataset.say;
    if (!first && news && said.textContent !== news) said.textContent = news;
  } catch {
    // The service restarts; the next round tells.
  }
}

setInterval(refresh, 1500);
document.addEventListener('visibilitychange', refresh);
