/** What everything that is signed has in common, whatever its format: documents and messages alike. */
export interface Statement {
  readonly format: string;
  /** The id of a native record or of a classic message, the hash of an Earthstar document; text. */
  readonly id: string;
  readonly author: string;
  /** When it was written: microseconds since 1970, in classic messages milliseconds. */
  readonly timestamp: number;
  readonly signature: string;
}
