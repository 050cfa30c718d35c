import type { createNodeEngine } from '../../../reference/src/node/engine.ts';
import type { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import type { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import type { createProtocol } from '../../../reference/src/protocol/protocol.ts';
import type { createJsEngine } from '../../../reference/src/signature/js-engine.ts';
import type { profiles } from '../../../reference/src/subject/profiles.ts';
import { type Parts, type Starting, startingOf } from './in-thread.ts';
import { rememberingEngine } from './remembering-engine.ts';

/** What the bundle of the reference exports. */
interface Bundle extends Parts {
  readonly createProtocol: typeof createProtocol;
  readonly nodeSha256: typeof nodeSha256;
  readonly nodeHmacSha512: typeof nodeHmacSha512;
  readonly createNodeEngine: typeof createNodeEngine;
  readonly createJsEngine: typeof createJsEngine;
  readonly profiles: typeof profiles;
}

/** What an instrumented module reads and writes, under a global name of the instrumenter's. */
interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
}

const scope = globalThis as typeof globalThis & { __stryker__?: Switch };
scope.__stryker__ ??= {};
export const mutantSwitch: Switch = scope.__stryker__;

let loads = 0;

/** Loads the bundle anew, to be started in directories of their own; what it computes while it is loaded goes by the mutant that is switched on then. */
export const loadReference = async (module: string, engine: 'node' | 'js'): Promise<() => Starting> => {
  const bundle = (await import(`${module}?load=${loads++}`)) as Bundle;
  const create = engine === 'js' ? bundle.createJsEngine : bundle.createNodeEngine;
  const options = {
    protocol: bundle.createProtocol(bundle.nodeSha256, undefined, bundle.nodeHmacSha512),
    engine: rememberingEngine(create()),
    deterministic: true,
    profiles: [...bundle.profiles.keys()],
  };
  return () => startingOf(options, bundle);
};
