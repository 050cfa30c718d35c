import type { KeepableRecord } from './family.ts';

/** A record that a replica keeps from now on, or keeps no longer. */
export interface KeptChange {
  readonly record: KeepableRecord;
  readonly digest: string;
  readonly isKept: boolean;
}

/** Is told what has changed when that is stored. */
export type KeptListener = (changes: readonly KeptChange[]) => void;
