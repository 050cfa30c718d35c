import { DatabaseSync } from 'node:sqlite';

/** What SQLite itself says of the file. */
export function damages(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const said = database
    .prepare('PRAGMA integrity_check')
    .all()
    .map((row) => String(row.integrity_check));
  database.close();
  return said.filter((words) => words !== 'ok').map((words) => `damaged: ${words}`);
}
