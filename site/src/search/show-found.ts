import type { PartFound, Place } from './full-text.ts';
import type { Name } from './names.ts';

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
};

const link = (href: string, ...children: (Node | string)[]): HTMLAnchorElement => {
  const made = element('a', '', ...children);
  made.href = href;
  return made;
};

const root = (): URL => new URL(import.meta.env.BASE_URL, location.href);

const nameItem = ({ name, kind, about, address }: Name): HTMLElement => {
  const head = link(new URL(address, root()).href, element('b', '', name), ' ', element('span', '', kind));
  return element('li', '', head, ...(about === '' ? [] : [element('p', '', about)]));
};

/** A place of a page; its beginning is called like the page itself, which is said already. */
const placeItem = ({ title, url, excerpt }: Place, page: string): HTMLElement => {
  const text = element('p', '');
  // Pagefind has escaped all but the marks of its own.
  text.innerHTML = excerpt;
  return element('li', '', ...(url === page ? [] : [link(url, title)]), text);
};

const section = (title: string, ...items: HTMLElement[]): HTMLElement => {
  const list = element('ul', '', ...items);
  const made = element('section', '', element('h2', '', title), list);
  made.setAttribute('aria-label', title);
  return made;
};

const partSection = ({ part, count, pages }: PartFound): HTMLElement =>
  section(
    count > pages.length ? `${part}: the first ${pages.length} of ${count} pages` : part,
    ...pages.map(({ title, url, places }) =>
      element(
        'li',
        'rp-found-page',
        link(url, title),
        element('ul', '', ...places.map((place) => placeItem(place, url))),
      ),
    ),
  );

export const shownNames = (names: readonly Name[]): HTMLElement[] =>
  names.length === 0 ? [] : [section('By name', ...names.map(nameItem))];

export const shownParts = (parts: readonly PartFound[]): HTMLElement[] => parts.map(partSection);

/** In words, for whoever does not see the list. */
export const toldFound = (names: readonly Name[], parts: readonly PartFound[]): string => {
  const pages = parts.reduce((sum, { count }) => sum + count, 0);
  if (names.length + pages === 0) return 'Nothing has this name or all of these words.';
  const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  return `${counted(names.length, 'name')} and ${counted(pages, 'page')} found. Enter goes to the first.`;
};
