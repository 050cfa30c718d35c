import registry from '../v1/rejection-codes.json' with { type: 'json' };
import type { RejectionCode, RejectionCodeName } from './types.generated.ts';

export type * from './types.generated.ts';
export * from './validators.generated.js';

/** The registry of rejection codes with their phases and meanings. */
export const rejectionCodes = registry.codes as readonly (RejectionCode & { code: RejectionCodeName })[];
