import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';

/** The 64 bytes of HMAC-SHA-512 (RFC 2104) of data under a key. A port: hosts with a native one pass it in. */
export type HmacSha512 = (key: Uint8Array, data: Uint8Array) => Uint8Array;

/** HMAC-SHA-512 in JavaScript, for every host. */
export const portableHmacSha512: HmacSha512 = (key, data) => hmac(sha512, key, data);
