import { sha256 } from '@noble/hashes/sha2.js';
import { base32, unbase32 } from './base32.ts';
import { utf8 } from './bytes.ts';
import type { JsonObject } from './native.ts';
import { sign, verifySignature } from './signature.ts';

/** The lines of the hash of es.4, in their order [ES4-5]. */
export const ES4_LINES = ['author', 'contentHash', 'deleteAfter', 'format', 'path', 'timestamp', 'workspace'] as const;

/** The lines of the hash of es.5, in their order, which is not the alphabet's [ES5-11]. */
export const ES5_LINES = [
  'attachmentHash',
  'attachmentSize',
  'author',
  'deleteAfter',
  'format',
  'path',
  'textHash',
  'timestamp',
  'share',
] as const;

/** The text that is hashed: name, tab, value, line feed; what is absent or null is left out. */
export const hashLines = (document: JsonObject, lines: readonly string[]): string =>
  lines
    .map((name) => [name, document[name]] as const)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}\t${Number.isInteger(value) ? BigInt(value as number) : String(value)}\n`)
    .join('');

/** `b` and 52 characters; these 53 are what is signed. */
export const hashEs4 = (document: JsonObject): string => base32(sha256(utf8(hashLines(document, ES4_LINES))));
export const hashEs5 = (document: JsonObject): string => base32(sha256(utf8(hashLines(document, ES5_LINES))));

/** SHA-256 of a text, as the hashes of content are written: `b` and 52 characters [ES4-6] [ES5-14]. */
export const textHash = (text: string): string => base32(sha256(utf8(text)));

/** Adds the signature, or replaces it; checks nothing. */
export const signEs4 = ({ document, seed }: { document: JsonObject; seed: Uint8Array }): JsonObject => ({
  ...document,
  signature: base32(sign(seed, utf8(hashEs4(document)))),
});

export type Es5Parts = { document: JsonObject; seed: Uint8Array; shareSeed: Uint8Array };

/** Adds both signatures, or replaces them; checks nothing. */
export const signEs5 = ({ document, seed, shareSeed }: Es5Parts): JsonObject => {
  const message = utf8(hashEs5(document));
  return {
    ...document,
    signature: base32(sign(seed, message)),
    shareSignature: base32(sign(shareSeed, message)),
  };
};

/** The public key behind the last full stop of an address. */
export const addressKey = (address: string): Uint8Array => unbase32(address.slice(address.lastIndexOf('.') + 1));

/** Whether the author's signature is one of the hash [ES-15]; all forms hold. */
export const verifyAuthor = (document: JsonObject, hash: string): boolean =>
  verifySignature(addressKey(String(document.author)), utf8(hash), unbase32(String(document.signature)));

/** Whether the share's signature is one of the hash [ES5-13]; all forms hold. */
export const verifyShare = (document: JsonObject, hash: string): boolean =>
  verifySignature(addressKey(String(document.share)), utf8(hash), unbase32(String(document.shareSignature)));
