import { type Report, type VectorCase, validateReport } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../src/checks/from-vectors.ts';
import { platformClock } from '../src/run/options.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { FAULTS, ODDITIES } from './fixtures/faults.ts';
import { blamed, HOSTILE, judgeHostile } from './fixtures/hostile.ts';
import { fixtureSuite } from './fixtures/suite.ts';

/** Time flies, and two seconds of waiting are ten: for who never answers. */
const hasty = {
  ...platformClock,
  now: () => performance.now() * 5,
  setTimer: (run: () => void, millis: number) => setTimeout(run, millis / 5),
};

const reports = new Map<string, Promise<Report>>();

/** The report on a fault, made once for all that is asked about it. */
const reportOn = (fault: string): Promise<Report> => {
  const requirement = FAULTS.find((each) => each.fault === fault)?.requirement;
  const growth = requirement === 'SUB-10' ? { growth: true } : fault === 'silent' ? { clock: hasty } : {};
  // Only of answers that depend on others is it asked what they are alone: that starts a program three times more.
  const twice = ['SUB-2', 'SUB-9'].includes(requirement ?? '');
  // What takes its time is no hang: on a busy machine 32 MB take longer than a second.
  const report =
    reports.get(fault) ??
    judgeHostile(fault, { timeoutMillis: requirement === 'SUB-5' ? 1_000 : 10_000, twice, ...growth });
  reports.set(fault, report);
  return report;
};

describe.concurrent('A subject that misbehaves', () => {
  test.for(FAULTS)('$requirement $fault: $title', async ({ fault, requirement }) => {
    const report = await reportOn(fault);
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
    const guilty = blamed(await reportOn(fault));
    expect(guilty).toMatchObject([{ id: 'identifiers/upper-case', outcome: 'failed', failure }]);
    expect(guilty[0]?.detail).toContain(words);
    expect(guilty[0]?.detail).not.toContain('depends on history');
  });

  test('SUB-4 standard error is shown beside the crash', async () => {
    const [guilty] = blamed(await reportOn('dies'));
    expect(guilty?.detail).toContain('an upper-case letter, of all things');
  });

  test('SUB-4 a crash that needs two questions is blamed on the second and names both', async () => {
    const guilty = blamed(await reportOn('dies-after-sort'));
    expect(guilty).toMatchObject([{ id: 'identifiers/upper-case', failure: 'crash' }]);
    expect(guilty[0]?.detail).toContain('the shortest beginning found is 2 questions');
  });

  test('SUB-4 a crash that needs ten questions is reported with a beginning of ten', async () => {
    const report = await reportOn('dies-at-ten');
    const crash = report.checks.find(({ failure, id }) => failure === 'crash' && !id.startsWith('subject/'));
    expect(crash?.detail).toContain('the shortest beginning found is 10 questions');
    expect(report.profiles.find(({ profile }) => profile === 'core')?.verdict).toBe('failed');
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
      const report = await judgeHostile(fault, {
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
    const report = await judgeHostile('cuts-lines', { suite: { ...fixtureSuite, checks } });
    const failed = report.checks.filter(({ id, outcome }) => outcome === 'failed' && id.startsWith('encoding/'));
    expect(failed.map(({ id }) => id).sort()).toEqual(['encoding/next-line', 'encoding/separator']);
    for (const { detail } of failed) expect(detail).toContain('U+0085, U+2028 or U+2029, which end no line');
  });

  test('SUB-1 of another question it is not told that', async () => {
    const report = await reportOn('log-line');
    const [failed] = report.checks.filter(({ id, outcome }) => outcome === 'failed' && !id.startsWith('subject/'));
    expect(failed?.detail).not.toContain('U+2028');
  });
});

describe.concurrent('A subject that is odd within the rules', () => {
  test.for(ODDITIES)('%s passes', async (oddity) => {
    const report = await judgeHostile(oddity, { runs: 3, timeoutMillis: 10_000 });
    expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'could-not-run')).toEqual([]);
    expect(report).toMatchObject({ verdict: 'conformant', exitCode: 0 });
  });
});
