import { homedir } from 'node:os';
import { styleText } from 'node:util';
import type { World } from './cli/command.ts';
import { runCli } from './cli/main.ts';
import { DataFolder, defaultFolder } from './node/data-folder.ts';
import { findBatchEngine, findNodeEngine } from './node/find-engine.ts';
import { nodeHmacSha512 } from './node/hmac-sha512.ts';
import { nodeNetwork } from './node/network.ts';
import { parseOptions } from './node/parse-options.ts';
import { nodeSha256 } from './node/sha256.ts';
import { createPause, createSender, showProgress } from './node/terminal.ts';
import { createFile, readBytes, readParts } from './node/text-files.ts';
import { createProtocol } from './protocol/protocol.ts';
import { steps } from './protocol/steps.ts';

const home = homedir();

const world: World = {
  protocol: createProtocol(nodeSha256, steps, nodeHmacSha512),
  engine: await findNodeEngine(),
  batchEngine: findBatchEngine,
  network: nodeNetwork,
  parse: parseOptions,
  read: readBytes,
  parts: readParts,
  create: createFile,
  folder: (path) => new DataFolder(path ?? defaultFolder({ platform: process.platform, env: process.env, home })),
  home,
  isTerminal: process.stdout.isTTY === true,
  write: (text) => void process.stdout.write(text),
  send: createSender(process.stdout),
  complain: (text) => void process.stderr.write(text),
  progress: showProgress(),
  sleep: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
  interruptible: createPause,
  // Date has milliseconds, which is as fine as a clock needs to be here.
  now: () => Date.now() * 1000,
  offsetMinutes: (micros) => -new Date(micros / 1000).getTimezoneOffset(),
  random: (byteLength) => crypto.getRandomValues(new Uint8Array(byteLength)),
  // styleText looks at NO_COLOR, and at whether the stream is a terminal.
  paint: (colour, text) => styleText(colour, text, { stream: process.stdout }),
  runSubject: async (args) => (await import('./subject/main.ts')).runSubject(args),
};

// Whoever reads the output may stop reading: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCli(process.argv.slice(2), world);
