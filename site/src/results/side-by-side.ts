import {
  type ComparedRow,
  type Comparison,
  compareSubjects,
  differ,
} from '../../../conformance/scripts/subjects/side-by-side.ts';
import { HARMS } from '../../../conformance/src/report/harm.ts';
import { requirements } from '../facts/index.ts';
import { vectorCases } from './cells.ts';
import { type Subject, subjects } from './subjects.ts';

const order = requirements.map(({ id }) => id);

const compare = (of: readonly Subject[]): Comparison[] =>
  compareSubjects(new Map(of.map(({ name, report }) => [name, report])), vectorCases, order)
    .filter(({ rows }) => rows.length > 0)
    .map((comparison) => ({ ...comparison, rows: worstFirst(comparison.rows) }));

const rank = ({ harm }: ComparedRow): number => (harm === undefined ? HARMS.length : HARMS.indexOf(harm));

const worstFirst = (rows: readonly ComparedRow[]): ComparedRow[] => rows.toSorted((a, b) => rank(a) - rank(b));

/** For each profile that several packages claim, where one of them is wrong: the rows of the ledger, the worst first. */
export const comparisons: readonly Comparison[] = compare(subjects);

/** One program in several versions or over several engines, and where these differ from each other. */
export type Family = {
  readonly program: string;
  readonly members: readonly Subject[];
  /** Empty where they all answer alike. */
  readonly tables: readonly Comparison[];
};

export const families: readonly Family[] = [...Map.groupBy(subjects, ({ program }) => program)]
  .filter(([, members]) => members.length > 1)
  .map(([program, members]) => ({
    program,
    members,
    tables: compare(members)
      .map((comparison) => ({ ...comparison, rows: comparison.rows.filter(differ) }))
      .filter(({ rows }) => rows.length > 0),
  }));
