// The reference as a subject in a worker thread of Node: one posted string for each request, one for each answer.
import { parentPort, workerData } from 'node:worker_threads';
import { createNodeEngine } from '../node/engine.ts';
import { nodeHmacSha512 } from '../node/hmac-sha512.ts';
import { nodeSha256 } from '../node/sha256.ts';
import { answer } from './answer.ts';
import { profiles } from './profiles.ts';
import { Replicas } from './replicas.ts';
import { createVariant } from './variant.ts';

/** `workerData.without` is a list of requirements to leave out. */
const requirements = (workerData as { without?: string[] } | null)?.without ?? [];
const options = {
  protocol: createVariant(nodeSha256, requirements, nodeHmacSha512),
  engine: createNodeEngine(),
  deterministic: true,
  profiles: [...profiles.keys()],
  replicas: new Replicas(),
};

parentPort?.on('message', (message: string) => parentPort?.postMessage(answer(message, options)));
