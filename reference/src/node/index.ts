/** What a host with Node passes in: its signatures and hashes, all native, files that keep a replica, and sessions by network. */
export { createNodeEngine } from './engine.ts';
export { findBatchEngine, findNodeEngine } from './find-engine.ts';
export { nodeHmacSha512 } from './hmac-sha512.ts';
export { callByNodeSocket, overNodeSocket } from './node-socket.ts';
export { createPoolEngine } from './pool-engine.ts';
export { type Caller, type SessionServer, type SessionServerOptions, serveSessions } from './session-server.ts';
export { nodeSha256 } from './sha256.ts';
export { createSodiumEngine } from './sodium-engine.ts';
export { openSqliteStore, type SqliteStore, type SqliteStoreOptions } from './sqlite-store.ts';
export { createThreadsEngine } from './threads-engine.ts';
