// While something goes on its progress is kept fresh; when all is done the page's parts are, with what came of it. Where a person is just now
// nothing is replaced.
import './common.js';

const jobs = () => document.getElementById('jobb');
const isRunning = () => jobs().querySelector('[data-running=true]') !== null;
const isSurveying = () => document.querySelector('#kvalitet-lage[data-running=true]') !== null;
const read = async address => {
  const answer = await fetch(address);
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
};

async function renew() {
  const fresh = await read(location.href);
  for (const part of fresh?.querySelectorAll('main > section') ?? []) {
    const shown = document.querySelector(`main > section[aria-labelledby="${part.getAttribute('aria-labelledby')}"]`);
    if (!shown) document.querySelector('main').append(part);
    else if (!shown.contains(document.activeElement) && !shown.querySelector('details[open]')) shown.replaceChildren(...part.childNodes);
  }
}

async function refresh() {
  if (document.hidden) return;
  const was = isRunning();
  const fresh = await read(jobs().dataset.from);
  if (fresh) jobs().replaceChildren(...fresh.body.childNodes);
  if (was && !isRunning()) await renew();
}

async function keepFresh(work, goesOn, pause) {
  while (goesOn()) {
    await new Promise(done => setTimeout(done, pause));
    // The service restarts; the next round tells.
    await work().catch(() => null);
  }
}

keepFresh(refresh, isRunning, 1500);
keepFresh(() => document.hidden ? Promise.resolve() : renew(), isSurveying, 4000);
