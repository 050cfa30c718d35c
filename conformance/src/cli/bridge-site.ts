import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../node/usage-error.ts';

/** The repository's own build; a published package has the site in it, beside the command or a folder above its chunks. */
const PLACES = ['../../../site/dist', './site', '../site'];

const isSite = (folder: string): boolean => existsSync(join(folder, 'run/index.html'));

/** The folder of a built site: the one that is named, or the one that came with this program. */
export const siteFolder = (named: string | undefined): string => {
  if (named !== undefined) {
    const folder = resolve(named);
    if (isSite(folder)) return folder;
    throw new UsageError(`--site ${named}: there is no built site in it, which would have run/index.html`);
  }
  const found = PLACES.map((place) => resolve(import.meta.dirname, place)).find(isSite);
  if (found !== undefined) return found;
  throw new UsageError(
    'the site is not built: run npm run build -w site, or name the folder of a built one with --site',
  );
};
