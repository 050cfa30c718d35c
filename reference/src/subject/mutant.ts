import type { Steps } from '../protocol/steps.ts';

/** A plausible mistake in the place of a step: what a judge has to notice. */
export interface Mutant {
  readonly requirement: string;
  /** What it does instead. */
  readonly title: string;
  readonly mutate: (steps: Steps) => Partial<Steps>;
}
