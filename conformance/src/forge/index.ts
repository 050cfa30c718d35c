/** The forge: the judge's own encoder, signer and oracle, written from the specification and from nothing else. */
export { base32, unbase32 } from './base32.ts';
export { blobId, CHUNK_BYTES, chunksOf, treeHash } from './blob.ts';
export { type Compact, compactText, expandText, hex, unhex, utf8 } from './bytes.ts';
export { canonical, type Json } from './canonical.ts';
export { cast, castKeys, type TestKey } from './cast.ts';
export {
  addressKey,
  hashEs4,
  hashEs5,
  signEs4,
  signEs5,
  textHash,
  verifyAuthor,
  verifyShare,
} from './earthstar.ts';
export { compareIds, type Id, type IdKind, isId, keyId, openSpaceId, parseId, spaceId } from './identifiers.ts';
export { type Merged, type MergeInput, type MergeRecord, mergeDocuments } from './merge.ts';
export { type JsonObject, type NativeRecord, recordId, recordMessage, signNative, verifyNative } from './native.ts';
export { type Broken, type Format, PHASES, type Phase } from './rule.ts';
export { brokenSignatureRules, publicKey, sign, signWithNonce, verifySignature } from './signature.ts';
export { readText } from './text.ts';
export { judgeText, judgeValue, type Verdict, verifySigned } from './verdict.ts';
