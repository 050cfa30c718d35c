import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VectorCase, VectorFile } from '@rockpool/schemas';

/** All cases of the vector files in `folder`, by their ids. */
export const readCases = (folder: string): ReadonlyMap<string, VectorCase> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name): VectorCase[] => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as VectorFile).cases ?? [])
      .map((vector) => [vector.id, vector]),
  );
