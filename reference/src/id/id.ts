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

const keyForm = /^@b[a-z2-7]{51}[aq]$/;
const blobForm = /^&b[a-z2-7]{51}[aq]$/;
const spaceForm = /^\+[a-z][a-z0-9]{0,14}\.[bx][a-z2-7]{51}[aq]$/;
const hashForm = /^b[a-z2-7]{51}[aq]$/;
const signatureForm = /^b[a-z2-7]{102}[aiqy]$/;

export const isKeyId = (text: string): text is KeyId => keyForm.test(text);
export const isBlobId = (text: string): text is BlobId => blobForm.test(text);
export const isSpaceId = (text: string): text is SpaceId => spaceForm.test(text);

/** Whether a text is the base32 form of 32 bytes, without a sigil. */
export const isHashText = (text: string): boolean => hashForm.test(text);

/** Whether a text is the base32 form of 64 bytes. */
export const isSignatureText = (text: string): boolean => signatureForm.test(text);
