#!/usr/bin/env node
/** earthstar 9 with its driver over SQLite. */
import { serve } from '../serve.mjs';

// The packages come after the loop, which sends to standard error what they log while they load, and after what they ask for SQLite.

import { installedVersion } from '../installed.mjs';
import { fileOf } from '../sqlite-of-node.mjs';

const earthstar = await import('earthstar');
const { ReplicaDriverSqlite } = await import('earthstar/node');
const { operations } = await import('../earthstar-9/operations.mjs');
const { replicas } = await import('../earthstar-9/replicas.mjs');

const openDriver = (params) => new ReplicaDriverSqlite({ ...fileOf(params), share: params.space });

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
  { ...operations(earthstar), ...replicas(earthstar, openDriver, { durable: true }) },
);
