import type { CheckResult, Report } from '@rockpool/schemas';
import type { Subject } from './subject.ts';

/** Params of a vector are in the vectors already, and what a process wrote to standard error is of one machine. */
const lasting = (check: CheckResult, isVector: (id: string) => boolean): CheckResult => {
  const { input, detail: _detail, ...rest } = check;
  return input === undefined || isVector(check.id) ? rest : { ...rest, input };
};

/** The report without what another machine or another day would change. */
export const lastingReport = (report: Report, subject: Subject, isVector: (id: string) => boolean): Report => ({
  ...report,
  subject: { ...report.subject, command: subject.command },
  checks: report.checks
    .map((check) => lasting(check, isVector))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
});

/** JSON with one check a line, so that a changed answer is one changed line. */
export const resultText = ({ checks, ...rest }: Report): string => {
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  return `${head},\n  "checks": [\n${checks.map((check) => `    ${JSON.stringify(check)}`).join(',\n')}\n  ]\n}\n`;
};
