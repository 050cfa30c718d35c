import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { violationsOn } from './axe.ts';
import { HEIGHT, overflowOf, type Theme, visit, type Width } from './browser.ts';

/** What there is to see on a page of itself. */
export type Look = {
  /** Rules of axe that are broken, with where: in a wide window in the light, and in a narrow one in the dark. */
  violations: string[];
  /** How far the layout moved while the page loaded and was scrolled to its end. */
  shift: Record<Width, number>;
  /** What moved, and from where to where, in pixels below the window's upper edge. */
  moved: string[];
  /** How many pixels a wide page is wider than its window; of the narrow one `visit` expects that it is none. */
  overflow: number;
  /** Where in a wide window the title begins, and where the search does. */
  begins: { title: number | undefined; search: number | undefined };
  /** Gzipped sizes of the scripts that it loaded. */
  scripts: Map<string, number>;
};

const sizes = new Map<string, Promise<number>>();

const sizeOf = (url: string): Promise<number> => {
  const known = sizes.get(url);
  if (known !== undefined) return known;
  const size = fetch(url)
    .then((response) => response.arrayBuffer())
    .then((body) => gzipSync(Buffer.from(body)).length);
  sizes.set(url, size);
  return size;
};

type Moved = { sum: number; what: string[] };

type Source = { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly };
type Shift = PerformanceEntry & { value: number; sources: readonly Source[] };

/** The browser's own account of moved layout, kept from the first paint on. */
const watchShift = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const moved: Moved = { sum: 0, what: [] };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        moved.sum += value;
        for (const { node, previousRect, currentRect } of sources)
          moved.what.push(
            `${value.toFixed(3)} ${document.readyState} ${node?.nodeName} ${(node as Element | null)?.className}: ${previousRect.y} to ${currentRect.y}`,
          );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
};

/** Shows what waits to be seen before it wakes, then the page's end, and goes back to the head. */
const walkThrough = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    // An island that never wakes is found by the test's own limit.
    for (;;) {
      const asleep = document.querySelector('astro-island[ssr]');
      if (asleep === null) break;
      (asleep.firstElementChild ?? asleep).scrollIntoView({ behavior: 'instant' });
      await painted();
    }
    for (const y of [document.documentElement.scrollHeight, 0]) {
      scrollTo({ top: y, behavior: 'instant' });
      await painted();
    }
  });

/**
 * Takes away what looks like what stands before it: of a list's entries and a table's rows, those of whose elements each,
 * with the one around it, was there often enough by name, look and state. The same is found in what stays, much sooner.
 */
const thin = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const [many, enough] = [8, 2];
    const rules = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText))
      .join();
    const telling = /^(?:class|role|type|lang|hidden|open|tabindex|aria-(?:hidden|current|selected|expanded))$/;
    const tells = new Map<string, boolean>();
    const isTelling = (name: string): boolean => {
      if (!tells.has(name)) tells.set(name, telling.test(name) || rules.includes(`[${name}`));
      return tells.get(name) === true;
    };
    const kindOf = (element: Element | null): string => {
      if (element === null) return '';
      const attributes = [...element.attributes].map(({ name, value }) =>
        isTelling(name) ? `${name}=${value}` : name,
      );
      return `${element.localName} ${attributes.sort().join(' ')} ${element.textContent?.trim() === ''}`;
    };
    const seen = new Map<string, number>();
    for (const list of document.querySelectorAll('main, main *')) {
      if (!list.isConnected || list.children.length < many) continue;
      // Nothing is emptied.
      for (const entry of [...list.children].slice(2)) {
        const all = [entry, ...entry.querySelectorAll('*')];
        const kinds = new Set(all.map((element) => `${kindOf(element.parentElement)} > ${kindOf(element)}`));
        if ([...kinds].every((kind) => (seen.get(kind) ?? 0) >= enough)) entry.remove();
        else for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }
    }
  });

/** Their answers differ between windows and themes. */
const SEEN = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

const leftOf = async (page: Page, selector: string): Promise<number | undefined> =>
  (await page.locator(selector).first().boundingBox())?.x;

const movedOn = async (page: Page): Promise<Moved> => {
  await walkThrough(page);
  return page.evaluate(() => (globalThis as unknown as { moved: Moved }).moved);
};

const show = async (page: Page, width: Width, theme: Theme): Promise<void> => {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: theme });
  await page.waitForSelector(`html[data-theme=${theme}]`);
  // A script gives the keyboard what is to scroll, a moment after the window has another size.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('pre')].every((pre) => pre.scrollWidth === pre.clientWidth || pre.tabIndex === 0),
  );
};

/** Loads a page in a narrow and in a wide window, and looks at it from its head to its end. */
export const look = async (path: string): Promise<Look> => {
  const urls = new Set<string>();
  const found: Look = {
    violations: [],
    shift: { 360: 0, 1440: 0 },
    moved: [],
    overflow: 0,
    begins: { title: undefined, search: undefined },
    scripts: new Map(),
  };
  const before = (page: Page): Promise<void> => {
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') urls.add(response.url());
    });
    return watchShift(page);
  };
  await visit(path, { width: 360, theme: 'dark', cache: true, before }, async (page) => {
    const { sum, what } = await movedOn(page);
    found.shift[360] = sum;
    found.moved.push(...what);
  });
  // A window of its own: one that is made wider and loads again can draw the page once as wide as it was.
  await visit(path, { width: 1440, theme: 'light', cache: true, before }, async (page) => {
    const { sum, what } = await movedOn(page);
    found.shift[1440] = sum;
    found.moved.push(...what);
    found.overflow = await overflowOf(page);
    found.begins = { title: await leftOf(page, 'h1'), search: await leftOf(page, '.rp-search-open') };
    await thin(page);
    found.violations = await violationsOn(page);
    await show(page, 360, 'dark');
    found.violations.push(...(await violationsOn(page, SEEN)));
  });
  for (const url of urls) found.scripts.set(url, await sizeOf(url));
  return found;
};
