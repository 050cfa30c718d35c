import { type CheckResult, rejectionCodes } from '@rockpool/schemas';
import { originOf } from '../siblings/ids.ts';
import { codeOf, formatOf, isForeign, rightCodes } from './answers.ts';
import type { Lookup, Requirement } from './facts.ts';
import { suspectsInSession } from './session-suspects.ts';
import { suspectsInStep } from './step-suspects.ts';

const PHASES = [...new Set(rejectionCodes.map(({ phase }) => phase))];
const phaseOf = new Map<string, number>(rejectionCodes.map(({ code, phase }) => [code, PHASES.indexOf(phase)]));

/** A rule that had to refuse did not: the input was accepted, or refused by a rule of a later phase or of a later message. */
export const isPassedOver = (result: CheckResult): boolean => {
  if (result.failure === 'accepted-invalid') return true;
  if (result.failure === 'wrong-outcome') return rightCodes(result).length > 0;
  if (result.failure !== 'wrong-code') return false;
  const came = phaseOf.get(codeOf(result.got) ?? '');
  const right = rightCodes(result).map((code) => phaseOf.get(code) ?? PHASES.length);
  const chain = (result.input as { mode?: unknown } | undefined)?.mode === 'chain';
  return came !== undefined && right.length > 0 && right.every((phase) => phase < came || (chain && phase === came));
};

/** A rule refused what it has nothing to say against: what is valid, or what breaks a rule of the same or a later phase. */
export const isFalseRefusal = (result: CheckResult): boolean =>
  codeOf(result.got) !== undefined &&
  !isForeign(result.got) &&
  (result.failure === 'rejected-valid' || result.failure === 'wrong-outcome' || result.failure === 'wrong-code') &&
  !isPassedOver(result);

/** The check from which one is derived; any other id is its own. */
export const vectorOf = (id: string): string => originOf(id).replace(/#.*$/, '');

/** The rules that have one of these codes: of the profile, if it has any, and otherwise all. */
export const rulesOfCodes = (codes: readonly string[], profile: string, lookup: Lookup): readonly string[] => {
  const rules = codes.flatMap((code) => lookup.code(code)?.requirements ?? []);
  const here = rules.filter((each) => each.profile?.includes(profile));
  return (here.length > 0 ? here : rules).map(({ id }) => id);
};

/** What could explain a failure. */
export type Suspected = {
  result: CheckResult;
  /** The requirements of which each could explain it alone. */
  suspects: readonly string[];
  /** Those of them that the failure points to, and not only others of the same code. */
  pointed: readonly string[];
};

/** A code points to its rules, whatever the check names, where it has no more than these. */
const FEW = 2;

/** Which phase comes first is asked by nothing but codes, and which rule of a session. */
export const ORDER_OF_PHASES = 'REC-18';
const ORDERS: readonly string[] = [ORDER_OF_PHASES, 'SYN-28'];

/**
 * What could explain a failure alone. Of a refusal that is wrong or missing it is a rule of its code, or a sentence without a
 * code; the check points to those that it names. What is refused for a wrong reason could be the fault of the rule that spoke
 * and of the one that did not. Of another failure it is anything that the check names, of a step
 * about a replica what can be wrong there.
 */
const suspect = (result: CheckResult, lookup: Lookup): Suspected => {
  const { id, profile, requirements, got, failure } = result;
  const came = isFalseRefusal(result) ? [codeOf(got) ?? ''] : [];
  const codes = [...came, ...rightCodes(result)];
  const inSession = suspectsInSession(result);
  if (codes.length === 0 || inSession !== undefined) {
    const suspects = inSession ?? suspectsInStep(result) ?? requirements;
    return { result, suspects, pointed: suspects };
  }
  const rulesOf = (some: readonly string[]): Requirement[] =>
    some.flatMap((code) => lookup.code(code)?.requirements ?? []);
  const about = [...new Set([...requirements, ...(lookup.check(vectorOf(id))?.requirements ?? [])])];
  const namedBy = (some: readonly string[]): string[] =>
    about.filter((each) => rulesOf(some).some((rule) => rule.id === each));
  const spoke = came.length === 0 || namedBy(came).length > 0 ? namedBy(came) : rulesOfCodes(came, profile, lookup);
  const silent = namedBy(rightCodes(result));
  const codeless = requirements.filter(
    (each) => lookup.requirement(each)?.code === undefined && (!ORDERS.includes(each) || failure === 'wrong-code'),
  );
  const rules = spoke.length + silent.length > 0 ? [...spoke, ...silent] : rulesOfCodes(codes, profile, lookup);
  const isCore = ({ profile: of }: Requirement): boolean => of?.includes('core') === true;
  // Other chapters look at the rules of core as well, under names of their own.
  const core = rulesOf(codes).filter(isCore);
  const elsewhere = core.some((rule) => rules.includes(rule.id)) ? [] : core.map((rule) => rule.id);
  const isVague = namedBy(came.length > 0 ? came : codes).length === 0 && rules.length - silent.length > FEW;
  const pointed = [...(isVague ? silent : rules), ...codeless];
  const suspects = [...new Set([...rules, ...codeless, ...elsewhere])];
  return suspects.length > 0
    ? { result, suspects, pointed }
    : { result, suspects: requirements, pointed: requirements };
};

/** What is refused for a signature or a link because the id is another one. */
const REST_ON_IDS = new Set(['signature-invalid', 'previous-mismatch', 'skip-mismatch', 'proof-link']);

/** Whether what came is another id than the right one. */
const isWrongId = ({ failure, operation }: CheckResult): boolean =>
  failure === 'wrong-value' && operation === 'record.id';

/**
 * Failures with what could explain them. Signatures, links and what replicas keep all rest on ids: where the id of a record
 * is wrong, that explains what else is wrong about it, and could explain every false alarm about a signature of its format.
 */
export const suspectedIn = (failures: readonly CheckResult[], lookup: Lookup): Suspected[] => {
  const wrong = failures.filter(isWrongId).map((each) => suspect(each, lookup));
  const ids = new Map(wrong.map((each) => [vectorOf(each.result.id), each]));
  const byFormat = new Map(
    [...Map.groupBy(wrong, ({ result: { input } }) => formatOf(input))].map(([format, some]) => [
      format,
      [...new Set(some.flatMap(({ suspects }) => suspects))],
    ]),
  );
  return failures.map((result) => {
    const vector = vectorOf(result.id);
    const known = ids.get(vector);
    if (known !== undefined) {
      const about = lookup.check(vector)?.requirements.filter((id) => known.suspects.includes(id)) ?? [];
      return { result, suspects: known.suspects, pointed: about.length > 0 ? about : known.pointed };
    }
    const own = suspect(result, lookup);
    const ofIds = byFormat.get(formatOf(result.input)) ?? [];
    const rests = isFalseRefusal(result) ? REST_ON_IDS.has(codeOf(result.got) ?? '') : result.failure === 'wrong-value';
    if (ofIds.length === 0 || !rests) return own;
    return { ...own, suspects: [...new Set([...own.suspects, ...ofIds])] };
  });
};
