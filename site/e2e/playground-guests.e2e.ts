import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, inject, test } from 'vitest';
import { space } from '../src/playground/engine/people.ts';
import { violationsOn } from './axe.ts';
import { HEIGHT, open, overflowOf, useBrowser, WIDTHS } from './browser.ts';

useBrowser();

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ROCKPOOL = at('../../reference/bin/rockpool.mjs');
const CONFORMANCE = at('../../conformance/bin/rockpool-conformance.mjs');
const SUBJECT = at('../../reference/subject');

/** A command that has printed one line of JSON, because it is ready, and what makes it end. */
const started = async <Said>(words: readonly string[]): Promise<{ said: Said; end: () => Promise<void> }> => {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const said = await new Promise<Said>((heard, fail) => {
    child.stdout.once('data', (chunk: Buffer) => heard(JSON.parse(String(chunk))));
    child.once('exit', (code) => fail(new Error(`${words.join(' ')} ended with ${code}`)));
  });
  const end = (): Promise<void> => {
    child.kill('SIGTERM');
    return ended;
  };
  return { said, end };
};

/** The playground, awake, with the choice of guests open. */
const openPool = async (path = 'playground/') => {
  const opened = await open(path);
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

/** Opens the tab of a fourth peer, which soon has the same. */
const openFourth = async (page: Page): Promise<Page> => {
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Open a fourth peer' }).click(),
  ]);
  await agrees(page);
  return tab;
};

/** Writes there, and waits until Suzy has it. */
const saysNobody = async (tab: Page, page: Page): Promise<void> => {
  await tab.getByRole('textbox', { name: 'says' }).fill('Nobody lives here');
  await tab.getByRole('button', { name: 'Sign and keep' }).click();
  await page.locator('[data-peer="0"] .play-content', { hasText: 'Nobody lives here' }).waitFor();
};

/** The state, when nothing has been new for a while. */
const settledHash = async (page: Page): Promise<string | null> => {
  for (;;) {
    const before = await page.getAttribute('.play', 'data-hash');
    await page.waitForTimeout(500);
    if (before === (await page.getAttribute('.play', 'data-hash'))) return before;
  }
};

describe.concurrent('A peer from outside', () => {
  test('SYN-22 in another tab ends with the same, hears what is written later, and is missed when its tab is closed', async ({
    expect,
    onTestFinished,
  }) => {
    const { page, faults, close } = await openPool();
    onTestFinished(close);
    const tab = await openFourth(page);
    await expect.poll(() => tab.locator('.play-content').allTextContents()).toHaveLength(2);
    expect((await contents(page)).join()).toContain('Newts hide here');
    await writesAs(page, 'Suzy', 'Toads live here');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await tab.locator('.play-content', { hasText: 'Toads live here' }).waitFor();
    await saysNobody(tab, page);
    await tab.close();
    await guest(page).locator('[data-is=cut]', { hasText: 'its tab was closed' }).waitFor();
    expect(faults).toEqual({ outside: [], errors: [] });
  });

  test('has said what is there still when the page is loaded again while it plays', async ({
    expect,
    onTestFinished,
  }) => {
    const { page, faults, close } = await openPool();
    onTestFinished(close);
    const tab = await openFourth(page);
    await saysNobody(tab, page);
    const hash = await settledHash(page);
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.reload();
    await page.waitForSelector(`.play[data-hash="${hash}"]`);
    await guest(page).getByText('It is not there now').waitFor();
    expect((await contents(page)).join()).toContain('Nobody lives here');
    expect(faults).toEqual({ outside: [], errors: [] });
  });

  test('behind a bridge is a program that is gone through message by message, and played again without it', async ({
    expect,
    onTestFinished,
  }) => {
    const bridge = await started<{ address: string }>([
      CONFORMANCE,
      ...['bridge', '--page', 'playground', '--site', inject('folder'), '--json', '--'],
      SUBJECT,
    ]);
    onTestFinished(bridge.end);
    const { page, faults, close } = await openPool(bridge.said.address);
    onTestFinished(close);
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
    // The program may still have something to say: what is shared has to be what is compared.
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const hash = await settledHash(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.waitForFunction(() => location.hash.startsWith('#play='));
    await page.reload();
    await page.waitForSelector(`.play[data-hash="${hash}"]`);
    await guest(page).getByText('It is not there now').waitFor();
    expect(faults.errors).toEqual([]);
  });

  test('behind an address is a real pub, and before that nothing has left the site', async ({
    expect,
    onTestFinished,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rockpool-guest-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
    execFileSync(process.execPath, [ROCKPOOL, 'init', space, '--data', folder]);
    const pub = await started<{ addresses: string[] }>([
      ROCKPOOL,
      ...['serve', '--data', folder, '--port', '0', '--json'],
    ]);
    onTestFinished(pub.end);
    const { page, faults, close } = await openPool();
    onTestFinished(close);
    const connect = async (address: string): Promise<void> => {
      await page.getByLabel('Its address').fill(address);
      await page.getByLabel('Its address').press('Enter');
    };
    await connect('pub.example');
    await page.locator('.play-guests-said', { hasText: 'An address begins with' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      expect(await overflowOf(page)).toBe(0);
    }
    expect(faults.outside).toEqual([]);
    await connect('ws://127.0.0.1:9/session');
    await guest(page).locator('[data-is=cut]', { hasText: 'nobody answered there' }).waitFor();
    await connect(pub.said.addresses[0] ?? '');
    await agrees(page);
    await page.setViewportSize({ width: 360, height: HEIGHT });
    expect(await overflowOf(page)).toBe(0);
    await pub.end();
    const kept = execFileSync(process.execPath, [ROCKPOOL, 'ls', '--data', folder], { encoding: 'utf8' });
    expect(kept).toContain('/wiki/pond');
  });

  test('behind HTTP is reached by requests of this site, which the tab answers itself', async ({
    expect,
    onTestFinished,
  }) => {
    const { page, faults, close } = await openPool();
    onTestFinished(close);
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
