import * as judge from '@rockpool/conformance';
import * as reference from '@rockpool/reference';
import { describe, expect, test } from 'vitest';
import { namesIn, paragraphsOf } from '../src/api/docstring.ts';
import { packages } from '../src/api/packages.ts';

describe('The API', async () => {
  const all = await packages();
  const entriesOf = (folder: string) =>
    all.find((each) => each.folder === folder)?.groups.flatMap(({ entries }) => entries) ?? [];

  test.each([
    ['reference', reference],
    ['conformance', judge],
  ])('of %s has every export that is a value, once', (folder, module) => {
    const names = entriesOf(folder).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(module)));
    expect(new Set(names).size).toBe(names.length);
  });

  test('has docstrings that say what the signature cannot', () => {
    const without = all.flatMap(({ folder }) => entriesOf(folder)).filter(({ doc }) => doc === '');
    // Its members have theirs in the schema that it is made of.
    expect(without.map(({ name }) => name)).toEqual(['CheckResult']);
  });

  test('is grouped by whom it is for', () => {
    const titles = all.flatMap(({ groups }) => groups.map(({ title }) => title));
    expect(titles).toContain('To bring a transport');
    expect(titles.filter((title) => !/^(?:To |From @rockpool\/)/.test(title))).toEqual([]);
  });

  test('shows declarations as one would write them', () => {
    const { code, kind, file } = entriesOf('conformance').find(({ name }) => name === 'expand') ?? {};
    expect([code, kind]).toEqual(['export const expand: (value: unknown) => unknown;', 'function']);
    expect(file).toBe('conformance/src/checks/expand.ts');
  });
});

describe('A docstring', () => {
  test('has paragraphs, and ids of requirements lead to their sentences', () => {
    const [first, second] = paragraphsOf('Takes `a`\nand *b* [DOC-7].\n\nSHA-256 is none.');
    expect(first).toEqual([
      { kind: 'text', text: 'Takes ' },
      { kind: 'code', text: 'a' },
      { kind: 'text', text: ' and ' },
      { kind: 'emphasis', text: 'b' },
      { kind: 'text', text: ' [' },
      { kind: 'requirement', text: 'DOC-7', address: 'spec/05-documents/#doc-7' },
      { kind: 'text', text: '].' },
    ]);
    expect(second?.map(({ kind }) => kind)).not.toContain('requirement');
  });

  test('does not count the names that a declaration has in comments or strings, or gives to params', () => {
    const names = new Set(['Check', 'Law', 'Suite', 'suite']);
    expect(namesIn("/** A Law. */ type X = (suite?: Suite) => 'Check' | Suite;", names)).toEqual(['Suite']);
  });
});
