import { appending } from '../feed/append.ts';
import { DraftError } from '../feed/draft.ts';
import { KnownMessages, UnknownMessageError } from '../feed/known-messages.ts';
import { feedState } from '../feed/state.ts';
import { batchVerification, chainVerification, type FeedOptions, messageVerification } from '../feed/verify.ts';
import { proofVerification } from '../feed/verify-proof.ts';
import { isMessageFormat, type MessageFormat } from '../format/format.ts';
import type { Message } from '../format/message.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { sideBySide } from '../signature/task.ts';
import { isObject } from '../value/json.ts';
import { identify, verification } from '../verify.ts';
import { contextIn, formatIn, fromVerdict, type Operation, ok, reject } from './operation.ts';
import { type Params, ParamsError } from './params.ts';
import { plainFeed } from './plain-feed.ts';

/** What the reference is asked about feeds, by method. */
export const feedOperations: readonly (readonly [string, Operation])[] = [
  ['feed.verify', verify],
  ['feed.append', append],
  ['feed.state', state],
];

const modes = ['single', 'chain', 'batch', 'subset'];

function* verify(params: Params, protocol: Protocol): ReturnType<Operation> {
  const format = messageFormatIn(params, protocol);
  const options = { protocol, format: format.name, ...contextIn(params) };
  const texts = params.objects('messages').map((message) => message.text());
  const known = knownIn(params, options);
  switch (params.string('mode')) {
    case 'single': {
      const [text, ...others] = texts;
      if (text === undefined || others.length > 0) throw new ParamsError('messages must be one in the mode single');
      return fromVerdict(yield* messageVerification(text, known, options));
    }
    case 'chain':
      return fromVerdict(yield* chainVerification(texts, known, options));
    case 'batch':
      return ok({ kept: (yield* batchVerification(texts, known, options)).kept.length });
    case 'subset':
      if (format.feed.proofRules === undefined) throw new ParamsError(`${format.name} has no subset proofs`);
      if (known.last !== undefined) throw new ParamsError('before must be empty in the mode subset');
      return fromVerdict(yield* proofVerification(texts, params.number('target'), options));
    default:
      throw new ParamsError(`mode must be one of ${modes.join(', ')}`);
  }
}

function* append(params: Params, protocol: Protocol): ReturnType<Operation> {
  const options = { protocol, format: messageFormatIn(params, protocol).name, ...contextIn(params) };
  const draft = params.value('draft');
  if (!isObject(draft)) throw new ParamsError('draft must be an object');
  try {
    const appended = yield* appending(draft, knownIn(params, options), { ...options, seed: params.seed('seed') });
    return appended.ok ? ok({ message: appended.value }) : reject(appended);
  } catch (cause) {
    // A draft with other members, or messages that are missing in `before`: the question is wrong, not the answer.
    if (cause instanceof DraftError || cause instanceof UnknownMessageError)
      throw new ParamsError(cause.message, { cause });
    throw cause;
  }
}

function* state(params: Params, protocol: Protocol): ReturnType<Operation> {
  const format = messageFormatIn(params, protocol);
  const circumstances = { protocol, ...contextIn(params) };
  const space = format.feed.inSpaces ? params.string('space') : undefined;
  const texts = params.objects('records').map((record) => record.text());
  const verdicts = yield* sideBySide(texts, (text) => verification(text, format, circumstances));
  return ok({ feeds: feedState(verdicts, { protocol, format: format.name, space }).map(plainFeed) });
}

function messageFormatIn(params: Params, protocol: Protocol): MessageFormat {
  const format = formatIn(params, protocol);
  if (!isMessageFormat(format)) throw new ParamsError(`${format.name} is no format of messages`);
  return format;
}

/** The messages of `before`. They were verified earlier, so here they are read alone. */
function knownIn(params: Params, options: FeedOptions): KnownMessages {
  const known = new KnownMessages();
  for (const [position, message] of params.objects('before').entries()) {
    const identified = identify(message.text(), options);
    if (!identified.ok)
      throw new ParamsError(`before[${position}] is no message that was verified: ${identified.code}`);
    // What a format of messages reads is a message.
    known.add(identified.record as Message);
  }
  return known;
}
