/** The operations over the package `ssb-classic` 1, whichever cryptography it has been given. */
import { installedVersion } from '../installed.mjs';
import { serve } from '../serve.mjs';
import { called, hmacKey, keysOfSeed, lastOf, refused } from '../ssb.mjs';

/** How the sentences begin that `newNativeMsg` throws; it gives back no errors. What else is thrown is no refusal. */
const DOCUMENTED = [
  'invalid message: must have content',
  'invalid message: content must not be an array',
  'invalid message: content must be an object or string',
  'invalid message: string content must end with .box or .box2',
  'invalid message: string content must be at most 8192 characters.',
  'invalid message: content must have type',
  'invalid message: content type must be shorter than 52 characters',
  'invalid message: content type must be longer than 2 characters',
  'invalid message: encoded content must be at most 8192 characters.',
];

const nothing = () => ({});

/** The operations of `format`, the package's feed format, with keys from `ssbKeys`, the package that it uses itself. */
export const operations = (format, ssbKeys) => {
  const verify = ({ value, hmac }) => called((done) => format.validateOOO(value, hmacKey(hmac), done), nothing);

  const verifyOneByOne = async (values, last, hmac) => {
    let previous = last;
    for (const value of values) {
      const answer = await called((done) => format.validate(value, previous, hmacKey(hmac), done), nothing);
      if (answer.reject) return answer;
      previous = value;
    }
    return { ok: {} };
  };

  /** The package says of a batch that all of it is valid, or that it is not. */
  const verifyBatch = async (values, last, hmac) => {
    const { reject } = await called((done) => format.validateBatch(values, last, hmacKey(hmac), done), nothing);
    return { ok: { kept: reject ? 0 : values.length } };
  };

  const verifyFeed = ({ mode, messages, before, hmac }) => {
    const values = messages.map(({ value }) => value);
    return (mode === 'batch' ? verifyBatch : verifyOneByOne)(values, lastOf(before), hmac);
  };

  const append = ({ seed, hmac, before, draft }) => {
    const last = lastOf(before);
    const previous = last && { key: format.getMsgId(last), value: last };
    try {
      const keys = keysOfSeed(ssbKeys, seed);
      return { ok: { message: format.newNativeMsg({ ...draft, keys, previous, hmacKey: hmacKey(hmac) }) } };
    } catch (thrown) {
      if (!(thrown instanceof Error) || !DOCUMENTED.some((beginning) => thrown.message.startsWith(beginning)))
        throw thrown;
      return refused(thrown);
    }
  };

  return {
    'record.verify': { traits: { input: 'value' }, answer: verify },
    'record.id': { traits: { input: 'value' }, answer: ({ value }) => ({ ok: { id: format.getMsgId(value) } }) },
    'feed.verify': { traits: { input: 'value' }, answer: verifyFeed },
    'feed.append': { traits: { input: 'value' }, answer: append },
  };
};

/** Serves the package with the cryptography that `../chloride.mjs` gives. */
export const serveSsbClassic = ({ require, crypto }, from) =>
  serve(
    {
      implementation: {
        name: 'ssb-classic',
        version: `${installedVersion('ssb-classic', from)}+${crypto}`,
        language: 'JavaScript',
        homepage: 'https://github.com/ssbc/ssb-classic',
      },
      profiles: ['ssb-classic', 'ssb-writer'],
      deterministic: true,
      window: 16,
    },
    operations(require('ssb-classic/format'), require('ssb-keys')),
  );
