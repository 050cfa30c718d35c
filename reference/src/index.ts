// To verify and sign records.

export { blobId } from './blob/blob-id.ts';
export { type Explained, type Explanation, explain, explainAsync } from './explain.ts';
export { createProtocol, formatOf, type Protocol } from './protocol/protocol.ts';
export type { Accepted, Held, HoldReason, Rejected, Verdict } from './rule/verdict.ts';
export { type Signed, type SignOptions, sign, signAsync } from './sign.ts';
export { identify, readValue, recogniseFormat, type VerifyOptions, verify, verifyAll, verifyAsync } from './verify.ts';

// To keep documents.

export type { Document } from './format/document.ts';
export { type Candidate, type Merged, mergeDocuments } from './merge/merge.ts';

// To read and write feeds.

export { append, appendAsync } from './feed/append.ts';
export { DraftError } from './feed/draft.ts';
export type { Continuation, FeedFormat, SubsetProof, Successor } from './feed/feed-format.ts';
export type { FeedState } from './feed/feed-state.ts';
export { KnownMessages, UnknownMessageError } from './feed/known-messages.ts';
export { lipmaa, proofPath, wayDown } from './feed/lipmaa.ts';
export { type FeedStateOptions, feedState } from './feed/state.ts';
export {
  type Batch,
  type ChainVerdict,
  type MessageText,
  type Refusal,
  verifyBatch,
  verifyBatchAsync,
  verifyChain,
  verifyChainAsync,
  verifyMessage,
  verifyMessageAsync,
} from './feed/verify.ts';
export { verifyProof, verifyProofAsync } from './feed/verify-proof.ts';
export type { Message } from './format/message.ts';

// To keep a replica.

export type { ContentLink } from './replica/content-object.ts';
export type { Description } from './replica/description.ts';
export type { FamilyName, KeepableRecord } from './replica/family.ts';
export { type HostOptions, ReplicaHost } from './replica/host.ts';
export type { Kept } from './replica/kept-record.ts';
export { MemoryStore } from './replica/memory-store.ts';
export type { IgnoreReason, Outcome } from './replica/outcome.ts';
export type { Answer } from './replica/query.ts';
export type { Filter, Query } from './replica/query-members.ts';
export type { Quota } from './replica/quota.ts';
export {
  type FoundRecord,
  type GivenRecord,
  openReplica,
  type Replica,
  type ReplicaOptions,
  usualQuota,
} from './replica/replica.ts';
export type { HeldInState, ReplicaState } from './replica/replica-state.ts';
export type { ReplicaSteps } from './replica/steps.ts';
export { type Change, type KeyRange, type Store, StoreFull } from './replica/store.ts';
export { type StoreCheck, type StoreUnderTest, storeChecks } from './replica/store-acceptance.ts';
export { StoreMismatchError, StoreVersionError } from './replica/version.ts';

// To carry sessions.

export { joinChannel, type Meeting } from './transport/broadcast-channel.ts';
export { HttpAnswerer, type HttpAnswerOptions } from './transport/http-answerer.ts';
export { callByHttp, type HttpCallOptions } from './transport/http-caller.ts';
export { memoryPair } from './transport/memory-pair.ts';
export { overMessagePort } from './transport/message-port.ts';
export type { Ending, EndingKind, Limits, Transport } from './transport/transport.ts';
export { usualLimits } from './transport/transport.ts';
export { type TransportCheck, type TransportUnderTest, transportChecks } from './transport/transport-acceptance.ts';
export { callByWebSocket } from './transport/web-socket.ts';

// To sync with another peer.

export { Session, type SessionOptions } from './sync/session.ts';
export { createSession, type HostedReplica, type SessionHost, type SessionHostOptions } from './sync/session-host.ts';
export type { Role, RoundReport, SessionEnd, SessionProgress, SessionSettings } from './sync/session-types.ts';
export { liftAt, type SyncSteps } from './sync/steps.ts';
export { type CarriedSession, syncOver } from './sync/sync-over.ts';
export { SyncReplica } from './sync/sync-replica.ts';

// To handle texts, identifiers and encodings by hand.

export { decodeBase32, encodeBase32 } from './bytes/base32.ts';
export { decodeHex, encodeHex } from './bytes/hex.ts';
export type { BlobId, KeyId, RecordId, SpaceId } from './id/id.ts';
export { type IdKind, type ParsedId, parseId } from './id/parse.ts';
export { sortIds } from './id/sort.ts';
export type { TextFacts } from './text/facts.ts';
export { readText } from './text/read.ts';
export { canonical } from './value/canonical.ts';
export type { JsonObject, JsonValue } from './value/json.ts';

// To choose what computes hashes and signatures.

export { type Digest, portableSha256, type Sha256 } from './bytes/sha256.ts';
export { checkSignature } from './signature/check.ts';
export { chooseEngine } from './signature/choose.ts';
export type { AsyncEngine, Engine, SyncEngine } from './signature/engine.ts';
export { createJsEngine } from './signature/js-engine.ts';
export type { SignatureQuestion } from './signature/question.ts';
export { run, runAsync, type Task } from './signature/task.ts';
export { createWebCryptoEngine } from './signature/web-crypto-engine.ts';

// To add a format, or try another rule.

export type { FeedSteps } from './feed/steps.ts';
export type { DocumentFormat, Format, MessageFormat, Signer, Witness } from './format/format.ts';
export type { Statement } from './format/statement.ts';
export type { Replication } from './merge/replication.ts';
export { rulesOf, without } from './protocol/protocol.ts';
export { type Steps, steps } from './protocol/steps.ts';
export type { Context, Rule, RuleHead } from './rule/rule.ts';
