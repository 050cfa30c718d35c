import { validateVectorFile } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { textOf, useBrowser, visit, visitBoth, WIDTHS } from './browser.ts';

useBrowser();

describe.each(WIDTHS)('The vectors of a chapter at %i px', (width) => {
  test('run where they stand, one and all, and can be stopped', async () => {
    await visit('spec/05-documents/', { width }, async (page) => {
      const scripts: string[] = [];
      page.on('request', (request) => scripts.push(request.url()));
      const section = page.locator('[data-rp-vectors]');
      const run = section.getByRole('button', { name: /^Run documents\// }).first();
      await run.click();
      await section.getByRole('button', { name: /passed\. Run again$/ }).waitFor();
      expect(scripts.some((url) => url.includes('judge-worker'))).toBe(true);

      await section.getByText('By requirement').click();
      const behind = section.locator('details li button').last();
      await behind.click();
      await section.locator('details .rp-verdict[data-verdict="passed"]').waitFor();

      await section.getByRole('button', { name: /^Run all/ }).click();
      await section.getByText(/ so far\.$/).waitFor();
      await section.getByRole('button', { name: 'Stop' }).click();
      await section.getByText(/^Stopped after /).waitFor();
    });
  });
});

describe('The vectors of a chapter, in a narrow window and a wide one,', () => {
  test('lead to the page of the vectors, and can be downloaded', async () => {
    await visitBoth('spec/05-documents/', async (page) => {
      const section = page.locator('[data-rp-vectors]');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        section.getByRole('button', { name: 'Download them' }).click(),
      ]);
      const file: unknown = JSON.parse(await textOf(download));
      expect(validateVectorFile(file)).toBe(true);
      const { cases } = file as { cases: unknown[] };
      expect(await section.getByRole('button', { name: `Run all ${cases.length}` }).count()).toBe(1);
      const first = section.locator('li a').first();
      const title = await first.innerText();
      await first.click();
      await page.getByRole('heading', { name: title }).waitFor();
    });
  });
});

test('A chapter loads no judge by itself, and its vectors do not move it', async () => {
  await visit('spec/09-scuttlebutt/', { width: 360 }, async (page) => {
    const scripts = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
    );
    expect(scripts.filter((name) => /judge|vector-index/.test(name))).toEqual([]);
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) =>
            done(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0)),
          ).observe({ type: 'layout-shift', buffered: true });
          // Where nothing moved there is no entry to wait for.
          requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
        }),
    );
    expect(shifts).toBe(0);
  });
});
