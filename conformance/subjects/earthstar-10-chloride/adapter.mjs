#!/usr/bin/env node
/** earthstar 10 with its crypto driver over libsodium. */
import { serve } from '../serve.mjs';

// The package comes after the loop, which sends to standard error what it logs while it loads.

import * as earthstar from 'earthstar';
import { CryptoDriverChloride } from 'earthstar/node';
import { operations } from '../earthstar-10/operations.mjs';
import { installedVersion, requireNative } from '../installed.mjs';

earthstar.setGlobalCryptoDriver(CryptoDriverChloride);
requireNative('sodium-native', import.meta.url);
const libsodium = `sodium-native.${installedVersion('sodium-native', import.meta.url)}`;

await serve(
  {
    implementation: {
      name: 'earthstar',
      version: `${installedVersion('earthstar', import.meta.url)}+${libsodium}`,
      language: 'JavaScript',
      homepage: 'https://earthstar-project.org',
    },
    profiles: ['earthstar-es4', 'earthstar-es5'],
    deterministic: true,
    window: 16,
  },
  operations(earthstar),
);
