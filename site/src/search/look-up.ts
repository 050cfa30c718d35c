import { type PartFound, search } from './full-text.ts';
import { isVectorLike, type Name, namesFor, vectorsFor } from './names.ts';

export type Found = { readonly names: readonly Name[]; readonly parts: readonly PartFound[] };

/** How many names, and how many vectors, are offered at most. */
const NAMES = 6;
const VECTORS = 4;

const loaded = new Map<string, Promise<unknown>>();

const load = <T>(file: string): Promise<T> => {
  const known = loaded.get(file);
  if (known !== undefined) return known as Promise<T>;
  const loading = fetch(new URL(`data/${file}`, new URL(import.meta.env.BASE_URL, location.href))).then((response) => {
    if (!response.ok) throw new Error(`${file} could not be loaded: ${response.status}`);
    return response.json() as Promise<T>;
  });
  loading.catch(() => loaded.delete(file));
  loaded.set(file, loading);
  return loading;
};

/** Begins to load what most queries need. */
export const getReady = (): void => {
  load<Name[]>('names.json').catch(() => {});
};

const byName = async (query: string): Promise<Name[]> => {
  const names = namesFor(await load<Name[]>('names.json'), query, NAMES);
  const isNamed = names.some(({ name }) => name.toLowerCase() === query.toLowerCase());
  if (isNamed || !isVectorLike(query)) return names;
  return [...vectorsFor(await load<string[]>('vector-names.json'), query, VECTORS), ...names];
};

/** What a query finds: what has that name, and what has its words. */
export const lookUp = async (query: string): Promise<Found> => {
  const [names, parts] = await Promise.all([
    byName(query),
    // While developing there is no index.
    import.meta.env.DEV ? [] : search(query),
  ]);
  return { names, parts };
};
