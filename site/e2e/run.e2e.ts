import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { suite } from '@rockpool/conformance';
import { type Report, validateReport } from '@rockpool/schemas';
import { describe, expect, inject, test } from 'vitest';
import { countsOf } from '../../conformance/src/report/counts.ts';
import { filesOf } from '../../conformance/src/suite-of.ts';
import { violationsOn } from './axe.ts';
import { HEIGHT, open, overflowOf, useBrowser, visit } from './browser.ts';
import { awake, brokenRequirements, done, download, LONG, row, runToEnd, startRun, verdict } from './run-page.ts';

useBrowser();

const numberIn = (text: string | null): number => Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''));

/** The text of a page from a word of its source on, without its tags. */
const textBehind = async (path: string, word: string): Promise<string> => {
  const html = await (await fetch(new URL(path, inject('site')))).text();
  return html.slice(html.indexOf(word) + word.length).replace(/<[^>]*>/g, ' ');
};

/** How many checks a run makes, as the command says. */
const listed = (): number => {
  const bin = fileURLToPath(new URL('../../conformance/bin/rockpool-conformance.mjs', import.meta.url));
  const { stderr } = spawnSync(process.execPath, [bin, 'list'], { encoding: 'utf8', maxBuffer: 1e8 });
  return Number(/: (\d+) in all/.exec(stderr)?.[1]);
};

/** Of what was loaded, compressed. The browser forgets the text of a long answer, so it is fetched again. */
const sizeOf = async (urls: readonly string[]): Promise<number> => {
  let bytes = 0;
  for (const url of new Set(urls)) bytes += gzipSync(await (await fetch(url)).arrayBuffer()).length;
  return bytes;
};

