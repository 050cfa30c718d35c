import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Text by path below the root, as a generator wants it to be. */
export type Outputs = ReadonlyMap<string, string>;

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** The paths whose text on disk is not the wanted one. */
export const staleOutputs = (root: string, outputs: Outputs): string[] =>
  [...outputs].filter(([path, text]) => readIfThere(join(root, path)) !== text).map(([path]) => path);

/** Writes what is stale, or with `check` only says so. Returns the exit code of the generator. */
export const settle = (root: string, outputs: Outputs, check: boolean): 0 | 1 => {
  const stale = staleOutputs(root, outputs);
  for (const path of stale) {
    if (check) {
      console.error(`${path} is stale: run npm run generate`);
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), outputs.get(path) ?? '');
      console.log(`wrote ${path}`);
    }
  }
  return check && stale.length > 0 ? 1 : 0;
};
