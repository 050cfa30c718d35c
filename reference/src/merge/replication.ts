/**
 * Which documents of one space a replica keeps, step by step. A function of the documents and of now alone; the order in
 * which they arrived has no say.
 */
export interface Replication<D> {
  /** Whether a document that was accepted, or held, belongs into a replica of `space`. */
  admits(document: D, held: boolean, space: string): boolean;
  /** Documents with one identity are one document. */
  identity(document: D): unknown;
  /** Which of two with one identity counts, given in the order in which they came. */
  oneOf(first: D, later: D): D;
  /** Order of age: negative if `a` is newer. */
  byAge(a: D, b: D): number;
  /** What is kept of one slot, given from the newest to the oldest. */
  keep(slot: readonly D[]): readonly D[];
  /** The winner among what is kept at one path, given from the newest to the oldest. */
  winner(kept: readonly D[]): D;
  /** Whether a winner is deleted; absent in formats that know no deleting. */
  deleted?(winner: D): boolean;
}
