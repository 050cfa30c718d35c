import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hasWords } from '../src/components/entry-filter.ts';
import { vectorOf, vectors } from '../src/facts/index.ts';
import { inlineOf } from '../src/facts/inline.ts';
import { BREAKS, SHOWN } from '../src/landing/breaks.ts';
import { statusOf } from '../src/landing/status.ts';
import { changeOf } from '../src/live/change.ts';
import { exampleOf, isExample } from '../src/live/example.ts';
import { judgeRecord } from '../src/live/judge-record.ts';

const shown = vectorOf(SHOWN);
if (shown === undefined) throw new RangeError(SHOWN);

describe('The document of the first page', () => {
  const example = exampleOf(shown, '/base/', BREAKS);

  test('is accepted, and no change of those that are offered is', () => {
    expect(example.verdict).toMatchObject({ outcome: 'accepted' });
    const broken = BREAKS.map(({ from, to }) => judgeRecord(example.text.replace(from, to), example));
    expect(broken.map((verdict) => 'requirement' in verdict && verdict.requirement)).toEqual([
      'REC-17',
      'REC-15',
      'DOC-14',
      'REC-13',
    ]);
  });

  test('each change is told to a person first, by name', () => {
    const said = BREAKS.map(({ from, to }) => judgeRecord(example.text.replace(from, to), example).sentence);
    expect(said[0]).toContain('The content is not the one that Suzy signed for');
    expect(said[1]).toContain('Fern did not sign this');
    expect(said[2]).toContain('Suzy may not write here: the path lets only Fern write');
    expect(said[3]).toContain('future');
  });

  test('each change is marked as whole words', () => {
    const marked = BREAKS.map(({ from, to }) => changeOf(example.text, example.text.replace(from, to)));
    expect(marked.map((each) => [each?.before.slice(0, 13), each?.after.slice(0, 13)])).toEqual([
      ['pretty', 'boring'],
      [expect.stringMatching(/^@b/), expect.stringMatching(/^@b/)],
      ['/wiki/flowers', expect.stringMatching(/^\/about\/~@b/)],
      ['1700000000000', '1700086400000'],
    ]);
  });

  test.for([
    ['a b c', 'a b c', undefined],
    ['a b c', 'a  c', { start: 2, end: 2, before: 'b', after: '' }],
    ['a b c', 'a bx c', { start: 2, end: 4, before: 'b', after: 'bx' }],
    ['', 'x', { start: 0, end: 1, before: '', after: 'x' }],
    ['aa', 'a', { start: 0, end: 1, before: 'aa', after: 'a' }],
    ['x y', '', { start: 0, end: 0, before: 'x y', after: '' }],
  ] as const)('the change from “%s” to “%s” is found', ([before, now, change]) => {
    expect(changeOf(before, now)).toEqual(change);
  });

  test('a signature that fails names the clause of the equation', () => {
    const [, name] = BREAKS;
    expect(judgeRecord(example.text.replace(name?.from ?? '', name?.to ?? ''), example)).toMatchObject({
      because: 'SIG-7',
    });
  });

  test('tells every requirement that a verdict can name', () => {
    const refused = vectors.filter((each) => isExample(each) && each.input.format === 'rp.document.1');
    for (const { input } of refused) {
      if (typeof input.text !== 'string') continue;
      const verdict = judgeRecord(input.text, { format: 'rp.document.1', now: Number(input.now) });
      if (verdict.outcome === 'rejected') expect(Object.keys(example.told)).toContain(verdict.requirement);
    }
    expect(example.told['DOC-7']).toMatchObject({ href: '/base/spec/05-documents/#doc-7' });
  });

  test('a change that breaks nothing is a mistake', () => {
    expect(() => exampleOf(shown, '/', [{ label: 'x', from: 'no such text', to: '' }])).toThrow(RangeError);
  });
});

describe('Sentences', () => {
  test('have inline code, with any number of marks, and emphasis', () => {
    expect(inlineOf('A `x*` of ``a`b`` and *n*.')).toEqual([
      { kind: 'text', text: 'A ' },
      { kind: 'code', text: 'x*' },
      { kind: 'text', text: ' of ' },
      { kind: 'code', text: 'a`b' },
      { kind: 'text', text: ' and ' },
      { kind: 'emphasis', text: 'n' },
      { kind: 'text', text: '.' },
    ]);
  });
});

describe('The filter', () => {
  test('asks for every word, in any order and case', () => {
    expect(hasWords('DOC-7 MUST path-form', 'PATH doc')).toBe(true);
    expect(hasWords('DOC-7 MUST path-form', 'path sig')).toBe(false);
    expect(hasWords('anything', ' ')).toBe(true);
  });
});

describe('The status', () => {
  test('is the line of the README without its links', () => {
    expect(statusOf('x\n\n**Status:** 0.1.0, [a\nb](c.md) d.\n\ny')).toBe('0.1.0, a b d.');
    expect(statusOf(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))).toMatch(/^\d+\.\d+\.\d+/);
    expect(() => statusOf('no')).toThrow(RangeError);
  });
});
