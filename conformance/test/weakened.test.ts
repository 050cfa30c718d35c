import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@rockpool/schemas';
import { beforeAll, describe, expect, test } from 'vitest';
import { install } from '../scripts/subjects/subject.ts';
import { runSuite, suite } from '../src/index.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { stdioSubject } from '../src/transport/stdio.ts';

const PROGRAM = join(import.meta.dirname, 'fixtures/weakened/subject.mjs');
const PACKAGE = join(import.meta.dirname, '../subjects/ssb-validate');
const MINUTES = 60_000;

const judge = (fault: string): Promise<Report> =>
  runSuite({
    seed: PINNED_SEED,
    launch: stdioSubject([process.execPath, PROGRAM, fault]),
    suite,
    profiles: ['ssb-classic'],
    runs: 0,
    siblings: 0,
    twice: false,
  });

const failures = ({ checks }: Report) => checks.filter(({ outcome }) => outcome === 'failed');

/** The requirement that most of the failures name. */
const blamed = (failed: Report['checks']): string | undefined => {
  const named = Object.groupBy(
    failed.flatMap(({ requirements }) => requirements),
    (id) => id,
  );
  return Object.entries(named).toSorted(([, a = []], [, b = []]) => b.length - a.length)[0]?.[0];
};

let unweakened: Report;

beforeAll(async () => {
  if (!existsSync(join(PACKAGE, 'node_modules/ssb-validate')))
    install({ name: 'ssb-validate', command: [], directory: PACKAGE });
  unweakened = await judge('none');
}, 5 * MINUTES);

describe('A published validator with one fault put into it', () => {
  test('gets a verdict without the fault', () => {
    expect(unweakened.exitCode).toBe(1);
    expect(unweakened.totals.passed).toBeGreaterThan(failures(unweakened).length);
  });

  test.for([
    ['no-signature', 'SSB-18'],
    ['any-previous', 'FEED-3'],
    ['any-later-sequence', 'FEED-2'],
    ['size-8191', 'SSB-12'],
    ['size-8193', 'SSB-12'],
  ] as const)('%s is noticed, and called %s', { timeout: MINUTES }, async ([fault, requirement]) => {
    const known = new Set(failures(unweakened).map(({ id }) => id));
    const report = await judge(fault);
    const added = failures(report).filter(({ id }) => !known.has(id));
    expect(report.verdict).toBe('not-conformant');
    expect(blamed(added)).toBe(requirement);
  });
});
