import { rejectionCodes, type Step } from '@rockpool/schemas';
import type { Check, Question } from '../checks/check.ts';
import { expand } from '../checks/expand.ts';
import { exampleOf } from '../laws/example.ts';
import type { Law } from '../laws/law.ts';
import { UsageError } from '../node/usage-error.ts';
import { SUBJECT_RULES } from '../protocol/rules.ts';
import type { CodeFacts, Requirement } from '../report/facts.ts';
import { briefRecords } from '../report/records.ts';
import { cursorWords } from '../report/steps.ts';
import { visible } from '../report/visible.ts';
import { PINNED_SEED } from '../run/options.ts';
import { isSibling, originOf } from '../siblings/ids.ts';
import { siblingsOf, whyNoSibling } from '../siblings/sibling.ts';
import { lookup, suite } from '../suite.ts';
import { requirements } from '../suite-of.ts';
import { NONCE_RULE } from '../verdict/nonces.ts';
import { isAboutSession } from '../verdict/session.ts';
import { noMore, parse, wholeNumber } from './arguments.ts';
import { nearNames } from './near.ts';

const OPTIONS = {
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** What can be shown, by its name: the value for a program, and the words for a person. */
type Shown = { value: unknown; words: string };

const pretty = (value: unknown): string => visible(JSON.stringify(value, null, 2)).replaceAll('\n', '\n  ');

const named = (id: string | undefined): string => {
  const title = id === undefined ? undefined : lookup.check(id)?.title;
  return title === undefined ? `${id}` : `${id} (${title})`;
};

const isSchedule = ({ steps }: Question): boolean => steps !== undefined;

/** What a session is sent and has to send, in words. */
const inWords = ({ operation, input, expect }: Pick<Question, 'operation' | 'input' | 'expect'>): string[] => {
  if (!isAboutSession(operation)) return [];
  const { text } = expand(input) as { text?: unknown };
  const told = (value: unknown): string => visible(String(briefRecords(value)));
  const sent = expand(expect.ok?.send ?? []) as readonly unknown[];
  return [
    '',
    'in words',
    ...(text === undefined ? [] : [`  ← ${told(text)}`]),
    ...sent.map((each) => `  → ${told(each)}`),
  ];
};

/** A question and its answer; of a schedule every step. */
const askedLines = (question: Question): string[] => {
  const { steps = [], ...last } = question;
  const all = [...steps, last];
  return all.flatMap((step, at) => {
    const number = all.length === 1 ? '' : `, step ${at + 1} of ${all.length}`;
    if ('end' in step) return ['', `ended      by force and started again${number}`];
    return [
      '',
      `asked      ${step.operation}${number}${cursorWords(step)}`,
      `  ${pretty(expand(step.input))}`,
      '',
      'expected',
      `  ${pretty(step.expect)}`,
      ...inWords(step),
    ];
  });
};

const describe = (check: Check): string => {
  const parent = check.parent === undefined ? undefined : lookup.check(check.parent);
  const lines = [check.id, '', check.title, ''];
  for (const id of check.requirements) {
    const found = lookup.requirement(id);
    lines.push(found ? `${id}  ${found.text} (spec/${found.chapter}.md)` : id);
  }
  lines.push('', `profile    ${[check.profile, ...check.needs].join(', ')}`);
  if (check.parent !== undefined) lines.push(`differs    from ${named(check.parent)}: ${check.defect ?? ''}`);
  if (check.textOnly) lines.push('applies    only to subjects that take texts');
  if (check.judging === 'signed') lines.push('compared   all but the signatures, which have to be valid');
  lines.push(...askedLines(check));
  if (parent)
    lines.push(
      '',
      `the valid ${named(parent.id)}`,
      ...(isSchedule(parent) ? askedLines(parent) : [`  ${pretty(expand(parent.input))}`]),
    );
  return `${lines.join('\n')}\n`;
};

type Told = { id: string; profile: string; title: string };

const told = ({ id, profile, title }: Told): Told => ({ id, profile, title });
const listed = (checks: readonly Told[]): string =>
  checks.map(({ id, profile, title }) => `  ${id}  ${profile}: ${title}\n`).join('');
const counted = (checks: readonly Told[]): string => `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`;

/** A requirement, with the checks and laws that exercise it. */
const ofRequirement = (found: Requirement): Shown => {
  const by = [...suite.checks, ...suite.laws].filter((each) => each.requirements.includes(found.id)).map(told);
  const code = found.code === undefined ? '' : ` (${found.code})`;
  const none = found.id.startsWith('SUB-') ? 'what a run sees of how the program talks with the judge' : 'nothing';
  const count = by.length === 0 ? none : counted(by);
  return {
    value: { ...found, checks: by },
    words: `${found.id}  ${found.text}${code} (spec/${found.chapter}.md)\n\nexercised by ${count}\n${listed(by)}`,
  };
};

/** A rejection code: what it means, in which phase it is given, the rules whose breach it names, and the checks that expect it. */
const ofCode = ({ code, phase, meaning, requirements: rules, checks }: CodeFacts): Shown => {
  const by = checks.map(told);
  const sentences = rules.map(({ id, text, chapter }) => `${id}  ${text} (spec/${chapter}.md)\n`).join('');
  return {
    value: { code, phase, meaning, requirements: rules.map(({ id }) => id), checks: by },
    words: `${code}  ${meaning}\n\nphase      ${phase}\n\n${sentences}\nexpected by ${counted(by)}\n${listed(by)}`,
  };
};

/** A law, with the first question that a run with the pinned seed asks about it. */
const ofLaw = ({ cases, ...law }: Law): Shown => {
  const sentences = law.requirements.map((each) => `${each}  ${lookup.requirement(each)?.text ?? ''}\n`).join('');
  const about = `${law.id}\n\n${law.title}\n\n${sentences}`;
  const example = exampleOf({ cases, ...law }, PINNED_SEED);
  if (example === undefined) return { value: law, words: about };
  const { operation, expect, steps } = example;
  const input = expand(example.input);
  const before = steps === undefined ? {} : { steps: steps.map(expandStep) };
  const asked =
    steps === undefined
      ? `asked      ${operation}, for example\n  ${pretty(input)}\n\nexpected\n  ${pretty(expect)}\n`
      : `for example\n${askedLines(example).join('\n')}\n`;
  return { value: { ...law, example: { ...before, operation, input, expect } }, words: `${about}\n${asked}` };
};

/** A check of the profile `subject`, or of a claim, stands for its requirement. */
const ruleOf = (id: string): string | undefined =>
  id.startsWith('subject/claims-')
    ? 'SUB-7'
    : id.startsWith('signing/one-nonce-')
      ? NONCE_RULE
      : Object.entries(SUBJECT_RULES).find(([, { check }]) => check === id)?.[0];

/** A check, or the sibling that a run with this seed made of it. */
const checkOf = (id: string, seed: number | undefined): Check | undefined => {
  const check = lookup.check(id);
  if (check === undefined || !isSibling(id)) return check;
  if (seed === undefined) throw new UsageError(`${id} is made anew in each run: give the --seed that its report names`);
  const sibling = siblingsOf(seed, lookup.check)(check);
  const never = whyNoSibling(check);
  if (never !== undefined) throw new UsageError(`there is never a sibling of ${originOf(id)}: ${never}`);
  if (sibling === undefined) throw new UsageError(`there is no sibling of ${originOf(id)} with the seed ${seed}`);
  return sibling;
};

const expandStep = (step: Step): object => ('end' in step ? step : { ...step, input: expand(step.input) });

const find = (id: string, seed: number | undefined): Shown | undefined => {
  const requirement = lookup.requirement(ruleOf(id) ?? id);
  if (requirement) return ofRequirement(requirement);
  const check = checkOf(id, seed);
  if (check) {
    const { steps } = check;
    const whole = steps === undefined ? {} : { steps: steps.map(expandStep) };
    return { value: { ...check, ...whole, input: expand(check.input) }, words: describe(check) };
  }
  const code = lookup.code(id);
  if (code) return ofCode(code);
  const found = suite.laws.find((each) => each.id === id);
  if (!found) return undefined;
  return ofLaw(found);
};

const unknown = (id: string): string => {
  const names = [...requirements, ...suite.checks, ...suite.laws].map((each) => each.id);
  const near = nearNames(id, [...names, ...rejectionCodes.map(({ code }) => code)]);
  const hint = near.length > 0 ? `is it ${near.join(', ')}?` : 'rockpool-conformance list prints the checks';
  return `there is no check, law, requirement or rejection code ${id}; ${hint}`;
};

/** `rockpool-conformance show <name>`; answers the exit code. */
export const show = (argv: readonly string[]): number => {
  const { values, positionals } = parse([...argv], OPTIONS);
  const [id] = positionals;
  noMore(positionals, 1);
  if (id === undefined) throw new UsageError('show which check? See rockpool-conformance list');
  const found = find(id, wholeNumber('seed', values.seed, 0, 2 ** 32 - 1));
  if (!found) throw new UsageError(unknown(id));
  process.stdout.write(values.json ? `${JSON.stringify(found.value, null, 2)}\n` : found.words);
  return 0;
};
