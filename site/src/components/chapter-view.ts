const KEY = 'rockpool-view';

/** What stands in the head of a chapter, so that it has its view before its first paint. */
export const VIEW_SCRIPT = `{
  let view;
  try { view = localStorage.getItem('${KEY}'); } catch {}
  document.documentElement.dataset.view = view === 'auditing' ? view : 'reading';
}`;

/** Lets the switch of a chapter change its view, and keeps the choice for this browser. */
export const wakeViewSwitch = (page: Document): void => {
  const button = page.querySelector<HTMLButtonElement>('[data-view-switch]');
  const root = page.documentElement;
  if (button === null) return;
  const show = (view: string): void => {
    root.dataset.view = view;
    button.ariaChecked = String(view === 'auditing');
  };
  show(root.dataset.view ?? 'reading');
  button.addEventListener('click', () => {
    const view = root.dataset.view === 'auditing' ? 'reading' : 'auditing';
    show(view);
    try {
      localStorage.setItem(KEY, view);
    } catch {
      // Where nothing may be kept, the choice holds for this page.
    }
  });
};

/** How long it is said that something was copied, in milliseconds. */
const SHOWN = 4000;

/** Lets the link beside each sentence copy its address. It still is a link, for whom that is refused. */
export const wakeSentenceLinks = (page: Document): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const status = page.querySelector('[data-copied]');
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.rp-copy') : null;
    if (link === null) return;
    navigator.clipboard?.writeText(link.href).then(
      () => {
        if (status === null) return;
        status.textContent = `Copied the link to ${link.hash.slice(1).toUpperCase()}`;
        clearTimeout(timer);
        timer = setTimeout(() => {
          status.textContent = '';
        }, SHOWN);
      },
      () => {},
    );
  });
};
