import type { Ending } from './transport.ts';

/** What the partner is told: a fault of this program is none of its business. */
export const farewell = ({ how, reason }: Ending): string => (how === 'failed' ? 'a fault of this program' : reason);
