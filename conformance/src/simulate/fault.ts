/** What a schedule shows to be wrong. Shrinking keeps the kind. */
export type FaultKind =
  | 'lost'
  | 'invented'
  | 'diverges'
  | 'twice'
  | 'needless'
  | 'filtered'
  | 'rounds'
  | 'false-done'
  | 'unfinished'
  | 'error'
  | 'message'
  | 'host';

/** A schedule ends with the first of these. */
export class Fault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind, words: string) {
    super(words);
    this.kind = kind;
  }
}
