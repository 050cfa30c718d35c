#!/usr/bin/env node
/** ssb-validate2, the validator in Rust, through its bindings for Node. */
import { createRequire } from 'node:module';
import { installedVersion } from '../installed.mjs';
import { serve } from '../serve.mjs';
import { called, hmacKey, lastOf } from '../ssb.mjs';
import { loadBindings } from './load.mjs';

const validate2 = loadBindings(createRequire(import.meta.url));
const nothing = () => ({});

const verify = ({ value, hmac }) => called((done) => validate2.validateOOOBatch(hmacKey(hmac), [value], done), nothing);

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

await serve(
  {
    implementation: {
      name: 'ssb-validate2-rsjs-node',
      version: installedVersion('ssb-validate2-rsjs-node', import.meta.url),
      language: 'Rust',
      homepage: 'https://github.com/ssb-ngi-pointer/ssb-validate2-rsjs-node',
    },
    profiles: ['ssb-classic'],
    window: 16,
  },
  {
    'record.verify': { traits: { input: 'value' }, answer: verify },
    'record.id': { traits: { input: 'value' }, answer: id },
    'feed.verify': { traits: { input: 'value' }, answer: verifyFeed },
  },
);
