#!/usr/bin/env node
/** ssb-classic over libsodium. */
import { withNative } from '../chloride.mjs';
import { serveSsbClassic } from './operations.mjs';

await serveSsbClassic(await withNative(import.meta.url), import.meta.url);
