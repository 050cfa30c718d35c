import { isBase32 } from '../bytes/base32.ts';

/** `@b…`: a key, by its 32 bytes. */
export type KeyId = string & { readonly brand: 'KeyId' };
/** `%b…`: a record, by the SHA-256 of its header. */
export type RecordId = string & { readonly brand: 'RecordId' };
/** `&b…`: a blob, by the SHA-256 over its size and chunks. */
export type BlobId = string & { readonly brand: 'BlobId' };
/** `+name.b…` or `+name.x…`: a space. */
export type SpaceId = string & { readonly brand: 'SpaceId' };

/** How many bytes an identifier names. */
export const idByteLength = 32;

const signatureByteLength = 64;

export const isKeyId = (text: string): text is KeyId => text.startsWith('@') && isBase32(text, 1, idByteLength);
export const isRecordId = (text: string): text is RecordId => text.startsWith('%') && isBase32(text, 1, idByteLength);
export const isBlobId = (text: string): text is BlobId => text.startsWith('&') && isBase32(text, 1, idByteLength);

const spaceForm = /^\+[a-z][a-z0-9]{0,14}\.[bx][a-z2-7]{51}[aq]$/;
export const isSpaceId = (text: string): text is SpaceId => spaceForm.test(text);

/** Whether a text is the base32 form of 32 bytes, without a sigil. */
export const isHashText = (text: string): boolean => isBase32(text, 0, idByteLength);

/** Whether a text is the base32 form of 64 bytes. */
export const isSignatureText = (text: string): boolean => isBase32(text, 0, signatureByteLength);
