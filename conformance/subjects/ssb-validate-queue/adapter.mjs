#!/usr/bin/env node
/** ssb-validate as a peer uses it that puts messages into its queue first, over libsodium. */
import { withNative } from '../chloride.mjs';
import { queueAll, serveSsbValidate } from '../ssb-validate/operations.mjs';

await serveSsbValidate(await withNative(import.meta.url), import.meta.url, queueAll);
