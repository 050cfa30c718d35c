/** The operations over the interface of ssb-validate2, which a package in Rust and one in JavaScript have. */
import { called, hmacKey, lastOf } from '../ssb.mjs';

const nothing = () => ({});

/** `validate2` is the package. */
export const operations = (validate2) => {
  const verify = ({ value, hmac }) =>
    called((done) => validate2.validateOOOBatch(hmacKey(hmac), [value], done), nothing);

  /** The package gives an id to a message that it finds valid, and to no other. */
  const id = ({ value }) =>
    called(
      (done) => validate2.validateOOOBatch(null, [value], done),
      ([id]) => ({ id }),
    );

  const verifyOneByOne = async (values, last, hmac) => {
    let previous = last;
    for (const value of values) {
      const answer = await called((done) => validate2.validateSingle(hmacKey(hmac), value, previous, done), nothing);
      if (answer.reject) return answer;
      previous = value;
    }
    return { ok: {} };
  };

  /** The package gives the ids of the messages that it found valid, or the first error alone. */
  const verifyBatch = async (values, last, hmac) => {
    const { ok } = await called(
      (done) => validate2.validateBatch(hmacKey(hmac), values, last, done),
      (ids) => ({
        kept: ids.length,
      }),
    );
    return { ok: ok ?? { kept: 0 } };
  };

  const verifyFeed = ({ mode, messages, before, hmac }) => {
    const values = messages.map(({ value }) => value);
    return (mode === 'batch' ? verifyBatch : verifyOneByOne)(values, lastOf(before), hmac);
  };

  return {
    'record.verify': { traits: { input: 'value' }, answer: verify },
    'record.id': { traits: { input: 'value' }, answer: id },
    'feed.verify': { traits: { input: 'value' }, answer: verifyFeed },
  };
};
