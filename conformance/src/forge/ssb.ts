import { hmac as mac } from '@noble/hashes/hmac.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { base64, unbase64 } from './base64.ts';
import { utf8 } from './bytes.ts';
import type { JsonObject } from './native.ts';
import { sign, verifySignature } from './signature.ts';
import { encodeSsb } from './ssb-encoding.ts';

const AUTHOR = { before: '@', behind: '.ed25519', bytes: 32 };
const MESSAGE_ID = { before: '%', behind: '.sha256', bytes: 32 };
const SIGNATURE = { before: '', behind: '.sig.ed25519', bytes: 64 };
type Form = typeof AUTHOR;

const write = ({ before, behind }: Form, bytes: Uint8Array): string => `${before}${base64(bytes)}${behind}`;

const read = ({ before, behind, bytes }: Form, text: string): Uint8Array | undefined => {
  if (!text.startsWith(before) || !text.endsWith(behind)) return undefined;
  const found = unbase64(text.slice(before.length, -behind.length));
  return found?.length === bytes ? found : undefined;
};

/** `@`, canonical base64 of the public key, `.ed25519`. */
export const ssbAuthor = (key: Uint8Array): string => write(AUTHOR, key);
export const ssbSignature = (signature: Uint8Array): string => write(SIGNATURE, signature);

/** The 32 bytes of an author, the 32 of an id and the 64 of a signature; undefined where the text is not in that form. */
export const authorKey = (text: string): Uint8Array | undefined => read(AUTHOR, text);
export const ssbIdBytes = (text: string): Uint8Array | undefined => read(MESSAGE_ID, text);
export const signatureBytes = (text: string): Uint8Array | undefined => read(SIGNATURE, text);

/** The id of a message: over the low byte of each UTF-16 code unit of its encoding [SSB-17]. */
export const ssbId = (message: JsonObject): string => {
  const text = encodeSsb(message);
  const low = Uint8Array.from({ length: text.length }, (_, index) => text.charCodeAt(index) % 256);
  return write(MESSAGE_ID, sha256(low));
};

/** What is signed: the encoding without `signature`, in UTF-8 [SSB-18], or its HMAC where a key of 32 bytes is given [SSB-19]. */
export const ssbSigned = (message: JsonObject, hmac?: Uint8Array): Uint8Array => {
  const unsigned = Object.fromEntries(Object.entries(message).filter(([name]) => name !== 'signature'));
  const bytes = utf8(encodeSsb(unsigned));
  return hmac === undefined ? bytes : mac(sha512, hmac, bytes).subarray(0, 32);
};

export type SsbParts = { message: JsonObject; seed: Uint8Array; hmac?: Uint8Array | undefined };

/** Adds the signature as the last member, or replaces it; keeps the order of the others and checks nothing. */
export const signSsb = ({ message, seed, hmac }: SsbParts): JsonObject => ({
  ...message,
  signature: ssbSignature(sign(seed, ssbSigned(message, hmac))),
});

/** Whether the signature is one by the author [SSB-18]; all forms hold. */
export const verifySsb = (message: JsonObject, hmac?: Uint8Array): boolean => {
  const key = authorKey(String(message.author));
  const signature = signatureBytes(String(message.signature));
  return key !== undefined && signature !== undefined && verifySignature(key, ssbSigned(message, hmac), signature);
};
