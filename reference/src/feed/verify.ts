import type { MessageFormat } from '../format/format.ts';
import type { Message } from '../format/message.ts';
import { messageFormatOf } from '../protocol/protocol.ts';
import type { Context } from '../rule/rule.ts';
import { type Held, isRejected, type Rejected, type Verdict } from '../rule/verdict.ts';
import type { Engine, SyncEngine } from '../signature/engine.ts';
import { run, runAsync, sideBySide, type Task } from '../signature/task.ts';
import { firstBroken, type VerifyOptions, verification } from '../verify.ts';
import { KnownMessages } from './known-messages.ts';

/** The text of a message: bytes as they travelled, or a string that was decoded already. */
export type MessageText = string | Uint8Array;

/** The first of several messages that was not accepted. */
export type Refusal = (Held<Message> | Rejected) & {
  /** Which one of those given, from 0 on. */
  readonly position: number;
};

/** Several messages that were all accepted, or the answer to the first that was not. */
export type ChainVerdict = { readonly ok: true; readonly messages: readonly Message[] } | Refusal;

/** What is kept of several messages [FEED-7]. */
export interface Batch {
  readonly kept: readonly Message[];
  /** Why no more are kept; undefined where all are. */
  readonly refusal: Refusal | undefined;
}

/** All that a verifier is told besides the texts and the engine. */
export type FeedOptions = Omit<VerifyOptions<Engine>, 'engine'>;

/** How many messages are judged side by side: enough for speed, and few enough to stop soon. */
const sideBySideCount = 64;

/**
 * Whether a message is valid after those that are known of its feed, at a time. `known` stays as it is: who keeps the
 * message adds it.
 * @throws RangeError if the protocol has no such format of messages; so do all functions here.
 */
export function verifyMessage(
  text: MessageText,
  known: KnownMessages,
  options: VerifyOptions<SyncEngine>,
): Verdict<Message> {
  return run(messageVerification(text, known, options), options.engine);
}

/** Whether all of some messages are valid one after another, after those that are known [FEED-6]. */
export function verifyChain(
  texts: readonly MessageText[],
  known: KnownMessages,
  options: VerifyOptions<SyncEngine>,
): ChainVerdict {
  return run(chainVerification(texts, known, options), options.engine);
}

/** Which of some messages are kept: those before the first that is not valid after the ones before it [FEED-7]. */
export function verifyBatch(
  texts: readonly MessageText[],
  known: KnownMessages,
  options: VerifyOptions<SyncEngine>,
): Batch {
  return run(batchVerification(texts, known, options), options.engine);
}

/** The same as `verifyMessage`, with an engine that may answer later. */
export function verifyMessageAsync(
  text: MessageText,
  known: KnownMessages,
  options: VerifyOptions<Engine>,
): Promise<Verdict<Message>> {
  return runAsync(messageVerification(text, known, options), options.engine);
}

/** The same as `verifyChain`, with an engine that may answer later. */
export function verifyChainAsync(
  texts: readonly MessageText[],
  known: KnownMessages,
  options: VerifyOptions<Engine>,
): Promise<ChainVerdict> {
  return runAsync(chainVerification(texts, known, options), options.engine);
}

/** The same as `verifyBatch`, with an engine that may answer later. */
export function verifyBatchAsync(
  texts: readonly MessageText[],
  known: KnownMessages,
  options: VerifyOptions<Engine>,
): Promise<Batch> {
  return runAsync(batchVerification(texts, known, options), options.engine);
}

/** A message by itself, then in the phase *feed*. */
export function* messageVerification(
  text: MessageText,
  known: KnownMessages,
  options: FeedOptions,
): Task<Verdict<Message>> {
  const format = messageFormatOf(options.protocol, options.format);
  return afterKnown(yield* verification(text, format, options), known, format, options);
}

/** [FEED-6] */
export function* chainVerification(
  texts: readonly MessageText[],
  known: KnownMessages,
  options: FeedOptions,
): Task<ChainVerdict> {
  const { kept, refusal } = yield* batchVerification(texts, known, options);
  return refusal ?? { ok: true, messages: kept };
}

/** [FEED-6] [FEED-7] */
export function* batchVerification(
  texts: readonly MessageText[],
  known: KnownMessages,
  options: FeedOptions,
): Task<Batch> {
  const format = messageFormatOf(options.protocol, options.format);
  const { goesOn, keep, countsAlone } = options.protocol.steps.feeds;
  const grown = new KnownMessages([], known);
  const accepted: Message[] = [];
  let refusal: Refusal | undefined;
  for (let start = 0; start < texts.length; start += sideBySideCount) {
    const some = texts.slice(start, start + sideBySideCount);
    const verdicts = yield* sideBySide(some, (text) => verification(text, format, options));
    for (const [index, byItself] of verdicts.entries()) {
      const verdict = afterKnown(byItself, grown, format, options);
      refusal = verdict.ok ? undefined : { ...verdict, position: start + index };
      if (!verdict.ok && !goesOn) return { kept: keep(accepted, false), refusal };
      if (verdict.ok && countsAlone(verdict.record)) {
        grown.add(verdict.record);
        accepted.push(verdict.record);
      }
    }
  }
  return { kept: keep(accepted, refusal === undefined), refusal };
}

/** The phase *feed*, of what breaks no rule by itself. */
export function afterKnown(
  byItself: Verdict<Message>,
  known: KnownMessages,
  { feed }: MessageFormat,
  context: Context,
): Verdict<Message> {
  if (isRejected(byItself)) return byItself;
  return firstBroken(feed.rules, { message: byItself.record, known }, context) ?? byItself;
}
