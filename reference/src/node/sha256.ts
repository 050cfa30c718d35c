import { hash } from 'node:crypto';
import type { Digest, Sha256 } from '../bytes/sha256.ts';

/** SHA-256 of node:crypto. */
export const nodeSha256: Sha256 = (data) => hash('sha256', data, 'hex') as Digest;
