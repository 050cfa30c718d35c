import { UsageError } from './usage-error.ts';

/**
 * Node opens its debugger on 127.0.0.1 for whoever sends it SIGUSR1, and a subject may send that to its parent: through the
 * debugger it could rewrite its verdict. With a listener of our own Node does not. Whoever starts a subject imports this.
 */
process.on('SIGUSR1', () => undefined);

/** Throws where the debugger is open already, as `--inspect` and NODE_OPTIONS leave it. */
export const refuseDebugger = async (): Promise<void> => {
  if (!process.features.inspector) return;
  const address = (await import('node:inspector')).url();
  if (address === undefined) return;
  throw new UsageError(
    `Node's debugger is open at ${address}, where a program under judgement could rewrite its verdict: start the judge without --inspect, also in NODE_OPTIONS`,
  );
};
