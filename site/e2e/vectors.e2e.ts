import { readFileSync } from 'node:fs';
import { type Manifest, validateVectorFile } from '@rockpool/schemas';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readFragment } from '../src/inspector/permalink.ts';
import { violationsOn } from './axe.ts';
import { textOf, useBrowser, visit, visitBoth, WIDTHS } from './browser.ts';

useBrowser();

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('vectors/manifest.json')) as Manifest;
const blobs = manifest.files.find(({ path }) => path === 'v1/blobs.json')?.cases;
/** What is said above a list that shows some of all vectors. */
const OF_ALL = new RegExp(`^\\d+ of ${manifest.cases.toLocaleString('en')}`);

const ready = (page: Page) => page.locator('.rv[data-ready="true"]').waitFor();
const count = (page: Page) => page.locator('.rv-count').innerText();

const savedBy = async (page: Page, button: string | RegExp): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return textOf(download);
};

describe.each(WIDTHS)('Vectors at %i px', (width) => {
  test('a negative stands beside its parent, its defect is marked, and it runs', async () => {
    await visit('vectors/#requirement=DOC-7&vector=documents/path-with-blank', { width }, async (page) => {
      await page.getByRole('heading', { name: 'a blank in the path' }).waitFor();
      const pair = page.locator('.rv-pair');
      await pair.waitFor();
      const marks = pair.locator('section').first().locator('mark[data-kind="defect"]');
      expect((await marks.allInnerTexts()).join('')).toContain(' ');
      expect(await pair.locator('mark[data-kind="signature"]').count()).toBe(2);
      expect(await page.getByText('made anew over the changed text').count()).toBe(1);
      const [left, right] = await Promise.all(
        [0, 1].map((at) => pair.locator('section').nth(at).locator('pre').textContent()),
      );
      const file = JSON.parse(read('vectors/v1/documents.json')) as {
        cases: { id: string; parent?: string; input: { text: string } }[];
      };
      const own = file.cases.find(({ id }) => id === 'documents/path-with-blank');
      expect(left).toBe(own?.input.text);
      expect(right).toBe(file.cases.find(({ id }) => id === own?.parent)?.input.text);
      const sentence = page.getByRole('link', { name: 'DOC-7' });
      expect(await sentence.getAttribute('href')).toMatch(/\/some\/where\/else\/spec\/05-documents\/#doc-7$/);

      const inspector = page.getByRole('link', { name: 'Open it in the inspector' });
      expect(readFragment(new URL((await inspector.getAttribute('href')) ?? '').hash)).toMatchObject({
        source: own?.input.text,
        format: 'rp.document.1',
      });

      const run = page.locator('.rv-run');
      await run.getByRole('button', { name: 'Run' }).click();
      await run.locator('.rp-verdict[data-verdict="passed"]').first().waitFor();
      expect(await run.innerText()).toContain('path-form');
      await run.getByLabel('Ask').selectOption('DOC-7');
      await run.getByRole('button', { name: 'Run' }).click();
      await run.locator('.rp-verdict[data-verdict="failed"]').first().waitFor();
      expect(await run.innerText()).toContain('accepted what must be refused');
      expect(await run.innerText()).toContain('"ok"');
    });
  });

  test('a filtered list runs, and shows what a forgotten rule does', async () => {
    await visit('vectors/#requirement=DOC-7', { width }, async (page) => {
      await ready(page);
      const status = page.locator('.rv-tally');
      await page.getByRole('button', { name: /^Run these/ }).click();
      await status.getByText(/^All \d+ passed\.$/).waitFor();
      expect(await page.locator('.rv-list .rp-verdict[data-verdict="passed"]').count()).toBe(25);
      await page.getByLabel('Ask').selectOption('DOC-7');
      await page.getByRole('button', { name: /^Run these/ }).click();
      await status.getByText(/^\d+ of \d+ failed\.$/).waitFor();
      await status.getByText('Those that failed').click();
      expect(await status.getByRole('link').count()).toBeGreaterThan(5);
    });
  });

  test('the keyboard is enough', async () => {
    await visit('vectors/', { width }, async (page) => {
      await ready(page);
      await page.getByLabel('Words in id or title').focus();
      await page.keyboard.type('blank in the path');
      await page.getByText(OF_ALL).waitFor();
      const first = page.locator('.rv-list a').first();
      while (!(await first.evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
      const title = await first.innerText();
      await page.keyboard.press('Enter');
      const heading = page.getByRole('heading', { name: title });
      await heading.waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
      const run = page.locator('.rv-run').getByRole('button', { name: 'Run' });
      await run.waitFor();
      while (!(await run.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('.rv-run .rp-verdict').first().waitFor();
      await page.goBack();
      await page.waitForFunction(() => document.activeElement?.closest('.rv-list') !== null);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(title);
      expect(await page.getByLabel('Words in id or title').inputValue()).toBe('blank in the path');
    });
  });
});

describe('Vectors, in a narrow window and a wide one:', () => {
  test('all are there, page by page', async () => {
    await visitBoth('vectors/', async (page) => {
      expect(await count(page)).toBe(`All ${manifest.cases.toLocaleString('en')} vectors`);
      await ready(page);
      expect(await page.locator('.rv-list li').count()).toBe(25);
      await page.getByRole('link', { name: 'Next page' }).click();
      await page.getByText(/^Page 2 of/).waitFor();
      expect(page.url()).toMatch(/#page=2$/);
      expect(await page.locator('.rv-list').getAttribute('start')).toBe('26');
      await page.getByRole('link', { name: `Show the ${blobs} vectors of blobs.json` }).click();
      await page.getByText(new RegExp(`^${blobs} of`)).waitFor();
      const seen = page.locator('.rv-count').evaluate((line) => line.getBoundingClientRect().top);
      expect(await seen).toBeGreaterThan(0);
      expect(await seen).toBeLessThan(900);
    });
  });

  test('a filter by requirement is in the address, and comes back from it', async () => {
    await visitBoth('vectors/', async (page) => {
      await ready(page);
      await page.getByLabel('Requirement').selectOption('DOC-7');
      await page.getByLabel('Right answer').selectOption('path-form');
      expect(page.url()).toMatch(/#requirement=DOC-7&expectation=path-form$/);
      const shown = await count(page);
      expect(shown).toMatch(OF_ALL);
      await page.reload();
      await ready(page);
      expect(await count(page)).toBe(shown);
      expect(await page.getByLabel('Requirement').inputValue()).toBe('DOC-7');
      await page.evaluate(() => {
        location.hash = 'file=blobs.json';
      });
      await page.getByText(new RegExp(`^${blobs} of`)).waitFor();
      await page.getByRole('button', { name: 'Clear the filter' }).click();
      await page.getByText(`All ${manifest.cases.toLocaleString('en')} vectors`).waitFor();
    });
  });

  test('what fits nothing says so', async () => {
    await visitBoth('vectors/#text=nowhere-to-be-found', async (page) => {
      await page.getByText('No vector fits all of that').waitFor();
    });
    await visitBoth('vectors/#vector=documents/nowhere', async (page) => {
      await page.getByText('There is no vector documents/nowhere').waitFor();
    });
  });

  test('a long run can be stopped', async () => {
    await visitBoth('vectors/', async (page) => {
      await ready(page);
      await page.getByRole('button', { name: /^Run these/ }).click();
      await page.getByText(/ so far\.$/).waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText(/^Stopped after /).waitFor();
      await page.getByRole('button', { name: /^Run these/ }).waitFor();
    });
  });

  test('downloads have the form of the schema and the bytes of the repository', async () => {
    await visitBoth('vectors/#file=ssb', async (page) => {
      await ready(page);
      const list = await savedBy(page, /^Download them/);
      const repository = read('vectors/v1/ssb.json');
      expect(validateVectorFile(JSON.parse(list))).toBe(true);
      const cases = (text: string): string => text.slice(text.indexOf('  "cases": ['));
      expect(cases(list) === cases(repository)).toBe(true);
      await page.locator('.rv-list a').first().click();
      const one = await savedBy(page, 'Download this vector');
      expect(validateVectorFile(JSON.parse(one))).toBe(true);
      expect(repository.includes(cases(one).split('\n').slice(1, -3).join('\n'))).toBe(true);
    });
  });
});

test('The published files are those of the repository, byte for byte', async () => {
  const site = inject('site');
  for (const path of ['manifest.json', ...manifest.files.map((file) => file.path)]) {
    const response = await fetch(`${site}data/vectors/${path}`);
    expect(
      Buffer.from(await response.arrayBuffer()).equals(readFileSync(new URL(`../../vectors/${path}`, import.meta.url))),
      path,
    ).toBe(true);
  }
  expect(await (await fetch(`${site}data/schemas/v1/vector-file.schema.json`)).text()).toBe(
    read('schemas/v1/vector-file.schema.json'),
  );
});

test('Without JavaScript the files are a table', async () => {
  const html = await (await fetch(`${inject('site')}vectors/`)).text();
  for (const { path, cases } of manifest.files.filter((file) => file.cases > 0)) {
    expect(html).toContain(`data/vectors/${path}"`);
    expect(html).toContain(`Show the ${cases.toLocaleString('en')} vectors of `);
  }
});

describe.each(['light', 'dark'] as const)('What a tool says is open to all, %s', (theme) => {
  const width = theme === 'light' ? 1440 : 360;
  test('a vector, its parent and its failed run', async () => {
    await visit('vectors/#vector=feeds/chain-two-previous-shape', { width, theme }, async (page) => {
      const run = page.locator('.rv-run');
      await run.getByLabel('Ask').selectOption({ index: 1 });
      await run.getByRole('button', { name: 'Run' }).click();
      await run.locator('.rp-verdict').first().waitFor();
      expect(await violationsOn(page)).toEqual([]);
    });
  });

  test('a list with its results', async () => {
    await visit('vectors/#requirement=DOC-7&expectation=rejects', { width, theme }, async (page) => {
      await ready(page);
      await page.getByLabel('Ask').selectOption('DOC-7');
      await page.getByRole('button', { name: /^Run these/ }).click();
      await page.getByText(/^\d+ of \d+ failed\.$/).waitFor();
      await page.getByText('More filters').click();
      expect(await violationsOn(page)).toEqual([]);
    });
  });
});
