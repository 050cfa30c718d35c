import type { Check } from './check.ts';

/** A further question about what a check is about: what differs from that check. */
export type Part = Pick<Check, 'operation' | 'input' | 'expect' | 'requirements' | 'title'> & {
  /** Behind the id of the check. */
  suffix: 'id' | 'canonical' | 'sign' | 'batch' | 'single';
} & Partial<Pick<Check, 'profile' | 'needs' | 'judging' | 'textOnly'>>;
