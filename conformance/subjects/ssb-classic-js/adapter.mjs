#!/usr/bin/env node
/** ssb-classic without a binary: over libsodium in WebAssembly. */
import { withWebAssembly } from '../chloride.mjs';
import { serveSsbClassic } from '../ssb-classic/operations.mjs';

await serveSsbClassic(await withWebAssembly(import.meta.url), import.meta.url);
