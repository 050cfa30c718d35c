#!/usr/bin/env node
/** ssb-keys without a binary: over libsodium in WebAssembly. */
import { withWebAssembly } from '../chloride.mjs';
import { serveSsbKeys } from '../ssb-keys/operations.mjs';

await serveSsbKeys(await withWebAssembly(import.meta.url), import.meta.url);
