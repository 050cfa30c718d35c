import type { HoldReason, Rejected } from '../rule/verdict.ts';

/** Why a record is neither kept nor refused. */
export type IgnoreReason = 'foreign' | 'duplicate' | 'obsolete' | 'quota';

/** What became of a record. */
export type Outcome =
  | { readonly is: 'accepted'; readonly id: string }
  | { readonly is: 'held'; readonly id: string; readonly reason: HoldReason }
  | { readonly is: 'ignored'; readonly id: string; readonly reason: IgnoreReason }
  | { readonly is: 'rejected'; readonly rejected: Rejected };

/** Whether something is stored because of it. */
export const isTaken = ({ is }: Outcome): boolean => is === 'accepted' || is === 'held';
