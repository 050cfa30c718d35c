#!/usr/bin/env node
/** earthstar 9 with the crypto driver that it comes with. */
import { serve } from '../serve.mjs';

// The package comes after the loop, which sends to standard error what it logs while it loads.

import * as earthstar from 'earthstar';
import { installedVersion } from '../installed.mjs';
import { operations } from './operations.mjs';
import { replicas } from './replicas.mjs';

await serve(
  {
    implementation: {
      name: 'earthstar',
      version: installedVersion('earthstar', import.meta.url),
      language: 'JavaScript',
      homepage: 'https://earthstar-project.org',
    },
    profiles: ['earthstar-es4', 'earthstar-replica'],
    deterministic: true,
    window: 16,
  },
  { ...operations(earthstar), ...replicas(earthstar, ({ space }) => new earthstar.ReplicaDriverMemory(space)) },
);
