/** The parts of the site that the search tells apart, each with how much what is found there counts. */
export const PARTS = { Specification: 4, Guide: 2, Decisions: 1, Lookup: 1, Results: 0.2 } as const;
export type Part = keyof typeof PARTS;

export const partNames = Object.keys(PARTS) as readonly Part[];

/** The part to which a page belongs, by its path under the site's base. */
export const partOf = (path: string): Part => {
  if (path.startsWith('spec/decisions/')) return 'Decisions';
  if (path.startsWith('spec/')) return 'Specification';
  if (path.startsWith('guide/')) return 'Guide';
  return /^(?:results|changelog)\//.test(path) ? 'Results' : 'Lookup';
};

/** The parts in which something was found, the one with the best find first; `best` has the highest score of each. */
export const inOrder = (best: ReadonlyMap<Part, number>): Part[] =>
  [...best].sort(([a, scoreA], [b, scoreB]) => scoreB * PARTS[b] - scoreA * PARTS[a]).map(([part]) => part);

/** Of a word so much has to be there: its end can be another one. */
const STEM = 4;

/** Whether a text has the beginnings of all words. An index that lacks a word answers with what shares its first letters. */
export const hasStems = (text: string, words: string): boolean => {
  const lower = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => lower.includes(word.slice(0, STEM)));
};
