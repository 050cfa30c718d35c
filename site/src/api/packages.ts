import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDeclarations } from './emit.ts';
import { type Group, groupsOf } from './exports.ts';

/** A package of this repository with all that it exports. `folder` is also the last word of its page's address. */
export type Package = { name: string; folder: string; description: string; groups: Group[] };

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS = ['reference', 'conformance'] as const;

type Manifest = { name: string; description: string; exports: Record<string, string> };

const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;

/** The module behind each export of a package, as a path of the repository, and what one writes to import it. */
const modulesOf = ({ name, exports }: Manifest, folder: string) =>
  Object.entries(exports).map(([key, path]) => ({ from: join(name, key), entry: join(folder, path) }));

/** The packages, read from the declarations that the compiler makes of their sources. */
export const packages = async (): Promise<Package[]> => {
  const manifests = await Promise.all(FOLDERS.map(async (folder) => ({ folder, ...(await manifestOf(folder)) })));
  const entries = manifests.flatMap((each) => modulesOf(each, each.folder).map(({ entry }) => entry));
  return withDeclarations(ROOT, entries, (declarations) =>
    Promise.all(
      manifests.map(async (manifest) => {
        const { name, folder, description } = manifest;
        const groups = await Promise.all(
          modulesOf(manifest, folder).map(({ from, entry }) => groupsOf(ROOT, declarations, entry, `From ${from}`)),
        );
        return { name, folder, description, groups: groups.flat() };
      }),
    ),
  );
};
