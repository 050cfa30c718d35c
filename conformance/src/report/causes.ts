import type { CheckResult } from '@rockpool/schemas';
import { codeOf, formatOf, isErrorForRefusal, isForeign } from './answers.ts';
import type { Lookup } from './facts.ts';
import { type Group, isPassedOver, passedOver } from './passed-over.ts';

/** Failures that look like one cause; `smallest` is the one with the shortest input. */
export type Cause = {
  smallest: CheckResult;
  others: readonly CheckResult[];
  /** The requirement that all of it points to, where there is one. */
  rule?: string;
};

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

const size = ({ input }: CheckResult): number => JSON.stringify(input ?? '').length;

/** What was accepted shows a missing rule better than what was refused for another reason, or came out otherwise. */
const isPlain = ({ failure }: CheckResult): number => (failure === 'accepted-invalid' ? 0 : 1);

const causeOf = ({ rule, members }: Group): Cause[] => {
  const [smallest, ...others] = members.toSorted(
    (left, right) => isPlain(left) - isPlain(right) || size(left) - size(right),
  );
  return smallest ? [{ smallest, others, ...(rule === undefined ? {} : { rule }) }] : [];
};

const groupsOf = (failures: readonly CheckResult[]): Group[] =>
  Object.values(Object.groupBy(failures, keyOf)).map((members = []): Group => ({ members }));

/** Failures that look alike by themselves, whatever rule is behind them. */
export const alikeAmong = (failures: readonly CheckResult[]): Cause[] => groupsOf(failures).flatMap(causeOf);

/** Failures by cause, in the order of the first of each. */
export const causesOf = (failures: readonly CheckResult[], lookup: Lookup): Cause[] => {
  const over = failures.filter(isPassedOver);
  const rest = failures.filter((each) => !isPassedOver(each));
  const { groups, unexplained } = passedOver(over, rest, lookup);
  const others = groupsOf(unexplained);
  const place = new Map(failures.map((each, index) => [each, index]));
  const first = ({ members }: Group): number => Math.min(...members.map((each) => place.get(each) ?? 0));
  return [...groups, ...others].toSorted((left, right) => first(left) - first(right)).flatMap(causeOf);
};
