import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Waits until the site is built. */
export const whenBuilt = async (site: string): Promise<void> => {
  const response = await fetch(site);
  if (!response.ok) throw new Error(await response.text());
};

/** The pages of a built site with the bytes of their HTML, by their paths relative to its root, in order. */
export const pages = (folder: string): Map<string, number> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && file.name === 'index.html')
      .map((file) => {
        const path = relative(folder, file.parentPath).split(sep).join('/');
        return [path === '' ? '' : `${path}/`, statSync(join(file.parentPath, file.name)).size] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
