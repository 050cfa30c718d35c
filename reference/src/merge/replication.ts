/**
 * Which documents of one space a replica keeps, step by step. A function of the documents and of now alone; the order in
 * which they arrived has no say.
 */
export interface Replication<D> {
  /** Whether a document that was not rejected belongs into a replica of `space`. */
  admits(document: D, space: string): boolean;
  /** Documents with one identity are one document. */
  identity(document: D): unknown;
  /** Which of two with one identity counts, given in the order in which they came. */
  oneOf(first: D, later: D): D;
  /** Documents at one path of which this is the same share a slot. */
  slot(document: D): string;
  /** Order of age: negative if `a` is newer. */
  byAge(a: D, b: D): number;
  /** What is kept of one slot, given from the newest to the oldest. */
  keep(slot: readonly D[]): readonly D[];
  /** The winner among what is accepted and kept at one path, given from the newest to the oldest. */
  winner(kept: readonly D[]): D;
  /** Only of formats that know holding and deleting. */
  readonly native?: NativeReplication<D> | undefined;
}

/** What is asked of native documents alone. */
export interface NativeReplication<D> {
  /** Whether held documents are kept and dropped as accepted ones are. */
  readonly keepsHeld: boolean;
  /** Whether a held document can win. */
  readonly heldWins: boolean;
  /** Whether a winner is deleted. */
  deleted(winner: D): boolean;
}
