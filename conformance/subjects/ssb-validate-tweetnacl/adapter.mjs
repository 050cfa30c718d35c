#!/usr/bin/env node
/** ssb-validate without a binary and without WebAssembly: over tweetnacl. */
import { withTweetnacl } from '../chloride.mjs';
import { serveSsbValidate } from '../ssb-validate/operations.mjs';

await serveSsbValidate(await withTweetnacl(import.meta.url), import.meta.url);
