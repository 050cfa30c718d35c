/** Of what kind something with a name is; where names are alike the earlier kind comes first. */
export const KINDS = [
  'requirement',
  'rejection code',
  'operation',
  'term',
  'vector',
  'profile',
  'format',
  'section',
  'page',
  'file of vectors',
  'command',
  'export',
] as const;
export type Kind = (typeof KINDS)[number];

/** Something that has a place of its own. */
export type Name = {
  readonly name: string;
  readonly kind: Kind;
  /** What it says or where it is, in a line; may be empty. */
  readonly about: string;
  /** A path under the site's base. */
  readonly address: string;
};

/** How well a name fits: 0 it is the query, 1 but for case, blanks and dashes, 2 it begins with it, 3 a word of it does. */
type Fit = 0 | 1 | 2 | 3;

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}/]+/gu, '');

const fitOf = (name: string, query: string): Fit | undefined => {
  if (name.toLowerCase() === query.toLowerCase()) return 0;
  const [wanted, given] = [plain(name), plain(query)];
  if (given === '') return undefined;
  if (wanted === given) return 1;
  if (given.length < 2) return undefined;
  if (wanted.startsWith(given)) return 2;
  return name.split(/[^\p{L}\p{N}]+/u).some((word) => word.toLowerCase().startsWith(given)) ? 3 : undefined;
};

/** Whoever looks for one of these types all of it, and there are too many to offer them otherwise. */
const WHOLE: ReadonlySet<Kind> = new Set(['export', 'command']);

/** The names that a query can mean, the likeliest first, at most `limit`. */
export const namesFor = (names: readonly Name[], query: string, limit: number): Name[] =>
  names
    .flatMap((name) => {
      const fit = fitOf(name.name, query.trim());
      return fit === undefined || (fit > 1 && WHOLE.has(name.kind)) ? [] : [{ name, fit }];
    })
    // The sort is stable: what is alike stays in its order.
    .sort((a, b) => a.fit - b.fit || KINDS.indexOf(a.name.kind) - KINDS.indexOf(b.name.kind))
    .slice(0, limit)
    .map(({ name }) => name);

/** Whether a query can be the id of a vector, or the part of one behind its stroke. */
export const isVectorLike = (query: string): boolean => /^[a-z0-9]+[-/][a-z0-9/-]*$/i.test(query.trim());

/** The vectors that a query can mean: the one with that id, the ones that are called so in their files, then those that begin so. */
export const vectorsFor = (ids: readonly string[], query: string, limit: number): Name[] => {
  const wanted = query.trim().toLowerCase();
  const rankOf = (id: string): number => {
    if (id === wanted) return 0;
    if (id.endsWith(`/${wanted}`)) return 1;
    return id.startsWith(wanted) ? 2 : 3;
  };
  return ids
    .map((id) => ({ id, rank: rankOf(id) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ id }) => ({ name: id, kind: 'vector', about: '', address: `vectors/#vector=${id}` }));
};
