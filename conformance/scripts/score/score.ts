/** How good the judge is, in the form of `conformance/SCORE.json`. */
import type { Report } from '@rockpool/schemas';
import { isHole, type JudgedCell } from '../mutants/cells.ts';
import { type Exception, exceptions } from '../mutants/exceptions.ts';
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

/** One thing left out at one place. */
export interface CellScore {
  /** As `reference/subject --without` takes it. */
  readonly cell: string;
  readonly profile: string;
  /** How many independent cases failed it by the name of one of its requirements. */
  readonly noticedBy: number;
  /** The id of the exception that it is. */
  readonly exception?: string;
}

export interface Score {
  /** Version of this form. */
  readonly score: 2;
  readonly suite: Report['suite'];
  readonly judge: Report['judge'];
  readonly totals: {
    /** Cells that are no exceptions, and those of them that two cases notice or more. */
    readonly cells: number;
    readonly cellsNoticed: number;
    readonly cellsExcepted: number;
    readonly mutants: number;
    readonly noticed: number;
    /** Requirements of the level MUST or MUST NOT. */
    readonly musts: number;
    readonly exercised: number;
  };
  readonly requirements: readonly RequirementScore[];
  readonly mutants: readonly MutantScore[];
  /** Why cells of some kinds need not be noticed. */
  readonly exceptions: readonly Pick<Exception, 'id' | 'because'>[];
  readonly cells: readonly CellScore[];
}

const EXAMPLES = 3;

/** From what runs found: one of the reference with nothing left out, one of all mutants, one of all cells. */
export const scoreOf = (
  requirements: readonly Requirement[],
  reference: Report,
  outcomes: readonly Outcome[],
  cells: readonly JudgedCell[],
): Score => {
  const { traced } = traceAll(requirements, reference, outcomes);
  const excepted = cells.filter(({ exception }) => exception !== undefined);
  const musts = traced.filter(({ requirement }) => requirement.level.startsWith('MUST'));
  return {
    score: 2,
    suite: reference.suite,
    judge: reference.judge,
    totals: {
      cells: cells.length - excepted.length,
      cellsNoticed: cells.length - excepted.length - cells.filter(isHole).length,
      cellsExcepted: excepted.length,
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
    exceptions: exceptions.map(({ id, because }) => ({ id, because })),
    cells: cells.map(({ cell, profile, noticedBy, exception }) => ({
      cell,
      profile,
      noticedBy: noticedBy.length,
      ...(exception !== undefined && { exception }),
    })),
  };
};

const lines = (values: readonly unknown[]): string =>
  `[\n${values.map((value) => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`;

/** JSON with one requirement, one mutant and one cell a line, so that a changed count is one changed line. */
export const scoreText = ({ requirements, mutants, exceptions, cells, ...rest }: Score): string => {
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  const lists = Object.entries({ requirements, mutants, exceptions, cells });
  return `${head},\n${lists.map(([name, values]) => `  "${name}": ${lines(values)}`).join(',\n')}\n}\n`;
};
