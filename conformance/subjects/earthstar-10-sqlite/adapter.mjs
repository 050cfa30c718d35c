#!/usr/bin/env node
/** earthstar 10 with its driver over SQLite. */
import { serve } from '../serve.mjs';

// The packages come after the loop, which sends to standard error what they log while they load, and after what they ask for SQLite.

import { installedVersion } from '../installed.mjs';
import { fileOf } from '../sqlite-of-node.mjs';

const earthstar = await import('earthstar');
const { DocDriverSqlite } = await import('earthstar/node');
const { operations } = await import('../earthstar-10/operations.mjs');
const { replicas } = await import('../earthstar-10/replicas.mjs');

/** Nobody asks for attachments here. */
const openDriver = (params) => ({
  docDriver: new DocDriverSqlite({ ...fileOf(params), share: params.space }),
  attachmentDriver: new earthstar.ReplicaDriverMemory(params.space).attachmentDriver,
});

await serve(
  {
    implementation: {
      name: 'earthstar',
      version: `${installedVersion('earthstar', import.meta.url)}+sqlite.${process.versions.sqlite}`,
      language: 'JavaScript',
      homepage: 'https://earthstar-project.org',
    },
    profiles: ['earthstar-es4', 'earthstar-es5', 'earthstar-replica'],
    deterministic: true,
    window: 16,
  },
  { ...operations(earthstar), ...replicas(earthstar, openDriver, { durable: true }) },
);
