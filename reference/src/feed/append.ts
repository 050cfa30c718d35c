import type { MessageFormat } from '../format/format.ts';
import { messageFormatOf } from '../protocol/protocol.ts';
import { isRejected, type Rejected } from '../rule/verdict.ts';
import { type Signed, type SignOptions, sealing } from '../sign.ts';
import { type Engine, type SyncEngine, seedByteLength } from '../signature/engine.ts';
import { run, runAsync, type Task } from '../signature/task.ts';
import type { JsonObject } from '../value/json.ts';
import { judgement, readValue } from '../verify.ts';
import type { KnownMessages } from './known-messages.ts';
import { afterKnown } from './verify.ts';

/**
 * Writes the next message of a feed: that of the owner of `seed`, after the messages that are known. `known` stays as it is.
 *
 * The draft of a native message has `space`, `content` and, where the message has them, `contentType` and `log`; that of a
 * classic one has `timestamp` and `content`. What a verifier would reject after these messages is not written [FEED-23]; the
 * answer is the verifier's, or that of [FEED-22].
 * @throws DraftError, a TypeError, if the draft has other members; TypeError if `seed` is not 32 bytes.
 * @throws UnknownMessageError, a RangeError, if the message is not known to which a skip link leads.
 * @throws RangeError if the protocol has no such format of messages.
 */
export function append(draft: JsonObject, known: KnownMessages, options: SignOptions<SyncEngine>): Signed | Rejected {
  return run(appending(draft, known, options), options.engine);
}

/** The same, with an engine that may answer later. */
export function appendAsync(
  draft: JsonObject,
  known: KnownMessages,
  options: SignOptions<Engine>,
): Promise<Signed | Rejected> {
  return runAsync(appending(draft, known, options), options.engine);
}

/** Writes, and asks an engine for the public key and the signature. */
export function* appending(
  draft: JsonObject,
  known: KnownMessages,
  options: Omit<SignOptions<Engine>, 'engine'>,
): Task<Signed | Rejected> {
  const { seed, now, protocol } = options;
  if (seed.length !== seedByteLength) throw new TypeError(`a secret key must be ${seedByteLength} bytes`);
  const format = messageFormatOf(protocol, options.format);
  const read = readValue(format.write(draft), format.textRules, format.readText);
  if (!read.ok) return read;
  const key = (yield (engine) => engine.publicKey(seed)) as Uint8Array;
  const unsigned = format.feed.next(draft, { key, known, now });
  return yield* sealing(unsigned, writerFormat(format), options, function* (message, asked, checkWitness) {
    const byItself = yield* judgement(asked.read(message), asked, options, checkWitness);
    const verdict = afterKnown(byItself, known, format, options);
    return isRejected(verdict) && protocol.steps.feeds.refusesNext(verdict) ? verdict : undefined;
  });
}

/** The format with what a writer looks at in the phase *time*. */
const writerFormat = (format: MessageFormat): MessageFormat => ({
  ...format,
  rules: { ...format.rules, time: format.feed.writerTimeRules },
});
