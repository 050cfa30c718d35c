import { expect, test } from 'vitest';
import { PROFILES } from '../src/protocol/operations.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { suite } from '../src/suite.ts';
import { HELLO, inProcess, type Spoil } from './fixtures/in-process.ts';

/** Gives up at what a recursive reader has no stack for. */
const recursive: Spoil = ({ params }, right) =>
  /\[{10000}|(?:\{"a":){10000}|(?:\[\{"a":){10000}/.test(JSON.stringify(params).replaceAll('\\"', '"'))
    ? { error: { code: 1, message: 'Maximum call stack size exceeded' } }
    : right;

test('TXT-6 a reader that calls itself is noticed in every operation and format', async () => {
  const limits = suite.checks.filter(({ id }) => id.startsWith('limits/'));
  const report = await judgeSubject({
    seed: PINNED_SEED,
    launch: inProcess(recursive, { ...HELLO, profiles: PROFILES }),
    suite: { ...suite, checks: limits, laws: [] },
    runs: 0,
    siblings: 0,
    twice: false,
  });
  const failed = report.checks.filter(({ outcome }) => outcome === 'failed');
  const kind = ({ operation, profile }: { operation: string; profile: string }): string => `${operation} ${profile}`;
  expect(limits.length).toBeGreaterThan(40);
  expect(new Set(failed.map(kind))).toEqual(new Set(limits.map(kind)));
  expect(failed).toHaveLength(limits.length);
});
