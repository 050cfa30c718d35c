import { isKeyId, isSpaceId } from '../id/id.ts';
import type { Book, BookSpace } from './book.ts';
import { UsageError } from './command.ts';
import { didYouMean } from './nearest.ts';
import { shortener } from './shorten.ts';

/** A space with the name that it has here. */
export interface NamedSpace extends BookSpace {
  readonly name: string;
}

/** The space of `--space`, a name, an id or the beginning of one; or the default space. */
export function spaceOf(book: Book, wanted: string | undefined): NamedSpace {
  const name = wanted ?? book.space;
  if (name === undefined) throw new UsageError('there is no space yet; make one with rockpool init');
  const named = book.spaces.get(name);
  if (named !== undefined) return { name, ...named };
  const all = [...book.spaces].map(([called, space]) => ({ name: called, ...space }));
  const found = name.startsWith('+') ? all.filter(({ id }) => id.startsWith(name)) : [];
  const [only] = found;
  if (found.length > 1) throw new UsageError(`${name} can be ${listed(found.map(({ id }) => id))}; type more of it`);
  if (only !== undefined) return only;
  if (isSpaceId(name))
    throw new UsageError(`the space ${name} is not here yet; rockpool init '${name}' begins to keep it`);
  throw new UsageError(`no space ${name}${didYouMean(name, book.spaces.keys()) || thereIs(book.spaces.keys())}`);
}

const thereIs = (names: Iterable<string>): string => {
  const all = [...names];
  return all.length === 0 ? '; make one with rockpool init' : `; there is ${all.slice(0, 10).join(', ')}`;
};

const listed = (ids: readonly string[]): string => ids.slice(0, 10).join(' or ');

/** The key of somebody: `me`, a name, an id or the beginning of one that occurs among the known ids. */
export function personOf(book: Book, wanted: string, me: string | undefined, known: () => Iterable<string>): string {
  if (wanted === 'me') {
    if (me === undefined) throw new UsageError('you have no key yet; make one with rockpool keygen');
    return me;
  }
  const named = book.keys.get(wanted) ?? book.people.get(wanted);
  if (named !== undefined) return named;
  if (isKeyId(wanted)) return wanted;
  if (/^@?b[a-z2-7]{3,51}$/.test(wanted)) {
    const beginning = wanted.startsWith('@') ? wanted : `@${wanted}`;
    const ids = new Set([...book.keys.values(), ...book.people.values(), ...known()]);
    const found = [...ids].filter((id) => id.startsWith(beginning));
    if (found.length > 1) {
      const all = found.map(shortener(found));
      throw new UsageError(`${wanted} can be ${listed(all)}; type more of it`);
    }
    if (found[0] !== undefined) return found[0];
  }
  if (wanted.startsWith('@')) {
    throw new UsageError(`no author here begins with ${wanted}; a whole key has 54 characters, @b…`);
  }
  const names = [...book.keys.keys(), ...book.people.keys(), 'me'];
  throw new UsageError(
    `nobody is called ${wanted} here${didYouMean(wanted, names) || `; rockpool name ${wanted} @b… gives a key that name`}`,
  );
}

/** What a key is called here; `me` is the one in use. */
export function namesById(book: Book, me: string | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, id] of [...book.people, ...book.keys]) names.set(id, name);
  if (me !== undefined) names.set(me, 'me');
  return names;
}
