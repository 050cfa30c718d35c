import type { CheckResult, Report } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { PROFILES } from '../src/protocol/operations.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import type { RunOptions } from '../src/run/options.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { suite } from '../src/suite.ts';
import type { Launch } from '../src/transport/port.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { HOSTILE } from './fixtures/hostile.ts';
import { HELLO, inProcess, type Spoil } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const failuresOf = ({ checks }: Report): CheckResult[] => checks.filter(({ outcome }) => outcome === 'failed');

/** A subject that forgets when it is started anew. */
const forgetful =
  (spoil: () => Spoil): Launch =>
  (listener) =>
    inProcess(spoil(), { ...HELLO, profiles: PROFILES })(listener);

/** Every thirtieth check of the suite that is about records: enough of each kind. */
const records = {
  ...suite,
  checks: suite.checks.filter(({ operation }, index) => operation === 'record.verify' && index % 30 === 0),
  laws: [],
};

const judge = (spoil: () => Spoil, options: Partial<RunOptions> = {}): Promise<Report> =>
  judgeSubject({ seed: PINNED_SEED, launch: forgetful(spoil), suite: records, runs: 0, siblings: 0, ...options });

const TEMPORAL = ['timestamp-future', 'expired'];

/** Remembers by the text alone what it once refused for the time. */
const remembersRefusals = (): Spoil => {
  const refused = new Map<unknown, string>();
  return ({ method, params }, right) => {
    if (method !== 'record.verify' || !('result' in right)) return right;
    const text = params.text ?? params.bytes;
    const { reject } = right.result as { reject?: { code: string } };
    if (reject && TEMPORAL.includes(reject.code)) refused.set(text, reject.code);
    const code = refused.get(text);
    return code === undefined ? right : { result: { reject: { code } } };
  };
};

/** Verifies a record of one length and one beginning and end only once. */
const remembersNarrowly = (): Spoil => {
  const seen = new Map<string, object>();
  return ({ method, params }, right) => {
    const { text } = params;
    if (method !== 'record.verify' || typeof text !== 'string' || !('result' in right)) return right;
    const key = `${params.format} ${params.now} ${text.length} ${text.slice(0, 16)} ${text.slice(-16)}`;
    if (!seen.has(key)) seen.set(key, right.result);
    return { result: seen.get(key) as object };
  };
};

describe('SUB-9 A subject with a memory', () => {
  test('is not found where there is none', async () => {
    expect(failuresOf(await judge(() => (_, right) => right))).toEqual([]);
  });

  test.for([
    ['that remembers a refusal for the time is noticed', remembersRefusals],
    ['that remembers records by too little is noticed', remembersNarrowly],
  ] as const)('%s', async ([, spoil]) => {
    const report = await judge(spoil);
    const [memory] = failuresOf(report).filter(({ id }) => id === 'subject/same-answer');
    expect(memory).toMatchObject({ failure: 'nondeterministic', requirements: ['SUB-9'] });
    expect(memory?.got).not.toEqual(memory?.expected);
    expect(failuresOf(report).flatMap(({ requirements }) => requirements)).toEqual(
      failuresOf(report).map(() => 'SUB-9'),
    );
  });
});

describe('A failed check', () => {
  const hostile = (fault: string): Promise<Report> =>
    judgeSubject({
      seed: PINNED_SEED,
      launch: stdioSubject([process.execPath, HOSTILE, '--fault', fault]),
      suite: fixtureSuite,
      runs: 0,
    });

  test('SUB-9 that passes when it is asked alone is blamed on memory and on no rule of its own', async () => {
    const failed = failuresOf(await hostile('tires'));
    expect(failed.length).toBeGreaterThan(1);
    for (const { requirements, failure } of failed)
      expect([requirements, failure]).toEqual([['SUB-9'], 'nondeterministic']);
    expect(failed[0]?.detail).toContain('asked again in a fresh process, it was answered rightly');
  });

  test('SUB-2 whose answer changed places with another is blamed on that', async () => {
    const failed = failuresOf(await hostile('swaps-answers'));
    expect(failed.map(({ requirements }) => requirements)).toEqual([['SUB-2'], ['SUB-2'], ['SUB-2']]);
    expect(failed.map(({ id }) => id)).toContain('identifiers/upper-case');
    expect(failed[0]?.detail).toContain('changed places with that of');
  });

  test('that fails again is blamed on its rule', async () => {
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: inProcess(({ params }, right) => (params.text === 'null' ? { result: { ok: {} } } : right)),
      suite: fixtureSuite,
      runs: 0,
    });
    expect(failuresOf(report)).toMatchObject([{ id: 'encoding/null', requirements: ['TXT-7'] }]);
  });
});
