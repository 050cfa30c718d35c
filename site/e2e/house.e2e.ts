import { describe, expect, inject, test } from 'vitest';
import requirements from '../../spec/requirements.json' with { type: 'json' };
import { violationsOn } from './axe.ts';
import { useBrowser, visit, visitBoth, WIDTHS } from './browser.ts';

useBrowser();

describe.each(WIDTHS)('%i pixels wide', (width) => {
  test('the first page shows a document that breaks visibly and can be put back', async () => {
    await visit('', { width }, async (page) => {
      const verdict = page.locator('.rp-live-verdict');
      const field = page.locator('.rp-live textarea');
      expect(await verdict.textContent()).toContain('accepted');
      await page.locator('.rp-live').scrollIntoViewIfNeeded();
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
      await page.locator('.rp-live').scrollIntoViewIfNeeded();
      await page.locator('.rp-live[data-awake=true]').waitFor();
      const seen: (string | null)[] = [];
      const places = () =>
        page
          .locator('.rp-live button')
          .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().y + scrollY));
      const before = await places();
      for (const name of ['Change the content', 'Put Fern’s name', 'Move it', 'Date it']) {
        await page.getByRole('button', { name }).click();
        await page.locator('.rp-live-verdict').getByText('rejected').waitFor();
        seen.push(await page.locator('.rp-live-verdict a').first().textContent());
        expect(await places()).toEqual(before);
        const mark = page.locator('.rp-live mark');
        expect(await mark.textContent()).not.toBe('');
        // It is in sight, though the text may be longer than its field.
        const inSight = await mark.evaluate((each) => {
          const [place, field] = [each.getBoundingClientRect(), each.parentElement?.getBoundingClientRect()];
          return field !== undefined && place.top >= field.top && place.top < field.bottom;
        });
        expect(inSight).toBe(true);
        // The text with the mark lies exactly below the field.
        expect(await page.locator('.rp-live .rp-text-below').boundingBox()).toEqual(
          await page.locator('.rp-live textarea').boundingBox(),
        );
      }
      expect(seen).toEqual(['REC-17', 'REC-15', 'DOC-14', 'REC-13']);
    });
  });
});

describe('In a narrow window and a wide one', () => {
  test('a chapter has a story that goes on and back in its place, and an example that can be broken', async () => {
    await visitBoth('spec/05-documents/', async (page) => {
      const story = page.getByRole('figure', { name: 'Two write at one path' });
      const states = () =>
        story
          .locator('.rp-played-copy:visible')
          .evaluateAll((copies) => new Set(copies.map((copy) => copy.getAttribute('data-hue'))).size);
      const height = async () => (await story.boundingBox())?.height;
      const before = await height();
      expect(await states()).toBe(1);
      await story.getByRole('button', { name: 'Next' }).focus();
      await page.keyboard.press('Enter');
      expect(await states()).toBe(2);
      expect(await story.getByRole('status').textContent()).toMatch(/^2 of 3\. The cable is cut/);
      await page.keyboard.press('Enter');
      // There is no more to come, and the keyboard stays where it is.
      await page.keyboard.press('Enter');
      expect(await states()).toBe(1);
      expect(await story.getByText('winner').filter({ visible: true }).count()).toBe(3);
      expect(await story.getByRole('link', { name: 'Open this moment' }).getAttribute('href')).toContain(
        'playground/#play=',
      );
      await story.getByRole('button', { name: 'Back' }).click();
      expect(await states()).toBe(2);
      expect(await height()).toBe(before);
      await page.locator('#try-it').scrollIntoViewIfNeeded();
      await page.locator('.rp-live').scrollIntoViewIfNeeded();
      await page.locator('.rp-live[data-awake=true]').waitFor();
      const field = page.locator('.rp-live textarea');
      await field.fill((await field.inputValue()).replace('/name', '/~name'));
      await page.locator('.rp-live-verdict').getByText('DOC-8').waitFor();
    });
  });

  test('searching for a word finds a chapter', async () => {
    await visitBoth('guide/first-verdict/', async (page) => {
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('searchbox').or(page.locator('dialog input')).first().fill('lipmaa');
      const found = page.locator('dialog a', { hasText: 'Messages and feeds' }).first();
      await found.click();
      await page.waitForURL(/spec\/08-feeds\//);
    });
  });

  test('the register is filtered by keyboard', async () => {
    await visitBoth('requirements/', async (page) => {
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
  test('each is to be read, and in the auditing view says how it is checked', async () => {
    await visit('spec/05-documents/', {}, async (page) => {
      const badge = page.locator('#doc-7 .rp-badge');
      const view = page.getByRole('switch', { name: 'Auditing view' });
      expect(await view.getAttribute('aria-checked')).toBe('false');
      expect(await badge.isVisible()).toBe(false);
      await view.focus();
      await page.keyboard.press('Space');
      expect(await view.getAttribute('aria-checked')).toBe('true');
      expect(await badge.textContent()).toMatch(/^\d+ checks: \d+ accept, \d+ reject/);
      expect(await badge.isVisible()).toBe(true);
      expect(await violationsOn(page)).toEqual([]);
      // Kept for this browser, and there before the first paint.
      await page.goto(page.url().replace('05-documents', '04-records'));
      expect(await page.locator('#rec-1 .rp-badge').isVisible()).toBe(true);
      expect(await view.getAttribute('aria-checked')).toBe('true');
      await page.locator('#rec-1 .rp-badge').click();
      await page.waitForURL(/requirements\/#rec-1$/);
      expect(await page.locator(':target').textContent()).toContain('MUST');
    });
  });

  test('one that is chosen has its tools in each view', async () => {
    await visit('spec/05-documents/', {}, async (page) => {
      await page.locator('#doc-7 > strong a').click();
      expect(await page.locator('.rp-tools:visible').count()).toBe(1);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('link', { name: 'Copy link to DOC-7' }).click();
      await page.getByText('Copied the link to DOC-7').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
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
        // A story shows all of its moments, and nothing to press.
        expect(await page.locator('.rp-played-copy:visible').count()).toBe(9);
        expect(await page.locator('.rp-played button:visible').count()).toBe(0);
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
