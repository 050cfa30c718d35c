import type { CheckResult } from '@rockpool/schemas';
import { codeOf, formatOf, isErrorForRefusal, isForeign } from './answers.ts';

/** Failures that look like one cause; `smallest` is the one with the shortest input. */
export type Cause = {
  smallest: CheckResult;
  others: readonly CheckResult[];
  /** The requirements that are the likeliest to be broken, the first before all others; absent where nothing points to any. */
  suspects?: readonly string[];
};

/** Failures that belong together, in no order. */
export type Group = Pick<Cause, 'suspects'> & { members: readonly CheckResult[] };

/** Without the numbers, which differ from one question to the next. */
const alike = (text: unknown): string => String(text ?? '').replace(/\d+/g, '#');

/** Without what it quotes. */
const unquoted = (text: string | undefined): string => alike(text).replace(/"(?:[^"\\]|\\.)*"/g, '""');

/**
 * What failures of one cause have in common. A refusal of what is right comes from a rule of the subject's own, which its
 * code names better than the requirements of the check do; an error of the subject's own is told by its message.
 */
const keyOf = (result: CheckResult): string => {
  const { failure, profile, operation, requirements, input, expected, got, detail } = result;
  const where = `${failure} ${operation} ${formatOf(input) ?? ''}`;
  switch (failure) {
    case 'crash':
    case 'hang':
      return `${failure} ${operation} ${profile}`;
    case 'claim-broken':
      return `${failure} ${operation} ${profile === 'subject' ? result.id : profile}`;
    case 'rejected-valid':
      return `${where} ${codeOf(got)}`;
    case 'wrong-code':
      return isForeign(got) ? `${failure} foreign` : `${where} ${codeOf(got)} ${JSON.stringify(expected)}`;
    case 'adapter-error':
      if (isErrorForRefusal(result)) return `${failure} for a refusal`;
      return `${where} ${alike((got as { error?: { message?: unknown } } | undefined)?.error?.message)}`;
    case 'protocol-violation':
      return profile === 'subject' ? `${where} ${requirements.join(' ')}` : `${where} ${unquoted(detail)}`;
    default:
      return `${failure} ${profile} ${requirements.join(' ')}`;
  }
};

const sizes = new WeakMap<object, number>();

/** Characters of a question, which is written once. */
const size = ({ input, steps = [] }: CheckResult): number => {
  if (input === undefined) return 0;
  const known = sizes.get(input) ?? JSON.stringify([input, steps]).length;
  sizes.set(input, known);
  return known;
};

/** What was accepted shows a missing rule better than what was refused for another reason, or came out otherwise. */
const isPlain = ({ failure }: CheckResult): number => (failure === 'accepted-invalid' ? 0 : 1);

export const causeOf = ({ suspects, members }: Group): Cause[] => {
  const [smallest, ...others] = members.toSorted(
    (left, right) => isPlain(left) - isPlain(right) || size(left) - size(right),
  );
  return smallest ? [{ smallest, others, ...(suspects === undefined ? {} : { suspects }) }] : [];
};

export const groupsOf = (failures: readonly CheckResult[]): Group[] =>
  Object.values(Object.groupBy(failures, keyOf)).map((members = []): Group => ({ members }));

/** Failures that look alike by themselves, whatever rule is behind them. */
export const alikeAmong = (failures: readonly CheckResult[]): Cause[] => groupsOf(failures).flatMap(causeOf);
