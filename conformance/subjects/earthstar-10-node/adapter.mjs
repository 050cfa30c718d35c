#!/usr/bin/env node
/** earthstar 10 with its crypto driver over Node's own cryptography. */
import { serve } from '../serve.mjs';

// The package comes after the loop, which sends to standard error what it logs while it loads.

import * as earthstar from 'earthstar';
import { CryptoDriverNode } from 'earthstar/node';
import { operations } from '../earthstar-10/operations.mjs';
import { installedVersion } from '../installed.mjs';

earthstar.setGlobalCryptoDriver(CryptoDriverNode);

await serve(
  {
    implementation: {
      name: 'earthstar',
      version: `${installedVersion('earthstar', import.meta.url)}+node.${process.version.replace(/^v/, '')}`,
      language: 'JavaScript',
      homepage: 'https://earthstar-project.org',
    },
    profiles: ['earthstar-es4', 'earthstar-es5'],
    deterministic: true,
    window: 16,
  },
  operations(earthstar),
);
