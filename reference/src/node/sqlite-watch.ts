import { DatabaseSync } from 'node:sqlite';
import type { StoreWatch } from '../cli/folder.ts';
import { sqliteFailure } from './sqlite-failure.ts';

/** Looks at the file of a store without keeping anybody from opening it: asking costs some microseconds. */
export function watchSqliteFile(file: string): StoreWatch {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 1_000 });
    const statement = database.prepare('PRAGMA data_version');
    return {
      version: () => Object.values(statement.get() ?? {})[0] as number,
      close: () => database.close(),
    };
  } catch (error) {
    throw sqliteFailure(file, error);
  }
}
