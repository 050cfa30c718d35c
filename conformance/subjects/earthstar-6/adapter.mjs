#!/usr/bin/env node
/** earthstar 6, whose crypto is chloride over libsodium. */
import { refusal, serve } from '../serve.mjs';

// The package comes after the loop, which sends to standard error what it logs while it loads.

import earthstar from 'earthstar';
import { installedVersion, requireNative } from '../installed.mjs';
import { authorKeypair } from '../keypair.mjs';
import { mergeResult } from '../positions.mjs';

requireNative('sodium-native', import.meta.url);
const validator = earthstar.ValidatorEs4;

/** The package returns its errors; what it throws is left to be an error of the subject. */
const result = (value, toOk) =>
  earthstar.isErr(value) ? refusal('package-refused', value.message) : { ok: toOk(value) };

const verify = async ({ value, now }) =>
  result(validator.checkDocumentIsValid(value, now), (valid) => {
    if (valid !== true) throw new Error(`neither true nor an error: ${valid}`);
    return {};
  });

const id = async ({ value }) => result(validator.hashDocument(value), (hash) => ({ id: hash }));

const sign = async ({ seed, unsigned }) => {
  const keypair = authorKeypair(unsigned.author, seed, earthstar.encodeSecret);
  const document = { ...unsigned, signature: '' };
  return result(validator.signDocument(keypair, document), (record) => ({ record }));
};

/** A constructor cannot return an error: this one throws the class that everything else returns. */
const openStorage = (space) => {
  try {
    return new earthstar.StorageMemory([validator], space);
  } catch (error) {
    if (earthstar.isErr(error)) return error;
    throw error;
  }
};

const merge = async ({ space, records }) => {
  const storage = openStorage(space);
  if (earthstar.isErr(storage)) return refusal('package-refused', storage.message);
  const accepted = [];
  for (const [position, { value }] of records.entries())
    if (storage.ingestDocument(value, 'judge') === earthstar.WriteResult.Accepted) accepted.push(position);
  const kept = storage.documents({ history: 'all' });
  const latest = storage.documents({ history: 'latest' });
  storage.close();
  return mergeResult(records, accepted, kept, latest);
};

await serve(
  {
    implementation: {
      name: 'earthstar',
      version: installedVersion('earthstar', import.meta.url),
      language: 'JavaScript',
      homepage: 'https://earthstar-project.org',
    },
    profiles: ['earthstar-es4'],
    deterministic: true,
    window: 16,
  },
  {
    'record.verify': { traits: { input: 'value' }, answer: verify },
    'record.id': { traits: { input: 'value' }, answer: id },
    'record.sign': { traits: {}, answer: sign },
    'document.merge': { traits: { input: 'value', clock: 'wall' }, answer: merge },
  },
);
