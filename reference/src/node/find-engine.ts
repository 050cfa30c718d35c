import { chooseEngine } from '../signature/choose.ts';
import type { Engine, SyncEngine } from '../signature/engine.ts';
import { createNodeEngine } from './engine.ts';
import { createSodiumEngine } from './sodium-engine.ts';
import { createThreadsEngine } from './threads-engine.ts';

/** The quickest native engine of this host that gives the known answers: found by asking each some dozen times. */
export const findNodeEngine = (): Promise<SyncEngine> =>
  chooseEngine([createSodiumEngine(), createNodeEngine()], () => performance.now());

/** The quickest for many signatures at a time, which may use all processors. */
export const findBatchEngine = (): Promise<Engine> =>
  chooseEngine<Engine>([createSodiumEngine(), createNodeEngine(), createThreadsEngine()], () => performance.now(), 64);
