import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../reference/scripts/fuzz/random.ts';
import { CHROMIUM, type Launch, NO_BROWSER } from './chromium.ts';
import { type KillableBrowser, startKillableBrowser } from './killable-browser.ts';
import { skipAll } from './skip.ts';

if (NO_BROWSER !== undefined) skipAll(NO_BROWSER);

declare const storeWriter: typeof import('./fixtures/store-writer.ts');

/** How often the page is closed and the browser killed; ROUNDS=20 for a thorough run. */
const ROUNDS = Number(process.env.ROUNDS ?? 4);
const SEED = Number(process.env.SEED ?? 7);
/** Nothing is there but an empty page, which is enough to store something. */
const ADDRESS = 'http://localhost:9/';

let folder: string;
let browser: KillableBrowser | undefined;
let script: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rockpool-browser-'));
  const entryPoints = [fileURLToPath(new URL('fixtures/store-writer.ts', import.meta.url))];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    format: 'iife',
    globalName: 'storeWriter',
    target: 'es2024',
    write: false,
  });
  script = `${outputFiles[0]?.text}; globalThis.storeWriter = storeWriter;`;
});

afterAll(async () => {
  await browser?.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

async function openPage(): Promise<Page> {
  browser ??= await startKillableBrowser(CHROMIUM as Launch, folder);
  const page = await browser.context.newPage();
  await page.route(ADDRESS, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>-</title>' }),
  );
  await page.goto(ADDRESS);
  await page.evaluate(script);
  return page;
}

const endings = {
  'the page is closed': (page: Page) => page.close(),
  async 'the browser is killed'() {
    await browser?.kill();
    browser = undefined;
  },
} as const;

describe('A replica in a browser', () => {
  test('REP-11 what was acknowledged is there, and nothing is half there, however the page ended', async () => {
    const random = new Random(SEED, 0);
    let last = 0;
    let underLoad = 0;
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, end] of Object.entries(endings)) {
        const page = await openPage();
        let acknowledged = last;
        const { promise: first, resolve: writes } = Promise.withResolvers<void>();
        await page.exposeFunction('acknowledge', (batch: number) => {
          acknowledged = batch;
          writes();
        });
        const durability = random.pick(['strict', 'relaxed'] as const);
        // It ends with the page, and not before.
        const writing = page
          .evaluate(
            ([seed, way]) => {
              const { acknowledge } = globalThis as unknown as { acknowledge(batch: number): void };
              return storeWriter.write(seed, way, acknowledge);
            },
            [SEED, durability] as const,
          )
          .catch((error: Error) => error.message);
        await Promise.race([first, writing]);
        await wait(random.below(300));
        await end(page);
        expect(await writing).toMatch(/closed/);
        if (acknowledged > last) underLoad++;
        const after = await openPage();
        const found = await after.evaluate(([seed, count]) => storeWriter.check(seed, count), [
          SEED,
          acknowledged,
        ] as const);
        // What is acknowledged comes to be known here a moment later than there.
        expect(
          found.faults.filter((fault) => !fault.startsWith('never written')),
          `round ${round}, ${name}`,
        ).toEqual([]);
        last = found.last;
        await after.close();
      }
    }
    console.log(`${underLoad} of ${ROUNDS * 2} ends under load, ${last} batches; seed ${SEED}`);
    expect(underLoad).toBeGreaterThan(ROUNDS);
  }, 300_000);
});
