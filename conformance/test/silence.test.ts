import { describe, expect, test } from 'vitest';
import type { Clock } from '../src/protocol/client.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import type { Progress, RunOptions } from '../src/run/options.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { HELLO, inProcess } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

/** Right, but silent about every blob. */
const silentAbout = (method: string, window: number, options: Partial<RunOptions> = {}) =>
  judgeSubject({
    seed: PINNED_SEED,
    launch: inProcess((request, right) => (request.method === method ? undefined : right), { ...HELLO, window }),
    suite: fixtureSuite,
    runs: 1,
    timeoutMillis: 10_000,
    clock: quick,
    ...options,
  });

/** Ten seconds of it are 300 milliseconds. */
const quick: Clock = {
  now: () => performance.now() * 33,
  setTimer: (run, millis) => setTimeout(run, millis / 33),
  clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

describe('SUB-5 A subject that is silent about one operation', () => {
  test('is told of among what was open, and then alone', async () => {
    const told: string[][] = [];
    const unasked = new Set<string>();
    await silentAbout('blob.id', 8, {
      unasked,
      onSilent: (methods) => {
        told.push([...methods]);
        if (methods.length === 1) unasked.add('blob.id');
      },
    });
    expect(told[0]).toContain('blob.id');
    expect(told.at(-1)).toEqual(['blob.id']);
  });

  test('is asked no more about it from the moment that this is wished', async () => {
    const unasked = new Set<string>();
    let silences = 0;
    const report = await silentAbout('blob.id', 1, {
      unasked,
      onSilent: (methods) => {
        expect(methods).toEqual(['blob.id']);
        silences += 1;
        unasked.add('blob.id');
      },
    });
    expect(silences).toBe(1);
    const left = report.checks.filter(({ outcome }) => outcome === 'could-not-run');
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ reason }) => reason))).toEqual(
      new Set(['blob.id was not asked any more: the run was told to stop asking it']),
    );
    expect(new Set(left.map(({ operation }) => operation))).toEqual(new Set(['blob.id']));
    const inTime = report.checks.find(({ id }) => id === 'subject/answers-in-time');
    expect(inTime).toMatchObject({ outcome: 'failed', failure: 'hang' });
    expect(report.verdict).toBe('not-conformant');
  });
});

describe('The questions that hung before an operation was given up', () => {
  test('are blamed for it, and the others are left', async () => {
    const unasked = new Set<string>();
    let silences = 0;
    // The claims are probed once; the second silence is that of a check.
    const report = await silentAbout('blob.id', 1, {
      unasked,
      onSilent: () => {
        silences += 1;
        if (silences === 3) unasked.add('blob.id');
      },
    });
    expect(silences).toBe(3);
    const hanging = report.checks.filter(({ failure, operation }) => failure === 'hang' && operation === 'blob.id');
    expect(hanging).toHaveLength(1);
    expect(hanging[0]?.detail).toBe('no answer within 10 seconds');
  });
});

describe('The progress of a run', () => {
  test('counts all that the report lists, and ends there', async () => {
    const told: Progress[] = [];
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: inProcess(),
      suite: { ...fixtureSuite, siblings: 10 },
      runs: 1,
      growth: false,
      onProgress: (progress) => told.push(progress),
    });
    const known = told.filter(({ total }) => total > 0);
    expect(new Set(known.map(({ total }) => total))).toEqual(new Set([report.checks.length]));
    expect(known.at(-1)?.done).toBe(report.checks.length);
    expect(known.map(({ done }) => done)).toEqual(known.map(({ done }) => done).toSorted((a, b) => a - b));
  });

  test('has a suite that is brought when it is known which profiles are asked about', async () => {
    const asked: string[][] = [];
    const report = await judgeSubject({
      seed: PINNED_SEED,
      launch: inProcess(),
      suite: { ...fixtureSuite, checks: [] },
      load: async (profiles) => {
        asked.push([...profiles]);
        return fixtureSuite.checks;
      },
      runs: 0,
    });
    expect(asked).toEqual([['core']]);
    expect(report.verdict).toBe('conformant');
  });
});
