#!/usr/bin/env node
/** Dishonest: claims every operation and has none. */
import { claimAll } from '../dishonest.mjs';

await claimAll('unsupported-all', () => ({ error: { code: -32601, message: 'method not found' } }));
