import { type Cell, listCells } from '../../../reference/src/subject/cells.ts';
import { inputsDigest, keep, readKept } from './cache.ts';
import type { CellOutcome } from './cell.ts';
import { exceptionOf, exceptions } from './exceptions.ts';
import { inWorkers } from './workers.ts';

/** A cell with what the judge found of it. */
export type JudgedCell = Cell & Pick<CellOutcome, 'noticedBy'> & { readonly exception?: string };

/** How many independent cases have to notice a cell. */
const ENOUGH = 2;

export const wellNoticed = ({ noticedBy }: JudgedCell): boolean => noticedBy.length >= ENOUGH;

/** Neither well noticed nor proved to be beyond notice. */
export const isHole = (judged: JudgedCell): boolean => judged.exception === undefined && !wellNoticed(judged);

/** Exceptions that hold for no cell any more, or for one that is noticed: each as a sentence. */
export const staleExceptions = (judged: readonly JudgedCell[]): string[] =>
  exceptions.flatMap(({ id }) => {
    const cells = judged.filter(({ exception }) => exception === id);
    if (cells.length === 0) return [`the exception ${id} matches no cell`];
    return cells
      .filter(({ noticedBy }) => noticedBy.length > 0)
      .map(({ cell, noticedBy }) => `the exception ${id} matches ${cell}, which ${noticedBy[0]} notices`);
  });

/** Whether a cell is asked for by its own spelling or by a requirement. */
const isWanted = ({ cell, requirements }: Cell, only: string | undefined): boolean =>
  only === undefined || cell === only || requirements.includes(only);

/** Judges all cells, or takes what the last run over the same inputs on this machine found. */
export const measureCells = async (options: {
  only?: string | undefined;
  fresh?: boolean;
}): Promise<readonly JudgedCell[]> => {
  const cells = listCells().filter((cell) => isWanted(cell, options.only));
  const digest = inputsDigest();
  const before = options.fresh ? undefined : readKept<CellOutcome[]>('cells', digest);
  const known = new Map(before?.map((outcome) => [outcome.cell, outcome]));
  const outcomes = cells.every(({ cell }) => known.has(cell))
    ? cells.map(({ cell }) => known.get(cell) as CellOutcome)
    : await judge(cells);
  if (options.only === undefined) keep('cells', digest, outcomes);
  return cells.map((cell, index) => {
    const exception = exceptionOf(cell.cell);
    const { noticedBy } = outcomes[index] as CellOutcome;
    return { ...cell, noticedBy, ...(exception && { exception: exception.id }) };
  });
};

/** Nothing here loops: who takes so long has no machine. */
const LIMIT_MILLIS = 600_000;

const judge = (cells: readonly Cell[]): Promise<CellOutcome[]> =>
  inWorkers<Cell, CellOutcome>(
    new URL('cell-worker.ts', import.meta.url),
    cells,
    ({ cell }) => {
      throw new Error(`${cell} was not judged within ${LIMIT_MILLIS / 1000} seconds`);
    },
    (_, done) => {
      if (done % 100 === 0) process.stderr.write(`${done} of ${cells.length} cells\n`);
    },
    LIMIT_MILLIS,
  );
