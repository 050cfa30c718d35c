import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { listen } from '../../conformance/src/node/serve-folder.ts';
import { skipAll } from './skip.ts';

const given = inject('browser');
if ('missing' in given) skipAll(given.missing);

declare const tabPeer: typeof import('./fixtures/tab-peer.ts');

const ROCKPOOL = fileURLToPath(new URL('../../reference/bin/rockpool.mjs', import.meta.url));

let folder: string;
let space: string;
let script: string;
let served: Awaited<ReturnType<typeof listen>> | undefined;
let browser: Browser;
let context: BrowserContext;

const rockpool = (...words: string[]) =>
  execFileSync(process.execPath, [ROCKPOOL, ...words, '--data', folder, '--json'], { encoding: 'utf8' });

beforeAll(async () => {
  if ('missing' in given) return;
  folder = mkdtempSync(join(tmpdir(), 'rockpool-tabs-'));
  space = JSON.parse(rockpool('init', 'gardening')).space;
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('fixtures/tab-peer.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'tabPeer',
    target: 'es2024',
    write: false,
  });
  script = `${outputFiles[0]?.text}; globalThis.tabPeer = tabPeer;`;
  // A page that really comes from this machine may call a pub on this machine.
  served = await listen(async (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>-</title>');
  });
  browser = await chromium.connect(given.address);
  // Both tabs are of one profile, as those of one person are.
  context = await browser.newContext();
});

afterAll(async () => {
  await browser?.close();
  await served?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A tab with a replica in IndexedDB, which survives the tab. */
async function openTab(name: string, seed: number): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${served?.port}/`);
  await page.evaluate(script);
  await page.evaluate(([stored, of, secret]) => tabPeer.open(stored, of, secret), [name, space, seed] as const);
  return page;
}

const contentsOf = (page: Page): Promise<string[]> => page.evaluate(() => tabPeer.contents());

/** A pub for the space, as a process of its own; answers its address. */
async function startPub(): Promise<string> {
  const pub = spawn(process.execPath, [ROCKPOOL, 'serve', '--data', folder, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    pub.kill('SIGTERM');
    await once(pub, 'exit');
  });
  const [line] = (await once(createInterface(pub.stdout), 'line')) as [string];
  return JSON.parse(line).addresses[0];
}

const inSync = JSON.stringify(['done', { equal: true, refused: 0, wanted: 0 }]);

describe('Two tabs', () => {
  test('SYN-22 end with the same documents, messages and contents, first by themselves, then over a pub', async () => {
    const [suzy, fern] = await Promise.all([openTab('suzy', 1), openTab('fern', 2)]);
    await suzy.evaluate(() => tabPeer.write('/wiki/flowers', 'Flowers are pretty'));
    await fern.evaluate(() => tabPeer.publish('Hello from Fern'));
    const together = ['Flowers are pretty', 'Hello from Fern'];
    const met = await Promise.all([suzy, fern].map((page) => page.evaluate(() => tabPeer.syncWithTab('garden'))));
    expect(met).toEqual([inSync, inSync]);
    expect(await contentsOf(suzy)).toEqual(together);
    expect(await contentsOf(fern)).toEqual(together);

    const address = await startPub();
    const syncWithPub = (page: Page) => page.evaluate((at) => tabPeer.syncWithPub(at), address);
    await fern.evaluate(() => tabPeer.write('/wiki/frogs', 'Frogs jump'));
    expect(await syncWithPub(fern)).toBe(inSync);
    // What a tab has got is there when it is opened again.
    await suzy.close();
    const reopened = await openTab('suzy', 1);
    expect(await contentsOf(reopened)).toEqual(together);
    expect(await syncWithPub(reopened)).toBe(inSync);
    expect(await contentsOf(reopened)).toEqual([...together.slice(0, 1), 'Frogs jump', ...together.slice(1)]);
  });
});
