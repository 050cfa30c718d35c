#!/usr/bin/env node
/** ssb-validate over libsodium. */
import { withNative } from '../chloride.mjs';
import { serveSsbValidate } from './operations.mjs';

await serveSsbValidate(await withNative(import.meta.url), import.meta.url);
