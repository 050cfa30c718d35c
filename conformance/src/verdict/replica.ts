import type { Question } from '../checks/check.ts';
import { mapCode } from './code-map.ts';
import { OUTCOMES } from './named.ts';
import type { Fault, Terms } from './terms.ts';

type Said = { code?: string; codes?: readonly string[]; reason?: string };
/** What became of one record, or what is expected of it: an object of one member. */
export type Became = Readonly<Record<string, Said>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordOf = (outcome: Became | undefined): string | undefined =>
  Object.keys(OUTCOMES).find((word) => outcome !== undefined && word in outcome);

/** Whether one outcome is the expected one as far as it is compared; `word` alone is compared already. */
const isSaid = (expected: Said, got: Said, { codes, reasons, codeMap }: Terms): boolean => {
  if (expected.codes === undefined) return !reasons || expected.reason === got.reason;
  return !codes || mapCode(codeMap, got.code ?? '').some((code) => expected.codes?.includes(code));
};

/**
 * What is wrong with what a replica says of the records that it was given. Another outcome is worse than another reason, so it
 * comes first.
 */
export const outcomesFault = (expected: readonly Became[], got: readonly Became[], terms: Terms): Fault | undefined => {
  const other = expected.findIndex((each, at) => wordOf(each) !== wordOf(got[at]));
  if (other >= 0)
    return {
      failure: 'wrong-value',
      detail: `of record ${other} it says ${wordOf(got[other])}, and it is ${wordOf(expected[other])}`,
    };
  const reason = expected.findIndex((each, at) => {
    const word = wordOf(each) ?? '';
    return !isSaid(each[word] ?? {}, got[at]?.[word] ?? {}, terms);
  });
  return reason < 0 ? undefined : { failure: 'wrong-code', detail: `another reason for record ${reason}` };
};

/** What is wrong with the form of an answer about a replica [SUB-8]; nothing for all others. */
export const replicaFormFault = (
  { operation, input }: Pick<Question, 'operation' | 'input'>,
  ok: Readonly<Record<string, unknown>>,
): string | undefined => {
  if (operation === 'replica.query')
    return ok.next === undefined || typeof ok.next === 'string' ? undefined : '/ok/next is no string';
  if (operation !== 'replica.ingest') return undefined;
  const { outcomes } = ok;
  const { length } = input.records as readonly unknown[];
  if (!Array.isArray(outcomes) || outcomes.length !== length)
    return `/ok/outcomes is no list of ${length}, one for each record`;
  for (const [at, outcome] of outcomes.entries()) {
    const words = isObject(outcome) ? Object.keys(OUTCOMES).filter((word) => word in outcome) : [];
    const [word = ''] = words;
    if (words.length !== 1) return `/ok/outcomes/${at} has not exactly one of ${Object.keys(OUTCOMES).join(', ')}`;
    const said = outcome[word];
    const missing = isObject(said) ? OUTCOMES[word]?.find((name) => typeof said[name] !== 'string') : 'object';
    if (missing !== undefined) return `/ok/outcomes/${at}/${word} has no ${missing}`;
  }
  return undefined;
};

/**
 * An answer in the words of its expectation, to be compared place by place: codes that are right as the codes of which any is, and
 * whether there is a cursor in place of the cursor.
 */
export const inWordsOf = (expected: unknown, got: unknown): unknown => {
  const [right, came] = [expected, got].map((answer) => (isObject(answer) && isObject(answer.ok) ? answer.ok : {}));
  const outcomes = right?.outcomes;
  if (Array.isArray(outcomes) && Array.isArray(came?.outcomes)) {
    const said = came.outcomes.map((each: Became, at: number) => {
      const codes = (outcomes[at] as Became | undefined)?.rejected?.codes;
      return codes?.includes(each.rejected?.code ?? '') ? { rejected: { codes } } : each;
    });
    return { ok: { ...came, outcomes: said } };
  }
  return typeof right?.next === 'boolean' ? { ok: { ...came, next: came?.next !== undefined } } : got;
};

/** Whether there is a cursor where one is expected. */
export const isThere = (cursor: unknown, expected: unknown): boolean => (cursor !== undefined) === expected;
