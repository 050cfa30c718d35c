import type { CheckResult, Counts, Report } from '@rockpool/schemas';
import { comparesCodes } from '../verdict/judge.ts';
import { withShare } from './asked.ts';
import { causesOf } from './causes.ts';
import { explainCause, failureWords } from './explain.ts';
import type { Lookup } from './facts.ts';
import { countHarms, HARM_WORDS } from './harm.ts';
import { noSubject } from './no-subject.ts';
import { NO_PAINT, type Paint } from './paint.ts';
import { times } from './times.ts';
import { readable, visible } from './visible.ts';

export type TerminalOptions = {
  lookup: Lookup;
  paint?: Paint;
  /** Causes explained in full; the others are named. */
  limit?: number;
  /** In place of the verdict's sentence, where the run was about something else. */
  sentence?: string | undefined;
};

const HEAD = ['profile', 'verdict', 'passed', 'failed', 'known', 'not applicable', 'could not run'] as const;

const cells = ({ passed, failed, known, notApplicable, couldNotRun }: Counts): string[] =>
  [passed, failed, known, notApplicable, couldNotRun].map(String);

const profileTable = ({ profiles, totals }: Report, paint: Paint): string[] => {
  const claimed = profiles.filter(({ claimed }) => claimed);
  // The column stands there only where it says something.
  const share = (text: string): string[] => (claimed.some(({ asked = 100 }) => asked < 100) ? [text] : []);
  const head = [...HEAD, ...share('asked')];
  const rows = [
    head,
    ...claimed.map(({ profile, verdict, counts, asked = 100 }) => [
      profile,
      verdict,
      ...cells(counts),
      ...share(`${asked} %`),
    ]),
    ['all', '', ...cells(totals), ...share('')],
  ];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const style = (row: readonly string[]): ((text: string) => string) => {
    if (row[0] === 'profile') return paint.dim;
    return row[1] === 'passed' ? paint.good : row[1] === 'failed' ? paint.bad : (text) => text;
  };
  return rows.map((row) => {
    const texts = row.map((text, column) =>
      column < 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
    );
    return `  ${style(row)(texts.join('  ').trimEnd())}`;
  });
};

/** What `list` does not count. */
const siblingsIn = ({ options: { siblings = 0 } }: Report, paint: Paint): string[] =>
  siblings === 0
    ? []
    : [paint.dim(`  ${times(siblings, 'check')} of these are siblings: vectors made anew for this run`)];

const explainCauses = (
  results: readonly CheckResult[],
  options: Report['options'],
  { lookup, paint = NO_PAINT, limit = 10 }: TerminalOptions,
): string[] => {
  const causes = causesOf(results, lookup);
  const any = (profile: string): boolean => !comparesCodes(profile, options);
  const lines = causes.slice(0, limit).flatMap((cause) => ['', ...explainCause(cause, lookup, paint, any)]);
  const rest = causes.slice(limit);
  if (rest.length === 0) return lines;
  lines.push('', paint.dim(`  ${times(rest.length, 'more cause')} (see all with --limit 0, one with: show <check>):`));
  for (const { smallest, others } of rest.slice(0, 40)) {
    const count = others.length === 0 ? '' : `, ${others.length + 1} times`;
    lines.push(paint.dim(`    ${smallest.id}  ${failureWords(smallest.failure)}${count}`));
  }
  if (rest.length > 40) lines.push(paint.dim(`    and ${rest.length - 40} more`));
  return lines;
};

const reasonsOf = (results: readonly CheckResult[]): string[] => {
  const groups = Object.groupBy(results, ({ reason }) => reason ?? 'no reason');
  return Object.entries(groups).map(([reason, group = []]) => `  ${String(group.length).padStart(5)}  ${reason}`);
};

/** What the failures do to people, the worst first. */
const harmsOf = (failures: readonly CheckResult[], paint: Paint): string[] =>
  failures.length === 0
    ? []
    : [
        '',
        paint.bold('Failed, the worst first'),
        ...countHarms(failures).map(([harm, count]) => `  ${String(count).padStart(5)}  ${HARM_WORDS[harm]}`),
      ];

