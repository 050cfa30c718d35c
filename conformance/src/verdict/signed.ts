import type { FormatName } from '@rockpool/schemas';
import { type JsonObject, signEs4, signEs5, signNative, unhex, verifySigned } from '../forge/index.ts';
import { equalJson } from './equal.ts';

const WITNESSES = ['signature', 'shareSignature'];

const without = (record: JsonObject): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !WITNESSES.includes(name)));

/** The base32 form of 64 bytes, its spare bits zero. */
const FORM = /^b[a-z2-7]{102}[aiqy]$/;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const formatOf = (record: JsonObject): FormatName => (record.format ?? 'rp.document.1') as FormatName;

/** Secret keys as the question gave them, in hexadecimal. */
export type Seeds = { seed?: unknown; shareSeed?: unknown };

const signAgain = (record: JsonObject, seeds: Seeds): JsonObject => {
  const seed = unhex(String(seeds.seed));
  switch (formatOf(record)) {
    case 'es.4':
      return signEs4({ document: record, seed });
    case 'es.5':
      return signEs5({ document: record, seed, shareSeed: unhex(String(seeds.shareSeed)) });
    case 'rp.document.1': {
      const { header, content } = record as { header: JsonObject; content?: string };
      return signNative({ header, content, seed });
    }
  }
};

/**
 * What is wrong with a record that a subject signed, or nothing: all but the signatures has to be what was to be signed,
 * and each signature has to be valid. The bytes of the signatures are compared only where `seeds` are given, for a
 * subject that says it signs deterministically.
 */
export const signedFault = (signed: unknown, expected: JsonObject, seeds?: Seeds): string | undefined => {
  // What is expected is valid itself, and asking again costs more than everything else about a question.
  if (equalJson(signed, expected)) return undefined;
  if (!isObject(signed)) return 'the record is not an object';
  if (!equalJson(without(signed), without(expected))) return 'the record is not the one that was to be signed';
  for (const name of WITNESSES) {
    const signature = signed[name];
    if (!(name in expected)) {
      if (name in signed) return `there is a ${name} too many`;
    } else if (typeof signature !== 'string' || !FORM.test(signature)) {
      return `${name} is not the base32 form of 64 bytes`;
    }
  }
  if (!verifySigned(formatOf(expected), signed)) return 'a signature is not valid';
  if (seeds === undefined || equalJson(signAgain(expected, seeds), signed)) return undefined;
  return 'a signature is valid and not the deterministic one, which the subject says it makes';
};
