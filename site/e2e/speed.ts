/**
 * How soon something is seen to move on a slow machine, and how evenly it moves: `node site/e2e/speed.ts [times slower]`, from
 * site/dist or SITE_DIST. It prints, and judges nothing: what a machine takes is no test.
 */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { folderHandler, listen } from '../../conformance/src/node/serve-folder.ts';
import { type Event, startMicros, type Timeline } from '../src/playground/engine/event.ts';
import { playFragment } from '../src/playground/engine/permalink.ts';
import { CHROMIUM } from './chromium.ts';

const slower = Number(process.argv[2] ?? 4);
const folder = process.env.SITE_DIST ?? fileURLToPath(new URL('../dist', import.meta.url));
const served = await listen(folderHandler(folder));
const browser = await chromium.launch(CHROMIUM);

/** Notes when each of some selectors is first found, by the page's own clock. */
const watch = async (page: Page, selectors: readonly string[]): Promise<void> => {
  await page.addInitScript((all) => {
    const found: Record<string, number> = {};
    const long: number[] = [];
    Object.assign(globalThis, { found, long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
      buffered: true,
    });
    const look = (): void => {
      for (const selector of all)
        if (found[selector] === undefined && document.querySelector(selector) !== null)
          found[selector] = performance.now();
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    addEventListener('load', () => {
      found.load = performance.now();
    });
  }, selectors);
};

/** Who does not wait: each of the clicks as soon as its button is there and can be pressed, and the page has loaded. */
const hurry = async (page: Page, clicks: readonly string[]): Promise<void> => {
  await page.addInitScript((all) => {
    const left = [...all];
    const press = (): void => {
      const button = document.querySelector<HTMLButtonElement>(left[0] ?? '');
      if (button?.disabled === false) {
        button.click();
        left.shift();
      }
      if (left.length > 0) setTimeout(press, 10);
    };
    addEventListener('load', press);
  }, clicks);
};

const firstDot = async (path: string, ready: string, dot: string, clicks: readonly string[]): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await watch(page, [ready, dot]);
  await hurry(page, clicks);
  await page.goto(`http://127.0.0.1:${served.port}/${path}`);
  await page.waitForFunction((name) => Object.hasOwn((globalThis as unknown as { found: object }).found, name), dot);
  const { found, long } = await page.evaluate(() => {
    const { found, long } = globalThis as unknown as { found: Record<string, number>; long: number[] };
    return { found, long };
  });
  const millis = (name: string): string => `${Math.round((found[name] ?? 0) - (found.load ?? 0))} ms`;
  process.stdout.write(
    `/${path}: loaded after ${Math.round(found.load ?? 0)} ms; awake ${millis(ready)} and the first dot ${millis(dot)} after that; longest tasks ${long
      .sort((a, b) => b - a)
      .slice(0, 3)
      .map(Math.round)
      .join(', ')} ms\n`,
  );
  await page.close();
};

process.stdout.write(`${slower} times slower\n`);
for (let run = 0; run < Number(process.env.RUNS ?? 3); run++) {
  await firstDot('', '.rp-cable[data-awake=true]', '.rp-cable-dot', ['[data-copy=Suzy] [type=submit]']);
  await firstDot(
    'playground/',
    '.play[data-ready]',
    '.play-cable .play-dot',
    Array(3).fill('.play-next [data-kind=main]'),
  );
}

/** Three peers with a thousand records each, and so many more on both sides of a cut. */
const many = async (): Promise<string> => {
  const write = (peer: number, at: number): Event => ({
    do: 'write',
    peer,
    path: `/new/${peer}-${at}`,
    content: 'new',
  });
  const events: Event[] = [{ do: 'fill', count: 1000, peers: [0, 1, 2] }, { do: 'settle' }, { do: 'cut', link: 0 }];
  const before = events.length;
  for (let at = 0; at < 20; at++) events.push(write(0, at), write(2, at));
  events.push({ do: 'settle' }, { do: 'heal', link: 0 });
  const links: Timeline['links'] = [
    [0, 1],
    [1, 2],
  ];
  const peers: Timeline['peers'] = [{ person: 'suzy' }, { person: 'fern' }, { person: 'quinn' }];
  const timeline: Timeline = { seed: 1, start: startMicros, peers, links, before, events };
  return playFragment({ timeline, position: before });
};

/** The frames of a page until its button offers to play again or, where it has none, for some seconds; and its long tasks. */
const framesOf = (page: Page): Promise<{ times: number[]; long: number[] }> =>
  page.evaluate(async () => {
    const long: number[] = [];
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    const times: number[] = [];
    const button = document.querySelector<HTMLButtonElement>('.play-controls [data-kind=main]');
    button?.click();
    const begun = performance.now();
    let last = begun;
    while (last - begun < 1000 || (button === null ? last - begun < 5000 : button.textContent !== 'Play')) {
      const now = await new Promise<number>((done) => requestAnimationFrame(done));
      times.push(now - last);
      last = now;
    }
    return { times, long };
  });

const tell = (what: string, { times, long }: { times: number[]; long: number[] }): void => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0);
  const millis = times.reduce((sum, time) => sum + time, 0);
  const longest = long.sort((a, b) => b - a).slice(0, 5);
  process.stdout.write(
    `${what}: ${Math.round((1000 * times.length) / millis)} frames a second, half of them under ${at(0.5)} ms, 95 % under ${at(0.95)} ms, the longest ${at(1)} ms; ${long.length} long tasks, ${longest.map(Math.round).join(', ')} ms\n`,
  );
};

/** A page on which one thing moves: what this machine can do just now. */
const blank = `<style>@keyframes move { to { transform: translateX(50rem) } } p { animation: move 1s infinite }</style><p>.</p>`;

/** Plays all of it four times as fast, beside a page that is blank, and says how long the frames were meanwhile. */
const frames = async (): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await page.setContent(blank);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  tell('A blank page', await framesOf(page));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.goto(`http://127.0.0.1:${served.port}/playground/#${await many()}`);
  await page.locator('.play-peers', { hasText: '998 more' }).waitFor();
  // What is loaded when nobody waits is loaded by then.
  await page.waitForSelector('.play[data-whole]');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  tell('3 x 1,000 records', await framesOf(page));
  await page.close();
};
await frames();
await browser.close();
await served.stop();
