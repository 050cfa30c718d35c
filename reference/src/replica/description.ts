import type { Family } from './family.ts';
import type { Filter } from './query-members.ts';
import type { Quota } from './quota.ts';

/** What a replica is a replica of. */
export interface Description {
  readonly space: string;
  readonly family: Family;
  readonly filter: Filter;
  readonly quota: Quota;
}
