#!/usr/bin/env node
/** Dishonest: rejects whatever it is given, for the likeliest reason. */
import { claimAll } from '../dishonest.mjs';

await claimAll('rejects-all', () => ({ result: { reject: { code: 'signature-invalid' } } }));
