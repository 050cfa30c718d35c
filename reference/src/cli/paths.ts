import { UsageError } from './command.ts';

/** Where in a path somebody is named. */
const tilde = /~([^~/]*)/g;

/** Turns `~me` and `~fern` into `~@b…`. */
export type Namer = (name: string) => string;

/**
 * The path that somebody typed. A `/` in front can be left out; a name behind `~` stands for that person's key.
 * @param home the home folder, which a shell puts in the place of a `~` in front.
 */
export function typedPath(typed: string, idOf: Namer, home: string): string {
  if (/^[A-Za-z]:[\\/]/.test(typed)) {
    throw new UsageError(`the shell has made the file name ${typed} of the path; leave the first / out: wiki/flowers`);
  }
  if (home.length > 1 && (typed === home || typed.startsWith(`${home}/`))) {
    const rest = typed.slice(home.length);
    throw new UsageError(
      `the shell has put your home folder in the place of ~; put the path in single quotes: '/~me${rest}'`,
    );
  }
  const path = typed.startsWith('/') ? typed : `/${typed}`;
  return path.replaceAll(tilde, (whole, name: string) => (name === '' ? whole : `~${idOf(name)}`));
}

/** A path for people, with names in place of the keys that have one. */
export const shownPath = (path: string, nameOf: (id: string) => string | undefined): string =>
  path.replaceAll(tilde, (whole, id: string) => {
    const name = nameOf(id);
    return name === undefined ? whole : `~${name}`;
  });
