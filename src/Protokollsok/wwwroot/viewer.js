// The scan and its text: a word on the one finds the other; zoom, turning, repairs, keys. The page itself works without it.
import './common.js';

const text = document.getElementById('text');
const svg = document.getElementById('bild');
const scan = svg?.parentElement;
const pointer = document.getElementById('pekare');
const bubble = document.getElementById('rattning');
const dialog = document.getElementById('tangenter');
const keysOn = document.getElementById('tangenter-pa');
const words = [...text.querySelectorAll('.w')];
const hits = words.filter(word => word.localName === 'mark');
let zoom = 1;
let turned = 0;
let hit = -1;

const actions = {
  larger: () => setZoom(zoom * 1.25),
  smaller: () => setZoom(zoom / 1.25),
  fit: () => setZoom(1),
  rotate: () => turn(turned + 90),
  hit: () => { if (hits.length > 0) point(hits[hit = (hit + 1) % hits.length], true, true); },
  repairs: () => showRepairs(!text.classList.contains('repairs')),
  keys: () => dialog.showModal(),
};
const keys = { '+': 'larger', '-': 'smaller', '0': 'fit', r: 'rotate', m: 'hit', t: 'repairs', '?': 'keys' };

document.addEventListener('click', event => {
  const name = event.target.closest('[data-do]')?.dataset.do;
  if (name) actions[name]();
});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') clear();
  if (!keysOn.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
  if (event.key === 'n') go('next');
  else if (event.key === 'p') go('prev');
  else if (keys[event.key]) actions[keys[event.key]]();
});
keysOn.checked = localStorage.getItem('keys') !== 'off';
keysOn.addEventListener('change', () => localStorage.setItem('keys', keysOn.checked ? 'on' : 'off'));

text.addEventListener('click', event => {
  const word = event.target.closest('.w');
  if (word && getSelection().isCollapsed) point(word, true, false);
});
svg?.addEventListener('click', event => {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(document.getElementById('papper').getScreenCTM().inverse());
  const word = words.find(one => one.dataset.b && inside(boxOf(one), at));
  if (word) point(word, false, true);
  else clear();
});
document.querySelector('.side').addEventListener('click', event => {
  const link = event.target.closest('[data-jump*="-"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const [start, length] = link.dataset.jump.split('-').map(Number);
  const there = words.filter(word => Number(word.dataset.s) < start + length && Number(word.dataset.s) + word.textContent.length > start);
  if (there.length === 0) return;
  event.preventDefault();
  history.replaceState(null, '', link.href);
  words.forEach(word => word.classList.toggle('here', there.includes(word)));
  svg?.querySelectorAll('rect.here').forEach(rect => rect.remove());
  there.filter(word => word.dataset.b).forEach(word => frame(boxOf(word)));
  point(there[0], true, true);
});

function go(where) {
  const link = document.querySelector(`.turn [rel=${where}]`);
  if (link) location.assign(link.href);
}

function boxOf(word) {
  const [x, y, width, height] = word.dataset.b.split(' ').map(Number);
  return { x, y, width, height };
}

function inside(box, at) {
  return at.x >= box.x - 4 && at.x <= box.x + box.width + 4 && at.y >= box.y - 4 && at.y <= box.y + box.height + 4;
}

function frame(box) {
  const rect = pointer.cloneNode();
  rect.removeAttribute('id');
  rect.setAttribute('class', 'here');
  place(rect, box);
  pointer.before(rect);
}

function place(rect, box) {
  rect.setAttribute('x', box.x - 5);
  rect.setAttribute('y', box.y - 4);
  rect.setAttribute('width', box.width + 10);
  rect.setAttribute('height', box.height + 8);
}

function point(word, showOnScan, showInText) {
  words.forEach(one => one.classList.toggle('at', one === word));
  if (word.dataset.b && pointer) {
    place(pointer, boxOf(word));
    if (showOnScan) reveal(scan, pointer);
  }
  if (showInText) reveal(text, word);
  explain(word);
}

// Scrolls the pane; and, where a person asked to see something, the page to the pane.
function reveal(pane, thing, bring = true) {
  const box = thing.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  if (pane.scrollHeight > pane.clientHeight + 1 || pane.scrollWidth > pane.clientWidth + 1)
    pane.scrollBy({
      top: box.top - frame.top - (frame.height - box.height) / 2,
      // A line is read from its beginning: sideways only to what is out of sight.
      left: box.left < frame.left || box.right > frame.right ? box.left - frame.left - (frame.width - box.width) / 2 : 0,
    });
  if (bring && (frame.bottom < 80 || frame.top > innerHeight - 80)) pane.scrollIntoView({ block: 'nearest' });
}

function explain(word) {
  const { was, sure } = word.dataset;
  bubble.hidden = !was && !sure;
  if (bubble.hidden) return;
  bubble.replaceChildren(...(was
    ? [`${text.dataset.read} `, bold(was), ` · ${text.dataset.now} `, bold(word.textContent), ` · ${text.dataset.sure} ${sure} %`]
    : [`${text.dataset.unsure} `, bold(word.textContent), ` · ${text.dataset.sure} ${sure} %`]));
}

function bold(content) {
  const b = document.createElement('b');
  b.textContent = content;
  return b;
}

function clear() {
  bubble.hidden = true;
  words.forEach(one => one.classList.remove('at'));
  pointer?.setAttribute('width', 0);
}

function showRepairs(on) {
  text.classList.toggle('repairs', on);
  document.querySelector('[data-do=repairs]').setAttribute('aria-pressed', String(on));
  sessionStorage.setItem('repairs', on ? 'on' : 'off');
}

function setZoom(value) {
  if (!svg) return;
  zoom = Math.min(6, Math.max(.3, value));
  svg.style.width = `${zoom * 100}%`;
  const image = svg.querySelector('image');
  if (zoom * scan.clientWidth * devicePixelRatio > 1300 && image.getAttribute('href') !== svg.dataset.near) image.setAttribute('href', svg.dataset.near);
  sessionStorage.setItem('zoom', zoom);
}

function turn(degrees) {
  if (!svg) return;
  turned = degrees % 360;
  const { width, height } = { width: Number(svg.dataset.width), height: Number(svg.dataset.height) };
  const sideways = turned % 180 !== 0;
  svg.setAttribute('viewBox', sideways ? `0 0 ${height} ${width}` : `0 0 ${width} ${height}`);
  const shift = { 0: '', 90: `translate(${height} 0) `, 180: `translate(${width} ${height}) `, 270: `translate(0 ${width}) ` }[turned];
  document.getElementById('papper').setAttribute('transform', `${shift}rotate(${turned})`);
}

if (sessionStorage.getItem('repairs') === 'on') showRepairs(true);
if (Number(sessionStorage.getItem('zoom')) > 0) setZoom(Number(sessionStorage.getItem('zoom')));
const first = text.querySelector('.w.here') ?? hits[0];
if (first) {
  reveal(text, first, false);
  const mark = svg?.querySelector('rect.here, rect.hit');
  if (mark) reveal(scan, mark, false);
}
const thumb = document.querySelector('.thumbs [aria-current]');
if (thumb) reveal(thumb.closest('.thumbs'), thumb, false);
