import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Report, validateReport } from '@rockpool/schemas';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
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

describe('The reference in a tab', () => {
  test(
    'is conformant, by the whole suite',
    async () => {
      await visit('run/', { width: 1440 }, async (page) => {
        await runToEnd(page);
        expect(await verdict(page)).toMatch(/^Conformant ?core, documents, feeds, /);
        const report = JSON.parse(await download(page, 'Report as JSON')) as Report;
        expect(validateReport(report)).toBe(true);
        expect([report.verdict, report.totals.failed, report.totals.couldNotRun]).toEqual(['conformant', 0, 0]);
        expect(report.totals.passed).toBeGreaterThan(6_000);
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
        await page.fill('input[type=search]', 'path-form characters');
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
    'loads the judge when it is started and not before, as much of it as the page says',
    async () => {
      const { page, close } = await open('run/');
      const scripts: string[] = [];
      await awake(page);
      await page.waitForLoadState('networkidle');
      expect(
        await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
      ).not.toContainEqual(expect.stringContaining('judge-worker'));
      page.on('response', (response) => {
        if (response.url().includes('judge-worker')) scripts.push(response.url());
      });
      await page.click('.run-bar button');
      await page.waitForSelector('.run[data-phase=running]', { timeout: LONG });
      // The browser forgets the text of so long an answer.
      const script = await (await fetch(scripts[0] as string)).arrayBuffer();
      expect(script.byteLength).toBeGreaterThan(1_000_000);
      expect(gzipSync(script).length).toBeLessThan(1_300_000);
      await close();
    },
    LONG,
  );
});

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
    ['syntax error', 'export default ({ method }) => {\n  const x = ;\n};', 'it did not start: SyntaxError'],
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
