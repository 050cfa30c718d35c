/** The page *Run the suite*, as a person works it. */
import type { Page } from 'playwright-core';
import { textOf } from './browser.ts';

/** A whole run takes half a minute on a busy machine, and nobody knows how busy it is. */
export const LONG = 300_000;

export const awake = (page: Page) => page.waitForSelector('.run[data-awake=true]');
export const startRun = async (page: Page): Promise<void> => {
  await awake(page);
  await page.click('.run-bar button');
};
export const done = (page: Page) => page.waitForSelector('.run[data-phase=done]', { timeout: LONG });
export const runToEnd = async (page: Page): Promise<void> => {
  await startRun(page);
  await done(page);
};
export const verdict = (page: Page) => page.textContent('.run-verdict-line');
export const brokenRequirements = (page: Page) =>
  page.$$eval('.run-cause', (causes) => causes.map((cause) => cause.getAttribute('data-requirement')));
export const row = (page: Page, id: string) => page.textContent(`tr[data-requirement=${id}]`);

export const download = async (page: Page, name: string): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`text=${name}`)]);
  return textOf(file);
};
