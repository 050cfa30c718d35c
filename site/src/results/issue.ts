import type { CheckResult } from '@rockpool/schemas';
import { type Told, toldAnswer, toldGot } from '../../../conformance/scripts/subjects/words.ts';
import { inputFor } from '../../../conformance/src/checks/params.ts';
import { abbreviate } from '../../../conformance/src/report/abbreviate.ts';
import { stepWords } from '../../../conformance/src/report/steps.ts';
import type { Check, Requirement } from '../facts/index.ts';
import { callOf } from './calls.ts';
import { inputOf, stepsOf } from './cases.ts';
import { leftOutByDesign } from './harms.ts';
import type { Subject } from './subjects.ts';

/** What an issue tells. */
export type IssueFacts = {
  readonly sentence: string;
  readonly why: string | undefined;
  readonly what: string;
  readonly requirements: readonly Requirement[];
  /** The smallest case first. */
  readonly checks: readonly CheckResult[];
  /** The smallest case as the suite has it, where it has it. */
  readonly check: Check | undefined;
};

/** A longer input is cut, and a command prints it whole. */
const MAX_INPUT = 3_000;
const MAX_ANSWER = 600;
const MAX_NAMED = 8;

const programOf = ({ program, version, engine }: Subject): string =>
  `${program} ${version}${engine === undefined ? '' : ` over ${engine}`}`;

const fenced = (text: string): string[] => ['```json', text, '```'];

const answer = (told: Told): string => {
  if ('words' in told) return told.words;
  return `\`${told.json.length > MAX_ANSWER ? `${told.json.slice(0, MAX_ANSWER)}…` : told.json}\``;
};

/** The params as the package was given them, indented where that is short enough. */
const inputLines = (subject: Subject, smallest: CheckResult, check: Check | undefined): string[] => {
  const hello = subject.report.subject.hello;
  const raw = check === undefined ? smallest.input : inputOf(smallest);
  const before = stepsOf(smallest).map((step, at) => `${at + 1}. ${stepWords(step)}`);
  const earlier = before.length === 0 ? [] : ['Asked before, one after another:', '', ...before, ''];
  if (raw === undefined || hello === undefined) return [];
  const input = inputFor(smallest.operation, raw as Readonly<Record<string, unknown>>, hello);
  const whole = JSON.stringify(input, null, 2);
  const line = JSON.stringify(input);
  const how =
    hello.operations[smallest.operation as keyof typeof hello.operations]?.input === 'value' ? ', parsed' : '';
  if (line.length <= MAX_INPUT)
    return [...earlier, `Input${how}:`, '', ...fenced(whole.length <= MAX_INPUT ? whole : line)];
  return [
    ...earlier,
    `Input${how}, shortened (\`rockpool-conformance show ${smallest.id}\` prints it in full):`,
    '',
    ...fenced(abbreviate(input)),
  ];
};

const designLines = (subject: Subject, checks: readonly CheckResult[]): string[] =>
  subject.byDesign !== undefined && checks.every((check) => leftOutByDesign(subject, check))
    ? [
        `This may be by design: ${subject.byDesign.why}. Whoever wants the rule kept has to call another function as well, so what is asked for here is that the documentation says so.`,
        '',
      ]
    : [];

const othersOf = (checks: readonly CheckResult[]): string[] => {
  const others = checks.slice(1).map(({ id }) => `\`${id}\``);
  if (others.length === 0) return [];
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : '';
  return [`Likewise: ${others.slice(0, MAX_NAMED).join(', ')}${more}.`, ''];
};

/**
 * A report about one finding that stands by itself in the tracker of the package, as Markdown. Its first line is the title. It says
 * which rule it appeals to, and that the rule may be wrong: the authors of a package owe this specification nothing.
 */
export const issueText = (
  subject: Subject,
  { sentence, why, what, requirements, checks, check }: IssueFacts,
): string => {
  const [smallest] = checks;
  if (smallest === undefined) throw new RangeError('an issue without a case');
  const { operation, expected } = smallest;
  const { suite, judge, judged } = subject.report;
  const mode = (check?.input as { mode?: unknown } | undefined)?.mode;
  const call = callOf(subject.name, operation, typeof mode === 'string' ? mode : undefined);
  return [
    `${programOf(subject)}: ${sentence.replace(/^It /, '')}: ${what}`,
    '',
    `${sentence}: ${what}.${why === undefined ? '' : ` What is wrong there: ${why}`}`,
    '',
    ...designLines(subject, checks),
    `Called: ${call ?? `what \`${operation}\` stands for`}`,
    '',
    ...inputLines(subject, smallest, check),
    '',
    `Expected: ${answer(toldAnswer(expected, operation))}`,
    `Got: ${answer(toldGot(smallest))}`,
    '',
    `The rule, from the Rockpool specification ${suite.version}, which describes this format and decides where its packages disagree. If the rule is wrong, that is worth a report as well:`,
    '',
    ...requirements.flatMap(({ id, text }) => [`> **${id}** ${text}`, '>']).slice(0, -1),
    '',
    ...othersOf(checks),
    `Found by ${judge.name} ${judge.version}, case \`${smallest.id}\`, on ${judged}, with the vectors ${suite.version} (manifest ${suite.manifestSha256}).`,
    'To see it without the judge, in the repository of Rockpool:',
    '',
    '```',
    `npm ci --ignore-scripts --prefix conformance/subjects/${subject.name}`,
    `npm exec -c 'node conformance/subjects/reproduce.mjs ${subject.name} ${smallest.id}'`,
    '```',
    '',
  ].join('\n');
};
