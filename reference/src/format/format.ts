import type { FeedFormat } from '../feed/feed-format.ts';
import type { Replication } from '../merge/replication.ts';
import type { Context, Rule, RuleHead, RulesByPhase } from '../rule/rule.ts';
import type { HoldReason } from '../rule/verdict.ts';
import type { SignatureRulebook } from '../signature/check.ts';
import type { SignatureQuestion } from '../signature/question.ts';
import type { TextFacts } from '../text/facts.ts';
import type { JsonObject, JsonValue } from '../value/json.ts';
import type { Document } from './document.ts';
import type { Message } from './message.ts';
import type { Statement } from './statement.ts';

/** Whose secret key makes a signature. */
export type Signer = 'author' | 'share';

/** A signature beside the signed statement, and the rule that it be valid. */
export interface Witness<S> extends RuleHead {
  /** The member of the outermost object that holds it. */
  readonly member: string;
  readonly path: string;
  readonly signer: Signer;
  /** What the signature has to satisfy. */
  readonly signatures: SignatureRulebook;
  /** What an engine is asked. */
  question(statement: S, context: Context): SignatureQuestion;
  /** How 64 bytes of signature are written into the member. */
  encode(signature: Uint8Array): string;
}

/**
 * A format of signed statements. Everything else asks a format through this port, so a new one is a new value.
 *
 * `read` makes a statement of any JSON value whatever: members that are missing or of a wrong type come out empty. So
 * every rule can look at every statement, also when the rules for its shape are left out.
 */
export interface Format<S extends Statement = Statement> {
  /** Name and version, for example `rp.document.1`. */
  readonly name: string;
  readonly textRules: readonly Rule<TextFacts>[];
  readonly rules: RulesByPhase<S>;
  /** All signatures that a statement has; a signer makes each. */
  readonly witnesses: readonly Witness<S>[];
  /** Those of them that a verifier asks about. */
  readonly asked: readonly Witness<S>[];
  /** Whether a value claims to be of this format. */
  recognises(value: JsonValue): boolean;
  /** A quicker reader of texts than the general one. Its facts are right as far as `textRules` ask for them. */
  readText?(source: string | Uint8Array): TextFacts;
  /** @param encoding of the value, where the format has one and it is known already. */
  read(value: JsonValue, encoding?: string | undefined): S;
  /** The text that a signer hands out. */
  write(value: JsonObject): string;
  /** What a statement that breaks no rule still waits for. */
  hold(statement: S): HoldReason | undefined;
}

/** A format whose statements are replaced by later ones. */
export interface DocumentFormat<D extends Document = Document> extends Format<D> {
  /** Which documents a replica keeps; formats that share slots share this value. */
  readonly replication: Replication<D>;
}

/** A format whose statements stand in feeds. */
export interface MessageFormat<M extends Message = Message> extends Format<M> {
  readonly feed: FeedFormat<M>;
}

export const isDocumentFormat = (format: Format): format is DocumentFormat => 'replication' in format;

export const isMessageFormat = (format: Format): format is MessageFormat => 'feed' in format;
