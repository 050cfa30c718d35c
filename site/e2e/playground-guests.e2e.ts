import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { space } from '../src/playground/engine/people.ts';
import { violationsOn } from './axe.ts';
import { HEIGHT, open, overflowOf, useBrowser, WIDTHS } from './browser.ts';

useBrowser();

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ROCKPOOL = at('../../reference/bin/rockpool.mjs');
const CONFORMANCE = at('../../conformance/bin/rockpool-conformance.mjs');
const SUBJECT = at('../../reference/subject');

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
  }
});

/** Starts a command that prints one line of JSON when it is ready, and answers that. */
const started = <Said>(words: readonly string[]): Promise<Said> =>
  new Promise((heard, fail) => {
    const child = spawn(process.execPath, words);
    children.push(child);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk;
    });
    child.stdout.once('data', (chunk: Buffer) => heard(JSON.parse(String(chunk))));
    child.once('exit', (code) => fail(new Error(`it ended with ${code}: ${errors}`)));
  });

/** The playground, awake, with the choice of guests open. */
const openPool = async (path = 'playground/') => {
  const opened = await open(path);
  onTestFinished(() => opened.close());
  const { page } = opened;
  await page.waitForSelector('.play[data-ready]');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
  const panel = page.locator('.play-add');
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  await panel.getByRole('heading', { name: 'Your program' }).waitFor();
  return opened;
};

const guest = (page: Page) => page.locator('.play-guest');
const agrees = (page: Page) => guest(page).locator('[data-is=equal]').waitFor();
const contents = (page: Page) => page.locator('[data-peer="0"] .play-content').allTextContents();
const writesAs = async (page: Page, name: string, content: string): Promise<void> => {
  const card = page.locator('.play-peer', { has: page.getByRole('heading', { name, exact: true }) });
  await card.getByRole('button', { name: 'New page' }).click();
  await card.getByRole('textbox', { name: 'says' }).fill(content);
  await card.getByRole('button', { name: 'Sign and keep' }).click();
};

describe('A peer from outside', () => {
  test('SYN-22 in another tab ends with the same, hears what is written later, and is missed when its tab is closed', async () => {
    const { page, faults } = await openPool();
    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Open a fourth peer' }).click(),
    ]);
    await agrees(page);
    await expect.poll(() => tab.locator('.play-content').allTextContents()).toHaveLength(2);
    expect((await contents(page)).join()).toContain('Newts hide here');
    await writesAs(page, 'Suzy', 'Toads live here');
    await page
      .getByRole('button', { name: 'Play', exact: true })
      .or(page.getByRole('button', { name: 'Pause' }))
      .waitFor();
    if (await page.getByRole('button', { name: 'Play', exact: true }).isVisible())
      await page.getByRole('button', { name: 'Play', exact: true }).click();
    await tab.locator('.play-content', { hasText: 'Toads live here' }).waitFor();
    await tab.getByRole('textbox', { name: 'says' }).fill('Nobody lives here');
    await tab.getByRole('button', { name: 'Sign and keep' }).click();
    await page.locator('[data-peer="0"] .play-content', { hasText: 'Nobody lives here' }).waitFor();
    expect(await violationsOn(tab)).toEqual([]);
    await tab.close();
    await guest(page).locator('[data-is=cut]', { hasText: 'its tab was closed' }).waitFor();
    expect(faults).toEqual({ outside: [], errors: [] });
  });

  test('behind a bridge is a program that is gone through message by message, and played again without it', async () => {
    const { address } = await started<{ address: string }>([
      CONFORMANCE,
      ...['bridge', '--page', 'playground', '--site', inject('folder'), '--json', '--'],
      SUBJECT,
    ]);
    const { page, faults } = await openPool(address);
    await page.getByRole('button', { name: 'Ask my program' }).click();
    await guest(page).waitFor();
    const step = page.getByRole('button', { name: 'Step', exact: true });
    await step.click();
    await page.locator('.play-says', { hasText: 'Program answers' }).waitFor();
    await step.click();
    await page.locator('.play-said', { hasText: 'Program to Quinn: “Hello!' }).waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await agrees(page);
    expect((await contents(page)).join()).toContain('Newts hide here');
    const hash = await page.getAttribute('.play', 'data-hash');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#play='));
    await page.reload();
    await page.waitForSelector(`.play[data-hash="${hash}"]`);
    await guest(page).getByText('It is not there now').waitFor();
    expect(faults.errors).toEqual([]);
  });

  test('behind an address is a real pub, and before that nothing has left the site', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rockpool-guest-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
    execFileSync(process.execPath, [ROCKPOOL, 'init', space, '--data', folder]);
    const { addresses } = await started<{ addresses: string[] }>([
      ROCKPOOL,
      ...['serve', '--data', folder, '--port', '0', '--json'],
    ]);
    const { page, faults } = await openPool();
    const connect = async (address: string): Promise<void> => {
      await page.getByLabel('Its address').fill(address);
      await page.getByLabel('Its address').press('Enter');
    };
    await connect('pub.example');
    await page.locator('.play-guests-said', { hasText: 'An address begins with' }).waitFor();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      expect(await violationsOn(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
    expect(faults.outside).toEqual([]);
    await connect('ws://127.0.0.1:9/session');
    await guest(page).locator('[data-is=cut]', { hasText: 'nobody answered there' }).waitFor();
    await connect(addresses[0] ?? '');
    await agrees(page);
    await page.setViewportSize({ width: 360, height: HEIGHT });
    expect(await overflowOf(page)).toBe(0);
    const kept = execFileSync(process.execPath, [ROCKPOOL, 'ls', '--data', folder], { encoding: 'utf8' });
    expect(kept).toContain('/wiki/pond');
  });

  test('behind HTTP is reached by requests of this site, which the tab answers itself', async () => {
    const { page, faults } = await openPool();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.getByRole('button', { name: 'Join a peer over HTTP' }).click();
    await agrees(page);
    expect((await contents(page)).join()).toContain('Newts hide here');
    const session = new RegExp(`^POST ${new URL(page.url()).pathname}http-peer/session/[\\w-]+$`);
    expect(requests.filter((request) => session.test(request)).length).toBeGreaterThan(3);
    expect(faults).toEqual({ outside: [], errors: [] });
  });
});
