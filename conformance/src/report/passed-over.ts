import { type CheckResult, rejectionCodes } from '@rockpool/schemas';
import { codeOf, rightCodes } from './answers.ts';
import { cover } from './cover.ts';
import type { Lookup } from './facts.ts';

const PHASES = [...new Set(rejectionCodes.map(({ phase }) => phase))];
const phaseOf = new Map<string, number>(rejectionCodes.map(({ code, phase }) => [code, PHASES.indexOf(phase)]));

/** Failures that belong together, in no order. */
export type Group = { rule?: string; members: readonly CheckResult[] };

/** A rule that had to refuse did not: the input was accepted, or refused by a rule of a later phase or of a later message. */
export const isPassedOver = (result: CheckResult): boolean => {
  if (result.failure === 'accepted-invalid') return true;
  if (result.failure !== 'wrong-code') return false;
  const came = phaseOf.get(codeOf(result.got) ?? '');
  const right = rightCodes(result).map((code) => phaseOf.get(code) ?? PHASES.length);
  const chain = (result.input as { mode?: unknown } | undefined)?.mode === 'chain';
  return came !== undefined && right.length > 0 && right.every((phase) => phase < came || (chain && phase === came));
};

/** Requirements of a check whose breach its expected codes name. */
const rulesOf = (result: CheckResult, lookup: Lookup): string[] => {
  const codes = rightCodes(result);
  return result.requirements.filter((id) => codes.includes(lookup.requirement(id)?.code ?? ''));
};

const biggest = <T>(groups: readonly T[], size: (group: T) => number): T | undefined =>
  groups.toSorted((left, right) => size(right) - size(left))[0];

/**
 * One rule of `core` is looked at in many places, which have requirements of their own with the same code: where exactly one
 * of it was passed over, those are the same rule seen elsewhere.
 */
const joinPlaces = (groups: ReadonlyMap<string, CheckResult[]>, lookup: Lookup): Map<string, CheckResult[]> => {
  const joined = new Map<string, CheckResult[]>();
  for (const [rule, members] of groups) {
    const code = lookup.requirement(rule)?.code;
    const core = [...groups.keys()].filter((id) => {
      const found = lookup.requirement(id);
      return found?.code === code && found?.profile?.includes('core');
    });
    const into = code !== undefined && core.length === 1 && core[0] !== undefined ? core[0] : rule;
    joined.set(into, [...(joined.get(into) ?? []), ...members]);
  }
  return joined;
};

/**
 * Failures by the rule that was passed over, whatever the operation and profile: of the requirements that could explain one,
 * that which explains the most. `rest` are failures of other kinds; of these, wrong values that name such a rule belong to it,
 * and the other ones are told by the requirement that most of a profile have in common.
 */
export const passedOver = (
  over: readonly CheckResult[],
  rest: readonly CheckResult[],
  lookup: Lookup,
): { groups: Group[]; unexplained: CheckResult[] } => {
  const named = over.filter((each) => rulesOf(each, lookup).length > 0);
  const groups = joinPlaces(
    cover(named, (each) => rulesOf(each, lookup)),
    lookup,
  );
  const unexplained: CheckResult[] = [];
  const wrong: CheckResult[] = [];
  const join = (result: CheckResult, belongs: (rule: string) => boolean): boolean => {
    const found = biggest(
      [...groups].filter(([rule]) => belongs(rule)),
      ([, members]) => members.length,
    );
    found?.[1].push(result);
    return found !== undefined;
  };
  for (const each of over) {
    // A law, or a case of another chapter, does not name the rule: its code does.
    const codes = rightCodes(each);
    const belongs = (rule: string): boolean => codes.includes(lookup.requirement(rule)?.code ?? '');
    if (!named.includes(each) && !join(each, belongs)) unexplained.push(each);
  }
  for (const each of rest) {
    if (each.failure !== 'wrong-value') unexplained.push(each);
    else if (!join(each, (rule) => each.requirements.includes(rule))) wrong.push(each);
  }
  const values = Object.values(Object.groupBy(wrong, ({ profile }) => profile)).flatMap((members = []) => [
    ...cover(members, ({ requirements }) => requirements),
  ]);
  return { groups: [...groups, ...values].map(([rule, members]) => ({ rule, members })), unexplained };
};
