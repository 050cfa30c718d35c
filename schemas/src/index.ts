import registry from '../v1/rejection-codes.json' with { type: 'json' };
import type { RejectionCode, RejectionPhase } from './types.generated.ts';

export type * from './types.generated.ts';
export * from './validators.generated.js';

/** What a rejection code means, and the phase of checking that it belongs to. */
export type RejectionEntry = {
  code: RejectionCode;
  phase: RejectionPhase;
  meaning: string;
  /** The same bytes may be accepted later, or were earlier: never remembered as invalid. */
  temporal?: boolean;
};

/** The registry, in the order in which the phases run. */
export const rejectionCodes = registry.codes as readonly RejectionEntry[];
