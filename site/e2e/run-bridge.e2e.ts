import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { HEIGHT, open, overflowOf, useBrowser, WIDTHS } from './browser.ts';

useBrowser();

const BIN = fileURLToPath(new URL('../../conformance/bin/rockpool-conformance.mjs', import.meta.url));
const SUBJECT = fileURLToPath(new URL('./fixtures/run-subject.ts', import.meta.url));
const PROGRAM = [process.execPath, SUBJECT];
const LONG = 300_000;

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
});

/** The real command; answers the address that it prints. */
const startBridge = (command: readonly string[]): Promise<string> =>
  new Promise((heard, fail) => {
    const child = spawn(process.execPath, [BIN, 'bridge', '--site', inject('folder'), '--json', '--', ...command]);
    children.push(child);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.stdout.once('data', (chunk: Buffer) => heard((JSON.parse(String(chunk)) as { address: string }).address));
    child.once('exit', (code) => fail(new Error(`the bridge ended with ${code}: ${errors}`)));
  });

const panel = (page: Page) => page.locator('.run-field .rp-panel');
const run = async (page: Page): Promise<void> => {
  await page.click('.run-bar button:enabled');
  await page.waitForSelector('.run[data-phase=done]', { timeout: LONG });
};

describe('A bridge', () => {
  test(
    'lets the page judge a program, in a narrow window and a wide one',
    async () => {
      const address = await startBridge(PROGRAM);
      const { page, faults, close } = await open(address, { width: 360 });
      await panel(page).getByText('Connected', { exact: true }).waitFor();
      expect(await panel(page).textContent()).toContain(PROGRAM.join(' '));
      expect(new URL(page.url()).hash).toBe('#subject=program');
      await page.fill('text=Examples of each law', '0');
      await run(page);
      expect(await page.textContent('.run-verdict')).toContain('first 0.1.0');
      expect(await page.textContent('tr[data-requirement=BLB-3]')).toMatch(/passed\d+0/);
      expect(await page.textContent('.run-cause')).toContain('id.sort is not among its operations');
      expect(faults.errors).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        expect(await overflowOf(page)).toBe(0);
      }
      await close();
    },
    LONG,
  );

  test(
    'keeps its session when the page is loaded again, and refuses the address a second time',
    async () => {
      const address = await startBridge(PROGRAM);
      const first = await open(address);
      await panel(first.page).getByText('Connected', { exact: true }).waitFor();
      await first.page.reload();
      await panel(first.page).getByText('Connected', { exact: true }).waitFor();
      const second = await open(address);
      await panel(second.page).getByText('Refused', { exact: true }).waitFor();
      expect(await panel(second.page).textContent()).toContain('this token was used already');
      await first.close();
      await second.close();
    },
    LONG,
  );

  test(
    'refuses a token that it did not print',
    async () => {
      const address = await startBridge(PROGRAM);
      const { page, close } = await open(`${address}x`);
      await panel(page).getByText('Refused', { exact: true }).waitFor();
      expect(await panel(page).textContent()).toContain('not the one that the bridge printed');
      await close();
    },
    LONG,
  );

  test(
    'that is not there is said so',
    async () => {
      const { page, close } = await open('run/#bridge=abc');
      await panel(page).getByText('Refused', { exact: true }).waitFor();
      expect(await panel(page).textContent()).toContain('there is no bridge behind this page');
      expect(await page.locator('.run-bar button').isDisabled()).toBe(true);
      await close();
    },
    LONG,
  );

  test(
    'tells why a program did not start',
    async () => {
      const address = await startBridge(['./gone']);
      const { page, close } = await open(address);
      await run(page);
      expect(await page.textContent('.run-verdict-line')).toContain('is it spelled right?');
      await close();
    },
    LONG,
  );
});
