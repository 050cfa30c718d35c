import type { Message } from '../format/message.ts';
import { messageFormatOf } from '../protocol/protocol.ts';
import { isRejected } from '../rule/verdict.ts';
import type { Engine, SyncEngine } from '../signature/engine.ts';
import { run, runAsync, sideBySide, type Task } from '../signature/task.ts';
import { firstBroken, type VerifyOptions, verification } from '../verify.ts';
import type { ChainVerdict, FeedOptions, MessageText } from './verify.ts';

/**
 * Whether some messages, highest sequence first, are a subset proof of message `target`: that it belongs to the chain which
 * ends at the first of them. The messages are those of `proofPath`. That there is no fork is not shown.
 * @throws RangeError if the protocol has no such format, or one that has no subset proofs.
 */
export function verifyProof(
  texts: readonly MessageText[],
  target: number,
  options: VerifyOptions<SyncEngine>,
): ChainVerdict {
  return run(proofVerification(texts, target, options), options.engine);
}

/** The same, with an engine that may answer later. */
export function verifyProofAsync(
  texts: readonly MessageText[],
  target: number,
  options: VerifyOptions<Engine>,
): Promise<ChainVerdict> {
  return runAsync(proofVerification(texts, target, options), options.engine);
}

/** Each message by itself, in the order given, up to the first that is not accepted [FEED-24]; then [FEED-9] to [FEED-12]. */
export function* proofVerification(
  texts: readonly MessageText[],
  target: number,
  options: FeedOptions,
): Task<ChainVerdict> {
  const format = messageFormatOf(options.protocol, options.format);
  const { proofRules } = format.feed;
  if (proofRules === undefined) throw new RangeError(`${format.name} has no subset proofs`);
  const { provesHeld } = options.protocol.steps.feeds;
  const verdicts = yield* sideBySide(texts, (text) => verification(text, format, options));
  const messages: Message[] = [];
  for (const [position, verdict] of verdicts.entries()) {
    if (isRejected(verdict) || !(verdict.ok || provesHeld)) return { ...verdict, position };
    messages.push(verdict.record);
  }
  const broken = firstBroken(proofRules, { messages, target }, options);
  return broken === undefined ? { ok: true, messages } : { ...broken, position: 0 };
}
