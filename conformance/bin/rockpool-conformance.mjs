#!/usr/bin/env node
// Plain JavaScript, so that an old Node prints a sentence and not a syntax error.
import module from 'node:module';

const major = Number(process.versions.node.split('.')[0]);
if (major >= 24) {
  // What Node compiled is kept for the next start, in the system's folder for temporary files.
  module.enableCompileCache();
  await import('../src/cli.ts');
} else {
  process.stderr.write(
    `rockpool-conformance: needs Node 24 or newer, this is ${process.versions.node}; in this repository use npm exec / npm run\n`,
  );
  process.exitCode = 2;
}
