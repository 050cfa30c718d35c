import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { absoluteCommand, readSubjects } from '../../scripts/subjects/subject.ts';
import { PROFILES, runSuite, suite } from '../../src/index.ts';
import { PINNED_SEED } from '../../src/run/options.ts';
import { stdioSubject } from '../../src/transport/stdio.ts';

const dishonest = readSubjects(join(import.meta.dirname, '../../subjects')).filter((subject) => subject.dishonest);

describe('A subject that only pretends', () => {
  test('there are five', () => {
    expect(dishonest.map(({ name }) => name)).toEqual([
      'accepts-all',
      'crash-at-ten',
      'echo',
      'rejects-all',
      'unsupported-all',
    ]);
  });

  test.for(dishonest)('$name fails every profile', async (subject) => {
    const launch = stdioSubject(absoluteCommand(subject));
    // It fails without siblings already. Patience is what one that keeps crashing costs; less of it leaves more that could not run, which fails as well.
    const report = await runSuite({
      seed: PINNED_SEED,
      launch,
      suite,
      smoke: true,
      siblings: 0,
      patienceMillis: 3_000,
    });
    expect([1, 4]).toContain(report.exitCode);
    const verdicts = report.profiles.map(({ profile, verdict }) => [profile, verdict]);
    expect(verdicts).toEqual([...PROFILES, 'subject'].map((profile) => [profile, 'failed']));
  });
});
