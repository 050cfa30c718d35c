#!/usr/bin/env node
/** ssb-validate without a binary: over libsodium in WebAssembly. */
import { withWebAssembly } from '../chloride.mjs';
import { serveSsbValidate } from '../ssb-validate/operations.mjs';

await serveSsbValidate(await withWebAssembly(import.meta.url), import.meta.url);
