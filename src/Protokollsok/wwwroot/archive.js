// While something is being gone through, the page is fetched again until it is done.
import './common.js';

if (document.querySelector('[data-running=true]')) setTimeout(() => location.reload(), 2000);
