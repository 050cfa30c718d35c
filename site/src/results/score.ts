import file from '../../../conformance/SCORE.json' with { type: 'json' };
import type { Score } from '../../../conformance/scripts/score/score.ts';
import { type Coverage, coverageOf, type Requirement, requirementOf, requirements } from '../facts/index.ts';
import { rows } from './matrix.ts';

/** The suite's own score, as the judge wrote it down. */
export const score = file as unknown as Score;

/** One requirement, and how well the suite would notice a program that breaks it. */
export type Strength = {
  readonly requirement: Requirement;
  /** Left-out rules and wrong steps that break it. */
  readonly mutants: number;
  /** The different cases that noticed one of them. */
  readonly noticedBy: number;
  /** The checks that the reference passes and that name it. */
  readonly passed: number;
  readonly exercised: boolean;
  readonly coverage: Coverage;
  /** How many of the judged packages break it. */
  readonly broken: number;
};

const brokenBy = new Map(
  rows.map(({ requirement, cells }) => [requirement.id, cells.filter(({ state }) => state === 'failed').length]),
);

/** Of every requirement that the score knows and the register still has; the weakest first. */
export const strengths: readonly Strength[] = score.requirements
  .flatMap(({ id, mutants, noticedBy, passed, exercised }): Strength[] => {
    const requirement = requirementOf(id);
    if (requirement === undefined) return [];
    return [
      { requirement, mutants, noticedBy, passed, exercised, coverage: coverageOf(id), broken: brokenBy.get(id) ?? 0 },
    ];
  })
  .sort((a, b) => a.noticedBy - b.noticedBy || a.passed - b.passed);

/** Rules of the conversation: the judge watches them in the whole of a run, so that one check stands for each. */
export const watched: readonly Strength[] = strengths.filter(({ coverage }) => coverage.watched);
/** All others, about which there are cases. */
export const asked: readonly Strength[] = strengths.filter(({ coverage }) => !coverage.watched);

/** Fewer different cases than this that notice a broken rule are few. */
export const FEW = 5;

export const weakest: readonly Strength[] = asked.filter(({ noticedBy }) => noticedBy < FEW);

/** A direction in which nothing is asked about a requirement where something could be. */
export type Gap = { readonly requirement: Requirement; readonly missing: string };

const gapOf = ({ requirement, coverage }: Strength): string | undefined => {
  const { accept, reject, held, value } = coverage;
  if (requirement.code !== undefined && reject === 0) return 'no check that must be refused';
  if (requirement.code !== undefined && accept + held + value === 0) return 'no check that must be accepted';
  if (requirement.code === undefined && value + accept + held === 0) return 'no check that asks for an answer';
  return undefined;
};

export const gaps: readonly Gap[] = asked.flatMap((strength) => {
  const missing = gapOf(strength);
  return missing === undefined ? [] : [{ requirement: strength.requirement, missing }];
});

/** Requirements that rest on examples alone: no law makes new ones. */
export const withoutLaw: readonly Strength[] = asked.filter(({ coverage }) => coverage.laws === 0);

const ofConversation = new Set(watched.map(({ requirement }) => requirement.id));

/** The mutants, the one that the fewest cases noticed first; behind them those of the conversation, each with its one check. */
export const mutants = score.mutants.toSorted(
  (a, b) =>
    Number(ofConversation.has(a.requirement)) - Number(ofConversation.has(b.requirement)) || a.noticedBy - b.noticedBy,
);

/** How many requirements are broken in one way alone. */
export const withOneMutant: number = strengths.filter((each) => each.mutants === 1).length;

/** How many requirements each level has. */
export const levels: ReadonlyMap<string, number> = new Map(
  [...Map.groupBy(requirements, ({ level }) => level)].map(([level, of]) => [level, of.length]),
);