describe('The reference in a tab', () => {
  test(
    'is conformant, by the whole suite, which has the same number of checks wherever one is told',
    async () => {
      // A few examples of each law are as many checks as a hundred, in half the time.
      await visit('run/#runs=3', { width: 1440 }, async (page) => {
        await startRun(page);
        const progress = page.locator('.run-bar progress[max]');
        await progress.waitFor({ timeout: LONG });
        const under = Number(await progress.getAttribute('max'));
        await done(page);
        expect(await verdict(page)).toMatch(/^Conformant ?core, documents, feeds, /);
        const report = JSON.parse(await download(page, 'Report as JSON')) as Report;
        expect(validateReport(report)).toBe(true);
        expect([report.verdict, report.totals.failed, report.totals.couldNotRun]).toEqual(['conformant', 0, 0]);
        const { vectors, checks } = countsOf(suite, false);
        const lastRow = await page.locator('section[aria-label="Results by profile"] tfoot td').allTextContents();
        const kinds = await page.$$eval('[data-count]', (cells) =>
          cells.map((cell) => [cell.getAttribute('data-count'), Number(cell.textContent?.replace(',', ''))]),
        );
        const told = {
          page: numberIn(await page.textContent('main a[href$="#counts"]')),
          kinds: Object.fromEntries(kinds),
          progress: under,
          table: lastRow.reduce((sum, cell) => sum + Number(cell), 0),
          report: report.checks.length,
          landing: numberIn(await textBehind('', 'It is asked ')),
          vectors: numberIn(await textBehind('vectors/', 'They are ')),
          list: listed(),
        };
        expect(told).toEqual({
          page: checks,
          kinds: countsOf(suite, false),
          progress: checks,
          table: checks,
          report: checks,
          landing: checks,
          vectors,
          list: countsOf(suite, true).checks,
        });
        expect(await download(page, 'Report as JUnit XML')).toContain('<testsuites name="rockpool conformant">');
      });
    },
    LONG,
  );

  test(
    'is caught and named at fault when it leaves out a rule, in a narrow window and a wide one',
    async () => {
      await visit('run/', { width: 360 }, async (page) => {
        await awake(page);
        await page.fill('.run input[type=search]', 'path-form characters');
        await page.check('[data-rule=DOC-7]');
        await page.check('input[value=documents]');
        await page.fill('text=Examples of each law', '0');
        await page.keyboard.press('Tab');
        expect(new URL(page.url()).hash).toBe('#subject=reference&without=DOC-7&profiles=documents&runs=0');
        await page.reload();
        await runToEnd(page);
        expect(await verdict(page)).toMatch(/^Not conformant ?\d+ checks failed in documents/);
        expect(await brokenRequirements(page)).toEqual(['DOC-7']);
        expect(await row(page, 'DOC-7')).toContain('failed');
        const cause = page.locator('[data-requirement=DOC-7]').first();
        expect(await cause.textContent()).toContain('path MUST consist of the characters');
        expect(await cause.locator('h4 a').getAttribute('href')).toMatch(/spec\/05-documents\/#doc-7$/);
        expect(await cause.textContent()).toContain('accepted what must be refused');
        expect(await overflowOf(page)).toBe(0);
        await page.setViewportSize({ width: 1440, height: HEIGHT });
        expect(await violationsOn(page)).toEqual([]);
      });
    },
    LONG,
  );

  test(
    'keeps what was judged when it is stopped',
    async () => {
      await visit('run/#profiles=earthstar-es4', {}, async (page) => {
        await startRun(page);
        await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0, undefined, {
          timeout: LONG,
        });
        const announced = Number(await page.locator('.run-bar progress[max]').getAttribute('max'));
        await page.click('text=Stop');
        await done(page);
        expect(await verdict(page)).toContain('the run was interrupted');
        const report = JSON.parse(await download(page, 'Report as JSON')) as Report;
        expect(report.verdict).toBe('incomplete');
        expect(report.totals.passed).toBeGreaterThan(0);
        expect(report.totals.couldNotRun).toBeGreaterThan(0);
        expect(report.checks).toHaveLength(announced);
      });
    },
    LONG,
  );

  test(
    'loads the judge when it is started and not before, and of the vectors those of the one profile in which it is conformant',
    async () => {
      const { page, faults, close } = await open('run/#profiles=core&runs=1', { width: 360, theme: 'dark' });
      const loaded: string[] = [];
      page.on('response', (response) => loaded.push(response.url()));
      await page.reload();
      await awake(page);
      await page.waitForLoadState('networkidle');
      expect(loaded.filter((url) => /judge-worker|vectors/.test(url))).toEqual([]);
      expect(await sizeOf(loaded)).toBeLessThan(200_000);
      loaded.length = 0;
      await page.click('.run-bar button');
      await done(page);
      const vectors = loaded.filter((url) => url.includes('/data/'));
      expect(vectors.map((url) => url.replace(/^.*\/data\/vectors\//, '')).sort()).toEqual(filesOf(['core']).sort());
      expect(await sizeOf(vectors)).toBeLessThan(120_000);
      const judge = loaded.filter((url) => url.includes('judge-worker'));
      expect(judge).toHaveLength(1);
      expect(await sizeOf(judge)).toBeLessThan(250_000);
      expect(await verdict(page)).toMatch(/^Conformant ?core, as far as selected/);
      await page.click('text=See the result');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Result');
      expect(
        await page.locator('#run-results').evaluate((heading) => heading.getBoundingClientRect().top),
      ).toBeLessThan(400);
      expect(await violationsOn(page)).toEqual([]);
      expect(faults).toEqual({ outside: [], errors: [] });
      expect(await overflowOf(page)).toBe(0);
      await close();
    },
    LONG,
  );

  test(
    'is not judged with vectors that do not come, which is said',
    async () => {
      const { page, close } = await open('run/#profiles=ssb-writer&runs=1');
      await page.route('**/data/vectors/v1/ssb.json', (route) => route.fulfill({ body: '{"cases":[]}' }));
      await startRun(page);
      await page.waitForSelector('.run[data-phase=fault]', { timeout: LONG });
      expect(await page.textContent('.run [role=alert]')).toContain(
        'ssb.json is not the file that this judge was made for',
      );
      await close();
    },
    LONG,
  );
});
