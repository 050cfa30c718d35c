import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { suite } from '@rockpool/conformance';
import { type Report, validateReport } from '@rockpool/schemas';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { countsOf } from '../../conformance/src/report/counts.ts';
import { filesOf } from '../../conformance/src/suite-of.ts';
import { violationsOn } from './axe.ts';
import { open, textOf, useBrowser, visit, WIDTHS } from './browser.ts';

useBrowser();

/** A whole run takes half a minute on a busy machine, and nobody knows how busy it is. */
const LONG = 300_000;

const awake = (page: Page) => page.waitForSelector('.run[data-awake=true]');
const startRun = async (page: Page): Promise<void> => {
  await awake(page);
  await page.click('.run-bar button');
};
const done = (page: Page) => page.waitForSelector('.run[data-phase=done]', { timeout: LONG });
const runToEnd = async (page: Page): Promise<void> => {
  await startRun(page);
  await done(page);
};
const verdict = (page: Page) => page.textContent('.run-verdict-line');
const brokenRequirements = (page: Page) =>
  page.$$eval('.run-cause', (causes) => causes.map((cause) => cause.getAttribute('data-requirement')));
const row = (page: Page, id: string) => page.textContent(`tr[data-requirement=${id}]`);

const download = async (page: Page, name: string): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`text=${name}`)]);
  return textOf(file);
};

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

