/** The operations over the package `ssb-validate` 4, whichever cryptography it has been given. */
import { installedVersion } from '../installed.mjs';
import { serve } from '../serve.mjs';
import { hmacKey, keysOfSeed, lastOf, refused } from '../ssb.mjs';

/** How the sentences begin that the package throws, in the order of its source; what else is thrown is no refusal. */
const DOCUMENTED = [
  'type must be a string',
  'message has invalid properties:',
  'Encoded message must not be larger than 8192 bytes.',
  'invalid message: must have author',
  'invalid message: signature type must match author type',
  'invalid message: expected sequence ',
  'invalid message: expected different previous message',
  'initial message must have previous: null',
  'initial message must have sequence: 1',
  'initial message must have timestamp',
  'message must have keys in allowed order',
  'invalid HMAC key',
  'invalid signature',
  'timestamp must be provided',
  'invalid message content, must be object or encrypted string',
];

/** What `call` gives, or the refusal that it throws. */
const attempt = (call) => {
  try {
    return call();
  } catch (thrown) {
    if (!(thrown instanceof Error) || !DOCUMENTED.some((beginning) => thrown.message.startsWith(beginning)))
      throw thrown;
    return refused(thrown);
  }
};

/** Takes messages one by one, as they come. */
const appendEach = (validate, state, hmac, values) => {
  for (const value of values) validate.append(state, hmac, value);
};

/** Takes messages unchecked, and checks when all are there. */
export const queueAll = (validate, state, hmac, values) => {
  for (const value of values) {
    validate.queue(state, value);
    if (state.error) throw state.error;
  }
  for (const author of new Set(values.map(({ author }) => author))) validate.validate(state, hmac, author);
};

/**
 * The operations of `validate`, the package, with keys from `ssbKeys`, the one that it uses itself. `take` is one of the two ways in
 * which it takes the messages of a feed.
 */
export const operations = (validate, ssbKeys, take = appendEach) => {
  /** What the package remembers of a feed whose newest message is `last`. */
  const feedAfter = (last) =>
    last && { id: validate.id(last), sequence: last.sequence, timestamp: last.timestamp, queue: [] };

  const stateAfter = (last) => ({ ...validate.initial(), feeds: last ? { [last.author]: feedAfter(last) } : {} });

  const verify = ({ value, hmac }) => {
    const { error } = validate.appendOOO(validate.initial(), hmacKey(hmac), value);
    return error ? refused(error) : { ok: {} };
  };

  const verifyFeed = ({ mode, messages, before, hmac }) => {
    const state = stateAfter(lastOf(before));
    const answer = attempt(() => {
      take(
        validate,
        state,
        hmacKey(hmac),
        messages.map(({ value }) => value),
      );
      return { ok: {} };
    });
    return mode === 'batch' ? { ok: { kept: state.queue.length } } : answer;
  };

  const append = ({ seed, hmac, before, draft }) =>
    attempt(() => {
      const keys = keysOfSeed(ssbKeys, seed);
      const feed = feedAfter(lastOf(before));
      return { ok: { message: validate.create(feed, keys, hmacKey(hmac), draft.content, draft.timestamp) } };
    });

  return {
    'record.verify': { traits: { input: 'value' }, answer: verify },
    'record.id': { traits: { input: 'value' }, answer: ({ value }) => ({ ok: { id: validate.id(value) } }) },
    'feed.verify': { traits: { input: 'value' }, answer: verifyFeed },
    'feed.append': { traits: { input: 'value' }, answer: append },
  };
};

/** Serves the package with the cryptography that `../chloride.mjs` gives. */
export const serveSsbValidate = ({ require, crypto }, from, take) =>
  serve(
    {
      implementation: {
        name: 'ssb-validate',
        version: `${installedVersion('ssb-validate', from)}+${crypto}`,
        language: 'JavaScript',
        homepage: 'https://github.com/ssbc/ssb-validate',
      },
      profiles: ['ssb-classic', 'ssb-writer'],
      deterministic: true,
      window: 16,
    },
    operations(require('ssb-validate'), require('ssb-keys'), take),
  );
