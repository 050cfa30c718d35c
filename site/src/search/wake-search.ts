import { getReady, lookUp } from './look-up.ts';
import { shownFound, toldFound } from './show-found.ts';

/** Between the last key and the search, in milliseconds. */
const PAUSE = 120;

const one = <Type extends Element>(inside: ParentNode, selector: string): Type => {
  const found = inside.querySelector<Type>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

/** Lets the button of a page open its search. */
export const wakeSearch = (page: Document): void => {
  const button = one<HTMLButtonElement>(page, '[data-open-search]');
  const dialog = one<HTMLDialogElement>(page, '#search');
  const form = one<HTMLFormElement>(dialog, 'form');
  const input = one<HTMLInputElement>(dialog, 'input');
  const status = one<HTMLElement>(dialog, '[role=status]');
  const list = one<HTMLElement>(dialog, '.rp-found');
  let asked = '';
  let asking: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (said: string, shown: readonly HTMLElement[] = []): void => {
    status.textContent = said;
    list.replaceChildren(...shown);
    list.scrollTop = 0;
  };
  const ask = (): Promise<void> => {
    clearTimeout(timer);
    const query = input.value.trim();
    if (query === asked) return asking;
    asked = query;
    asking = (async () => {
      if (query === '') return show('');
      try {
        const found = await lookUp(query);
        if (query === asked) show(toldFound(found), shownFound(found));
      } catch (error) {
        if (query !== asked) return;
        asked = '';
        show(`The search could not be loaded: ${error instanceof Error ? error.message : String(error)}`);
      }
    })();
    return asking;
  };
  const open = (): void => {
    dialog.showModal();
    input.select();
    getReady();
  };
  const links = (): HTMLElement[] => [...list.querySelectorAll('a')];
  /** Goes `by` places on from what has the focus: the field, or one of the links below it. */
  const move = (by: number): void => {
    const stops = [input, ...links()];
    const at = stops.findIndex((stop) => stop === page.activeElement);
    stops[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
  };

  button.addEventListener('click', open);
  button.disabled = false;
  one(dialog, '[data-close-search]').addEventListener('click', () => dialog.close());
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask().then(() => links()[0]?.click());
  });
  dialog.addEventListener('click', ({ target }) => {
    // Only the backdrop is outside of all that the dialog has; a link within this page leaves the search.
    if (target === dialog || (target instanceof Element && target.closest('a') !== null)) dialog.close();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  });
  addEventListener('keydown', (event) => {
    if (!(event.metaKey || event.ctrlKey) || event.key !== 'k') return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
};
