import { describe, expect, test } from 'vitest';
import { judgeWeakened, weakenedBy } from '../scripts/mutants/weakened.ts';
import { ask, checksFor, touched } from '../scripts/mutants/weakened-checks.ts';
import { contradictions, weakenedScoreOf } from '../scripts/mutants/weakened-score.ts';
import { weakenedSubject } from '../scripts/mutants/weakened-subject.ts';

/** Whether all checks that it fails are among those that it is asked. */
const asksAllThatFail = (weakened: ReturnType<typeof weakenedBy>) => {
  const made = weakenedSubject(weakened);
  const asked = touched(weakened, made);
  const others = checksFor(weakened).filter((check) => !asked.includes(check));
  expect(others.filter((check) => ask(check, made.subject).outcome === 'failed')).toEqual([]);
  expect(asked.some((check) => ask(check, made.subject).outcome === 'failed')).toBe(true);
};

describe('weakened subjects', () => {
  test('one that takes the name of a space that is too long is told by its requirement, first', () => {
    const { failed, place } = judgeWeakened(weakenedBy('ID-4/space-long-2'));
    expect(failed[0]).toMatch(/^identifiers\//);
    expect(place).toBe(1);
  });

  test('one that takes a line feed behind a key is told by its requirement, behind another that the line feed breaks', () => {
    const { failed, place } = judgeWeakened(weakenedBy('ID-2/key-trailing-lf'));
    expect(failed[0]).toMatch(/^identifiers\//);
    // No key of these ends with a letter that has its spare bits zero [ID-5].
    expect(place).toBe(2);
  });

  test('one that is not weakened at all is not noticed', () => {
    const { weaken: _, ...about } = weakenedBy('ID-2/key-trailing-lf');
    expect(judgeWeakened({ ...about, weaken: (protocol) => protocol })).toMatchObject({ failed: [], place: 0 });
  });

  test.each([
    ['SYN-23/got-by-any', 'sync/pub-'],
    ['SYN-23/states-of-all', 'sync/pub-news'],
    ['SYN-30/times-of-first', 'sync/pub-times'],
    ['SYN-17/sparse-of-first', 'sync/pub-sparse'],
  ])('%s, which sessions of one replica share, is told by %s', (id, vector) => {
    const { failed, place } = judgeWeakened(weakenedBy(id));
    expect(failed[0]?.startsWith(vector)).toBe(true);
    expect(place).toBeGreaterThan(0);
  });

  // Rules, a reader of texts, a signature, a step: each is compared in a way of its own.
  test.each([
    'ID-4/space-long-2',
    'TXT-3/outermost-only',
    'TXT-2/comments',
    'SIG-5/without-1',
    'BLB-2/halves',
    'ID-6/first-4',
    'ES-18/keep-all:es.4',
    'DOC-19/keep-all',
  ])('%s fails no check that it was not asked', (id) => asksAllThatFail(weakenedBy(id)));

  // What it takes says what a right document says. Ids alone, of which there are few questions.
  test('one that takes comments in the id of a document fails no check that it was not asked', () =>
    asksAllThatFail({ ...weakenedBy('TXT-2/comments:es.5'), operations: ['record.id'] }));
});

describe('the score of weakened subjects', () => {
  const outcome = (id: string, failed: readonly string[], place: number) => ({
    id,
    requirement: 'DOC-7',
    format: 'rp.document.1',
    title: '',
    failed,
    place,
  });
  const noticed = outcome('DOC-7/a', ['x'], 3);
  const unnamed = outcome('DOC-7/b', ['x'], 4);
  const missed = outcome('DOC-7/c', [], 0);

  test('one is named if its requirement is among the first three', () => {
    expect(weakenedScoreOf([noticed, unnamed, missed])).toMatchObject({
      totals: { weakened: 3, noticed: 2, named: 1 },
      missed: ['DOC-7/c'],
      unnamed: ['DOC-7/b'],
    });
  });

  test('a sample contradicts a score that says otherwise of one of its subjects', () => {
    const score = weakenedScoreOf([noticed, unnamed, missed]);
    expect(contradictions(score, [noticed, missed])).toEqual([]);
    expect(contradictions(score, [{ ...missed, failed: ['x'], place: 1 }])).toEqual([
      'DOC-7/c is noticed, and the score says missed',
    ]);
  });
});
