import type { WeakenedOutcome } from './weakened.ts';

/** How many of some weakened subjects the suite notices. */
export interface WeakenedTotals {
  readonly weakened: number;
  readonly noticed: number;
  /** Of those noticed, how many the report tells by their requirement, among the first three that it names. */
  readonly named: number;
}

/** How good the judge is at small mistakes, in the form of `conformance/WEAKENED.json`. */
export interface WeakenedScore {
  /** Version of this form. */
  readonly score: 1;
  readonly totals: WeakenedTotals;
  /** By format; `-` is what belongs to no format. */
  readonly formats: Readonly<Record<string, WeakenedTotals>>;
  /** The ids of those that the suite calls conformant. */
  readonly missed: readonly string[];
  /** The ids of those whose requirement is not among the first three that the report names. */
  readonly unnamed: readonly string[];
}

/** Whoever reads three causes has found the guilty sentence. */
const NAMED_AMONG = 3;

export const isNoticed = ({ failed }: WeakenedOutcome): boolean => failed.length > 0;
export const isNamed = ({ place }: WeakenedOutcome): boolean => place > 0 && place <= NAMED_AMONG;

export const totalsOf = (outcomes: readonly WeakenedOutcome[]): WeakenedTotals => ({
  weakened: outcomes.length,
  noticed: outcomes.filter(isNoticed).length,
  named: outcomes.filter(isNamed).length,
});

export const weakenedScoreOf = (outcomes: readonly WeakenedOutcome[]): WeakenedScore => ({
  score: 1,
  totals: totalsOf(outcomes),
  formats: Object.fromEntries(
    [...Map.groupBy(outcomes, ({ format }) => format ?? '-')].map(([format, group]) => [format, totalsOf(group)]),
  ),
  missed: outcomes.filter((outcome) => !isNoticed(outcome)).map(({ id }) => id),
  unnamed: outcomes.filter((outcome) => isNoticed(outcome) && !isNamed(outcome)).map(({ id }) => id),
});

/** What of a score a sample contradicts: what is missed or not named, and the score says otherwise, or the other way round. */
export const contradictions = (score: WeakenedScore, outcomes: readonly WeakenedOutcome[]): string[] =>
  outcomes.flatMap((outcome) => {
    const { id } = outcome;
    const said = score.missed.includes(id)
      ? 'missed'
      : score.unnamed.includes(id)
        ? 'noticed by another name'
        : 'noticed';
    const is = !isNoticed(outcome) ? 'missed' : isNamed(outcome) ? 'noticed' : 'noticed by another name';
    return said === is ? [] : [`${id} is ${is}, and the score says ${said}`];
  });
