import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { scenarios } from '../src/playground/scenarios/index.ts';
import { useBrowser, visit } from './browser.ts';

useBrowser();

/** How long the largest of all may take to be signed and taken in. */
const mostMillis = 60_000;

const becomes = (page: Page, hash: string) =>
  page.waitForSelector(`.play[data-hash="${hash}"]`, { timeout: mostMillis });

/** Clicks through a scenario, each time when the button says what comes next. */
const clickThrough = async (page: Page, clicks: readonly string[], press: () => Promise<void>): Promise<void> => {
  for (const click of clicks) {
    await page.locator('.play-next [data-kind=main]', { hasText: click }).waitFor({ timeout: mostMillis });
    await press();
  }
};

test('every scenario ends in its state, by mouse and by keyboard, and its link brings that back in between', async () => {
  await visit('playground/', { width: 1440 }, async (page) => {
    await page.waitForSelector('.play[data-ready]');
    const next = page.locator('.play-next [data-kind=main]');
    const choose = page.getByRole('combobox', { name: 'What if …' });
    for (const [place, { name, steps, ends, says, title }] of scenarios.entries()) {
      const clicks = steps.map(({ click }) => click);
      if (place > 0) {
        // The button at the end of each goes on to the next: it still has the keyboard.
        await page.keyboard.press('Enter');
        await page.locator('.play-says', { hasText: says }).waitFor({ timeout: mostMillis });
      }
      expect(await choose.inputValue(), title).toBe(name);
      await clickThrough(page, clicks, () => next.click());
      await becomes(page, ends);
      await page.getByRole('button', { name: 'Share' }).click();
      await page.waitForFunction(() => location.hash.startsWith('#play='));
      const link = new URL(page.url()).hash;
      await page.evaluate(() => {
        location.hash = '';
      });
      await page.getByRole('button', { name: 'To the beginning' }).click();
      await page.locator('.play-says', { hasText: says }).waitFor({ timeout: mostMillis });
      await page.evaluate((hash) => {
        location.hash = hash;
      }, link);
      await page.locator('.play-step', { hasText: 'Shared with you' }).waitFor({ timeout: mostMillis });
      await becomes(page, ends);
      await page.getByRole('button', { name: 'Start over' }).click();
      await page.locator('.play-says', { hasText: says }).waitFor({ timeout: mostMillis });
      await next.focus();
      await clickThrough(page, clicks, () => page.keyboard.press('Enter'));
      await becomes(page, ends);
    }
  });
});

test('what was done last is there when the browser comes back, unless a newer page has kept it', async () => {
  await visit('playground/', { width: 1440 }, async (page) => {
    const written = page.locator('.play-peers', { hasText: 'Kept by the browser' });
    const kept = page.locator('.play-menu', { hasText: 'This browser has kept it' });
    await page.waitForSelector('.play[data-ready]');
    await page.getByRole('button', { name: 'Say something' }).first().click();
    const says = page.getByRole('textbox', { name: 'What Suzy says' });
    await says.fill('Kept by the browser');
    await says.press('Enter');
    await written.waitFor();
    const again = async (address = page.url()): Promise<Page> => {
      const other = await page.context().newPage();
      await other.goto(address);
      return other;
    };
    // It is kept a moment after it was done.
    await expect
      .poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
      .toEqual(['rockpool-playground']);
    const later = await again();
    await later.locator('.play-peers', { hasText: 'Kept by the browser' }).waitFor();
    await later.locator('.play-menu', { hasText: 'This browser has kept it' }).waitFor();
    await later.close();
    expect(await kept.count()).toBe(0);
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
      Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
    });
    const say = async (words: string): Promise<void> => {
      await page.getByRole('button', { name: 'Say something' }).first().click();
      await says.fill(words);
      await says.press('Enter');
    };
    const full = page.locator('.play-menu', { hasText: 'has no room to keep what you do' });
    await say('Too much');
    await full.waitFor();
    await page.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
    await say('Enough');
    await full.waitFor({ state: 'detached' });
    // A link shows what it holds, and what was done stays.
    const linked = await again(`${page.url()}#scenario=fork`);
    await linked.locator('.play-says', { hasText: 'Each message of a feed' }).waitFor();
    await linked.close();
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const request = indexedDB.open('rockpool-playground', 99);
          request.onsuccess = () => {
            request.result.close();
            done();
          };
        }),
    );
    const older = await again();
    await older.locator('.play-menu', { hasText: 'newer version of this page' }).waitFor();
    await older.close();
  });
});
