import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../../..');
/** Of this run alone: another one may build another source meanwhile. */
const BUILT = join(ROOT, `node_modules/.cache/rockpool/simulate/${process.pid}.mjs`);

/**
 * The command of the reference as one file, which starts in half the time of its modules: in a long run, hundreds of processes
 * are ended by force and started again.
 */
export const builtSubject = async (): Promise<string[]> => {
  process.on('exit', () => rmSync(BUILT, { force: true }));
  await build({
    entryPoints: [join(ROOT, 'reference/src/subject.ts')],
    outfile: BUILT,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return [process.execPath, BUILT];
};
