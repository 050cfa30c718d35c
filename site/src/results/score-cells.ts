import type { CellScore } from '../../../conformance/scripts/score/score.ts';
import { requirements } from '../facts/index.ts';
import { score } from './score.ts';

/** One square of a grid: absent where nothing is looked at. */
export type Square = { readonly cell: CellScore; readonly because: string | undefined } | undefined;

/** The cells of one profile and one format: a row for each thing left out, a column for each place. */
export type Grid = {
  readonly profile: string;
  /** Absent in the profile whose operations have no format. */
  readonly format: string | undefined;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly what: string; readonly squares: readonly Square[] }[];
};

/** A spelled cell in its parts: what is left out, in which format, at which operation, mode and signature. */
export const partsOf = (cell: string): { what: string; format: string | undefined; place: string } => {
  const [, what = '', format, operation = '', member] = /^([^@/]+)(?:@([^/]+))?\/([^#]+)(?:#(.+))?$/.exec(cell) ?? [];
  return { what, format, place: member === undefined ? operation : `${operation} ${member}` };
};

const reasons = new Map(score.exceptions.map(({ id, because }) => [id, because]));
const order = new Map(requirements.map(({ id }, at) => [id, at]));
/** Phases come behind the requirements. */
const rankOf = (what: string): number => order.get(what) ?? order.size;

const gridOf = (profile: string, cells: readonly CellScore[]): Grid => {
  const placed = cells.map((cell) => ({ cell, ...partsOf(cell.cell) }));
  const columns = [...new Set(placed.map(({ place }) => place))].sort();
  const whats = [...new Set(placed.map(({ what }) => what))].sort((a, b) => rankOf(a) - rankOf(b));
  const squareOf = (what: string, place: string): Square => {
    const found = placed.find((each) => each.what === what && each.place === place);
    return found && { cell: found.cell, because: reasons.get(found.cell.exception ?? '') };
  };
  const rows = whats.map((what) => ({ what, squares: columns.map((place) => squareOf(what, place)) }));
  return { profile, format: placed[0]?.format, columns, rows };
};

/** A grid for each profile and format, in the order of the score. */
export const grids: readonly Grid[] = [
  ...Map.groupBy(score.cells, ({ profile, cell }) => `${profile} ${partsOf(cell).format}`).values(),
].map((cells) => gridOf(cells[0]?.profile ?? '', cells));
