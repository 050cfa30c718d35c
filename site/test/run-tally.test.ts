import type { CheckResult } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { causesOf, reasonsOf, stateOf, tallyByRequirement } from '../src/run/tally.ts';

const result = (id: string, requirements: string[], more: Partial<CheckResult> = {}): CheckResult => ({
  id,
  title: id,
  profile: 'core',
  requirements,
  operation: 'id.parse',
  outcome: 'passed',
  ...more,
});
const failed = (id: string, requirements: string[], input = '') =>
  result(id, requirements, { outcome: 'failed', failure: 'wrong-value', input: { input } });

describe('By requirement', () => {
  const tallies = tallyByRequirement([
    result('a', ['ID-10', 'ID-2']),
    failed('b', ['ID-10']),
    result('c', ['ID-3'], { outcome: 'not-applicable', reason: 'no texts' }),
    result('d', ['ID-2'], { outcome: 'could-not-run', reason: 'stopped' }),
    result('e', ['ID-4']),
  ]);

  test('failures come first, then letters and numbers', () => {
    expect(tallies.map(({ id }) => id)).toEqual(['ID-10', 'ID-2', 'ID-3', 'ID-4']);
  });

  test('each check counts for each of its requirements', () => {
    expect(tallies[0]).toMatchObject({ passed: 1, failed: 1, notApplicable: 0, couldNotRun: 0 });
    expect(tallies[1]).toMatchObject({ passed: 1, failed: 0, notApplicable: 0, couldNotRun: 1 });
  });

  test('the worst is the state', () => {
    expect(tallies.map(stateOf)).toEqual(['failed', 'could-not-run', 'not-applicable', 'passed']);
  });
});

describe('Causes', () => {
  test('are the first requirements of failures, the smallest question first, the conversation last', () => {
    const causes = causesOf([
      failed('s1', ['SUB-7']),
      failed('s2', ['SUB-7']),
      failed('s3', ['SUB-7']),
      failed('long', ['DOC-7', 'DOC-1'], 'a long question'),
      failed('short', ['DOC-7'], 'short'),
      failed('one', ['DOC-2']),
      result('good', ['DOC-9']),
    ]);
    expect(causes.map(({ requirement, failures }) => [requirement, failures.map(({ id }) => id)])).toEqual([
      ['DOC-7', ['short', 'long']],
      ['DOC-2', ['one']],
      ['SUB-7', ['s1', 's2', 's3']],
    ]);
  });
});

test('Reasons are counted', () => {
  const checks = ['a', 'b'].map((id) => result(id, ['ID-1'], { outcome: 'could-not-run', reason: 'it was stopped' }));
  expect(reasonsOf(checks, 'could-not-run')).toEqual([['it was stopped', 2]]);
});
