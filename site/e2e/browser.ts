import { type Browser, type BrowserContext, chromium, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { whenBuilt } from './pages.ts';
import { skipAll } from './skip.ts';

/** Both ends of what the site promises. */
export const WIDTHS = [360, 1440] as const;
export type Width = (typeof WIDTHS)[number];
/** Of every window, in pixels. */
export const HEIGHT = 900;
export type Theme = 'light' | 'dark';

let browser: Browser | undefined;

/** Call once in each file: its tests get the browser that all share, or are skipped where there is none. */
export const useBrowser = (): void => {
  const given = inject('browser');
  if ('missing' in given) {
    skipAll(given.missing);
    return;
  }
  beforeAll(async () => {
    await whenBuilt(inject('site'));
    browser = await chromium.connect(given.address);
  });
  afterAll(async () => {
    shared.clear();
    await browser?.close();
  });
};

/** What went wrong on a page without anybody asking. */
export type Faults = { outside: string[]; errors: string[] };

export type Opened = { page: Page; faults: Faults; close(): Promise<void> };

/**
 * `before` is done with the empty page, before the site is asked for anything. Pages with `cache` share what they have
 * loaded and stored with the others of that width and theme. Without `script` a page runs none.
 */
export type Options = {
  width?: Width;
  theme?: Theme;
  cache?: boolean;
  script?: boolean;
  before?: (page: Page) => Promise<void>;
};

const shared = new Map<string, Promise<BrowserContext>>();

const contextOf = ({ width = 1440, theme = 'light', script = true }: Options): Promise<BrowserContext> => {
  if (browser === undefined) throw new Error('useBrowser was not called');
  return browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: theme,
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
    acceptDownloads: true,
  });
};

const sharedContextOf = (options: Options): Promise<BrowserContext> => {
  const key = `${options.width} ${options.theme}`;
  const context = shared.get(key) ?? contextOf(options);
  shared.set(key, context);
  return context;
};

/** Opens a page of the site: `path` is relative to the site's root. It has no storage, unless it shares one. */
export const open = async (path: string, options: Options = {}): Promise<Opened> => {
  const site = inject('site');
  const context = await (options.cache === true ? sharedContextOf(options) : contextOf(options));
  const page = await context.newPage();
  const faults: Faults = { outside: [], errors: [] };
  page.on('request', (request) => {
    if (!/^(?:blob|data|about):/.test(request.url()) && new URL(request.url()).host !== new URL(site).host)
      faults.outside.push(request.url());
  });
  page.on('pageerror', (error) => faults.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.errors.push(message.text());
  });
  await options.before?.(page);
  await page.goto(new URL(path, site).href);
  return { page, faults, close: () => (options.cache === true ? page.close() : context.close()) };
};

/** What was downloaded. */
export const textOf = async (download: Download): Promise<string> =>
  Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8');

/** How many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens, does, expects that nothing went wrong by itself and that the page is no wider than its window, and closes. */
export const visit = async (path: string, options: Options, act: (page: Page) => Promise<void>): Promise<void> => {
  const { page, faults, close } = await open(path, options);
  try {
    await act(page);
    expect(faults).toEqual({ outside: [], errors: [] });
    expect(await overflowOf(page)).toBe(0);
  } finally {
    await close();
  }
};

/** The same in a narrow window, which is then made a wide one: where a width makes no difference but to what has room. */
export const visitBoth = (path: string, act: (page: Page) => Promise<void>): Promise<void> =>
  visit(path, { width: 360 }, async (page) => {
    await act(page);
    expect(await overflowOf(page)).toBe(0);
    await page.setViewportSize({ width: 1440, height: HEIGHT });
  });
