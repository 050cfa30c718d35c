import { createHmac } from 'node:crypto';
import type { HmacSha512 } from '../bytes/hmac-sha512.ts';

/** HMAC-SHA-512 of node:crypto. */
export const nodeHmacSha512: HmacSha512 = (key, data) => createHmac('sha512', key).update(data).digest();
