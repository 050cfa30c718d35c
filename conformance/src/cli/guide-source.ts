import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../node/usage-error.ts';
import { CHAPTERS, EXAMPLES, frontMatter, nameOf, PAGES, type Page, renderPage } from './guide-page.ts';

export type Guide = { pages: Page[]; files: { name: string; text: string }[] };

/** Made of the repository when the package was packed; beside the command, or a folder above its chunks. */
const PACKED = ['./guide.json', '../guide.json'];
const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** The guide, the chapters, the files that the guide shows, the schemas and the register, from where they are written. */
const rendered = (root: string): Guide => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const order = (path: string): number => Number(frontMatter(read(path), 'order') ?? 0);
  const found = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort();
  const paths = [
    ...found(`${PAGES}/*.md`).sort((a, b) => order(a) - order(b)),
    ...found(`${CHAPTERS}/*.md`),
    ...found(`${CHAPTERS}/decisions/*.md`),
  ];
  const files = [`${EXAMPLES}/*.*`, `${EXAMPLES}/{ci,output}/*`, 'schemas/v1/*.json', 'spec/requirements.json'].flatMap(
    found,
  );
  return {
    pages: paths.map((path) => renderPage(path, read)),
    files: files.map((path) => ({ name: nameOf(path), text: read(path) })),
  };
};

export const loadGuide = (): Guide => {
  const packed = PACKED.map((place) => resolve(import.meta.dirname, place)).find((path) => existsSync(path));
  if (packed !== undefined) return JSON.parse(readFileSync(packed, 'utf8')) as Guide;
  if (existsSync(join(REPOSITORY, PAGES))) return rendered(REPOSITORY);
  throw new UsageError('the guide did not come with this program: it is in the packed judge and in the repository');
};
