import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes in use after the garbage was collected: of this thread's heap, outside of it, and of the whole process. */
export interface Measured {
  readonly index: number;
  readonly heap: number;
  readonly external: number;
  readonly process: number;
}

/** Measures memory after `index` things. */
export function memoryMeter(): (index: number) => Measured {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return (index) => {
    // What a first collection finds unreachable may hold on to what only a second one can free.
    collect();
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { index, heap: heapUsed, external, process: rss };
  };
}
