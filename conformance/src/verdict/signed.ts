import type { FormatName } from '@rockpool/schemas';
import { type JsonObject, verifySigned } from '../forge/index.ts';
import { equalJson } from './equal.ts';

const WITNESSES = ['signature', 'shareSignature'];

const without = (record: JsonObject): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !WITNESSES.includes(name)));

const FORM = /^b[a-z2-7]{102}[aiqy]$/;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What is wrong with a record that a subject signed, or nothing: all but the signatures has to be what was to be signed,
 * and each signature has to be valid. The bytes of a signature are compared only if `deterministic`.
 */
export const signedFault = (signed: unknown, expected: JsonObject, deterministic: boolean): string | undefined => {
  if (!isObject(signed)) return 'the record is not an object';
  if (!equalJson(without(signed), without(expected))) return 'the record is not the one that was to be signed';
  for (const name of WITNESSES) {
    if (!(name in expected)) {
      if (name in signed) return `there is a ${name} too many`;
    } else if (typeof signed[name] !== 'string' || !FORM.test(signed[name])) {
      return `${name} is not the base32 form of 64 bytes`;
    } else if (deterministic && signed[name] !== expected[name]) {
      return `${name} is not the deterministic one, which the subject says it makes`;
    }
  }
  const format = (expected.format ?? 'rp.document.1') as FormatName;
  return verifySigned(format, signed) ? undefined : 'a signature is not valid';
};
