import { byName, byWords, getReady } from './look-up.ts';
import type { Name } from './names.ts';
import { shownNames, shownParts, toldFound } from './show-found.ts';

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
  /** Comes when there is something to go to, or nothing. */
  let asking: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fail = (query: string, error: unknown): void => {
    if (query !== asked) return;
    asked = '';
    status.textContent = `The search could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
  };
  const findWords = async (query: string, names: readonly Name[]): Promise<void> => {
    const parts = await byWords(query);
    if (query !== asked) return;
    status.textContent = toldFound(names, parts);
    // Behind the names, one of which may have the focus.
    list.append(...shownParts(parts));
  };
  const find = async (query: string): Promise<void> => {
    status.textContent = query === '' ? '' : 'Searching…';
    list.replaceChildren();
    if (query === '') return;
    try {
      const names = await byName(query);
      if (query !== asked) return;
      list.append(...shownNames(names));
      list.scrollTop = 0;
      const words = findWords(query, names).catch((error: unknown) => fail(query, error));
      if (names.length === 0) await words;
    } catch (error) {
      fail(query, error);
    }
  };
  const ask = (): Promise<void> => {
    clearTimeout(timer);
    const query = input.value.trim();
    if (query === asked) return asking;
    asked = query;
    asking = find(query);
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
    const stops: Element[] = [input, ...links()];
    const at = stops.indexOf(page.activeElement ?? input);
    const next = stops[Math.min(Math.max(at + by, 0), stops.length - 1)];
    if (next instanceof HTMLElement) next.focus();
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
