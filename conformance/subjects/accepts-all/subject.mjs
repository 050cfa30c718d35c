#!/usr/bin/env node
/** Dishonest: accepts whatever it is given. */
import { claimAll } from '../dishonest.mjs';

await claimAll('accepts-all', () => ({ result: { ok: {} } }));
