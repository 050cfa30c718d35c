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
export interface Held<Record> {
  readonly ok: false;
  readonly held: HoldReason;
  readonly record: Record;
}

/** The record breaks no rule, and nothing that it depends on is missing. */
export interface Accepted<Record> {
  readonly ok: true;
  readonly record: Record;
}

/** What a verifier answers. */
export type Verdict<Record> = Accepted<Record> | Held<Record> | Rejected;

export const isHeld = <Record>(verdict: Verdict<Record>): verdict is Held<Record> => 'held' in verdict;

export const isRejected = <Record>(verdict: Verdict<Record>): verdict is Rejected => 'code' in verdict;
