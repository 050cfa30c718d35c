import { type FiledVector, vectorsIn } from './vector-file.ts';
import { type Index, unpackIndex } from './vector-index.ts';

const BASE = import.meta.env.BASE_URL;

/** The address of a published file. `path` is as in the repository, such as `vectors/v1/documents.json`. */
export const dataAddress = (path: string): string => new URL(`data/${path}`, new URL(BASE, location.href)).href;

const load = async (path: string): Promise<string> => {
  const response = await fetch(dataAddress(path));
  if (!response.ok) throw new Error(`${path} could not be loaded: ${response.status} ${response.statusText}`);
  return response.text();
};

/** Remembers what was loaded; a failure is forgotten, so that it can be tried again. */
const remember = <T>(make: (name: string) => Promise<T>): ((name: string) => Promise<T>) => {
  const made = new Map<string, Promise<T>>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const making = make(name);
    made.set(name, making);
    making.catch(() => made.delete(name));
    return making;
  };
};

const indexes = remember(async (path): Promise<Index> => unpackIndex(JSON.parse(await load(path))));

export const loadIndex = (): Promise<Index> => indexes('vector-index.json');

/** The vectors of one file by their ids. `file` is its name without `.json`. */
export const loadFile = remember(
  async (file): Promise<ReadonlyMap<string, FiledVector>> =>
    new Map(vectorsIn(await load(`vectors/v1/${file}.json`)).map((each) => [each.vector.id, each])),
);

/** Vectors in the given order, from the files that hold them. */
export const loadVectors = async (wanted: readonly { id: string; file: string }[]): Promise<FiledVector[]> => {
  const found: FiledVector[] = [];
  for (const { id, file } of wanted) {
    const one = (await loadFile(file)).get(id);
    if (one === undefined) throw new Error(`${id} is not in ${file}.json`);
    found.push(one);
  }
  return found;
};
