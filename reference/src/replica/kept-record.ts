import type { KeepableRecord } from './family.ts';

/** A record as a replica keeps it. */
export interface Kept {
  readonly digest: string;
  readonly isHeld: boolean;
  /** Which of the accepted records it was, from 1 on; 0 of a held one. */
  readonly arrival: number;
  /** Header and signature; of an Earthstar document all of it. */
  readonly text: string;
  readonly record: KeepableRecord;
}
