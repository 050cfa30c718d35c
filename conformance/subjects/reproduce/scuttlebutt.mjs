/** The calls of the Scuttlebutt packages, made literally. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';

const requireFrom = (subject) => createRequire(new URL(`../${subject}/package.json`, import.meta.url));

/** What the variable asks for, which is tweetnacl at first and libsodium once the WebAssembly is there. */
const withWebAssembly = async (require) => {
  process.env.CHLORIDE_JS = '1';
  require('chloride');
  await once(require('sodium-browserify').events, 'sodium-browserify:wasm loaded');
};

const withTweetnacl = (require) => {
  process.env.CHLORIDE_JS = '1';
  require('chloride/small');
  require.cache[require.resolve('chloride')] = require.cache[require.resolve('chloride/small')];
};

const bytes = (hex) => Buffer.from(hex, 'hex');
const keyText = (hmac) => (hmac ? bytes(hmac).toString('base64') : null);
const last = (before) => before.at(-1)?.value;
const valuesOf = (messages) => messages.map(({ value }) => value);

/** The sentences that the packages throw on purpose; ssb-keys and the cryptography throw others. */
const SENTENCE =
  /^(?:invalid (?:message|HMAC|signature)|(?:initial )?message (?:must|has)|Encoded message|type must|timestamp)/;
const isError = (value) => value?.constructor === Error && SENTENCE.test(value.message);

/** Compared as it travels: what is not a number in JavaScript arrives as null. */
const agrees = (_, answer, ok) => isDeepStrictEqual(JSON.parse(JSON.stringify(answer)), ok);

/** What an `(error, value)` callback was called with. */
const called = (call) => {
  const outcomes = [];
  call((error, value) => outcomes.push(error ?? { value }));
  if (outcomes.length !== 1) throw new TypeError(`${outcomes.length} calls of the callback`);
  return outcomes[0];
};

/** Takes the messages of a feed one by one. */
const appendEach = {
  call: 'validate.append(state, hmacKey, message) of each',
  take: (validate, state, hmac, values) => {
    for (const value of values) validate.append(state, hmac, value);
  },
};

/** Takes them unchecked first. */
const queueAll = {
  call: 'validate.queue(state, message) of each; validate.validate(state, hmacKey, author)',
  take: (validate, state, hmac, values) => {
    for (const value of values) if (validate.queue(state, value).error) throw state.error;
    for (const author of new Set(values.map(({ author }) => author))) validate.validate(state, hmac, author);
  },
};

const ssbValidate =
  (subject, prepare, { call, take } = appendEach) =>
  async () => {
    const require = requireFrom(subject);
    await prepare?.(require);
    const validate = require('ssb-validate');
    const keysOf = (seed) => require('ssb-keys').generate('ed25519', bytes(seed));
    const feed = (message) =>
      message
        ? { id: validate.id(message), sequence: message.sequence, timestamp: message.timestamp, queue: [] }
        : undefined;
    return {
      package: 'ssb-validate',
      isError,
      agrees,
      'record.verify': ({ value, hmac }) => ({
        call: 'validate.appendOOO(validate.initial(), hmacKey, message).error',
        answer: validate.appendOOO(validate.initial(), keyText(hmac), value).error || {},
      }),
      'record.id': ({ value }) => ({ call: 'validate.id(message)', answer: { id: validate.id(value) } }),
      'feed.verify': ({ mode, messages, before, hmac }) => {
        const state = validate.initial();
        if (last(before)) state.feeds[last(before).author] = feed(last(before));
        try {
          take(validate, state, keyText(hmac), valuesOf(messages));
        } catch (thrown) {
          if (mode !== 'batch' || !isError(thrown)) throw thrown;
        }
        return { call, answer: mode === 'batch' ? { kept: state.validated } : {} };
      },
      'feed.append': ({ seed, hmac, before, draft: { content, timestamp } }) => ({
        call: 'validate.create(feedState, keys, hmacKey, content, timestamp)',
        answer: { message: validate.create(feed(last(before)), keysOf(seed), keyText(hmac), content, timestamp) },
      }),
    };
  };

