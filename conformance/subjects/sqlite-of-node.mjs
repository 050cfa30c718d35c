/** Gives the packages the SQLite of Node where they ask for `better-sqlite3`. To be imported before them. */
import { registerHooks } from 'node:module';

const SQLITE = new URL('better-sqlite3.mjs', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'better-sqlite3' ? { url: SQLITE, format: 'module', shortCircuit: true } : next(specifier, context),
});

/** A replica that outlives the process is a file of its name in the directory of the process. */
export const fileOf = ({ replica, durable }) =>
  durable === true
    ? { filename: `${replica}.sqlite`, mode: 'create-or-open' }
    : { filename: ':memory:', mode: 'create' };
