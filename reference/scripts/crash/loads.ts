import type { Load } from './load.ts';
import { replicaLoad } from './replica-load.ts';
import { storeLoad } from './store-load.ts';

/** By the level at which is written. */
export const loads: Readonly<Record<string, Load>> = { store: storeLoad, replica: replicaLoad };