const ssbClassic = (subject, prepare) => async () => {
  const require = requireFrom(subject);
  await prepare?.(require);
  const format = require('ssb-classic/format');
  const keysOf = (seed) => require('ssb-keys').generate('ed25519', bytes(seed));
  const answerOf = (outcome, ok) => (outcome instanceof Error ? outcome : ok);
  const oneByOne = (messages, before, hmac) => {
    const outcomes = messages.map((message, at) =>
      called((done) => format.validate(message, messages[at - 1] ?? before, hmac, done)),
    );
    return outcomes.find((outcome) => outcome instanceof Error) ?? {};
  };
  return {
    package: 'ssb-classic',
    isError,
    agrees,
    'record.verify': ({ value, hmac }) => ({
      call: 'format.validateOOO(message, hmacKey, callback)',
      answer: answerOf(
        called((done) => format.validateOOO(value, keyText(hmac), done)),
        {},
      ),
    }),
    'record.id': ({ value }) => ({ call: 'format.getMsgId(message)', answer: { id: format.getMsgId(value) } }),
    'feed.verify': ({ mode, messages, before, hmac }) => {
      const args = [valuesOf(messages), last(before) ?? null, keyText(hmac)];
      if (mode !== 'batch')
        return { call: 'format.validate(message, previous, hmacKey, callback) of each', answer: oneByOne(...args) };
      const outcome = called((done) => format.validateBatch(...args, done));
      return {
        call: 'format.validateBatch(messages, previous, hmacKey, callback)',
        answer: { kept: outcome instanceof Error ? 0 : messages.length },
      };
    },
    'feed.append': ({ seed, hmac, before, draft: { content, timestamp } }) => {
      const value = last(before);
      const previous = value ? { key: format.getMsgId(value), value } : null;
      const options = { keys: keysOf(seed), content, previous, timestamp, hmacKey: keyText(hmac) };
      return {
        call: 'format.newNativeMsg({ keys, content, previous, timestamp, hmacKey })',
        answer: { message: format.newNativeMsg(options) },
      };
    },
  };
};

/** Its loader finds the binary only where the variable says, since there is none under the name of this Node. */
const validate2Bindings = () => {
  const require = requireFrom('ssb-validate2');
  const folder = mkdtempSync(`${tmpdir()}/rockpool-reproduce-`);
  const prebuilds = require.resolve('ssb-validate2-rsjs-node').replace(/index\.js$/, 'prebuilds/');
  mkdirSync(`${folder}/dist`);
  symlinkSync(`${prebuilds}${process.platform}-${process.arch}/node.abi93.node`, `${folder}/dist/index.node`);
  process.env.SSB_VALIDATE2_RSJS_NODE_PREBUILD = folder;
  const bindings = require('ssb-validate2-rsjs-node');
  rmSync(folder, { recursive: true });
  return bindings;
};

const ssbValidate2 = (name, load) => () => {
  const validate2 = load();
  const oneByOne = (messages, before, hmac) => {
    const outcomes = messages.map((message, at) =>
      called((done) => validate2.validateSingle(hmac, message, messages[at - 1] ?? before, done)),
    );
    return outcomes.find((outcome) => outcome instanceof Error) ?? {};
  };
  return {
    package: name,
    isError: (value) => value?.constructor === Error,
    agrees,
    'record.verify': ({ value, hmac }) => {
      const outcome = called((done) => validate2.validateOOOBatch(keyText(hmac), [value], done));
      return {
        call: 'validateOOOBatch(hmacKey, [message], callback)',
        answer: outcome instanceof Error ? outcome : {},
      };
    },
    'record.id': ({ value }) => {
      const outcome = called((done) => validate2.validateOOOBatch(null, [value], done));
      return {
        call: 'validateOOOBatch(null, [message], callback)',
        answer: outcome instanceof Error ? outcome : { id: outcome.value[0] },
      };
    },
    'feed.verify': ({ mode, messages, before, hmac }) => {
      const values = valuesOf(messages);
      if (mode !== 'batch')
        return {
          call: 'validateSingle(hmacKey, message, previous, callback) of each',
          answer: oneByOne(values, last(before), keyText(hmac)),
        };
      const outcome = called((done) => validate2.validateBatch(keyText(hmac), values, last(before), done));
      return {
        call: 'validateBatch(hmacKey, messages, previous, callback)',
        answer: { kept: outcome instanceof Error ? 0 : outcome.value.length },
      };
    },
  };
};

const ssbKeys = (subject, prepare) => async () => {
  const require = requireFrom(subject);
  await prepare?.(require);
  const keys = require('ssb-keys');
  return {
    package: 'ssb-keys',
    isError: () => false,
    agrees,
    'record.sign': ({ seed, hmac, unsigned }) => ({
      call: 'signObj(keys, hmacKey, message)',
      answer: { record: keys.signObj(keys.generate('ed25519', bytes(seed)), keyText(hmac), unsigned) },
    }),
  };
};

export const SCUTTLEBUTT = {
  'ssb-classic': ssbClassic('ssb-classic'),
  'ssb-classic-js': ssbClassic('ssb-classic-js', withWebAssembly),
  'ssb-classic-tweetnacl': ssbClassic('ssb-classic-tweetnacl', withTweetnacl),
  'ssb-keys': ssbKeys('ssb-keys'),
  'ssb-keys-js': ssbKeys('ssb-keys-js', withWebAssembly),
  'ssb-validate': ssbValidate('ssb-validate'),
  'ssb-validate-js': ssbValidate('ssb-validate-js', withWebAssembly),
  'ssb-validate-tweetnacl': ssbValidate('ssb-validate-tweetnacl', withTweetnacl),
  'ssb-validate-queue': ssbValidate('ssb-validate-queue', undefined, queueAll),
  'ssb-validate2': ssbValidate2('ssb-validate2-rsjs-node', validate2Bindings),
  'ssb-validate2-js': ssbValidate2('ssb-validate2', () => requireFrom('ssb-validate2-js')('ssb-validate2')),
};
