import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Report } from '@rockpool/schemas';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { violationsOn } from './axe.ts';
import { HEIGHT, type Opened, open, overflowOf, useBrowser, visit } from './browser.ts';
import { awake, brokenRequirements, done, download, LONG, row, runToEnd, verdict } from './run-page.ts';

useBrowser();

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
  test(
    'is judged: the starter has its identifiers right and lacks the rest, in a narrow window and a wide one',
    async () => {
      await visit('run/#subject=module&runs=0', { width: 360 }, async (page) => {
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
        expect(await violationsOn(page)).toEqual([]);
        expect(await overflowOf(page)).toBe(0);
        await page.setViewportSize({ width: 1440, height: HEIGHT });
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

  test(
    'with answers of ten megabytes and a log of twenty is judged to the end',
    async () => {
      await visit('run/#subject=module&runs=0&profiles=core', {}, async (page) => {
        await judgeModule(
          page,
          `const fat = 'x'.repeat(10_000_000);\nlet asked = 0;\n${moduleThat("for (let at = 0; asked < 9 && at < 100; at += 1) console.log(fat.slice(-200_000));\n  asked += 1;\n  return { ok: method === 'id.sort' ? { ids: params.ids.length < 2 ? [fat] : [] } : {} };")}`,
        );
        expect(await verdict(page)).toMatch(/^Not conformant/);
        expect(await page.textContent('[aria-labelledby=run-failures]')).toContain('"characters":10000019');
        const report = JSON.parse(await download(page, 'Report as JSON')) as Report;
        // Were they kept whole, these few would make the report too long.
        expect(
          report.checks.filter(({ got }) => JSON.stringify(got)?.includes('"characters":10000019')).length,
        ).toBeGreaterThan(1);
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

/** One page for them all: whatever a module does, the page goes on. */
describe('A module after others on the same page', () => {
  let opened: Opened | undefined;
  // Not before all: where there is no browser, each test is skipped first.
  beforeEach(async () => {
    opened ??= await open('run/#subject=module&runs=0&timeout=1');
  });
  afterEach(() => {
    if (opened !== undefined) expect(opened.faults).toEqual({ outside: [], errors: [] });
  });
  afterAll(() => opened?.close());

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
    'that has %s gets none, with the reason',
    async (_, text, words) => {
      const { page } = opened as Opened;
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
      const { page } = opened as Opened;
      await judgeModule(
        page,
        moduleThat(`if (params.ids?.length === 0) { ${body} }\n  return { reject: { code: 'id-form' } };`),
      );
      expect(await verdict(page)).toMatch(/^Not conformant/);
      expect(await brokenRequirements(page)).toContain(requirement);
      expect(await page.textContent('.run-results')).toContain(words);
      expect(await page.locator('iframe').count()).toBe(0);
    },
    LONG,
  );
});
