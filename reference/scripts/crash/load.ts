/** What a program writes until it is killed, and what must be there afterwards. */
export interface Load {
  /**
   * Writes batch after batch to the store in `file`, going on where it ends, for ever.
   *
   * @param acknowledge is told the number of each batch when it is stored.
   */
  write(file: string, way: Way, acknowledge: (batch: number) => void): void;
  /**
   * Opens what was left.
   *
   * @param acknowledged the last batch that was, in this round or those before; 0 if none was.
   */
  check(file: string, seed: number, acknowledged: number): Found;
}

/** How a round writes. */
export interface Way {
  /** Of what is written: batch `n` is the same in each round. */
  readonly seed: number;
  readonly synchronous: 'normal' | 'full';
}

export interface Found {
  /** The last batch that is there; a batch more than was acknowledged may be. */
  readonly last: number;
  /** Of each thing that was lost, half there or never written, one sentence. */
  readonly faults: readonly string[];
}
