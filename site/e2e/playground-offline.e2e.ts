import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, inject, test } from 'vitest';
import { folderHandler, listen } from '../../conformance/src/node/serve-folder.ts';
import { scenarioNamed } from '../src/playground/scenarios/index.ts';
import { open, useBrowser } from './browser.ts';

useBrowser();

const fork = scenarioNamed('fork');
if (fork === undefined) throw new RangeError('there is no scenario of that name');

/** What this browser keeps of the playground: one name for each build that is whole. */
const builds = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('rockpool-playground'));
    const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return names.filter((_, at) => counts[at] !== 0);
  });

/** Waits until what is there is kept. */
const kept = async (page: Page): Promise<void> => {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
};

const reload = async (page: Page): Promise<void> => {
  await page.reload();
  await page.waitForSelector('.play[data-ready]');
};

/** What plays by itself takes less time. */
const atOnce = (page: Page) => page.getByRole('combobox', { name: 'Speed' }).selectOption('4');

/** Clicks through a scenario to its end. */
const playFork = async (page: Page): Promise<void> => {
  await page.getByRole('combobox', { name: 'What if' }).selectOption(fork.name);
  for (const { click } of fork.steps) await page.locator('.play-next [data-kind=main]', { hasText: click }).click();
  await page.waitForSelector(`.play[data-hash="${fork.ends}"]`);
};

describe.concurrent('Without a network', () => {
  test('the playground and its fourth peer are loaded again and work, also after a peer over HTTP was there', async ({
    expect,
    onTestFinished,
  }) => {
    const { page, faults, close } = await open('playground/');
    onTestFinished(close);
    await kept(page);
    await atOnce(page);
    await page.locator('.play-add summary').click();
    await page.getByRole('button', { name: 'Join a peer over HTTP' }).click();
    await page.locator('.play-guest [data-is=equal]').waitFor();
    // With that, nothing is left for the worker to answer, and it would leave.
    await page.locator('.play-guest-row').getByRole('button', { name: 'Cut the cable' }).click();
    await page.locator('.play-guest .play-lamps > [data-is=cut]').waitFor();
    // What was done is kept for this tab a moment after it was done.
    const state = await page.getAttribute('.play', 'data-hash');
    await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage))).toContain('rockpool-playground');
    await page.context().setOffline(true);
    await reload(page);
    await page.waitForSelector(`.play[data-hash="${state}"]`);
    await playFork(page);
    await page.waitForSelector('.play[data-whole]');
    await atOnce(page);
    await page.locator('.play-add summary').click();
    await page.getByRole('link', { name: 'Open a fourth peer' }).click();
    await page.locator('.play-guest [data-is=equal]').waitFor();
    expect(faults).toEqual({ outside: [], errors: [] });
  });

  test('a page is never put together from two builds, and what is kept is the newest that is whole', async ({
    expect,
    onTestFinished,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'rockpool-builds-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
    for (const part of ['playground', '_astro', 'favicon.svg'])
      cpSync(join(inject('folder'), part), join(folder, part), { recursive: true });
    const served = await listen(folderHandler(folder));
    onTestFinished(() => served.stop());
    const [html, worker] = [join(folder, 'playground/index.html'), join(folder, 'playground/service-worker.js')];
    const { page, close } = await open(`http://127.0.0.1:${served.port}/playground/`);
    onTestFinished(close);
    const offline = async (): Promise<string | null> => {
      await page.context().setOffline(true);
      await reload(page);
      const title = await page.textContent('h1');
      await page.context().setOffline(false);
      return title;
    };
    await kept(page);
    const first = await builds(page);
    expect(first).toHaveLength(1);

    // The page of another build, whose worker is not there yet.
    const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const before = readFileSync(html, 'utf8');
    const after = before.replace(/(<h1[^>]*>)Playground/, '$1Another');
    writeFileSync(html, after);
    await reload(page);
    expect(await page.textContent('h1')).toBe('Another');
    expect(await offline()).toBe('Playground');

    // A worker that lists what is not there does not begin; one whose files are all there does.
    const lists = readFileSync(worker, 'utf8');
    const update = (text: string): Promise<string> => {
      writeFileSync(worker, text);
      return page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        const coming = registration.installing;
        if (coming === null) return 'nothing new';
        return await new Promise<string>((done) => {
          coming.addEventListener('statechange', () => {
            if (coming.state === 'activated' || coming.state === 'redundant') done(coming.state);
          });
        });
      });
    };
    const another = lists.replace(/"build":"\w+"/, '"build":"another"').replace(hash(before), hash(after));
    await page.goto(page.url());
    expect(await update(another.replace('"rules.json"', '"gone.json"'))).toBe('redundant');
    expect(await builds(page)).toEqual(first);
    expect(await offline()).toBe('Playground');
    await page.goto(page.url());
    expect(await update(another)).toBe('activated');
    expect(await builds(page)).toEqual([expect.stringMatching(/another$/)]);
    expect(await offline()).toBe('Another');
  });
});
