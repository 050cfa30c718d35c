import { type HmacSha512, portableHmacSha512 } from '../bytes/hmac-sha512.ts';
import { portableSha256, type Sha256 } from '../bytes/sha256.ts';
import type { FeedFormat } from '../feed/feed-format.ts';
import { createEs4Format } from '../format/es4.ts';
import { createEs5Format } from '../format/es5.ts';
import { type Format, isMessageFormat, type MessageFormat, type Witness } from '../format/format.ts';
import { createDocumentFormat } from '../format/rp-document.ts';
import { createMessageFormat } from '../format/rp-message.ts';
import { createSsbFormat } from '../format/ssb-classic.ts';
import type { SsbHashes } from '../format/ssb-message.ts';
import { idRules } from '../id/parse.ts';
import { type ReplicaRules, replicaRuleHeads, replicaRules, replicaRulesInForce } from '../replica/rules.ts';
import { type InForce, inForce, phasesInForce, type Rule, type RuleHead } from '../rule/rule.ts';
import { type SignatureRulebook, signatureRulebook } from '../signature/check.ts';
import { type SyncRules, syncRuleHeads, syncRules, syncRulesInForce } from '../sync/rules.ts';
import type { TextFacts } from '../text/facts.ts';
import { textRules } from '../text/rules.ts';
import { steps as referenceSteps, type Steps } from './steps.ts';

/** The secret key belongs to whom the document says [REC-20]. */
export const seedRule: RuleHead = {
  requirement: 'REC-20',
  code: 'seed-mismatch',
  title: 'the secret key is that of the signer',
};

/** All rules and steps: what a peer goes by. A value, so that peers which differ in one rule can stand side by side. */
export interface Protocol {
  readonly sha256: Sha256;
  readonly steps: Steps;
  /** The rules for native texts. */
  readonly textRules: readonly Rule<TextFacts>[];
  readonly idRules: readonly Rule<string>[];
  /** Of signatures by themselves; those of a format have their own. */
  readonly signatures: SignatureRulebook;
  /** [REC-20], unless it is left out. */
  readonly seedRule: RuleHead | undefined;
  readonly replicaRules: ReplicaRules;
  readonly syncRules: SyncRules;
  /** By name. */
  readonly formats: ReadonlyMap<string, Format>;
}

/** The formats of this version. */
const createFormats = (steps: Steps & SsbHashes): readonly Format[] => [
  createDocumentFormat(steps, steps.nativeReplication),
  createMessageFormat(steps),
  createEs4Format(steps, steps.earthstarReplication),
  createEs5Format(steps, steps.earthstarReplication),
  createSsbFormat(steps),
];

/** The protocol as specified, on a host's hashes, or with other steps. */
export function createProtocol(
  sha256: Sha256 = portableSha256,
  steps: Steps = referenceSteps,
  hmacSha512: HmacSha512 = portableHmacSha512,
): Protocol {
  const formats = createFormats({ ...steps, sha256, hmacSha512 });
  return {
    sha256,
    steps,
    textRules,
    idRules,
    signatures: signatureRulebook,
    seedRule,
    replicaRules,
    syncRules,
    formats: new Map(formats.map((format) => [format.name, format])),
  };
}

/** Where rules are left out; what is absent is everywhere. */
export interface Scope {
  /** The name of a format: of the rules that are no format's and no replica's none is left out. */
  readonly format?: string | undefined;
  /** The member with the signature at which clauses about signatures are left out. */
  readonly place?: string | undefined;
}

/** The same protocol without some rules, named by their requirements. */
export function without(protocol: Protocol, requirements: Iterable<string>, scope: Scope = {}): Protocol {
  const leftOut = new Set(requirements);
  const keep: InForce = (requirement) => !leftOut.has(requirement);
  const formats = [...protocol.formats].map(([name, format]): [string, Format] => [
    name,
    scope.format === undefined || scope.format === name ? formatInForce(format, keep, scope.place) : format,
  ]);
  const changed = {
    ...protocol,
    formats: new Map(formats),
    seedRule: only(protocol.seedRule, keep),
    replicaRules: replicaRulesInForce(protocol.replicaRules, keep),
    syncRules: syncRulesInForce(protocol.syncRules, keep),
  };
  if (scope.format !== undefined) return changed;
  return {
    ...changed,
    textRules: inForce(protocol.textRules, keep),
    idRules: inForce(protocol.idRules, keep),
    signatures: rulebookInForce(protocol.signatures, keep),
  };
}

const only = (rule: RuleHead | undefined, keep: InForce) =>
  rule !== undefined && keep(rule.requirement) ? rule : undefined;

const rulebookInForce = ({ rules, equation }: SignatureRulebook, keep: InForce): SignatureRulebook => ({
  rules: inForce(rules, keep),
  equation: only(equation, keep),
});

const formatInForce = (format: Format, keep: InForce, place: string | undefined): Format => ({
  ...format,
  textRules: inForce(format.textRules, keep),
  rules: phasesInForce(format.rules, keep),
  asked: inForce(format.asked, keep).map((witness) => witnessInForce(witness, keep, place)),
  witnesses: format.witnesses.map((witness) => witnessInForce(witness, keep, place)),
  ...(isMessageFormat(format) && { feed: feedInForce(format.feed, keep) }),
});

const witnessInForce = <S>(witness: Witness<S>, keep: InForce, place: string | undefined): Witness<S> =>
  place === undefined || place === witness.member
    ? { ...witness, signatures: rulebookInForce(witness.signatures, keep) }
    : witness;

const feedInForce = (feed: FeedFormat, keep: InForce): FeedFormat => ({
  ...feed,
  rules: inForce(feed.rules, keep),
  proofRules: feed.proofRules && inForce(feed.proofRules, keep),
  writerTimeRules: inForce(feed.writerTimeRules, keep),
});

/** All rules of a protocol, each once, in the order of phases. */
export function rulesOf(protocol: Protocol): readonly RuleHead[] {
  const { signatures, formats } = protocol;
  const heads: (RuleHead | undefined)[] = [...protocol.textRules, ...protocol.idRules];
  for (const format of formats.values()) {
    const { textRules, rules, asked } = format;
    heads.push(
      ...textRules,
      ...rules.shape,
      ...rules.form,
      ...rules.relations,
      ...rules.time,
      ...asked,
      ...rules.content,
    );
    if (isMessageFormat(format)) {
      heads.push(...format.feed.rules, ...(format.feed.proofRules ?? []), ...format.feed.writerTimeRules);
    }
  }
  heads.push(...signatures.rules, signatures.equation, protocol.seedRule);
  heads.push(...replicaRuleHeads(protocol.replicaRules), ...syncRuleHeads(protocol.syncRules));
  const byRequirement = new Map<string, RuleHead>();
  for (const head of heads)
    if (head !== undefined && !byRequirement.has(head.requirement)) byRequirement.set(head.requirement, head);
  return [...byRequirement.values()];
}

/**
 * The format of that name.
 * @throws RangeError if the protocol has none.
 */
export function formatOf(protocol: Protocol, name: string): Format {
  const format = protocol.formats.get(name);
  if (format === undefined)
    throw new RangeError(`no format ${JSON.stringify(name)}; there is ${[...protocol.formats.keys()].join(', ')}`);
  return format;
}

/**
 * The format of messages of that name.
 * @throws RangeError if the protocol has none.
 */
export function messageFormatOf(protocol: Protocol, name: string): MessageFormat {
  const format = formatOf(protocol, name);
  if (!isMessageFormat(format)) throw new RangeError(`${name} is no format of messages`);
  return format;
}
