/** What the playground takes of the reference, by file: with the package come transports and their acceptance suites. */
export { blobId } from '../../../../reference/src/blob/blob-id.ts';
export { decodeHex, encodeHex } from '../../../../reference/src/bytes/hex.ts';
export { portableSha256 } from '../../../../reference/src/bytes/sha256.ts';
export { append } from '../../../../reference/src/feed/append.ts';
export { KnownMessages } from '../../../../reference/src/feed/known-messages.ts';
export { MemoryStore } from '../../../../reference/src/replica/memory-store.ts';
export { openReplica, usualQuota } from '../../../../reference/src/replica/replica.ts';
export { StoreFull } from '../../../../reference/src/replica/store.ts';
export { sign } from '../../../../reference/src/sign.ts';
export { seedByteLength, signatureByteLength } from '../../../../reference/src/signature/engine.ts';
export { createJsEngine } from '../../../../reference/src/signature/js-engine.ts';
export { run } from '../../../../reference/src/signature/task.ts';
export { Session } from '../../../../reference/src/sync/session.ts';
export { SyncReplica } from '../../../../reference/src/sync/sync-replica.ts';
export { canonical } from '../../../../reference/src/value/canonical.ts';
