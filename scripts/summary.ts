import { relative } from 'node:path';

/** The members of vitest's JSON report that are told of. Durations are milliseconds; `name` is the path of a file. */
export type TestReport = {
  testResults: {
    name: string;
    status: string;
    assertionResults: {
      status: string;
      fullName?: string;
      duration?: number | null;
      meta?: { skipped?: string };
    }[];
  }[];
};

export type TestCounts = { passed: number; failed: number; skipped: number };

/**
 * Counts tests. A file that could not be loaded holds none and is counted as one failure, and so is a run that ended
 * badly without a failed test: a non-zero exit never goes with `0 failed`.
 */
export const countTests = (report: TestReport | undefined, exitCode: number): TestCounts => {
  const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'))
      counts.failed += 1;
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
};

/** The tests that took longest, a line each: seconds, file under `root`, name. */
export const slowest = (report: TestReport | undefined, most: number, root: string): string[] =>
  (report?.testResults ?? [])
    .flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ name, ...test })))
    .sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0))
    .slice(0, most)
    .filter(({ duration }) => (duration ?? 0) > 0)
    .map(({ name, fullName, duration }) => {
      const seconds = ((duration ?? 0) / 1_000).toFixed(1).padStart(7);
      return `${seconds} s  ${relative(root, name)}  ${fullName}`;
    });

/** Why tests were skipped, where a test says it: a line for each reason. */
export const skipReasons = (report: TestReport | undefined): string[] => {
  const counts = new Map<string, number>();
  for (const { meta } of (report?.testResults ?? []).flatMap((file) => file.assertionResults))
    if (meta?.skipped !== undefined) counts.set(meta.skipped, (counts.get(meta.skipped) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} skipped: ${reason}`);
};

export const summaryLine = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
