import { arrivalKey, authorKey, digestLength, justBehind, numberKey, pastAll, pathInKey, tagOf } from './keys.ts';
import type { Query } from './query-members.ts';
import type { KeyRange, Store } from './store.ts';

/** A record's place in an order: a key of the store. */
export interface Place {
  readonly key: string;
  readonly digest: string;
  /** Of the author, where the order has it. */
  readonly tag?: string;
}

/** The keys among which a query looks, and how a place is read from one. */
interface Source {
  readonly range: KeyRange;
  place(key: string, value: string): Place;
}

const placeInValue = (key: string, value: string): Place => ({
  key,
  digest: value.slice(0, digestLength),
  tag: value.slice(digestLength),
});

const numberLength = numberKey(0).length;

/** How many entries of one path are passed over before it is quicker to look for the next path. */
const maxPassedOver = 8;

/** The keys of an order, as few as a query allows. */
function sourceOf(query: Query): Source {
  const { order, linksTo, path, pathPrefix, from = 0, before = Number.MAX_SAFE_INTEGER } = query;
  const { reverse } = query;
  if (order === 'arrival') {
    return { range: { from: 'a', to: pastAll('a'), reverse }, place: placeInValue };
  }
  const times = (prefix: string): KeyRange => ({
    from: `${prefix}${numberKey(from)}`,
    to: `${prefix}${numberKey(before)}`,
    reverse,
  });
  if (linksTo !== undefined) {
    const prefix = `l${linksTo} `;
    const end = prefix.length + numberLength + digestLength;
    // A message can link to one thing by several relations.
    return {
      range: times(prefix),
      place: (key) => ({ key: key.slice(0, end), digest: key.slice(end - digestLength, end) }),
    };
  }
  if (order === 'time') {
    const prefix = query.author === undefined ? 't' : authorKey(query.author);
    return { range: times(prefix), place: (key) => ({ key, digest: key.slice(-digestLength) }) };
  }
  const range =
    path !== undefined
      ? { from: `p${path} `, to: `p${path}!` }
      : pathPrefix !== undefined
        ? { from: `p${pathPrefix || '/'}`, to: pastAll(`p${pathPrefix}`) }
        : { from: 'p', to: pastAll('p') };
  return { range: { ...range, reverse }, place: placeInValue };
}

/** What of a range comes behind a place, in its direction. */
const behind = (range: KeyRange, key: string | undefined): KeyRange => {
  if (key === undefined) return range;
  if (range.reverse) return key < range.to ? { ...range, to: key } : range;
  const from = justBehind(key);
  return from > range.from ? { ...range, from } : range;
};

/** The places at which what meets a query can be, in its order, behind `key`. */
export function* placesFor(query: Query, store: Store, key: string | undefined): Iterable<Place> {
  const { range, place } = sourceOf(query);
  const wanted = query.author === undefined ? undefined : tagOf(query.author);
  let last: string | undefined;
  for (const [found, value] of store.scan(behind(range, key))) {
    const next = place(found, value);
    const isOther = wanted !== undefined && next.tag !== undefined && next.tag !== wanted;
    if (next.key !== last && !isOther) yield next;
    last = next.key;
  }
}

/**
 * The same of the order `path` where only winners are asked for: at each path at most one, wherever in the path that is.
 * @param winnerAt the place of the winner at a path.
 */
export function* winningPlacesFor(
  query: Query,
  store: Store,
  key: string | undefined,
  winnerAt: (path: string) => Place | undefined,
): Iterable<Place> {
  const { range, place } = sourceOf(query);
  const isBehind = (found: string) => key === undefined || (query.reverse ? found < key : found > key);
  let rest: KeyRange | undefined = behind(range, key);
  while (rest !== undefined) {
    let path = '';
    let passedOver = 0;
    let next: KeyRange | undefined;
    for (const [found, value] of store.scan(rest)) {
      const here = pathInKey(found);
      if (here === '') yield place(found, value);
      else if (here !== path) {
        path = here;
        passedOver = 0;
        const winner = winnerAt(path);
        if (winner !== undefined && isBehind(winner.key)) yield winner;
      } else if (++passedOver > maxPassedOver) {
        next = query.reverse ? { ...rest, to: `p${path} ` } : { ...rest, from: `p${path}!` };
        break;
      }
    }
    rest = next;
  }
}

/** The place in the order of arrival behind which is what has not arrived yet. */
export const endOfArrivals = (arrived: number): string => arrivalKey(arrived);
