// Says that there is a script, and copies what stands in data-copy.
document.documentElement.classList.add('js');

document.addEventListener('click', async event => {
  const button = event.target.closest('.copy');
  if (!button) return;
  const label = button.textContent;
  if (await copy(button.dataset.copy)) {
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = label; }, 2000);
  }
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https the clipboard is closed to scripts; what a person has selected may still be copied.
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
