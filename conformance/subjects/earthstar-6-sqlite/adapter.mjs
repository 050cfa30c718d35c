#!/usr/bin/env node
/** earthstar 6 with its storage over SQLite. */
import { serve } from '../serve.mjs';

// The packages come after the loop, which sends to standard error what they log while they load, and after what they ask for SQLite.

import { installedVersion, requireNative } from '../installed.mjs';
import { fileOf } from '../sqlite-of-node.mjs';

const { default: earthstar } = await import('earthstar');
const { operations } = await import('../earthstar-6/operations.mjs');
const { replicas } = await import('../earthstar-6/replicas.mjs');

requireNative('sodium-native', import.meta.url);

const openStorage = (params) =>
  new earthstar.StorageSqlite({ ...fileOf(params), validators: [earthstar.ValidatorEs4], workspace: params.space });

await serve(
  {
    implementation: {
      name: 'earthstar',
      version: `${installedVersion('earthstar', import.meta.url)}+sqlite.${process.versions.sqlite}`,
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
    ...replicas(earthstar, openStorage, { durable: true }),
  },
);
