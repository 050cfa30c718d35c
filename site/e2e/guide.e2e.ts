import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { packages } from '../src/api/packages.ts';
import { programs } from '../src/commands/helps.ts';
import { useBrowser, visitBoth } from './browser.ts';

useBrowser();
const api = await packages();
const helps = programs().flatMap((program) => program.helps);

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** The texts of all blocks of code, as they are seen: one line an element. */
const blocks = (page: Page): Promise<string[]> =>
  page.$$eval('.expressive-code pre', (all) =>
    all.map((pre) =>
      [...pre.querySelectorAll('.ec-line')].map((line) => line.textContent?.replace(/\n$/, '') ?? '').join('\n'),
    ),
  );

const source = (name: string): string => readFileSync(join(ROOT, 'conformance/examples', name), 'utf8').trimEnd();

const SHOWN: readonly [string, readonly string[]][] = [
  ['first-verdict', ['first-adapter.ts', 'first_adapter.py', 'output/first.txt']],
  ['grow', ['core-adapter.ts', 'canonical.ts', 'signature.ts', 'core_adapter.py', 'canonical.py', 'signature.py']],
  ['failures', ['mistaken-adapter.ts', 'output/mistaken.txt', 'output/show.txt', 'output/replay.txt']],
  ['known-failures', ['known-failures.json', 'own-codes-adapter.ts', 'code-map.json', 'output/known.txt']],
  ['ci', ['ci/judge.sh', 'ci/github.yml', 'ci/gitlab.yml']],
];

describe('In a narrow window and a wide one', () => {
  test.each(SHOWN)('the page %s shows the files as they are', async (name, files) => {
    await visitBoth(`guide/${name}/`, async (page) => {
      expect(await blocks(page)).toEqual(expect.arrayContaining(files.map(source)));
    });
  });

  test('the button beside an adapter copies it', async () => {
    await visitBoth('guide/first-verdict/', async (page) => {
      // The clipboard of a headless browser asks for a permission that nobody could give: what would be written is enough.
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: {
            writeText: async (text: string) => {
              document.documentElement.dataset.copied = text;
            },
          },
        });
      });
      const block = page.locator('.expressive-code', {
        has: page.locator('figcaption', { hasText: 'first_adapter.py' }),
      });
      await block.hover();
      await block.getByRole('button').click();
      await page.waitForFunction(() => document.documentElement.dataset.copied !== undefined);
      expect(await page.evaluate(() => document.documentElement.dataset.copied)).toBe(source('first_adapter.py'));
    });
  });

  test('the API has an anchor for every export', async () => {
    for (const { folder, groups } of api) {
      await visitBoth(`api/${folder}/`, async (page) => {
        const ids = await page.$$eval('.rp-export h3', (all) => all.map(({ id }) => id));
        expect(ids).toEqual(groups.flatMap(({ entries }) => entries.map(({ name }) => name)));
        await page
          .locator(`.rp-names a[href="#${ids.at(-1)}"]`)
          .first()
          .click();
        expect(new URL(page.url()).hash).toBe(`#${ids.at(-1)}`);
      });
    }
  });

  test('the page of the commands has the help of each', async () => {
    await visitBoth('commands/', async (page) => {
      expect(await blocks(page)).toEqual(helps.map(({ text }) => text.trimEnd()));
    });
  });
});

test('what the page of the commands is made of is what the commands print', async () => {
  const asked = ['rockpool-conformance', 'rockpool-conformance run', 'rockpool', 'rockpool verify', 'rockpool subject'];
  const printed = asked.map(async (name) => {
    const [program = '', ...words] = name.split(' ');
    const folder = program === 'rockpool' ? 'reference' : 'conformance';
    return (await run(process.execPath, [join(ROOT, folder, 'bin', `${program}.mjs`), ...words, '--help'])).stdout;
  });
  const told = asked.map((name) => helps.find((help) => help.name === name)?.text);
  expect(told).toEqual(await Promise.all(printed));
});
