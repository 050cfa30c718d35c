import type { CheckResult, Report } from '@rockpool/schemas';
import { lookup } from '../../src/suite.ts';
import { REFERENCE, type Subject } from './subject.ts';

/** A report on file. `judged` is the day on which it first came out so, by UTC, as YYYY-MM-DD. */
export type Result = Report & { readonly judged: string };

/** The suite has the params of its checks, the vectors have the titles of theirs, and standard error is of one machine. */
const lasting = ({ detail: _detail, ...check }: CheckResult, isVector: (id: string) => boolean): CheckResult => {
  const { input: _input, steps: _steps, ...rest } = check;
  const { title: _title, ...untitled } = rest;
  if (isVector(check.id)) return untitled;
  return lookup.check(check.id)?.id === check.id ? rest : check;
};

/**
 * The report without what another machine or another day would change. What the reference passes is all there is: of it only what it
 * does not pass is kept, and the counts.
 */
export const lastingReport = (report: Report, subject: Subject, isVector: (id: string) => boolean): Report => ({
  ...report,
  subject: { ...report.subject, command: subject.command },
  checks: report.checks
    .filter(({ outcome }) => subject.name !== REFERENCE || outcome !== 'passed')
    .map((check) => lasting(check, isVector))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
});

/** A half of a surrogate pair stands as its escape: many readers of JSON take no file with it. */
const spelled = (text: string): string => (text.isWellFormed() ? text : JSON.stringify(text).slice(1, -1));

const readable = (_: string, value: unknown): unknown => {
  if (typeof value === 'string') return spelled(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = Object.keys(value);
  return names.every((name) => name.isWellFormed())
    ? value
    : Object.fromEntries(Object.entries(value).map(([name, member]) => [spelled(name), member]));
};

/** JSON with one check a line, so that a changed answer is one changed line. */
export const resultText = ({ checks, ...rest }: Report | Result): string => {
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  return `${head},\n  "checks": [\n${checks.map((check) => `    ${JSON.stringify(check, readable)}`).join(',\n')}\n  ]\n}\n`;
};

/** Whether a check asks with the clock of the day, because the subject reads it: its example is another one each time. */
const isOfToday = ({ subject }: Report, { id, operation }: CheckResult): boolean =>
  id.startsWith('law/') && operation.split(', ').some((each) => subject.hello?.operations[each]?.clock === 'wall');

const withoutExamplesOfToday = (report: Result): Result => ({
  ...report,
  checks: report.checks.map((check) => {
    if (!isOfToday(report, check)) return check;
    const { input: _input, steps: _steps, expected: _expected, got: _got, ...rest } = check;
    return rest;
  }),
});

/** The result that stands where the report says the same, and otherwise the report with today. */
export const dated = (report: Report, before: Result | undefined, today: string): Result => {
  const says = (each: Result): string => resultText(withoutExamplesOfToday(each));
  return before && says({ judged: before.judged, ...report }) === says(before) ? before : { judged: today, ...report };
};
