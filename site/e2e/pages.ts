import { readdirSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** The pages of a built site, as paths relative to its root, in order. */
export const pages = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name === 'index.html')
    .map((file) => relative(folder, file.parentPath).split(sep).join('/'))
    .map((path) => (path === '' ? '' : `${path}/`))
    .sort();
