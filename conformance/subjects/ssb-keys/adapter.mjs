#!/usr/bin/env node
/** ssb-keys over libsodium. */
import { withNative } from '../chloride.mjs';
import { serveSsbKeys } from './operations.mjs';

await serveSsbKeys(await withNative(import.meta.url), import.meta.url);
