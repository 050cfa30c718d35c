import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../src/protocol/message.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { sameAnswer } from '../src/verdict/same.ts';
import { storedReply, TOLD, told } from '../src/verdict/stored.ts';
import { inProcess } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const result = (of: Record<string, unknown>): Reply => ({ kind: 'result', result: of });
const LONG = 'x'.repeat(TOLD);

describe('A stored reply', () => {
  test.each([
    ['ok', { ok: { id: '&b' } }],
    ['reject', { reject: { code: 'id-form' } }],
    ['held', { held: { reason: 'identity' } }],
    ['neither', {}],
    ['a form that is none', { ok: 1, reject: 'no', held: [] }],
  ])('says the same as the reply, with %s', (_, of) => {
    expect(storedReply('blob.id', result(of))).toEqual(result(of));
  });

  test('that is long has no members without a meaning', () => {
    expect(storedReply('blob.id', result({ ok: { id: '&b', more: LONG }, more: LONG }))).toEqual(
      result({ ok: { id: '&b' } }),
    );
  });

  test('has the beginning and the length of what is long', () => {
    for (const of of [{ ok: { id: LONG } }, { reject: { code: LONG } }, { held: { reason: LONG } }, { ok: LONG }]) {
      const text = JSON.stringify(storedReply('blob.id', result(of)));
      expect(text.length).toBeLessThan(2_000);
      expect(text).toContain(`xxx… (${TOLD + 2} characters, SHA-256 `);
    }
    const error = storedReply('blob.id', { kind: 'error', code: 1, message: LONG });
    expect(JSON.stringify(error).length).toBeLessThan(2_000);
  });

  test('is the same answer as another exactly where the replies are', () => {
    const merge = (deleted: string[], first: object): Reply =>
      result({ ok: { kept: [], held: [], winners: first, deleted: [...deleted, LONG] } });
    const same = (one: Reply, other: Reply): boolean[] => [
      sameAnswer('document.merge', one, other, true),
      sameAnswer('document.merge', storedReply('document.merge', one), storedReply('document.merge', other), true),
    ];
    const one = merge(['/a', '/b'], { '/a': 1, [LONG]: 2 });
    expect(same(one, merge(['/b', '/a'], { [LONG]: 2, '/a': 1 }))).toEqual([true, true]);
    expect(same(one, merge(['/b', '/c'], { [LONG]: 2, '/a': 1 }))).toEqual([false, false]);
    expect(same(one, merge(['/a', '/b'], { '/a': 1, [LONG]: 3 }))).toEqual([false, false]);
  });
});

describe('What is told of an answer', () => {
  test('is cut through no character, and half of one does no harm', () => {
    for (const text of [
      'x'.repeat(990) + '🌸'.repeat(TOLD),
      'x'.repeat(991) + '🌸'.repeat(TOLD),
      '\ud83c'.repeat(TOLD),
    ]) {
      const { beginning } = told({ ok: text }) as { beginning: string };
      expect(beginning.isWellFormed()).toBe(true);
      expect(() => storedReply('blob.id', result({ ok: { id: text } }))).not.toThrow();
      expect(() => storedReply('blob.id', { kind: 'error', code: 1, message: text })).not.toThrow();
    }
  });

  test('is all of it, or its beginning and its length', () => {
    expect(told({ ok: {} })).toEqual({ ok: {} });
    expect(told({ ok: LONG })).toEqual({ beginning: expect.stringMatching(/^\{"ok":"x{993,}$/), characters: TOLD + 9 });
  });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('A subject with answers of megabytes', () => {
  test('is judged to the end, and what it answered is not kept', async () => {
    const MEGABYTES = 4;
    const fat = 'x'.repeat(MEGABYTES * 1_000_000);
    const ids = fixtureSuite.checks.filter(({ operation }) => operation === 'blob.id');
    const checks = Array.from({ length: 10 }, (_, index) => ({
      ...(ids[0] as (typeof ids)[0]),
      id: `blobs/copy-${index}`,
    }));
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    let kept = 0;
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: inProcess((_, right) => ('result' in right ? { result: { ok: { id: fat } } } : right)),
      suite: { ...fixtureSuite, checks, laws: [] },
      runs: 0,
      onProgress: ({ doing }) => {
        if (doing !== 'the same again') return;
        collectGarbage();
        kept = process.memoryUsage().heapUsed - before;
      },
    });
    expect(report.checks.filter(({ failure }) => failure === 'wrong-value').length).toBe(10);
    expect(report.checks[0]?.got).toMatchObject({ characters: fat.length + 16 });
    expect(kept / 1_000_000).toBeLessThan(4 * MEGABYTES);
  }, 60_000);
});
