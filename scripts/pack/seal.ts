import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const LISTED = /^(import|export) \{\n([^}]*)\}(?: from "([^"]+)")?;$/gm;

const isChunk = (path: string): boolean => basename(path).startsWith('chunk-');

/** `name` or `name as other`, the first of which is the name on the other side of an import, the last that of an export. */
const renamed = (lines: string, rename: (line: string) => string): string =>
  lines
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '')
    .map((line) => `  ${rename(line)}`)
    .join(',\n');

/**
 * Gives names without meaning to what the chunks of a bundle share, so that nobody who finds them can import the judge's
 * forge by the names of its functions. Entry points keep theirs.
 */
export const sealChunks = (dist: string): void => {
  const names = new Map<string, string>();
  const sealed = (name: string): string => {
    if (!names.has(name)) names.set(name, `_${names.size}`);
    return names.get(name) as string;
  };
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
  for (const file of files) {
    const path = join(dist, file);
    const text = readFileSync(path, 'utf8').replaceAll(LISTED, (whole, word: string, lines: string, from?: string) => {
      if (!isChunk(from ?? (word === 'export' ? file : ''))) return whole;
      const list = renamed(lines, (line) => {
        const [first = '', last = first] = line.split(' as ');
        return word === 'import' ? `${sealed(first)} as ${last}` : `${first} as ${sealed(last)}`;
      });
      return `${word} {\n${list}\n}${from === undefined ? '' : ` from "${from}"`};`;
    });
    writeFileSync(path, text);
  }
};
