import { readFileSync } from 'node:fs';
import { type Manifest, validateVectorFile } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { choicesOf, filterEntries } from '../src/vectors/filter.ts';
import { EVERYTHING, parseFragment, printFragment, type View } from '../src/vectors/fragment.ts';
import { vectorsOfChapter } from '../src/vectors/of-chapter.ts';
import { vectorFileText, vectorsIn } from '../src/vectors/vector-file.ts';
import { makeIndex, packIndex, type Requirement, unpackIndex } from '../src/vectors/vector-index.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('vectors/manifest.json')) as Manifest;
const texts = new Map(manifest.files.map(({ path }) => [path, read(`vectors/${path}`)]));
const requirements = JSON.parse(read('spec/requirements.json')) as Requirement[];
const index = makeIndex(manifest, texts, { requirements, omissible: ['DOC-7'] });
const shown = (view: Partial<View>) => filterEntries(index, { ...EVERYTHING, ...view });

describe('The index', () => {
  test('has as many vectors as the manifest says, in its order', () => {
    expect(index.entries.length).toBe(manifest.cases);
    expect(index.entries[0]?.file).toBe('encoding');
  });

  test('is the same after it travelled', () => {
    expect(unpackIndex(JSON.parse(JSON.stringify(packIndex(index))))).toEqual(index);
  });
});

describe('A file of vectors', () => {
  test('falls into its vectors, each with its exact text', () => {
    for (const { name, path } of index.files) {
      const text = texts.get(path) ?? '';
      const found = vectorsIn(text);
      expect(found.map(({ vector }) => vector)).toEqual(JSON.parse(text).cases);
      expect(text.endsWith(`"cases": [\n${found.map((each) => each.text).join(',\n')}\n  ]\n}\n`), name).toBe(true);
    }
  });

  test('can be made of any vectors, and has the form of the schema', () => {
    const some = vectorsIn(texts.get('v1/ssb.json') ?? '').slice(0, 3);
    const made = vectorFileText(
      { title: 'a "title"', description: 'some' },
      some.map(({ text }) => text),
    );
    expect(validateVectorFile(JSON.parse(made))).toBe(true);
    expect(vectorsIn(made)).toEqual(some);
  });
});

describe('The filter', () => {
  test('shows everything when nothing is asked for', () => {
    expect(shown({})).toEqual(index.entries);
  });

  test('knows requirements, written in either case', () => {
    const found = shown({ requirement: 'doc-7' });
    expect(found.length).toBeGreaterThan(10);
    expect(found.every((entry) => entry.requirements.includes('DOC-7'))).toBe(true);
  });

  test.each(['accepts', 'value', 'held', 'rejects'])('knows the answer %s', (expectation) => {
    const found = shown({ expectation });
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ outcome }) => outcome.kind))).toEqual(new Set([expectation]));
  });

  test('knows the code of a rejection', () => {
    const found = shown({ expectation: 'path-form' });
    expect(found.length).toBeGreaterThan(10);
    for (const { outcome } of found) expect(outcome).toMatchObject({ codes: expect.arrayContaining(['path-form']) });
  });

  test('looks for all words, in id or title, whatever their case', () => {
    expect(shown({ text: 'BLANK documents/path' }).map(({ id }) => id)).toContain('documents/path-with-blank');
    expect(shown({ text: 'blank nowhere-to-be-found' })).toEqual([]);
  });

  test('puts all its parts together', () => {
    const view = { file: 'documents', profile: 'documents', operation: 'record.verify', chapter: '05-documents' };
    const found = shown({ ...view, expectation: 'accepts' });
    expect(found.length).toBeGreaterThan(5);
    expect(found.every(({ file, outcome }) => file === 'documents' && outcome.kind === 'accepts')).toBe(true);
  });

  test('offers nothing that no vector has', () => {
    const { files, chapters, codes, profiles, operations } = choicesOf(index);
    for (const { name } of files) expect(shown({ file: name }).length).toBeGreaterThan(0);
    for (const chapter of chapters)
      for (const requirement of chapter.requirements) expect(shown({ requirement }).length).toBeGreaterThan(0);
    for (const expectation of codes) expect(shown({ expectation }).length).toBeGreaterThan(0);
    for (const profile of profiles) expect(shown({ profile }).length).toBeGreaterThan(0);
    for (const operation of operations) expect(shown({ operation }).length).toBeGreaterThan(0);
  });
});

describe('The fragment', () => {
  test('is readable', () => {
    expect(printFragment({ requirement: 'DOC-7' })).toBe('requirement=DOC-7');
    expect(printFragment({ vector: 'documents/own-page' })).toBe('vector=documents/own-page');
    expect(printFragment(EVERYTHING)).toBe('');
  });

  test('says all of a view', () => {
    const view: View = {
      file: 'ssb',
      profile: 'core',
      operation: 'id.parse',
      requirement: 'TXT-1',
      chapter: '02-encoding',
      expectation: 'text-utf8',
      text: 'a + b & "ü" #%',
      page: 7,
      vector: 'a/b-c',
    };
    expect(parseFragment(`#${printFragment(view)}`)).toEqual(view);
  });

  test('is everything where it says nothing that is known', () => {
    for (const fragment of ['', '#', '#all', '#page=-3&x=1', '#page=zz'])
      expect(parseFragment(fragment)).toEqual(EVERYTHING);
  });
});

describe('The vectors of a chapter', () => {
  test('are those that test one of its requirements', () => {
    const { entries, groups, first, files } = vectorsOfChapter(index, '05-documents');
    expect(entries).toEqual(shown({ chapter: '05-documents' }));
    expect(groups.map(({ requirement }) => requirement.id).slice(0, 3)).toEqual(['DOC-1', 'DOC-2', 'DOC-3']);
    for (const { requirement, entries: all, shown: few } of groups) {
      expect(all).toEqual(shown({ requirement: requirement.id }));
      expect(few.length).toBe(Math.min(3, all.length));
    }
    expect(first[0]?.outcome.kind).toBe('accepts');
    expect(first.slice(1).map(({ outcome }) => outcome.kind)).toEqual(['rejects', 'rejects', 'rejects']);
    expect(files).toContain('documents');
  });

  test('show some where no answer is a refusal', () => {
    const { first } = vectorsOfChapter(index, '12-sync');
    expect(first.length).toBe(4);
    expect(new Set(first).size).toBe(4);
  });

  test('are none where it has no requirements', () => {
    expect(vectorsOfChapter(index, '01-overview')).toEqual({ entries: [], groups: [], first: [], files: [] });
  });
});
