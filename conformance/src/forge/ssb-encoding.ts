import { type Json, quote } from './canonical.ts';

/** Decimal, without leading zeros, from 0 to 4294967294. */
const isIndex = (name: string): boolean => /^(?:0|[1-9][0-9]{0,9})$/.test(name) && Number(name) <= 4_294_967_294;

/** The members of an object as they are encoded: numbers by their size, then all others as they came [SSB-14]. */
const members = (value: { readonly [name: string]: Json }): [string, Json][] => {
  const all = Object.entries(value);
  const indices = all.filter(([name]) => isIndex(name));
  indices.sort(([left], [right]) => Number(left) - Number(right));
  return [...indices, ...all.filter(([name]) => !isIndex(name))];
};

/** A number as ECMAScript writes it, which `String` does by its definition [SSB-15]. */
const number = (value: number): string => (Number.isFinite(value) ? String(value) : 'null');

/** Something to be written: a text as it is, or a value at a depth. */
type Open = string | { value: Json; depth: number };

const lineFeed = (depth: number): string => `\n${'  '.repeat(depth)}`;

/** The parts of a list or an object, each on a line of its own [SSB-13]. */
const inside = (brackets: string, parts: readonly [name: string, value: Json][], depth: number): Open[] => {
  const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
  if (parts.length === 0) return [brackets];
  const lines = parts.flatMap(([name, value], index): Open[] => [
    `${index === 0 ? open : ','}${lineFeed(depth + 1)}${name}`,
    { value, depth: depth + 1 },
  ]);
  return [...lines, `${lineFeed(depth)}${close}`];
};

const opened = ({ value, depth }: { value: Json; depth: number }): Open[] => {
  if (typeof value === 'string') return [quote(value)];
  if (typeof value === 'number') return [number(value)];
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (Array.isArray(value))
    return inside(
      '[]',
      value.map((item): [string, Json] => ['', item]),
      depth,
    );
  const named = members(value as { readonly [name: string]: Json });
  return inside(
    '{}',
    named.map(([name, member]): [string, Json] => [`${quote(name)}: `, member]),
    depth,
  );
};

/** The encoding piece by piece. It keeps a list of what is left, so no depth of nesting is too deep for it. */
function* pieces(value: Json): Generator<string> {
  const left: Open[] = [{ value, depth: 0 }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === 'string') yield next;
    else for (const part of opened(next).reverse()) left.push(part);
  }
}

/** The encoding of a value [SSB-13] [SSB-14] [SSB-15] [SSB-16]. */
export const encodeSsb = (value: Json): string => [...pieces(value)].join('');

/**
 * Whether the encoding is at most `limit` UTF-16 code units long. It stops there: indented by their depth, some short texts
 * have encodings that no memory holds.
 */
export const encodesWithin = (value: Json, limit: number): boolean => {
  let units = 0;
  for (const piece of pieces(value)) {
    units += piece.length;
    if (units > limit) return false;
  }
  return true;
};
