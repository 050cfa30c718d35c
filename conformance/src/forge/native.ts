import { sha256 } from '@noble/hashes/sha2.js';
import { base32, unbase32 } from './base32.ts';
import { utf8 } from './bytes.ts';
import { canonical, type Json } from './canonical.ts';
import { parseId } from './identifiers.ts';
import { sign, verifySignature } from './signature.ts';

export type JsonObject = { readonly [name: string]: Json };
export type NativeRecord = { header: JsonObject; signature: string; content?: string };

/** `%` and the base32 form of the SHA-256 of the canonical form of the header [REC-14]. */
export const recordId = (header: JsonObject): string => `%${base32(sha256(utf8(canonical(header))))}`;

/** What a native signature is made over: ASCII text, as bytes [REC-15]. */
export const recordMessage = (header: JsonObject): Uint8Array => utf8(`rockpool:record:1:${recordId(header)}`);

export type NativeParts = { header: JsonObject; content?: string | undefined; seed: Uint8Array };

/** Signs whatever it is given, nonsense too. The signature is deterministic. */
export const signNative = ({ header, content, seed }: NativeParts): NativeRecord => ({
  header,
  signature: base32(sign(seed, recordMessage(header))),
  ...(content === undefined ? {} : { content }),
});

/** Whether the signature is one by `key` or, where that is absent, by `author` [REC-15]. */
export const verifyNative = ({ header, signature }: NativeRecord): boolean => {
  const signer = parseId(String(header.key ?? header.author));
  return signer !== undefined && verifySignature(signer.bytes, recordMessage(header), unbase32(signature));
};
