import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Lets the compiler write the declarations of the repository's `entries` and of all that these import, calls `use` with the folder
 * in which they lie by the same paths, with `.d.ts`, and removes that folder. Sources need not be built, and are not checked.
 */
export const withDeclarations = async <T>(
  root: string,
  entries: readonly string[],
  use: (folder: string) => Promise<T>,
): Promise<T> => {
  // Below the repository, so that packages are found.
  const cache = join(root, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'rockpool-api-'));
  try {
    const config = join(folder, 'tsconfig.json');
    const compilerOptions = {
      lib: ['es2024', 'esnext.disposable', 'dom', 'dom.iterable'],
      typeRoots: [join(root, 'node_modules/@types')],
      declaration: true,
      emitDeclarationOnly: true,
      noCheck: true,
      rootDir: root,
      outDir: folder,
    };
    const files = entries.map((entry) => join(root, entry));
    // Found as a package, the schemas would be taken for somebody else's, of which nothing is emitted.
    const include = [join(root, 'schemas/src')];
    await writeFile(
      config,
      JSON.stringify({ extends: join(root, 'tsconfig.base.json'), compilerOptions, files, include }),
    );
    await run(join(root, 'node_modules/.bin/tsc'), ['-p', config]);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
