/** The members of vitest's JSON report that are counted. */
export type TestReport = {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
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

export const summaryLine = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
