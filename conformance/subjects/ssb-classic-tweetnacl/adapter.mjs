#!/usr/bin/env node
/** ssb-classic without a binary and without WebAssembly: over tweetnacl. */
import { withTweetnacl } from '../chloride.mjs';
import { serveSsbClassic } from '../ssb-classic/operations.mjs';

await serveSsbClassic(await withTweetnacl(import.meta.url), import.meta.url);
