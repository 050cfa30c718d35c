#!/usr/bin/env node
/** Dishonest: says back what it was asked, as a success. */
import { claimAll } from '../dishonest.mjs';

await claimAll('echo', (params) => ({ result: { ok: params } }));
