/** What all documents have in common, whatever their format. */
export interface Document {
  readonly format: string;
  /** The id of a native record, the hash of an Earthstar document; text. */
  readonly id: string;
  readonly space: string;
  readonly author: string;
  readonly path: string;
  /** When it was written, in microseconds since 1970. */
  readonly timestamp: number;
  /** When it goes away, in microseconds since 1970; undefined if never. */
  readonly expires: number | undefined;
  readonly signature: string;
}
