import { StoreFull } from '../replica/store.ts';
import { StoreUnusable } from '../replica/store-unusable.ts';

/** What node:sqlite throws; `errcode` is the extended result code of SQLite. */
interface SqliteError extends Error {
  readonly errcode: number;
}

/** The lower eight bits of a result code say what failed, those above where. */
const PRIMARY = 0xff;
const FULL = 13;

/** By result code: what is wrong with the file, and what to do. */
const FAULTS = new Map([
  [5, 'another program has it open; end that program, or wait until it is done'],
  [8, 'it may not be written to; allow writing to the file and its folder'],
  [11, 'it is damaged; move it away and restore a copy, or import the records again'],
  [14, 'it cannot be opened; name a file in a folder that is there and may be written to, and no folder'],
  [26, 'it is no SQLite database; name another file'],
]);

const isSqliteError = (error: unknown): error is SqliteError => error instanceof Error && 'errcode' in error;

/** In the words of the port. What does not come from SQLite stays as it is. */
export function sqliteFailure(file: string, error: unknown): unknown {
  if (!isSqliteError(error)) return error;
  const code = error.errcode & PRIMARY;
  if (code === FULL) {
    return new StoreFull(`${file}: there is no room for more; make room on the disk, or allow more`, { cause: error });
  }
  const fault = FAULTS.get(code) ?? `${error.message}; see that the disk works`;
  return new StoreUnusable(`${file}: ${fault}`, { cause: error });
}
