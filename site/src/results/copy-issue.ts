/** Makes the buttons of a page copy the report that stands in their finding; without a script they are not there. */
const SAID = { copied: 'Copied', refused: 'Select and copy' } as const;
const BACK_MILLIS = 2_000;

const copy = async (button: HTMLButtonElement): Promise<void> => {
  const details = button.closest('.finding')?.querySelector<HTMLDetailsElement>('.issue');
  const text = details?.querySelector('pre');
  if (!details || !text) return;
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    button.textContent = SAID.copied;
  } catch {
    // Not allowed, or no clipboard on a page without TLS: then the text is selected, to be copied by hand.
    details.open = true;
    getSelection()?.selectAllChildren(text);
    button.textContent = SAID.refused;
  }
  setTimeout(() => {
    button.textContent = words;
  }, BACK_MILLIS);
};

for (const button of document.querySelectorAll<HTMLButtonElement>('.copy-issue')) {
  button.hidden = false;
  button.addEventListener('click', () => void copy(button));
}
