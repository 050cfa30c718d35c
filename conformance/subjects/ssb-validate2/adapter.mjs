#!/usr/bin/env node
/** ssb-validate2, the validator in Rust, through its bindings for Node. */
import { createRequire } from 'node:module';
import { installedVersion } from '../installed.mjs';
import { serve } from '../serve.mjs';
import { loadBindings } from './load.mjs';
import { operations } from './operations.mjs';

await serve(
  {
    implementation: {
      name: 'ssb-validate2-rsjs-node',
      version: installedVersion('ssb-validate2-rsjs-node', import.meta.url),
      language: 'Rust',
      homepage: 'https://github.com/ssb-ngi-pointer/ssb-validate2-rsjs-node',
    },
    profiles: ['ssb-classic'],
    window: 16,
  },
  operations(loadBindings(createRequire(import.meta.url))),
);
