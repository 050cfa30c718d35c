/** Whether a text has every word of a query, in any case and order. */
export const hasWords = (text: string, query: string): boolean => {
  const lower = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
};

/** Lets the filter of a page hide its entries, and the groups of which no entry is left. */
export const wakeFilter = (page: Document): void => {
  const input = page.querySelector<HTMLInputElement>('#filter');
  const output = page.querySelector<HTMLOutputElement>('output[for=filter]');
  if (input === null || output === null) return;
  const entries = [...page.querySelectorAll<HTMLElement>('.rp-entry')].map((element) => ({
    element,
    text: element.textContent ?? '',
  }));
  const groups = [...page.querySelectorAll<HTMLElement>('.rp-group')];
  const apply = (): void => {
    let shown = 0;
    for (const { element, text } of entries) {
      element.hidden = !hasWords(text, input.value);
      if (!element.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = group.querySelector('.rp-entry:not([hidden])') === null;
    const all = `${entries.length} ${output.dataset.of}`;
    output.value =
      shown === entries.length ? all : `${shown} of ${all}${shown === 0 ? ': nothing has these words' : ''}`;
  };
  input.addEventListener('input', apply);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    input.value = '';
    apply();
  });
  // An address with an anchor has to find its entry.
  addEventListener('hashchange', () => {
    if (page.querySelector('.rp-entry[hidden]:target') === null) return;
    input.value = '';
    apply();
  });
  input.disabled = false;
  if (input.value !== '') apply();
};
