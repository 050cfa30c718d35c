import { lookup } from '@rockpool/conformance';
import type { CheckResult } from '@rockpool/schemas';
import { type Told, toldAnswer, toldGot } from '../../../conformance/scripts/subjects/words.ts';
import { questionAt } from '../../../conformance/src/checks/check.ts';
import { abbreviate } from '../../../conformance/src/report/abbreviate.ts';
import { failureWords } from '../../../conformance/src/report/explain.ts';
import { addressOf, type Requirement, vectorOf } from '../facts/index.ts';
import { countSentence } from './cell-words.ts';
import { type Cell, cellOf, checksIn, vectorCases } from './cells.ts';
import type { Subject } from './subjects.ts';

/** A check by name. Its case is on the page of vectors, at `vectorAddress`, unless it is `unlisted`, as a law's example is. What did not fail has no title. */
export type Named = { readonly id: string; readonly title?: string; readonly unlisted?: true };

/** A failed check. Texts that are too long for a page are cut, and say so. */
export type Failed = Named & {
  readonly operation: string;
  readonly kind: string;
  readonly expected: Told;
  readonly got: Told;
  /** The params as JSON; of the first of a list alone, which is the smallest. */
  readonly input?: string;
};

/** All that a page says of one cell. */
export type Cases = {
  readonly subject: string;
  readonly program: string;
  readonly requirement: string;
  readonly sentence: string;
  /** Where the sentence stands, as a path under the site's base. */
  readonly address: string;
  readonly count: string;
  readonly failed: readonly Failed[];
  readonly elsewhere: readonly Failed[];
  readonly passed: readonly Named[];
  /** Not applicable or not run, by reason. */
  readonly unasked: readonly { readonly reason: string; readonly checks: readonly Named[] }[];
};

const MAX_JSON = 600;
const MAX_INPUT = 4_000;

const cut = (text: string, max: number): string =>
  text.length > max ? `${text.slice(0, max)}… (${text.length.toLocaleString('en')} characters)` : text;

const short = (json: string): string => {
  if (json.length <= MAX_JSON) return json;
  try {
    return abbreviate(JSON.parse(json));
  } catch {
    // The beginning of an answer is no JSON by itself.
    return cut(json, MAX_JSON);
  }
};

const shortTold = (told: Told): Told => ('json' in told ? { json: short(told.json) } : told);

const isLaw = (id: string): boolean => id.startsWith('law/');

export const named = ({ id, title }: Pick<CheckResult, 'id' | 'title'>): Named => {
  const check = lookup.check(id);
  const vector = id.replace(/#.*$/, '');
  const words = check?.defect !== undefined && check.id === vector ? check.defect : (check?.title ?? title ?? id);
  return {
    id,
    title: words,
    ...(vectorOf(vector) === undefined ? { unlisted: true } : {}),
  };
};

/** Of what did not fail there are often many hundred. */
const untitled = (check: CheckResult): Named => {
  const { title: _, ...name } = named(check);
  return name;
};

/** As the vector gives it; a sibling is a vector made anew, and gives its own. */
export const inputOf = ({ id, input, step }: CheckResult): unknown => {
  const found = lookup.check(id);
  if (found?.id !== id) return input;
  return (step === undefined ? undefined : questionAt(found, step - 1)?.input) ?? found.input;
};

/** Of a schedule, the steps before the one that decides. */
export const stepsOf = ({ id, step, steps }: CheckResult): NonNullable<CheckResult['steps']> => {
  const found = lookup.check(id);
  if (step === undefined) return [];
  return steps ?? ((found?.id === id ? found.steps : undefined)?.slice(0, step - 1) as typeof steps) ?? [];
};

/** What was asked; of a schedule, all that was asked until then, by the operations. */
const askedOf = (check: CheckResult, input: unknown): unknown => {
  const before = stepsOf(check).map((step) => ('end' in step ? step : { [String(step.operation)]: step.input }));
  return before.length === 0 ? input : [...before, { [check.operation]: input }];
};

const inputText = (check: CheckResult): string | undefined => {
  const own = isLaw(check.id) ? check.input : inputOf(check);
  if (own === undefined) return undefined;
  const input = askedOf(check, own);
  const whole = JSON.stringify(input);
  return whole.length > MAX_INPUT ? abbreviate(input) : whole;
};

const size = (check: CheckResult): number =>
  JSON.stringify(vectorCases.get(check.id)?.input ?? inputOf(check) ?? '').length;

/** Failed checks, the one with the smallest input first; it alone brings its input. */
export const failedCases = (checks: readonly CheckResult[]): Failed[] =>
  checks
    .toSorted((a, b) => size(a) - size(b))
    .map((check, at) => {
      const input = at === 0 ? inputText(check) : undefined;
      return {
        ...named(check),
        operation: check.operation,
        kind: failureWords(check.failure),
        expected: shortTold(toldAnswer(check.expected, check.operation)),
        got: shortTold(toldGot(check)),
        ...(input === undefined ? {} : { input }),
      };
    });

const byReason = (checks: readonly CheckResult[]): Cases['unasked'] =>
  [...Map.groupBy(checks, ({ reason }) => reason ?? 'no reason given')].map(([reason, of]) => ({
    reason,
    checks: of.map(untitled),
  }));

export const casesOf = (
  subject: Subject,
  requirement: Requirement,
  cell: Cell = cellOf(subject, requirement),
): Cases => {
  const of = (field: Parameters<typeof checksIn>[2]): readonly CheckResult[] => checksIn(cell, requirement.id, field);
  return {
    subject: subject.name,
    program: [subject.program, subject.version, ...(subject.engine ? [`over ${subject.engine}`] : [])].join(' '),
    requirement: requirement.id,
    sentence: requirement.text,
    address: addressOf(requirement.id),
    count: countSentence(cell),
    failed: failedCases(of('failed')),
    elsewhere: failedCases(of('elsewhere')),
    passed: of('passed').map(untitled),
    unasked: byReason([...of('couldNotRun'), ...of('notApplicable')]),
  };
};
