/** How good the judge is, in the form of `conformance/SCORE.json`. */
import type { Report } from '@rockpool/schemas';
import { noticed, type Outcome } from '../mutants/outcome.ts';
import { type Requirement, traceAll } from '../trace/traced.ts';

/** One rule left out, or one step done wrong. */
export interface MutantScore {
  readonly requirement: string;
  readonly title: string;
  readonly verdict: Report['verdict'];
  /** How many independent cases failed it by the name of its requirement. */
  readonly noticedBy: number;
  /** The ids of the first of these cases. */
  readonly examples: readonly string[];
}

export interface RequirementScore {
  readonly id: string;
  readonly level: string;
  /** How many checks that name it the reference passed. */
  readonly passed: number;
  /** How many mutants that break it were noticed, and by how many different cases. */
  readonly mutants: number;
  readonly noticedBy: number;
  readonly exercised: boolean;
}

export interface Score {
  /** Version of this form. */
  readonly score: 1;
  readonly suite: Report['suite'];
  readonly judge: Report['judge'];
  readonly totals: {
    readonly mutants: number;
    readonly noticed: number;
    /** Requirements of the level MUST or MUST NOT. */
    readonly musts: number;
    readonly exercised: number;
  };
  readonly requirements: readonly RequirementScore[];
  readonly mutants: readonly MutantScore[];
}

const EXAMPLES = 3;

/** From what two runs found: one of the reference with nothing left out, one of all mutants. */
export const scoreOf = (
  requirements: readonly Requirement[],
  reference: Report,
  outcomes: readonly Outcome[],
): Score => {
  const { traced } = traceAll(requirements, reference, outcomes);
  const musts = traced.filter(({ requirement }) => requirement.level.startsWith('MUST'));
  return {
    score: 1,
    suite: reference.suite,
    judge: reference.judge,
    totals: {
      mutants: outcomes.length,
      noticed: outcomes.filter(noticed).length,
      musts: musts.length,
      exercised: musts.filter(({ exercised }) => exercised).length,
    },
    requirements: traced.map(({ requirement: { id, level }, passed, mutants, noticedBy, exercised }) => ({
      id,
      level,
      passed: passed.length,
      mutants,
      noticedBy: noticedBy.length,
      exercised,
    })),
    mutants: outcomes.map(({ requirement, title, verdict, noticedBy }) => ({
      requirement,
      title,
      verdict,
      noticedBy: noticedBy.length,
      examples: noticedBy.toSorted().slice(0, EXAMPLES),
    })),
  };
};

const lines = (values: readonly unknown[]): string =>
  `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;

/** JSON with one requirement and one mutant a line, so that a changed count is one changed line. */
export const scoreText = ({ requirements, mutants, ...rest }: Score): string => {
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  return `${head},\n  "requirements": ${lines(requirements)},\n  "mutants": ${lines(mutants)}\n}\n`;
};