/** What the verdict leaves open, beyond what was selected: how codes were compared, and what could not be asked. */
const narrowedBy = ({ options, totals }: Report): string => {
  const parts = [
    options.verdictOnly ? 'codes were not compared' : undefined,
    options.codeMap === undefined ? undefined : `codes were translated by ${options.codeMap}`,
    totals.notApplicable === 0 ? undefined : `${times(totals.notApplicable, 'check')} not applicable`,
  ];
  return parts.map((part) => (part === undefined ? '' : `; ${part}`)).join('');
};

/** The one sentence at the end. */
export const verdictSentence = (report: Report): string => visible(sentenceOf(report));

const sentenceOf = (report: Report): string => {
  const { verdict, exitCode, message, totals, profiles, options } = report;
  const passed = profiles.filter(({ profile, verdict }) => profile !== 'subject' && verdict === 'passed');
  const of = options.selection === undefined ? '' : `, as far as selected (${options.selection})`;
  const how = narrowedBy(report);
  switch (verdict) {
    case 'conformant':
      return `Conformant${passed.some(({ asked = 100 }) => asked < 100) ? ' as far as asked' : ''}: ${passed.map(withShare).join(', ')}${of}${how}${message ? `; ${message}` : ''}.`;
    case 'not-conformant': {
      if (exitCode === 0) return `Not conformant, and no worse than expected: ${message}${of}${how}.`;
      const failed = profiles.filter(({ verdict }) => verdict === 'failed').map(({ profile }) => profile);
      const where = failed.length > 0 ? ` in ${failed.join(', ')}` : '';
      return `Not conformant: ${times(totals.failed, 'check')} failed${where}${message ? `; ${message}` : ''}${of}${how}.`;
    }
    case 'incomplete':
      return `Incomplete, no verdict: ${message ?? ''}.`;
    case 'no-subject':
      return `No verdict: ${message ?? 'the subject did not start'}`;
    case 'judge-fault':
      return `No verdict: the judge itself failed, please report this: ${message ?? ''}`;
  }
};

/** The report for human eyes; ends with one sentence. */
export const terminalReport = (raw: Report, options: TerminalOptions): string => {
  const report = readable(raw);
  const paint = options.paint ?? NO_PAINT;
  const { hello, command } = report.subject;
  const { checks, suite, judge } = report;
  const failures = checks.filter(({ outcome }) => outcome === 'failed');
  const by = (outcome: CheckResult['outcome']): CheckResult[] => checks.filter((each) => each.outcome === outcome);
  const listed = (title: string, results: readonly CheckResult[]): string[] =>
    results.length === 0 ? [] : ['', paint.bold(title), ...reasonsOf(results)];
  const name = hello ? `${hello.implementation.name} ${hello.implementation.version}` : command.join(' ');
  const unexpected = by('unexpected-pass').map(
    ({ id }) => `  ${paint.bad('✗')} ${id}  passes and is listed as a known failure`,
  );
  const head = `${paint.bold(name)}, judged by ${judge.name} ${judge.version} with vectors ${suite.version}, seed ${report.options.seed}`;
  if (report.verdict === 'no-subject') {
    const sentence = paint.bad('No verdict: the program did not start, or failed the handshake.');
    return [head, '', ...noSubject(report, options.lookup, paint), '', sentence, ''].join('\n');
  }
  if (report.verdict === 'judge-fault') return [head, '', paint.bad(verdictSentence(report)), ''].join('\n');
  const paintVerdict = report.verdict === 'conformant' ? paint.good : report.exitCode === 0 ? paint.warn : paint.bad;
  return [
    head,
    '',
    ...profileTable(report, paint),
    ...siblingsIn(report, paint),
    ...listed('Not applicable', by('not-applicable')),
    ...listed('Could not run', by('could-not-run')),
    ...listed('Known failures', by('known-failure')),
    ...harmsOf(failures, paint),
    ...explainCauses(checks, report.options, { ...options, paint }),
    ...(failures.length > 0 ? ['', paint.dim('  How to read this: rockpool-conformance help explain')] : []),
    ...(unexpected.length > 0 ? ['', ...unexpected] : []),
    '',
    paintVerdict(options.sentence ?? verdictSentence(report)),
    '',
  ].join('\n');
};
