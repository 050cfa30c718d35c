import type { Replication } from '../merge/replication.ts';
import type { Rule, RuleHead, RulesByPhase } from '../rule/rule.ts';
import type { HoldReason } from '../rule/verdict.ts';
import type { SignatureQuestion } from '../signature/question.ts';
import type { TextFacts } from '../text/facts.ts';
import type { JsonValue } from '../value/json.ts';
import type { Document } from './document.ts';

/** Whose secret key makes a signature. */
export type Signer = 'author' | 'share';

/** A signature beside the signed statement, and the rule that it be valid. */
export interface Witness<D> extends RuleHead {
  /** The member of the outermost object that holds it. */
  readonly member: string;
  readonly path: string;
  readonly signer: Signer;
  /** What an engine is asked. */
  question(document: D): SignatureQuestion;
}

/**
 * A format of signed documents. Everything else asks a format through this port, so a new one is a new value.
 *
 * `read` makes a document of any JSON value whatever: members that are missing or of a wrong type come out empty. So
 * every rule can look at every document, also when the rules for its shape are left out.
 */
export interface Format<D extends Document = Document> {
  /** Name and version, for example `rp.document.1`. */
  readonly name: string;
  readonly textRules: readonly Rule<TextFacts>[];
  readonly rules: RulesByPhase<D>;
  /** All signatures that a document has; a signer makes each. */
  readonly witnesses: readonly Witness<D>[];
  /** Those of them that a verifier asks about. */
  readonly asked: readonly Witness<D>[];
  /** Which documents a replica keeps; formats that share slots share this value. */
  readonly replication: Replication<D>;
  /** Whether a value claims to be of this format. */
  recognises(value: JsonValue): boolean;
  /** @param canonical canonical forms of parts of the value, where they are known already. */
  read(value: JsonValue, canonical?: ReadonlyMap<JsonValue, string> | undefined): D;
  /** What a document that breaks no rule still waits for. */
  hold(document: D): HoldReason | undefined;
}
