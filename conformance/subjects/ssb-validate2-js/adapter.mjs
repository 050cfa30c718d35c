#!/usr/bin/env node
/** ssb-validate2 in JavaScript, which asks ssb-validate, over libsodium. */
import { withNative } from '../chloride.mjs';
import { installedVersion } from '../installed.mjs';
import { serve } from '../serve.mjs';
import { operations } from '../ssb-validate2/operations.mjs';

const { require, crypto } = await withNative(import.meta.url);

await serve(
  {
    implementation: {
      name: 'ssb-validate2',
      version: `${installedVersion('ssb-validate2', import.meta.url)}+${crypto}`,
      language: 'JavaScript',
      homepage: 'https://github.com/ssbc/ssb-validate2',
    },
    profiles: ['ssb-classic'],
    window: 16,
  },
  operations(require('ssb-validate2')),
);
