/** What a host with Node passes in: its signatures and hashes, all native, and files that keep a replica. */
export { createNodeEngine } from './engine.ts';
export { findNodeEngine } from './find-engine.ts';
export { nodeHmacSha512 } from './hmac-sha512.ts';
export { nodeSha256 } from './sha256.ts';
export { createSodiumEngine } from './sodium-engine.ts';
export { openSqliteStore, type SqliteStore, type SqliteStoreOptions } from './sqlite-store.ts';
