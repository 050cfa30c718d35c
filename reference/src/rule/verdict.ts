import type { RejectionCodeName } from '@rockpool/schemas';

/** The input breaks a rule. */
export interface Rejected {
  readonly ok: false;
  readonly code: RejectionCodeName;
  /** The id of the broken requirement. */
  readonly requirement: string;
  /** The member at fault, as a JSON pointer; the empty one is the whole. */
  readonly path: string;
  /** The requirement behind: for a signature, the clause that it breaks. */
  readonly because?: string;
}

/** What a held input waits for. */
export type HoldReason = 'identity';

/** The input breaks no rule, and something that it depends on is missing. */
export interface Held<Document> {
  readonly ok: false;
  readonly held: HoldReason;
  readonly document: Document;
}

export interface Accepted<Document> {
  readonly ok: true;
  readonly document: Document;
}

/** What a verifier answers. */
export type Verdict<Document> = Accepted<Document> | Held<Document> | Rejected;

export const isHeld = <Document>(verdict: Verdict<Document>): verdict is Held<Document> => 'held' in verdict;

export const isRejected = <Document>(verdict: Verdict<Document>): verdict is Rejected => 'code' in verdict;
