import { validateReport } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { judgeSubject } from '../src/run/judge-subject.ts';
import type { RunOptions } from '../src/run/options.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { FAULTS, ODDITIES } from './fixtures/faults.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const HOSTILE = new URL('./fixtures/hostile.mjs', import.meta.url).pathname;

const judge = (fault: string, options: Partial<RunOptions> = {}) =>
  judgeSubject({
    launch: stdioSubject([process.execPath, HOSTILE, '--fault', fault]),
    suite: fixtureSuite,
    runs: 0,
    timeoutMillis: 1_000,
    ...options,
  });

describe('A subject that misbehaves', () => {
  test.for(FAULTS)('$requirement $fault: $title', async ({ fault, requirement }) => {
    const report = await judge(fault, requirement === 'SUB-10' ? { growth: true, timeoutMillis: 10_000 } : {});
    expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed');
    expect([1, 4]).toContain(report.exitCode);
    expect(
      failed.filter(({ profile, requirements }) => profile === 'subject' && requirements.includes(requirement)),
    ).toHaveLength(1);
    expect(report.profiles.find(({ profile }) => profile === 'subject')?.verdict).toBe('failed');
  });
});

describe('A subject that is odd within the rules', () => {
  test.for(ODDITIES)('%s passes', async (oddity) => {
    const report = await judge(oddity, { runs: 3 });
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'could-not-run')).toEqual([]);
    expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0 });
  });
});
