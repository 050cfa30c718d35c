import type { FormatName } from '@rockpool/schemas';
import {
  encodeSsb,
  type JsonObject,
  signEs4,
  signEs5,
  signNative,
  signSsb,
  unhex,
  verifySigned,
} from '../forge/index.ts';
import { equalJson } from './equal.ts';

const WITNESSES = ['signature', 'shareSignature'];

/** The forms of 64 bytes, their spare bits zero. */
const BASE32 = /^b[a-z2-7]{102}[aiqy]$/;
const BASE64 = /^[A-Za-z0-9+/]{85}[AQgw]==\.sig\.ed25519$/;

/** What the judge looks at among the params of the question; secret keys and the hmac key in hexadecimal. */
export type Signing = { format?: unknown; seed?: unknown; shareSeed?: unknown; hmac?: unknown };

const formatOf = ({ format }: Signing): FormatName => format as FormatName;
const hmacOf = ({ hmac }: Signing): Uint8Array | undefined => (hmac === undefined ? undefined : unhex(String(hmac)));

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** In a classic message the order of all members counts, that of the signature too, because its encoding is what is signed. */
const same = (signing: Signing, left: unknown, right: unknown): boolean =>
  formatOf(signing) === 'ssb-classic'
    ? isObject(left) && isObject(right) && encodeSsb(left) === encodeSsb(right)
    : equalJson(left, right);

/** All witnesses of `record` that are strings, emptied. */
const blank = (record: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      WITNESSES.includes(name) && typeof value === 'string' ? '' : value,
    ]),
  );

const signAgain = (record: JsonObject, signing: Signing): JsonObject => {
  const seed = unhex(String(signing.seed));
  switch (formatOf(signing)) {
    case 'es.4':
      return signEs4({ document: record, seed });
    case 'es.5':
      return signEs5({ document: record, seed, shareSeed: unhex(String(signing.shareSeed)) });
    case 'ssb-classic':
      return signSsb({ message: record, seed, hmac: hmacOf(signing) });
    case 'rp.document.1':
    case 'rp.message.1': {
      const { header, content } = record as { header: JsonObject; content?: string };
      return signNative({ header, content, seed });
    }
  }
};

/**
 * What is wrong with a record that a subject signed, or nothing: all but the signatures has to be what was to be signed,
 * and each signature has to be valid. The bytes of the signatures are compared only with those of a subject that says it
 * signs deterministically.
 */
export const signedFault = (
  signed: unknown,
  expected: JsonObject,
  signing: Signing,
  deterministic: boolean,
): string | undefined => {
  // What is expected is valid itself, and asking again costs more than everything else about a question.
  if (same(signing, signed, expected)) return undefined;
  if (!isObject(signed)) return 'the record is not an object';
  const [form, words] =
    formatOf(signing) === 'ssb-classic'
      ? [BASE64, 'base64 form of 64 bytes with its ending']
      : [BASE32, 'base32 form of 64 bytes'];
  for (const name of WITNESSES) {
    const signature = signed[name];
    if (!(name in expected)) {
      if (name in signed) return `there is a ${name} too many`;
    } else if (typeof signature !== 'string' || !form.test(signature)) {
      return `${name} is not the ${words}`;
    }
  }
  if (!same(signing, blank(signed), blank(expected))) return 'the record is not the one that was to be signed';
  if (!verifySigned(formatOf(signing), signed, hmacOf(signing))) return 'a signature is not valid';
  if (!deterministic || same(signing, signAgain(expected, signing), signed)) return undefined;
  return 'a signature is valid and not the deterministic one, which the subject says it makes';
};
