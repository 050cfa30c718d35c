import { describe, expect, test } from 'vitest';
import { countTests, skipReasons, slowest, summaryLine } from '../summary.ts';

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

const timed = (name: string, ...tests: [fullName: string, duration: number | null, skipped?: string][]) => ({
  name,
  status: 'passed',
  assertionResults: tests.map(([fullName, duration, skipped]) => ({
    status: 'passed',
    fullName,
    duration,
    meta: skipped === undefined ? {} : { skipped },
  })),
});

describe('Before the last line', () => {
  test('the slowest tests of all files are named, the slowest first', () => {
    const given = { testResults: [timed('/r/a.ts', ['one', 20], ['two', 3_210]), timed('/r/b.ts', ['three', 990])] };
    expect(slowest(given, 2, '/r')).toEqual(['    3.2 s  a.ts  two', '    1.0 s  b.ts  three']);
  });

  test('what took no time is not named', () => {
    expect(slowest({ testResults: [timed('/r/a.ts', ['one', null], ['two', 0])] }, 10, '/r')).toEqual([]);
    expect(slowest(undefined, 10, '/r')).toEqual([]);
  });

  test('each reason for skipping is told once', () => {
    const given = {
      testResults: [timed('a', ['one', null, 'no ink'], ['two', 1]), timed('b', ['three', null, 'no ink'])],
    };
    expect(skipReasons(given)).toEqual(['2 skipped: no ink']);
  });
});
