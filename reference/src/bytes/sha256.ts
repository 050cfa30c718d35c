import { sha256 } from '@noble/hashes/sha2.js';
import { encodeHex } from './hex.ts';
import { encodeUtf8 } from './utf8.ts';

/** A SHA-256 as 64 digits of lower-case hexadecimal: the form that the fastest engines give without a detour. */
export type Digest = string & { readonly brand: 'Digest' };

/** SHA-256 of bytes, or of the UTF-8 form of a string. A port: hosts with a native one pass it in. */
export type Sha256 = (data: Uint8Array | string) => Digest;

/** SHA-256 in JavaScript, for every host. */
export const portableSha256: Sha256 = (data) =>
  encodeHex(sha256(typeof data === 'string' ? encodeUtf8(data) : data)) as Digest;
