import { describe, expect, test } from 'vitest';
import { inlineOf } from '../src/facts/inline.ts';
import { findOmissible, type Omissible } from '../src/run/omissible.ts';
import { phaseWords } from '../src/run/phase.ts';

describe('A sentence of the specification', () => {
  test('has code between backticks, however many, and emphasis', () => {
    expect(inlineOf('`path` MUST have ``a`b`` and *n*.')).toEqual([
      { kind: 'code', text: 'path' },
      { kind: 'text', text: ' MUST have ' },
      { kind: 'code', text: 'a`b' },
      { kind: 'text', text: ' and ' },
      { kind: 'emphasis', text: 'n' },
      { kind: 'text', text: '.' },
    ]);
  });

  test('keeps asterisks in code and alone', () => {
    expect(inlineOf('`-?(0|[1-9][0-9]*)` and 2 * 3 * 4')).toEqual([
      { kind: 'code', text: '-?(0|[1-9][0-9]*)' },
      { kind: 'text', text: ' and 2 * 3 * 4' },
    ]);
  });
});

describe('Finding a rule', () => {
  const all: Omissible[] = [
    {
      requirement: 'DOC-7',
      kind: 'rule',
      title: 'a path of its characters',
      code: 'path-form',
      chapter: '05-documents',
    },
    {
      requirement: 'SIG-2',
      kind: 'rule',
      title: 'a canonical point',
      code: 'signature-invalid',
      chapter: '03-signatures',
    },
  ];
  test('takes every word, in any case and order, from id, title, code or chapter', () => {
    expect(findOmissible(all, 'PATH doc-7')).toEqual([all[0]]);
    expect(findOmissible(all, '03-sig')).toEqual([all[1]]);
    expect(findOmissible(all, '  ')).toEqual(all);
    expect(findOmissible(all, 'path point')).toEqual([]);
  });
});

test('Progress is told in numbers and words', () => {
  const progress = { done: 1_234, total: 6_995, failed: 2, doing: 'law/merge-order' };
  expect(phaseWords({ at: 'running', progress })).toBe('1,234 of 6,995 checks, 2 failed; trying the laws, merge-order');
});
