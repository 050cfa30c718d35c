import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderPage, sections } from '../src/cli/guide-page.ts';
import { loadGuide } from '../src/cli/guide-source.ts';

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(import.meta.dirname, '../bin/rockpool-conformance.mjs');
const { pages, files } = loadGuide();

const guide = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'guide', ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

/** A page of the guide with this body, which names what is in `others`. */
const rendered = (body: string, others: Record<string, string> = {}): string => {
  const path = 'site/src/content/docs/guide/one.md';
  const texts: Record<string, string> = { [path]: `---\ntitle: 'One'\n---\n\n${body}\n`, ...others };
  return renderPage(path, (asked) => texts[asked] ?? '').text;
};

describe('A page as text', () => {
  test('has its title and its listings, and says how to copy one', () => {
    const body = '```ts title="a.ts" file=conformance/examples/a.ts\n```';
    expect(rendered(body, { 'conformance/examples/a.ts': 'one\ntwo\n' })).toBe(
      '# One\n\n`a.ts`, from `rockpool-conformance guide a.ts > a.ts`:\n\n```ts\none\ntwo\n```\n',
    );
  });

  test('has the lines of a listing that are asked for', () => {
    const body = '```text file=conformance/examples/output/a.txt from="two" to="three"\n```';
    expect(rendered(body, { 'conformance/examples/output/a.txt': 'one\ntwo\nthree\nfour\n' })).toBe(
      '# One\n\n```text\ntwo\nthree\n```\n',
    );
  });

  test('names the command behind each link, and leaves code and addresses of the web alone', () => {
    expect(rendered('[a](two.md), [b](../../../../../spec/03-signatures.md#x), [c](#y), [d](https://e.example/)')).toBe(
      '# One\n\na (`rockpool-conformance guide two`), b (`rockpool-conformance guide spec/03-signatures#x`), ' +
        'c (`rockpool-conformance guide one#y`), [d](https://e.example/)\n',
    );
    expect(rendered('`[a](two.md)`\n\n```sh\n[a](two.md)\n```')).toBe(
      '# One\n\n`[a](two.md)`\n\n```sh\n[a](two.md)\n```\n',
    );
  });

  test('has of a link to a tool of the site its words', () => {
    expect(rendered('[a](../../../pages/run.astro) b')).toBe('# One\n\na b\n');
  });

  test('is cut at the headings of one level', () => {
    const cut = sections('# One\n\n## The A, b\n\na\n\n### Deep\n\n```sh\n## none\n```\n\n## C\n\nc\n');
    expect([...cut.keys()]).toEqual(['one', 'the-a-b', 'deep', 'c']);
    expect(cut.get('the-a-b')).toBe('## The A, b\n\na\n\n### Deep\n\n```sh\n## none\n```\n');
    expect(cut.get('c')).toBe('## C\n\nc\n');
  });
});

describe('The guide of this repository', () => {
  test('begins with the first verdict, and has every chapter', () => {
    expect(pages[0]?.name).toBe('first-verdict');
    expect(pages.filter(({ name }) => /^spec\/\d\d-/.test(name)).length).toBeGreaterThan(9);
  });

  test('leads from every link to a page, a section or a file that is there', () => {
    const there = new Set([
      ...files.map(({ name }) => name),
      ...pages.flatMap(({ name, text }) => [name, ...[...sections(text).keys()].map((each) => `${name}#${each}`)]),
    ]);
    const asked = pages.flatMap(({ text }) => [...text.matchAll(/`(?:npx )?rockpool-conformance guide ([^\s`]+)/g)]);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.map(([, name]) => name).filter((name) => !there.has(String(name)))).toEqual([]);
  });

  test('has all its listings in place', () => {
    for (const { name, text } of pages) expect(text, name).not.toMatch(/^```.* file=|^```\w+\n```/m);
  });
});

describe('The command', () => {
  test('lists pages, chapters and files', () => {
    const { status, stdout } = guide();
    expect(status).toBe(0);
    for (const { name } of [...pages, ...files]) expect(stdout).toContain(`  ${name}`);
  });

  test('prints a file byte for byte', () => {
    expect(guide('first_adapter.py').stdout).toBe(
      readFileSync(join(ROOT, 'conformance/examples/first_adapter.py'), 'utf8'),
    );
  });

  test('finds a chapter without its folder, and a section of it', () => {
    const { stdout } = guide('06-subject-protocol.md#the-handshake');
    expect(stdout).toMatch(/^## The handshake\n/);
    expect(stdout).toContain('**SUB-7**');
    expect(stdout).not.toMatch(/^## (?!The handshake)/m);
  });

  test('says what there is where it lacks what is asked', () => {
    const wrong = guide('first-verdit');
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toMatch(
      /no page or file first-verdit .* is it first-verdict\? There are the pages first-verdict, /,
    );
    expect(guide('ci#nowhere')).toMatchObject({ status: 2, stderr: expect.stringContaining('the-script, ') });
    expect(guide('ci', 'grow').status).toBe(2);
  });

  test('answers in JSON', () => {
    expect(JSON.parse(guide('--json').stdout)).toEqual({ pages, files });
    expect(JSON.parse(guide('ci', '--json').stdout)).toEqual(pages.find(({ name }) => name === 'ci'));
  });
});
