import { ingests } from './replica-ingests.ts';
import { queries } from './replica-queries.ts';
import { selections } from './replica-selections.ts';
import { states } from './replica-states.ts';
import type { Weakening } from './weakened.ts';

/** Sentences about replicas, kept a little worse than they say. */
export const replicaWeakenings: readonly Weakening[] = [...ingests, ...states, ...selections, ...queries];
