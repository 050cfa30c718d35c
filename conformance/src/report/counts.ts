import { PROFILES } from '../protocol/operations.ts';
import type { Suite } from '../run/options.ts';
import { hasSiblings } from '../siblings/sibling.ts';
import { subjectCheckIds } from './results.ts';

/** How many checks a run makes of a subject that claims every profile, by what they are. */
export type SuiteCounts = {
  /** Questions that are written down with their answers. */
  vectors: number;
  /** Questions that are derived from vectors. */
  derived: number;
  laws: number;
  /** Vectors made anew for one run. */
  siblings: number;
  /** What is watched of the whole conversation. */
  conversation: number;
  /** Of all kinds: as many as the report of a run lists. */
  checks: number;
};

/** `growth`: whether SUB-10 is measured, as in a terminal. */
export const countsOf = ({ checks, laws, siblings = 0 }: Suite, growth: boolean): SuiteCounts => {
  const vectors = checks.filter(({ id }) => !id.includes('#')).length;
  const counts = {
    vectors,
    derived: checks.length - vectors,
    laws: laws.length,
    siblings: siblings * PROFILES.filter((profile) => hasSiblings(checks, profile)).length,
    conversation: subjectCheckIds(PROFILES).length - (growth ? 0 : 1),
  };
  return { ...counts, checks: Object.values(counts).reduce((sum, count) => sum + count) };
};
