import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PACKAGE = 'ssb-validate2-rsjs-node';

/**
 * Loads the package. It ships its binaries for the module versions of Node 12 to 16 only; they keep to the stable interface (N-API) and
 * work in later ones. Its loader looks first in `dist/` of the directory that an environment variable names, so that is where a link
 * to the newest binary is put, in a temporary directory: nothing is written into the package.
 */
export const loadBindings = (require) => {
  const folder = dirname(require.resolve(`${PACKAGE}/package.json`));
  const binary = join(folder, 'prebuilds', `${process.platform}-${process.arch}`, 'node.abi93.node');
  if (!existsSync(binary)) throw new Error(`${PACKAGE} has no binary for ${process.platform}-${process.arch}`);
  const temporary = mkdtempSync(join(tmpdir(), 'rockpool-subject-'));
  try {
    mkdirSync(join(temporary, 'dist'));
    symlinkSync(binary, join(temporary, 'dist/index.node'));
    process.env.SSB_VALIDATE2_RSJS_NODE_PREBUILD = temporary;
    return require(PACKAGE);
  } finally {
    rmSync(temporary, { recursive: true });
  }
};
