import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { type Theme, visit, type Width } from './browser.ts';

/** What there is to see on a page of itself. */
export type Look = {
  /** Rules of axe that are broken, with where. */
  violations: string[];
  /** How far the layout moved while the page loaded and was scrolled to its end. */
  shift: number;
  /** Gzipped sizes of the scripts that it loaded. */
  scripts: Map<string, number>;
  policies: string[];
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

/** The browser's own account of moved layout, kept from the first paint on. */
const watchShift = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const moved = { sum: 0 };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.sum += (entry as PerformanceEntry & { value: number }).value;
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

/** All rules in the light, in the dark only those about what is seen. */
const RULES: Readonly<Record<Theme, axe.RunOptions['runOnly']>> = {
  light: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  dark: {
    type: 'rule',
    values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
  },
};

/** In the dark, rows and entries after the first few are taken to look like those: measuring colours takes long. */
const LIKE_OTHERS = ['tr:nth-of-type(n+6)', 'li:nth-of-type(n+6)', '.ec-line:nth-of-type(n+9)'];

const violationsOn = async (page: Page, theme: Theme): Promise<string[]> => {
  // Not `addScriptTag`: the page's policy forbids scripts of others, and the debugger may.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    ([runOnly, exclude]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(
        { exclude },
        { ...(runOnly && { runOnly }), resultTypes: ['violations'] },
      ),
    [RULES[theme], theme === 'dark' ? LIKE_OTHERS : []] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
};

/** Opens a page and looks at it from its head to its end. */
export const look = async (path: string, options: { width: Width; theme: Theme }): Promise<Look> => {
  const urls = new Set<string>();
  const found: Look = { violations: [], shift: 0, scripts: new Map(), policies: [] };
  const before = (page: Page): Promise<void> => {
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') urls.add(response.url());
    });
    return watchShift(page);
  };
  await visit(path, { ...options, cache: true, before }, async (page) => {
    await walkThrough(page);
    found.shift = await page.evaluate(() => (globalThis as unknown as { moved: { sum: number } }).moved.sum);
    found.policies = await page
      .locator('meta[http-equiv="content-security-policy"]')
      .evaluateAll((all) => all.map((meta) => meta.getAttribute('content') ?? ''));
    found.violations = await violationsOn(page, options.theme);
  });
  for (const url of urls) found.scripts.set(url, await sizeOf(url));
  return found;
};
