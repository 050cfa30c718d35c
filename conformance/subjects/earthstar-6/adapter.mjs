#!/usr/bin/env node
/** earthstar 6, whose crypto is chloride over libsodium. */
import { serve } from '../serve.mjs';

// The package comes after the loop, which sends to standard error what it logs while it loads.

import earthstar from 'earthstar';
import { installedVersion, requireNative } from '../installed.mjs';
import { operations } from './operations.mjs';
import { replicas } from './replicas.mjs';

requireNative('sodium-native', import.meta.url);

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
  {
    ...operations(earthstar, {
      ingest: (storage, document) => storage.ingestDocument(document, 'judge'),
      query: () => ({}),
      clock: 'wall',
    }),
    ...replicas(earthstar, ({ space }) => new earthstar.StorageMemory([earthstar.ValidatorEs4], space)),
  },
);
