import { type PartFound, search } from './full-text.ts';
import { isVectorLike, type Name, namesFor, vectorsFor } from './names.ts';

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

/** What has the name that a query is, or is called nearly so. */
export const byName = async (query: string): Promise<readonly Name[]> => {
  const names = namesFor(await load<Name[]>('names.json'), query, NAMES);
  const isNamed = names.some(({ name }) => name.toLowerCase() === query.toLowerCase());
  if (isNamed || !isVectorLike(query)) return names;
  return [...vectorsFor(await load<string[]>('vector-names.json'), query, VECTORS), ...names];
};

/** What has the words of a query. While developing there is no index. */
export const byWords = (query: string): Promise<readonly PartFound[]> =>
  import.meta.env.DEV ? Promise.resolve([]) : search(query);