describe('The reference in a tab', () => {
  test(
    'is conformant, by the whole suite, which has the same number of checks wherever one is told',
    async () => {
      await visit('run/', { width: 1440 }, async (page) => {
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
    'is conformant in one profile on a narrow screen',
    async () => {
      await visit('run/#profiles=ssb-writer&runs=1', { width: 360, theme: 'dark' }, async (page) => {
        await runToEnd(page);
        expect(await verdict(page)).toMatch(/^Conformant ?ssb-writer, as far as selected/);
        await page.click('text=See the result');
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Result');
        expect(
          await page.locator('#run-results').evaluate((heading) => heading.getBoundingClientRect().top),
        ).toBeLessThan(400);
        expect(await violationsOn(page)).toEqual([]);
      });
    },
    LONG,
  );

  test.each(WIDTHS)(
    'is caught and named at fault when it leaves out a rule, %i pixels wide',
    async (width) => {
      await visit('run/', { width }, async (page) => {
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
        if (width === 1440) expect(await violationsOn(page)).toEqual([]);
      });
    },
    LONG,
  );

  test(
    'keeps what was judged when it is stopped',
    async () => {
      await visit('run/', {}, async (page) => {
        await startRun(page);
        await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0, undefined, {
          timeout: LONG,
        });
        await page.click('text=Stop');
        await done(page);
        expect(await verdict(page)).toContain('the run was interrupted');
        const report = JSON.parse(await download(page, 'Report as JSON')) as Report;
        expect(report.verdict).toBe('incomplete');
        expect(report.totals.passed).toBeGreaterThan(0);
        expect(report.totals.couldNotRun).toBeGreaterThan(0);
      });
    },
    LONG,
  );

  test(
    'loads the judge when it is started and not before, and of the vectors those of its profiles',
    async () => {
      const { page, close } = await open('run/#profiles=core&runs=1');
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

/** Of what was loaded, compressed. The browser forgets the text of a long answer, so it is fetched again. */
const sizeOf = async (urls: readonly string[]): Promise<number> => {
  let bytes = 0;
  for (const url of new Set(urls)) bytes += gzipSync(await (await fetch(url)).arrayBuffer()).length;
  return bytes;
};

const HELLO = `{ protocol: 1, implementation: { name: 'pasted', version: '1' }, profiles: ['core'],
  operations: { 'id.parse': {}, 'id.sort': {} }, window: 8 }`;

/** A module that answers hello, and does this for every other request. */
const moduleThat = (body: string): string =>
  `export default async ({ method, params }) => {\n  if (method === 'hello') return ${HELLO};\n  if (!method.startsWith('id.')) return undefined;\n  ${body}\n};\n`;

const judgeModule = async (page: Page, text: string): Promise<void> => {
  await awake(page);
  await page.fill('textarea', text);
  await runToEnd(page);
};

describe('A pasted module', () => {
  test.each(WIDTHS)(
    'is judged: the starter has its identifiers right and lacks the rest, %i pixels wide',
    async (width) => {
      await visit('run/#subject=module&runs=0', { width }, async (page) => {
        await runToEnd(page);
        expect(await verdict(page)).toMatch(/^Not conformant/);
        expect(await row(page, 'ID-6')).toMatch(/passed\d+0/);
        expect(await brokenRequirements(page)).toEqual(['SUB-7']);
        expect(await page.textContent('.run-cause')).toContain('blob.id is not among its operations');
        expect(await page.locator('iframe').count()).toBe(0);
        const next = page.locator('.run-next');
        expect(await next.locator('code').allTextContents()).toEqual([
          'canonical.encode',
          'signature.verify',
          'blob.id',
        ]);
        expect(await next.locator('a').last().getAttribute('href')).toMatch(/spec\/06-subject-protocol\/#blobid$/);
        await next.locator('button').last().click();
        expect(await page.inputValue('.run textarea')).toContain("'blob.id': ({ bytes }) => {");
        expect(await page.textContent('.run-module [role=status]')).toMatch(/^blob\.id is in the module: line \d+$/);
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
        if (width === 360) expect(await violationsOn(page)).toEqual([]);
      });
    },
    LONG,
  );

  test(
    'that is wrong is told where',
    async () => {
      await visit('run/#subject=module&runs=0', {}, async (page) => {
        await judgeModule(page, moduleThat("return { reject: { code: 'id-form' } };"));
        expect((await brokenRequirements(page)).slice(0, 2).sort()).toEqual(['ID-1', 'ID-6']);
        expect(await page.textContent('[data-requirement=ID-6]')).toContain('refused what must be accepted');
      });
    },
    LONG,
  );

  test.each([
    [
      'a syntax error',
      'export default ({ method }) => {\n  const x = ;\n};',
      "it did not start: line 2, column 13: SyntaxError: Unexpected token ';'",
    ],
    ['a syntax error in its first line', 'export default ({ method } => 1;', 'it did not start: line 1, column 17: '],
    ['an end that comes early', 'export default () => {\n', 'it did not start: line 2, column 1: SyntaxError'],
    [
      'all prototypes poisoned',
      `Object.prototype.toJSON = () => { throw new Error('poison'); }; String.prototype.replace = null;
       Array.prototype.map = Array.prototype.join = null; Error.prototype.toString = function () { return this.stack; };
       export default (request) => (request.method === 'hello' ? ${HELLO} : undefined);`,
      'Error: poison',
    ],
    ['a function as its answer', 'export default () => () => 1;', 'JSON has no place for a function'],
    ['an error when it loads', 'throw new Error("out of ink");', 'it did not start: Error: out of ink'],
    ['an import', 'import "data:text/javascript,1";', 'it did not start: TypeError'],
    ['no hello', 'export default () => undefined;', 'says that it has no hello'],
    [
      'a crash',
      'export default () => { setTimeout(() => { throw new Error("boo"); }); return new Promise(() => {}); };',
      'it exited with status 1',
    ],
    ['garbage', 'postMessage("ready"); export default () => undefined;', 'is not JSON'],
  ])(
    'that has %s gets no verdict, with the reason',
    async (_, text, words) => {
      await visit('run/#subject=module&runs=0', {}, async (page) => {
        await judgeModule(page, text);
        expect(await verdict(page)).toMatch(/^No verdict/);
        expect(await page.textContent('.run-verdict')).toContain(words);
        const said = await page.textContent('.run-results');
        expect(said).not.toMatch(/data:text|%20|harness/);
        if (words.includes('did not start')) expect(said).not.toContain('SUB-4');
        if (words.includes('line 2, column 13')) {
          expect(said).toContain('  const x = ;\n            ^');
          await page.click('text=Go to line 2');
          expect(await page.$eval('.run textarea', (field) => (field as HTMLTextAreaElement).selectionStart)).toBe(45);
        }
      });
    },
    LONG,
  );

  test.each([
    [
      'crashes',
      'setTimeout(() => { throw new Error("boo"); }); return new Promise(() => {});',
      'SUB-4',
      'boo (module:',
    ],
    ['hangs', 'for (;;);', 'SUB-5', 'no answer within 1 seconds'],
    ['writes garbage', 'postMessage("thinking"); return undefined;', 'SUB-1', 'is not JSON'],
  ])(
    'that %s at one kind of question is ended and blamed',
    async (_, body, requirement, words) => {
      await visit('run/#subject=module&runs=0&timeout=1', {}, async (page) => {
        await judgeModule(
          page,
          moduleThat(`if (params.ids?.length === 0) { ${body} }\n  return { reject: { code: 'id-form' } };`),
        );
        expect(await verdict(page)).toMatch(/^Not conformant/);
        expect(await brokenRequirements(page)).toContain(requirement);
        expect(await page.textContent('.run-results')).toContain(words);
        expect(await page.locator('iframe').count()).toBe(0);
      });
    },
    LONG,
  );

  test(
    'with answers of ten megabytes and a log of twenty is judged to the end',
    async () => {
      await visit('run/#subject=module&runs=0&profiles=core', {}, async (page) => {
        await judgeModule(
          page,
          `const fat = 'x'.repeat(10_000_000);\n${moduleThat("for (let at = 0; at < 100; at += 1) console.log(fat.slice(-200_000));\n  return { ok: method === 'id.sort' ? { ids: [fat] } : {} };")}`,
        );
        expect(await verdict(page)).toMatch(/^Not conformant/);
        expect(await page.textContent('[aria-labelledby=run-failures]')).toContain('"characters":10000019');
        const report = JSON.parse(await download(page, 'Report as JSON')) as Report;
        expect(JSON.stringify(report).length).toBeLessThan(10_000_000);
      });
    },
    LONG,
  );

  test(
    'with a line that is longer than any answer is told how long it was',
    async () => {
      await visit('run/#subject=module&runs=0&profiles=core', {}, async (page) => {
        await judgeModule(page, "export default () => ({ ok: 'ä'.repeat(17_000_000) });");
        expect(await page.textContent('.run-verdict')).toMatch(
          /a line of 340000\d\d bytes, longer than 33554432 bytes/,
        );
      });
    },
    LONG,
  );

  test(
    'that is silent about one operation is told of while it runs, and not asked about it any more',
    async () => {
      await visit('run/#subject=module&runs=0&timeout=1', {}, async (page) => {
        await awake(page);
        await page.fill(
          'textarea',
          moduleThat(
            "if (method === 'id.sort') return new Promise(() => {});\n  return { reject: { code: 'id-form' } };",
          ),
        );
        await page.click('.run-bar button');
        const note = page.locator('.run-silence');
        await note.getByText('No answer to id.sort within 1 second; still asking others.').waitFor({ timeout: LONG });
        await note.getByText('Stop asking id.sort').click();
        await note.getByText('Not asked any more: id.sort.').waitFor();
        await done(page);
        expect(await page.textContent('.run-results')).toContain('id.sort was not asked any more');
      });
    },
    LONG,
  );

  test(
    'is kept when the page is loaded again or left, with what was chosen',
    async () => {
      await visit('run/#subject=module', {}, async (page) => {
        await awake(page);
        await page.fill('.run textarea', 'export default 1;');
        await page.check('input[value=feeds]');
        await page.reload();
        await awake(page);
        expect(await page.inputValue('.run textarea')).toBe('export default 1;');
        await page.click('.run-module a >> text=the subject protocol');
        await page.waitForURL(/06-subject-protocol/);
        await page.goBack();
        await awake(page);
        expect(await page.inputValue('.run textarea')).toBe('export default 1;');
        await page.goto(new URL('run/', inject('site')).href);
        await awake(page);
        expect(await page.inputValue('.run textarea')).toBe('export default 1;');
        expect(await page.isChecked('input[value=feeds]')).toBe(true);
        await page.click('a[href$="#counts"]');
        expect(await page.isChecked('input[value=feeds]')).toBe(true);
      });
    },
    LONG,
  );

  test(
    'has no network, no storage and no page',
    async () => {
      let heard = 0;
      const server = createServer((_, response) => {
        heard += 1;
        response.setHeader('access-control-allow-origin', '*').end('1');
      });
      server.on('connection', () => (heard += 1));
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      const address = `127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const probe = `
      const tried = {};
      const attempt = async (name, act) => { try { tried[name] = String(await act()); } catch (error) { tried[name] = 'no'; } };
      const event = (target, good) => new Promise((yes, no) => { target['on' + good] = () => yes(good); target.onerror = no; });
      await attempt('fetch', () => fetch('http://${address}').then((response) => response.text()));
      await attempt('quiet', () => fetch('http://${address}', { mode: 'no-cors' }).then(() => 'sent'));
      await attempt('socket', () => event(new WebSocket('ws://${address}'), 'open'));
      await attempt('xhr', () => { const xhr = new XMLHttpRequest(); xhr.open('GET', 'http://${address}'); const end = event(xhr, 'load'); xhr.send(); return end; });
      await attempt('events', () => event(new EventSource('http://${address}'), 'open'));
      await attempt('import', () => import('http://${address}').then(() => 'came'));
      await attempt('data', () => import('data:text/javascript,1').then(() => 'came'));
      await attempt('scripts', () => { importScripts('http://${address}'); return 'came'; });
      await attempt('worker', () => event(new Worker('http://${address}'), 'message'));
      await attempt('eval', () => eval('1'));
      await attempt('storage', () => event(indexedDB.open('x'), 'success'));
      await attempt('caches', () => caches.open('x'));
      await attempt('page', () => parent.document.title);
      const came = Object.entries(tried).filter(([, answer]) => answer !== 'no');
      export default () => { throw new Error(\`came: \${came.join(' ')}; tried: \${Object.keys(tried).length}\`); };`;
      const { page, close } = await open('run/#subject=module');
      await judgeModule(page, probe);
      expect(await verdict(page)).toContain('came: ; tried: 13');
      expect(heard).toBe(0);
      await close();
      server.close();
    },
    LONG,
  );
});
