import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { excerpt, included } from '../../conformance/src/cli/guide-listing.ts';
import { HELP } from '../../conformance/src/cli/help.ts';
import { includedFiles } from '../build/include-files.ts';

const GUIDE = join(import.meta.dirname, '../src/content/docs/guide');
const ROOT = join(import.meta.dirname, '../..');
const EXAMPLES = 'conformance/examples';

const pages = globSync('*.md', { cwd: GUIDE }).map((name) => ({ name, text: readFileSync(join(GUIDE, name), 'utf8') }));
const blocksOf = (text: string) => [...text.matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)];

describe('What a page of the guide includes', () => {
  test('every adapter of the examples is shown, and every session', () => {
    const files = globSync('**/*.*', { cwd: join(ROOT, EXAMPLES), exclude: ['**/__pycache__/**'] });
    expect(new Set(includedFiles())).toEqual(new Set(files.map((file) => `${EXAMPLES}/${file}`)));
  });

  test('a file comes whole', () => {
    const path = `${EXAMPLES}/first_adapter.py`;
    const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
    expect(included(` title="first_adapter.py" file=${path}`, read)).toBe(read(path).trimEnd());
  });

  test('an excerpt has both its ends, and one that is not there stops the build', () => {
    expect(excerpt('one\ntwo\nthree\nfour', 'two', 'three')).toBe('two\nthree');
    expect(() => excerpt('one\ntwo', 'three', undefined)).toThrow(RangeError);
    expect(() => excerpt('one\ntwo', 'two', 'one')).toThrow(RangeError);
  });

  test('no code but commands of a shell stands in a page itself', () => {
    const own = pages.flatMap(({ name, text }) =>
      blocksOf(text).flatMap(([, language, meta, code]) => (meta?.includes('file=') ? [] : [{ name, language, code }])),
    );
    expect(own.filter(({ language }) => language !== 'sh')).toEqual([]);
  });
});

describe('What a page of the guide says', () => {
  const commands = pages.flatMap(({ text }) => text.match(/rockpool-conformance (?:[a-z]+)[^`\n]*/g) ?? []);

  test.each([...new Set(commands)])('%s exists', (command) => {
    const [, name = '', options = ''] =
      /^rockpool-conformance ([a-z]+)(.*)$/.exec(command.split(' -- ')[0] ?? '') ?? [];
    expect(Object.keys(HELP)).toContain(name);
    for (const option of options.match(/--[a-z-]+/g) ?? []) expect(HELP[name]).toContain(option);
  });

  test('an option in a sentence is one of the judge', () => {
    const options = new Set(pages.flatMap(({ text }) => text.match(/(?<=`)--[a-z-]+/g) ?? []));
    expect([...options].filter((option) => !Object.values(HELP).some((help) => help.includes(option)))).toEqual([]);
  });

  test('every line of the failure that is read is explained', () => {
    const session = readFileSync(join(ROOT, EXAMPLES, 'output/mistaken.txt'), 'utf8');
    const labels = [...session.matchAll(/^ {4}(\S+(?: \S+)?) {2,}/gm)].map(([, label]) => label);
    const page = pages.find(({ name }) => name === 'failures.md')?.text ?? '';
    const named = labels.filter((label) => !/^[A-Z]+\d?-\d+$/.test(String(label)));
    expect(named.filter((label) => !page.includes(`**${label}**`))).toEqual([]);
    expect(named.length).toBeGreaterThan(8);
  });

  test('first adapters have at most 60 lines', () => {
    for (const name of ['first-adapter.ts', 'first_adapter.py'])
      expect(
        readFileSync(join(ROOT, EXAMPLES, name), 'utf8')
          .trimEnd()
          .split('\n').length,
      ).toBeLessThanOrEqual(60);
  });

  test('checks that it names are there', () => {
    expect(existsSync(join(ROOT, 'vectors/v1/documents.json'))).toBe(true);
    expect(readFileSync(join(ROOT, 'vectors/v1/documents.json'), 'utf8')).toContain('documents/wiki-page');
  });
});
