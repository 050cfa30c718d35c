import { describe, expect, test } from 'vitest';
import { countTests, summaryLine } from '../summary.ts';

const report = (...files: [status: string, ...tests: string[]][]) => ({
  testResults: files.map(([status, ...tests]) => ({
    name: 'a',
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  })),
});

describe('The last line', () => {
  test.each([
    ['counts tests', report(['passed', 'passed', 'passed']), 0, '2 passed, 0 failed'],
    [
      'names skipped ones where there are some',
      report(['passed', 'passed', 'pending', 'todo']),
      0,
      '1 passed, 0 failed, 2 skipped',
    ],
    ['counts failures', report(['failed', 'passed', 'failed']), 1, '1 passed, 1 failed'],
    ['counts a file that did not load as a failure', report(['failed'], ['passed', 'passed']), 1, '1 passed, 1 failed'],
    ['counts a bad end without a failed test as a failure', report(['passed', 'passed']), 1, '1 passed, 1 failed'],
    ['counts a run without a report as a failure', undefined, 1, '0 passed, 1 failed'],
  ])('%s', (_, given, exitCode, line) => {
    expect(summaryLine(countTests(given, exitCode))).toBe(line);
  });
});
