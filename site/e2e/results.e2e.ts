import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@rockpool/schemas';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser, visitBoth } from './browser.ts';

useBrowser();
const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const reports = new Map(
  readdirSync(join(ROOT, 'conformance/results'))
    .filter((name) => name.endsWith('.json'))
    .map((file) => [file.replace('.json', ''), JSON.parse(read(`conformance/results/${file}`)) as Report]),
);

/** A subject and a requirement about which it failed, in one case alone and in several. */
const failing = (name: string): { subject: string; requirement: string; failed: number } => {
  const { checks = [] } = reports.get(name) ?? {};
  const alone = checks.filter(({ outcome, requirements }) => outcome === 'failed' && requirements.length === 1);
  const [requirement = ''] = alone[0]?.requirements ?? [];
  return {
    subject: name,
    requirement,
    failed: alone.filter(({ requirements }) => requirements[0] === requirement).length,
  };
};
const one = failing('earthstar-9');

const cell = (page: Page, { subject, requirement }: { subject: string; requirement: string }) =>
  page.locator(`#matrix a[href="#subject=${subject}&requirement=${requirement}"]`);
/** Waits until the island is awake: then the table is one stop of the Tab key. */
const awake = (page: Page) => page.locator('#matrix[role="grid"]').waitFor();

describe('The results, in a narrow window and a wide one,', () => {
  test('show for every subject what the ledger counts', async () => {
    await visitBoth('results/', async (page) => {
      const shown = await page.locator('#subjects tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const cells = [...(row as HTMLTableRowElement).cells];
          const failed = cells.filter((each) => each.dataset.harm !== undefined);
          return [cells.at(-2), ...failed].map((each) => Number(each?.innerText));
        }),
      );
      const names = await page
        .locator('#subjects tbody tr')
        .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.subject ?? ''));
      expect(names.toSorted()).toEqual([...reports.keys()].toSorted());
      expect(shown.map(([passed, ...harms]) => [passed, harms.reduce((sum = 0, count = 0) => sum + count, 0)])).toEqual(
        names.map((name) => {
          const { passed, failed } = reports.get(name)?.totals ?? {};
          return [passed, failed];
        }),
      );
      // The reference is there for scale, and has no column.
      expect(names.at(-1)).toBe('reference');
      expect(await page.locator('#matrix thead th').count()).toBe(reports.size);
    });
  });

  test('show the rows that are asked for', async () => {
    await visitBoth('results/', async (page) => {
      const seen = () => page.locator('#matrix tr.row:visible').count();
      const asked = await seen();
      await page.locator('#rows-failed').check();
      const failed = await seen();
      await page.locator('#rows-all').check();
      expect([failed < asked, asked < (await seen())]).toEqual([true, true]);
      expect(await seen()).toBe(JSON.parse(read('spec/requirements.json')).length);
    });
  });

  test('open the cases behind a cell, with both answers, and give them an address', async () => {
    await visitBoth('results/', async (page) => {
      await awake(page);
      await cell(page, one).click();
      const dialog = page.getByRole('dialog', { name: `${one.requirement} ${one.subject}` });
      await dialog.locator('.rule').waitFor();
      expect(new URL(page.url()).hash).toBe(`#subject=${one.subject}&requirement=${one.requirement}`);
      expect(await dialog.locator('.case').count()).toBeGreaterThanOrEqual(one.failed);
      const first = dialog.locator('.case').first();
      expect(await first.locator('dt').allInnerTexts()).toEqual(['Expected', 'Answered', 'Asked']);
      expect(await first.locator('a').getAttribute('href')).toMatch(/^\.\.\/vectors\/#vector=/);
      expect(await dialog.locator('.rule a').getAttribute('href')).toContain(`#${one.requirement.toLowerCase()}`);
    });
  });

  test('come back by their address, and close with the keyboard', async () => {
    await visitBoth(`results/#subject=${one.subject}&requirement=${one.requirement}`, async (page) => {
      const dialog = page.getByRole('dialog', { name: `${one.requirement} ${one.subject}` });
      await dialog.locator('.rule').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(new URL(page.url()).hash).toBe('');
    });
  });

  test('say so where an address names no cell', async () => {
    await visitBoth('results/#subject=fern&requirement=DOC-7', async (page) => {
      await page.getByText('No check of this requirement was put to this package').waitFor();
    });
  });

  test('are reached by arrow keys, as one stop of the Tab key', async () => {
    await visitBoth('results/', async (page) => {
      await awake(page);
      expect(await page.locator('#matrix a.cell[tabindex="0"]').count()).toBe(1);
      await page.locator('#matrix a.cell[tabindex="0"]').focus();
      const before = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      const after = await page.evaluate(() => document.activeElement?.getAttribute('href'));
      expect(after).not.toBe(before);
      expect(await page.locator('#matrix a.cell[tabindex="0"]').getAttribute('href')).toBe(after);
      await page.keyboard.press('Enter');
      await page.locator('dialog[open] .rule').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.cell-cases').waitFor({ state: 'hidden' });
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(after);
    });
  });

  test('tell of a subject all that it gets wrong', async () => {
    await visitBoth('results/ssb-validate/', async (page) => {
      const { totals } = reports.get('ssb-validate') ?? {};
      expect(await page.locator('.finding tbody tr').count()).toBe(totals?.failed);
      expect(await page.locator('#counts').innerText()).toContain(String(totals?.passed));
      expect(await page.locator('.adapter').innerText()).toContain('record.verify');
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const button = page.locator('.copy-issue').first();
      await button.click();
      await page.getByText('Copied', { exact: true }).waitFor();
      const issue = await page.locator('.finding .issue pre').first().textContent();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(issue);
      expect(issue).toContain('ssb-validate 4.1.4');
    });
  });

  test('tell how good the suite is', async () => {
    const { totals, mutants } = JSON.parse(read('conformance/SCORE.json'));
    await visitBoth('results/score/', async (page) => {
      expect(await page.locator('[data-sum="mutants"]').innerText()).toContain(
        `${totals.noticed} of ${totals.mutants}`,
      );
      expect(await page.locator('[data-sum="musts"]').innerText()).toContain(`${totals.exercised} of ${totals.musts}`);
      expect(await page.locator('#every-mutant tbody tr').count()).toBe(mutants.length);
    });
  });
});
