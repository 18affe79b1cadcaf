// While something goes on its progress is kept fresh; when all is done the page is fetched again, with what came of it.
import './common.js';

const jobs = document.getElementById('jobb');
const isRunning = () => jobs.querySelector('[data-running=true]') !== null;

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch(jobs.dataset.from);
    if (!answer.ok) return;
    const html = await answer.text();
    const was = isRunning();
    jobs.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    if (was && !isRunning()) location.reload();
  } catch {
    // The service restarts; the next round tells.
  }
}

if (isRunning() || document.querySelector('#kvalitet-lage[data-running=true]')) setInterval(refresh, 1500);
if (document.querySelector('#kvalitet-lage[data-running=true]')) setTimeout(() => location.reload(), 4000);
