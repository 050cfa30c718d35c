import { type Chapter, chapters, type Requirement, requirements } from '../facts/index.ts';
import { type Cell, cellOf } from './cells.ts';
import { type Subject, subjects } from './subjects.ts';

export type Row = {
  readonly requirement: Requirement;
  /** One for each subject, in their order. */
  readonly cells: readonly Cell[];
  /** Somebody was asked about it; somebody failed. */
  readonly asked: boolean;
  readonly failed: boolean;
};

export type Group = { readonly chapter: Chapter; readonly rows: readonly Row[] };

const rowOf = (requirement: Requirement, columns: readonly Subject[]): Row => {
  const cells = columns.map((subject) => cellOf(subject, requirement));
  return {
    requirement,
    cells,
    asked: cells.some(({ checks }) => checks.length > 0),
    failed: cells.some(({ state }) => state === 'failed'),
  };
};

/** Requirements by their chapters, each with one cell for each subject. */
export const matrix: readonly Group[] = chapters
  .map((chapter) => ({
    chapter,
    rows: requirements.filter((each) => each.chapter === chapter.name).map((each) => rowOf(each, subjects)),
  }))
  .filter(({ rows }) => rows.length > 0);

export const rows: readonly Row[] = matrix.flatMap((group) => group.rows);
