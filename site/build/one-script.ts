import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A module of this site with all that it imports, by its path from `src`, as one text that is no module. */
export const oneScript = async (path: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${path}`, import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};
