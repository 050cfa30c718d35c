import type { Statement } from './statement.ts';

/** What all documents have in common, whatever their format. */
export interface Document extends Statement {
  readonly space: string;
  readonly path: string;
  /** When it goes away, in microseconds since 1970; undefined if never. */
  readonly expires: number | undefined;
}
