import type { Kept } from './kept-record.ts';

/** A record that a replica is given. */
export interface GivenRecord {
  readonly text: string | Uint8Array;
  /** The name of the format that is expected. */
  readonly format: string;
  /** Content beside the record [NAT-2]. */
  readonly content?: string | undefined;
}

/** A record as a replica hands it out. */
export interface FoundRecord extends Kept {
  /** The content of a native record, as far as the replica has it for that record. */
  readonly content: string | undefined;
}
