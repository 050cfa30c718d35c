import { describe, expect, inject, test } from 'vitest';
import requirements from '../../spec/requirements.json' with { type: 'json' };
import { useBrowser, visit, WIDTHS } from './browser.ts';

useBrowser();

describe.each(WIDTHS)('%i pixels wide', (width) => {
  test('the first page shows a document that breaks visibly and can be put back', async () => {
    await visit('', { width }, async (page) => {
      const verdict = page.locator('.rp-live-verdict');
      const field = page.locator('.rp-live textarea');
      expect(await verdict.textContent()).toContain('accepted');
      await page.locator('.rp-live[data-awake=true]').waitFor();
      const original = await field.inputValue();
      await field.fill(original.replace('pretty', 'boring'));
      await verdict.getByText('rejected').waitFor();
      expect(await verdict.textContent()).toMatch(/content-hash.*REC-17/);
      await page.getByRole('button', { name: 'Put it back' }).click();
      await verdict.getByText('accepted').waitFor();
      expect(await field.inputValue()).toBe(original);
    });
  });

  test('each way of breaking it names another requirement', async () => {
    await visit('', { width }, async (page) => {
      await page.locator('.rp-live[data-awake=true]').waitFor();
      const seen: (string | null)[] = [];
      for (const name of ['Change the content', 'Put Fern’s name', 'Move it', 'Date it']) {
        await page.getByRole('button', { name }).click();
        await page.locator('.rp-live-verdict').getByText('rejected').waitFor();
        seen.push(await page.locator('.rp-live-verdict a').first().textContent());
      }
      expect(seen).toEqual(['REC-17', 'REC-15', 'DOC-14', 'REC-13']);
    });
  });

  test('a chapter has an example that can be broken', async () => {
    await visit('spec/05-documents/', { width }, async (page) => {
      await page.locator('#try-it').scrollIntoViewIfNeeded();
      await page.locator('.rp-live').scrollIntoViewIfNeeded();
      await page.locator('.rp-live[data-awake=true]').waitFor();
      const field = page.locator('.rp-live textarea');
      await field.fill((await field.inputValue()).replace('/name', '/~name'));
      await page.locator('.rp-live-verdict').getByText('DOC-8').waitFor();
    });
  });

  test('searching for a word finds a chapter', async () => {
    await visit('guide/first-verdict/', { width }, async (page) => {
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').or(page.locator('dialog input')).first().fill('lipmaa');
      const found = page.locator('dialog a', { hasText: 'Messages and feeds' }).first();
      await found.click();
      await page.waitForURL(/spec\/08-feeds\//);
    });
  });

  test('the register is filtered by keyboard', async () => {
    await visit('requirements/', { width }, async (page) => {
      await page.locator('#filter:enabled').focus();
      await page.keyboard.type('author document MUST path-permission');
      await page.getByText(`1 of ${requirements.length} requirements`).waitFor();
      expect(await page.locator('.rp-entry:visible').getAttribute('id')).toBe('doc-14');
      await page.keyboard.press('Escape');
      expect(await page.locator('.rp-entry:visible').count()).toBe(requirements.length);
    });
  });
});

describe('Requirements in a chapter', () => {
  test('each is an anchor with a badge that leads to the register', async () => {
    await visit('spec/05-documents/', {}, async (page) => {
      const paragraph = page.locator('#doc-7');
      expect(await paragraph.locator('.rp-badge').textContent()).toMatch(/^\d+ checks: \d+ accept, \d+ reject/);
      await paragraph.locator('.rp-badge').click();
      await page.waitForURL(/requirements\/#doc-7$/);
      expect(await page.locator(':target').textContent()).toContain('MUST consist of the characters');
    });
  });

  test('a code in the table of rejections leads to what it means', async () => {
    await visit('spec/05-documents/', {}, async (page) => {
      await page.locator('table a', { hasText: 'path-author' }).click();
      await page.waitForURL(/codes\/#path-author$/);
      expect(await page.locator(':target').textContent()).toContain('DOC-8');
    });
  });
});

describe('Without script', () => {
  test('a page has the theme of the system, and so has its code', async () => {
    const grounds = new Set<string>();
    const inks = new Set<string>();
    for (const theme of ['light', 'dark'] as const)
      await visit('spec/05-documents/', { theme, script: false }, async (page) => {
        const colours = (selector: string, property: 'color' | 'backgroundColor') =>
          page
            .locator(selector)
            .evaluateAll((all, name) => [...new Set(all.map((element) => getComputedStyle(element)[name]))], property);
        for (const ground of await colours('body', 'backgroundColor')) grounds.add(ground);
        const code = await colours('.ec-line .code span', 'color');
        expect(code.length).toBeGreaterThan(3);
        for (const ink of code) inks.add(ink);
      });
    expect(grounds.size).toBe(2);
    expect(inks.size).toBeGreaterThan(7);
  });

  test('an address that has no page says so, and finds the first page', async () => {
    const response = await fetch(new URL('spec/nothing/here', inject('site')));
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain('There is no such page');
    expect(html).not.toMatch(/ (?:src|href)="(?!data:|\.\.\/")/);
  });
});
