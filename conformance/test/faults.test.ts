import { type VectorCase, validateReport } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../src/checks/from-vectors.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import type { RunOptions } from '../src/run/options.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { FAULTS, ODDITIES } from './fixtures/faults.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const HOSTILE = new URL('./fixtures/hostile.mjs', import.meta.url).pathname;

const judge = (fault: string, options: Partial<RunOptions> = {}) =>
  judgeSubject({
    seed: PINNED_SEED,
    launch: stdioSubject([process.execPath, HOSTILE, '--fault', fault]),
    suite: fixtureSuite,
    runs: 0,
    timeoutMillis: 1_000,
    ...options,
  });

describe.concurrent('A subject that misbehaves', () => {
  test.for(FAULTS)('$requirement $fault: $title', async ({ fault, requirement }) => {
    // What takes its time is no hang, on a busy machine neither.
    const patient = requirement === 'SUB-10' || fault === 'endless-line';
    const report = await judge(fault, { growth: requirement === 'SUB-10', ...(patient && { timeoutMillis: 10_000 }) });
    expect(validateReport(report), JSON.stringify(validateReport.errors)).toBe(true);
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed');
    expect([1, 4]).toContain(report.exitCode);
    expect(
      failed.filter(
        ({ id, profile, requirements }) =>
          profile === 'subject' && requirements.includes(requirement) && !id.startsWith('subject/claims-'),
      ),
    ).toHaveLength(1);
    expect(report.profiles.find(({ profile }) => profile === 'subject')?.verdict).toBe('failed');
  });
});

describe('A subject that logs to its output', () => {
  test.for(['logs-always', 'blanks-always'])(
    'SUB-1 %s is given up after ten times in a row, and told why',
    async (fault) => {
      let starts = 0;
      const launch = stdioSubject([process.execPath, HOSTILE, '--fault', fault]);
      const checks = Array.from({ length: 20 }, (_, index) =>
        fixtureSuite.checks.map((check) => ({ ...check, id: `${check.id}-${index}` })),
      ).flat();
      const report = await judge(fault, {
        suite: { ...fixtureSuite, checks },
        launch: (listener) => {
          starts += 1;
          return launch(listener);
        },
      });
      expect(starts).toBeLessThan(30);
      const [left] = report.checks.filter(({ outcome }) => outcome === 'could-not-run');
      expect(left?.reason).toMatch(/10 times in a row; is it logging to standard output\?/);
      expect(report).toMatchObject({ verdict: 'not-conformant', exitCode: 1 });
    },
  );
});

describe('A subject that ends lines where JSON does not', () => {
  const text = (slug: string, character: string): VectorCase => ({
    id: `encoding/${slug}`,
    title: slug,
    profile: 'core',
    requirements: ['CAN-1'],
    operation: 'canonical.encode',
    input: { text: `"${character}"` },
    expect: { ok: { canonical: `"${character}"` } },
  });
  const checks = checksOf([text('plain', 'a'), text('separator', '\u2028'), text('next-line', '\u0085')]);

  test('SUB-1 is told which characters it took for an end', async () => {
    const report = await judge('cuts-lines', { suite: { ...fixtureSuite, checks } });
    const failed = report.checks.filter(({ id, outcome }) => outcome === 'failed' && id.startsWith('encoding/'));
    expect(failed.map(({ id }) => id).sort()).toEqual(['encoding/next-line', 'encoding/separator']);
    for (const { detail } of failed) expect(detail).toContain('U+0085, U+2028 or U+2029, which end no line');
  });

  test('SUB-1 of another question it is not told that', async () => {
    const report = await judge('log-line');
    const [failed] = report.checks.filter(({ id, outcome }) => outcome === 'failed' && !id.startsWith('subject/'));
    expect(failed?.detail).not.toContain('U+2028');
  });
});

describe.concurrent('A subject that is odd within the rules', () => {
  test.for(ODDITIES)('%s passes', async (oddity) => {
    const report = await judge(oddity, { runs: 3 });
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'could-not-run')).toEqual([]);
    expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0 });
  });
});
