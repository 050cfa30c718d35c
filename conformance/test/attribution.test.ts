import type { CheckResult, Report } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { judgeSubject } from '../src/run/judge-subject.ts';
import type { RunOptions } from '../src/run/options.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const HOSTILE = new URL('./fixtures/hostile.mjs', import.meta.url).pathname;

const judge = (fault: string, options: Partial<RunOptions> = {}): Promise<Report> =>
  judgeSubject({
    seed: PINNED_SEED,
    launch: stdioSubject([process.execPath, HOSTILE, '--fault', fault]),
    suite: fixtureSuite,
    runs: 0,
    timeoutMillis: 1_000,
    ...options,
  });

/** Failed checks, without those that speak for the whole conversation. */
const blamed = ({ checks }: Report): CheckResult[] =>
  checks.filter(({ outcome, id }) => outcome !== 'passed' && !id.startsWith('subject/'));

describe.concurrent('The guilty question', () => {
  test.for([
    ['dies', 'crash', 'it exited with status 1'],
    ['closes-output', 'crash', 'it closed its output'],
    ['sleeps', 'hang', 'no answer within 1 seconds'],
    ['forks', 'hang', 'no answer within 1 seconds'],
    ['log-line', 'protocol-violation', 'checking id.parse'],
    ['not-utf8', 'protocol-violation', 'not UTF-8'],
    ['endless-line', 'protocol-violation', 'longer than'],
    ['answers-twice', 'protocol-violation', 'answered again'],
    ['other-id', 'protocol-violation', 'never made'],
  ] as const)('SUB-4 of %s is blamed alone, though sixteen were under way', async ([fault, failure, words]) => {
    // On a busy machine 32 MB take longer than the second after which nothing more is expected of a hang.
    const guilty = blamed(await judge(fault, failure === 'hang' ? {} : { timeoutMillis: 10_000 }));
    expect(guilty).toMatchObject([{ id: 'identifiers/upper-case', outcome: 'failed', failure }]);
    expect(guilty[0]?.detail).toContain(words);
    expect(guilty[0]?.detail).not.toContain('depends on history');
  });

  test('SUB-4 standard error is shown beside the crash', async () => {
    const [guilty] = blamed(await judge('dies'));
    expect(guilty?.detail).toContain('an upper-case letter, of all things');
  });

  test('SUB-4 a crash that needs two questions is blamed on the second and names both', async () => {
    const guilty = blamed(await judge('dies-after-sort', { seed: 3 }));
    expect(guilty).toMatchObject([{ id: 'identifiers/upper-case', failure: 'crash' }]);
    expect(guilty[0]?.detail).toContain('the shortest beginning found is 2 questions');
  });

  test('SUB-4 a crash that needs ten questions is reported with a beginning of ten', async () => {
    const report = await judge('dies-at-ten');
    const crash = report.checks.find(({ failure, id }) => failure === 'crash' && !id.startsWith('subject/'));
    expect(crash?.detail).toContain('the shortest beginning found is 10 questions');
    expect(report.profiles.find(({ profile }) => profile === 'core')?.verdict).toBe('failed');
  });
});

describe.concurrent('A crash loop', () => {
  const many = {
    ...fixtureSuite,
    checks: Array.from({ length: 120 }, (_, index) => ({
      ...(fixtureSuite.checks.find(({ id }) => id === 'identifiers/upper-case') as (typeof fixtureSuite.checks)[0]),
      id: `identifiers/copy-${index}`,
    })),
  };

  test('SUB-4 every question of it is blamed while there is time', async () => {
    const report = await judge('dies', { suite: { ...many, checks: many.checks.slice(0, 12) } });
    expect(blamed(report)).toHaveLength(12);
    expect(blamed(report).every(({ failure }) => failure === 'crash')).toBe(true);
  });

  test('SUB-4 it ends in bounded time, and what was not asked says why', async () => {
    const report = await judge('dies', { suite: many, patienceMillis: 2_500 });
    const left = report.checks.filter(({ outcome }) => outcome === 'could-not-run');
    expect(left.length).toBeGreaterThan(20);
    expect(left[0]?.reason).toMatch(/broke \d+ times/);
    expect(report).toMatchObject({ verdict: 'not-conformant', exitCode: 1 });
  });
});
