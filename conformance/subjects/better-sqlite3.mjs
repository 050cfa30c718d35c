/**
 * What the packages call of `better-sqlite3`, over the SQLite of Node: the versions that they want have no binary for it. Rows, blobs
 * and the order of parameters are as there; statements go to SQLite as they are.
 */
import { DatabaseSync } from 'node:sqlite';

const asThere = (value) => (value instanceof Uint8Array ? Buffer.from(value) : value);

const rowOf = (row) => row && Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asThere(value)]));

/** Called with `new` or without, as there. */
function Database(filename) {
  const database = new DatabaseSync(filename);
  const prepare = (sql) => {
    const statement = database.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    return {
      run: (...params) => statement.run(...params),
      get: (...params) => rowOf(statement.get(...params)),
      all: (...params) => statement.all(...params).map(rowOf),
    };
  };
  return {
    prepare,
    pragma: (text, { simple = false } = {}) => {
      const rows = prepare(`PRAGMA ${text}`).all();
      return simple ? Object.values(rows[0] ?? {})[0] : rows;
    },
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  };
}

// The second one is what `require` gives.
export { Database as default, Database as 'module.exports' };
