/** What a host with Node passes in: its signatures and its SHA-256, both native. */
export { createNodeEngine } from './engine.ts';
export { nodeSha256 } from './sha256.ts';
