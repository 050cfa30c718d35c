import type { CheckResult } from '@rockpool/schemas';
import { codeOf, isForeign } from './answers.ts';
import { causesOf } from './causes.ts';
import type { Lookup, Requirement } from './facts.ts';

/** The rules that a false refusal names by its code: of those that have it, the ones of the profile, if there are any. */
export const rulesByCode = ({ profile, failure, got }: CheckResult, lookup: Lookup): readonly Requirement[] => {
  const code = codeOf(got);
  if (failure !== 'rejected-valid' || code === undefined || isForeign(got)) return [];
  const rules = lookup.code(code)?.requirements ?? [];
  const here = rules.filter((each) => each.profile?.includes(profile));
  return here.length > 0 ? here : rules;
};

/** The requirements that the terminal report names for these failures, each once, in the order in which a reader meets them. */
export const rulesNamed = (failures: readonly CheckResult[], lookup: Lookup): readonly string[] => [
  ...new Set(
    causesOf(failures, lookup).flatMap(({ smallest, rule }) => [
      ...(rule === undefined ? [] : [rule]),
      ...rulesByCode(smallest, lookup).map(({ id }) => id),
      ...smallest.requirements,
    ]),
  ),
];
