import type { Check } from './check.ts';

/** How a question came of another one. */
export type Suffix =
  | 'id'
  | 'canonical'
  | 'sign'
  | 'append'
  | 'merge'
  | 'ingest'
  | 'state'
  | 'single'
  | 'chain'
  | 'batch'
  | 'subset';

/** A further question about what a check is about: what differs from that check. */
export type Part = Pick<Check, 'operation' | 'input' | 'expect' | 'requirements' | 'title'> & {
  /** Behind the id of the check. */
  suffix: Suffix;
} & Partial<Pick<Check, 'profile' | 'needs' | 'judging' | 'textOnly' | 'timeless' | 'steps'>>;
