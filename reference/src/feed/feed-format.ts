import type { Message } from '../format/message.ts';
import type { Rule } from '../rule/rule.ts';
import type { JsonObject } from '../value/json.ts';
import type { KnownMessages } from './known-messages.ts';

/** A message that was judged by itself, and what it has to follow. */
export interface Successor<M extends Message = Message> {
  readonly message: M;
  readonly known: KnownMessages<M>;
}

/** The messages of a subset proof, each of which was judged by itself, and the sequence of the one that it is about. */
export interface SubsetProof<M extends Message = Message> {
  readonly messages: readonly M[];
  readonly target: number;
}

/** What a writer continues. */
export interface Continuation<M extends Message = Message> {
  /** The writer's public key, 32 bytes. */
  readonly key: Uint8Array;
  readonly known: KnownMessages<M>;
  /** The writer's clock, in microseconds since 1970. */
  readonly now: number;
}

/** What a format of messages gives so that feeds can be made of them. */
export interface FeedFormat<M extends Message = Message> {
  /** The phase *feed*: a message after those before it. */
  readonly rules: readonly Rule<Successor<M>>[];
  /** The phase *feed* of a subset proof; absent in formats that have no such proofs. */
  readonly proofRules?: readonly Rule<SubsetProof<M>>[] | undefined;
  /** What a writer checks in the phase *time*, in the place of what a verifier does. */
  readonly writerTimeRules: readonly Rule<M>[];
  /** Whether messages belong to a space. */
  readonly inSpaces: boolean;
  /** [FEED-16] Whether timestamps rise along the links. */
  readonly risingTimestamps: boolean;
  /** The 32 bytes of the author's key. */
  authorKey(message: M): Uint8Array;
  /**
   * The next message, with everything but its signature.
   * @throws DraftError if the draft has a member that is not for a draft, or lacks one.
   * @throws UnknownMessageError if a message is not known that the next one must link to.
   */
  next(draft: JsonObject, continuation: Continuation<M>): JsonObject;
}
