/** How many held records a replica has room for. */
export interface Quota {
  /** Of one signing key. */
  readonly perKey: number;
  readonly total: number;
}

/** What would be held after a held record is taken in. */
export interface HeldAfter {
  readonly ofKey: number;
  readonly inAll: number;
  /** How many held records are dropped for it. */
  readonly dropped: number;
}
