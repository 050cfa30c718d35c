/** The forge: the judge's own encoder, signer and oracle, written from the specification and from nothing else. */
export { base32, unbase32 } from './base32.ts';
export { blobId, CHUNK_BYTES, chunksOf, treeHash } from './blob.ts';
export { type Compact, compactText, expandText, hex, unhex, utf8 } from './bytes.ts';
export { canonical, type Json } from './canonical.ts';
export { cast, castKeys, type TestKey } from './cast.ts';
export { type Confirmer, confirmBy } from './curve.ts';
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
export {
  type FeedInput,
  type FeedOperation,
  type FeedOutcome,
  feedAnswer,
  feedOutcome,
} from './feed-answer.ts';
export { type FeedContext, type FeedDraft, type FeedFormat, type FeedItem, nativeFeeds } from './feed-format.ts';
export { feedReports, type Placed } from './feed-state.ts';
export { compareIds, type Id, type IdKind, isId, keyId, openSpaceId, parseId, spaceId } from './identifiers.ts';
export { hasSkip, lipmaa, proofPath, way } from './lipmaa.ts';
export { type Merged, type MergeInput, type MergeRecord, mergeDocuments } from './merge.ts';
export { type JsonObject, type NativeRecord, recordId, recordMessage, signNative, verifyNative } from './native.ts';
export type { Decide } from './replica-model.ts';
export { type Asked, answerSchedule, type Planned, stepsWith } from './replica-schedule.ts';
export {
  answerInWorld,
  endWorld,
  openWorld,
  type ReplicaAnswer,
  type ReplicaInput,
  type World,
} from './replica-world.ts';
export { type Broken, type Format, isNative, type Phase } from './rule.ts';
export { authText, spaceDigest, transcriptOf } from './session-hello.ts';
export type { Awaiting, Role, SentMessage, Session } from './session-model.ts';
export type { Report as RoundReport } from './session-rounds.ts';
export { type Conversation, converse, type Side, wireTexts } from './session-talk.ts';
export { openSession, receiveInSession, type SessionAnswer, type SessionInput } from './session-world.ts';
export {
  brokenSignatureRules,
  plainSigner,
  publicKey,
  sign,
  signBy,
  signWithNonce,
  verifySignature,
} from './signature.ts';
export { authorKey, signatureBytes, signSsb, ssbAuthor, ssbId, ssbIdBytes, verifySsb } from './ssb.ts';
export { encodeSsb } from './ssb-encoding.ts';
export { ssbFeeds } from './ssb-feed.ts';
export { SSB_ORDERS } from './ssb-rules.ts';
export { compareItems, fingerprint, type Item, itemBytes, itemsOf, shortId } from './sync-items.ts';
export { readMessage, type SyncMessage } from './sync-message.ts';
export {
  END,
  encodeRanges,
  entryBytes,
  leb128,
  type Place,
  parseRanges,
  type RangeEntry,
  type Said,
  START,
} from './sync-ranges.ts';
export { readText, type TextRules, textRules } from './text.ts';
export { judgeText, judgeValue, type Verdict, verifySigned } from './verdict.ts';
