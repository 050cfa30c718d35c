import { type KeyObject, verify } from 'node:crypto';
import type { AsyncEngine } from '../signature/engine.ts';
import { createNodeEngine, createPublicKeys } from './engine.ts';

/**
 * How many signatures are with the threads at a time: enough that none of them waits while the thread that asks stores a thousand
 * records, and no more than that is kept alive.
 */
const usualInFlight = 1_024;

/** A question that waits for its turn. */
interface Waiting {
  readonly key: KeyObject;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly resolve: (right: boolean) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Ed25519 of node:crypto in the threads that Node has anyway: all processors work on signatures that are asked about side by
 * side. One that is alone is answered later than `createNodeEngine` would.
 *
 * @param maxInFlight how many the threads are given at a time; the others wait here.
 */
export function createThreadsEngine(maxInFlight = usualInFlight): AsyncEngine {
  const engine = createNodeEngine();
  const publicKeyOf = createPublicKeys();
  const waiting: Waiting[] = [];
  let inFlight = 0;

  const begin = ({ key, message, signature, resolve, reject }: Waiting): void => {
    inFlight++;
    verify(null, message, key, signature, (error, right) => {
      inFlight--;
      if (error) reject(error);
      else resolve(right);
      const next = waiting.shift();
      if (next !== undefined) begin(next);
    });
  };

  return {
    name: 'threads',
    verify: (bytes, message, signature) =>
      new Promise((resolve, reject) => {
        const key = publicKeyOf(bytes);
        if (key === undefined) return resolve(false);
        const question = { key, message, signature, resolve, reject };
        if (inFlight < maxInFlight) begin(question);
        else waiting.push(question);
      }),
    sign: async (seed, message) => engine.sign(seed, message),
    publicKey: async (seed) => engine.publicKey(seed),
  };
}
