import { type HmacSha512, portableHmacSha512 } from '../bytes/hmac-sha512.ts';
import type { Sha256 } from '../bytes/sha256.ts';
import { isMessageFormat } from '../format/format.ts';
import { createProtocol, formatOf, type Protocol, rulesOf, without } from '../protocol/protocol.ts';
import { steps } from '../protocol/steps.ts';
import type { RuleHead } from '../rule/rule.ts';
import { mutants } from './mutants.ts';
import { type Asked, concerns, type Omission, parseOmission, spellOmission } from './omission.ts';

/** What can be left out: a rule, or a step, in whose place a mistake is put. */
export interface Omissible {
  readonly requirement: string;
  readonly kind: 'rule' | 'step';
  /** What the rule asks for; of a step, the mistake. */
  readonly title: string;
  readonly code?: string;
}

/** Everything that can be left out, each requirement once. */
export function listOmissible(protocol: Protocol = createProtocol()): readonly Omissible[] {
  return [
    ...rulesOf(protocol).map(({ requirement, title, code }) => ({ requirement, kind: 'rule' as const, title, code })),
    ...mutants.map(({ requirement, title }) => ({ requirement, kind: 'step' as const, title })),
  ];
}

/** The rules of one format that are checked in a phase, in any operation. */
export function rulesInPhase(protocol: Protocol, formatName: string, phase: string): readonly RuleHead[] {
  const format = formatOf(protocol, formatName);
  const feed = isMessageFormat(format) ? format.feed : undefined;
  const { textRules: text, asked: signature, rules } = format;
  const others: Readonly<Record<string, readonly RuleHead[]>> = {
    ...rules,
    text,
    signature,
    time: [...rules.time, ...(feed?.writerTimeRules ?? [])],
    feed: [...(feed?.rules ?? []), ...(feed?.proofRules ?? [])],
  };
  return others[phase] ?? [];
}

/**
 * The protocol without some requirements, in every operation.
 * @throws RangeError if one of them is not to be left out.
 */
export const createVariant = (
  sha256: Sha256,
  requirements: readonly string[],
  hmacSha512: HmacSha512 = portableHmacSha512,
): Protocol => leavingOut(sha256, requirements.map(parseOmission), hmacSha512);

/**
 * Which protocol to go by in the answer to a question where things are left out of some answers and not of others. Each is
 * made once.
 * @throws RangeError if one of them is not to be left out.
 */
export function createVariants(
  sha256: Sha256,
  omissions: readonly Omission[],
  hmacSha512: HmacSha512 = portableHmacSha512,
): (asked: Asked) => Protocol {
  leavingOut(sha256, omissions, hmacSha512);
  const made = new Map<string, Protocol>();
  return (asked) => {
    const concerned = omissions.filter((omission) => concerns(omission, asked));
    const name = concerned.map(spellOmission).join();
    const protocol = made.get(name) ?? leavingOut(sha256, concerned, hmacSha512);
    made.set(name, protocol);
    return protocol;
  };
}

/** The protocol without some things, whatever the operation. */
function leavingOut(sha256: Sha256, omissions: readonly Omission[], hmacSha512: HmacSha512): Protocol {
  let changed = steps;
  for (const { requirement, mutate } of mutants) {
    if (omissions.some(({ what }) => what === requirement)) changed = { ...changed, ...mutate(changed) };
  }
  const whole = createProtocol(sha256, changed, hmacSha512);
  return omissions.reduce((protocol, omission) => without(protocol, requirementsOf(omission, whole), omission), whole);
}

const requirementsOf = (omission: Omission, protocol: Protocol): readonly string[] => {
  const { what, format, place } = omission;
  const refuse = (why: string): never => {
    throw new RangeError(`${spellOmission(omission)}: ${why}; see --list-rules and --list-cells`);
  };
  if (format !== undefined && !protocol.formats.has(format)) refuse(`there is no format ${format}`);
  const places = [...protocol.formats.values()].flatMap(({ witnesses }) => witnesses.map(({ member }) => member));
  if (place !== undefined && !places.includes(place)) refuse(`there is no signature ${place}`);
  if (/^[a-z]/.test(what)) {
    if (format === undefined) return refuse('a phase is left out of one format');
    const heads = rulesInPhase(protocol, format, what);
    return heads.length === 0 ? refuse(`${format} has no rules in a phase ${what}`) : heads.map(idOf);
  }
  const known = listOmissible(protocol).some(({ requirement }) => requirement === what);
  return known ? [what] : refuse(`${what} is nothing that can be left out`);
};

const idOf = ({ requirement }: RuleHead) => requirement;
