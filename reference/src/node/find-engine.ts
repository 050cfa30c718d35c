import { availableParallelism } from 'node:os';
import { chooseEngine } from '../signature/choose.ts';
import type { Engine, SyncEngine } from '../signature/engine.ts';
import { createNodeEngine } from './engine.ts';
import { createPoolEngine } from './pool-engine.ts';
import { createSodiumEngine } from './sodium-engine.ts';
import { createThreadsEngine } from './threads-engine.ts';

const clock = () => performance.now();

/** The quickest native engine of this host that gives the known answers: found by asking each some dozen times. */
export const findNodeEngine = (): Promise<SyncEngine> =>
  chooseEngine([createSodiumEngine(), createNodeEngine()], clock);

/** The quickest for many signatures at a time, on all processors. */
export async function findBatchEngine(): Promise<Engine> {
  const engine = await findNodeEngine();
  if (availableParallelism() === 1) return engine;
  // The threads that Node has anyway take a message for each signature, and those of a pool have to be begun.
  return engine.name === 'sodium'
    ? createPoolEngine(engine)
    : chooseEngine<Engine>([engine, createThreadsEngine()], clock, 64);
}
