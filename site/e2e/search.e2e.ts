import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { useBrowser, visit, WIDTHS } from './browser.ts';

useBrowser();

/** What is looked for, and where the first result leads. */
const QUERIES = [
  ['DOC-7', 'spec/05-documents/#doc-7'],
  ['doc 14', 'spec/05-documents/#doc-14'],
  ['SUB-7', 'spec/06-subject-protocol/#sub-7'],
  ['signature-invalid', 'codes/#signature-invalid'],
  ['identifiers/key-spare-b', 'vectors/#vector=identifiers/key-spare-b'],
  ['key-spare-bit-3', 'vectors/#vector=records/key-spare-bit-3'],
  ['record.verify', 'spec/06-subject-protocol/#recordverify'],
  ['tie', 'spec/01-overview/#term-tie'],
  ['replica', 'spec/01-overview/#term-replica'],
  ['es.5', 'spec/07-earthstar/#es5'],
  ['inspector', 'inspector/'],
  ['rockpool-conformance replay', 'commands/#rockpool-conformance-replay'],
  ['small-order encodings', 'spec/03-signatures/'],
  ['timestamp newer signature', 'spec/07-earthstar/'],
] as const;

const ask = async (page: Page, query: string): Promise<void> => {
  await page.locator('#search input').fill(query);
  await page.locator('#search [role=status]', { hasText: /found|Nothing/ }).waitFor();
};

describe('The search', () => {
  test('leads each name to its own place, and words to the specification before ledgers', async () => {
    await visit('guide/ci/', {}, async (page) => {
      await page.getByRole('button', { name: 'Search' }).click();
      const led: string[] = [];
      for (const [query] of QUERIES) {
        await page.locator('#search input').fill('');
        await page.locator('#search .rp-found:empty').waitFor();
        await page.locator('#search input').fill(query);
        const first = await page
          .locator('#search a')
          .first()
          .evaluate((link) => (link as HTMLAnchorElement).href);
        led.push(first.slice(inject('site').length));
      }
      expect(led).toEqual(QUERIES.map(([, address]) => address));
    });
  });

  test.each(WIDTHS)('at %i pixels is opened, asked and left by keyboard', async (width) => {
    await visit('spec/04-records/', { width, theme: width === 360 ? 'dark' : 'light' }, async (page) => {
      await page.locator('[data-open-search]:enabled').waitFor();
      await page.keyboard.press('Control+k');
      // Enter does not wait for the pause after the last key.
      await page.keyboard.type('DOC-7');
      await page.keyboard.press('Enter');
      await page.waitForURL(/spec\/05-documents\/#doc-7$/);
      expect(await page.locator(':target').textContent()).toContain('MUST consist of the characters');
      await page.locator('[data-open-search]:enabled').waitFor();
      await page.keyboard.press('Control+k');
      await ask(page, 'path');
      expect(await violationsOn(page)).toEqual([]);
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
      const first = await page.locator('#search a').first().getAttribute('href');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(first);
      await page.keyboard.press('Escape');
      expect(await page.locator('#search').isVisible()).toBe(false);
    });
  });

  test('says when nothing has such a name or such words', async () => {
    await visit('', {}, async (page) => {
      await page.getByRole('button', { name: 'Search' }).click();
      await ask(page, 'xyzzyplugh');
      expect(await page.locator('#search [role=status]').textContent()).toMatch(/^Nothing has/);
    });
  });
});
