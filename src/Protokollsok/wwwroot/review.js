// Keys for the answers, and the next picture fetched while a person looks at this one. Without it the buttons do the same.
import './common.js';

const areOn = () => localStorage.getItem('keys') !== 'off';
const keysOn = document.getElementById('tangenter-pa');
if (keysOn) {
  keysOn.checked = areOn();
  keysOn.addEventListener('change', () => localStorage.setItem('keys', keysOn.checked ? 'on' : 'off'));
}

let answered = false;
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && event.target.matches('#ratt')) event.target.blur();
  if (!areOn() || answered || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.matches('input:not([type=checkbox]), textarea, select')) return;
  const what = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!what) return;
  event.preventDefault();
  if (what.localName === 'input') {
    what.focus();
    what.select();
    return;
  }
  answered = true;
  what.click();
});
// Who comes back by the browser's own button answers anew.
addEventListener('pageshow', () => { answered = false; });

const next = document.getElementById('nasta');
if (next) addEventListener('load', () => { new Image().src = next.dataset.picture; });

// A crop that cannot be drawn just now is no crop.
document.querySelector('.crop img')?.addEventListener('error', event => event.target.closest('.crop').remove());
