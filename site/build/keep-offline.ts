import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** A tool that works without a network: where it lies, its pages and what they ask for by a name that has no hash. */
export type OfflineTool = {
  /** Its folder from the root of the site, with a `/` at its end. */
  readonly folder: string;
  /** From that folder; of a page, its folder. */
  readonly files: readonly string[];
  /** Scripts, by the beginnings of their names, that are too large for what few want. */
  readonly without: readonly string[];
};

/** Where the list of files belongs in the service worker. */
export const NOTHING_KEPT = 'const kept = { build: "", files: {} };';

/** The paths of files whose name stands in a text, or in such a file, and so on. */
export const reachable = (texts: readonly string[], files: ReadonlyMap<string, string>): string[] => {
  const found = new Set<string>();
  const look = (text: string): void => {
    for (const [path, inside] of files)
      if (!found.has(path) && text.includes(posix.basename(path))) {
        found.add(path);
        look(inside);
      }
  };
  texts.forEach(look);
  return [...found].sort();
};

/** Fills in what the service worker of a tool keeps, when all is written. Answers how many files that are. */
export const keepOffline = async (root: string, { folder, files, without }: OfflineTool): Promise<number> => {
  const read = (path: string): Promise<Buffer> =>
    readFile(join(root, folder, path.endsWith('/') ? `${path}index.html` : path));
  const assets = new Map<string, string>();
  for (const place of ['../_astro/', '_astro/'])
    for (const name of await readdir(join(root, folder, place)))
      if (!without.some((start) => name.startsWith(start)))
        assets.set(place + name, (await read(place + name)).toString('latin1'));
  const texts = await Promise.all(files.map(async (file) => (await read(file)).toString('utf8')));
  const hashes: Record<string, string> = {};
  for (const file of [...files, ...reachable(texts, assets)]) {
    const hash = createHash('sha256').update(await read(file));
    hashes[file] = `sha256-${hash.digest('base64')}`;
  }
  const build = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 16);
  const worker = join(root, folder, 'service-worker.js');
  const script = await readFile(worker, 'utf8');
  if (!script.includes(NOTHING_KEPT)) throw new Error('the service worker has no place for what it keeps');
  await writeFile(
    worker,
    script.replace(NOTHING_KEPT, () => `const kept = ${JSON.stringify({ build, files: hashes })};`),
  );
  return Object.keys(hashes).length;
};
