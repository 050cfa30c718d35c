import { type HmacSha512, portableHmacSha512 } from '../bytes/hmac-sha512.ts';
import type { Sha256 } from '../bytes/sha256.ts';
import { createProtocol, type Protocol, rulesOf, without } from '../protocol/protocol.ts';
import { steps } from '../protocol/steps.ts';
import { mutants } from './mutants.ts';

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

/**
 * The protocol without some requirements.
 * @throws RangeError if one of them is not to be left out.
 */
export function createVariant(
  sha256: Sha256,
  requirements: readonly string[],
  hmacSha512: HmacSha512 = portableHmacSha512,
): Protocol {
  const known = new Set(listOmissible().map(({ requirement }) => requirement));
  const unknown = requirements.find((requirement) => !known.has(requirement));
  if (unknown !== undefined) throw new RangeError(`${unknown} is nothing that can be left out; see --list-rules`);
  let changed = steps;
  for (const { requirement, mutate } of mutants) {
    if (requirements.includes(requirement)) changed = { ...changed, ...mutate(changed) };
  }
  return without(createProtocol(sha256, changed, hmacSha512), requirements);
}
