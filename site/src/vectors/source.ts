/** The repository's vectors and schemas while the site is built; never part of what a page loads. */
import type { Manifest } from '@rockpool/schemas';
import { listOmissible } from '../../../reference/src/subject/variant.ts';
import requirements from '../../../spec/requirements.json' with { type: 'json' };
import manifestText from '../../../vectors/manifest.json?raw';
import { type Index, makeIndex, type Requirement } from './vector-index.ts';

type Texts = Record<string, () => Promise<string>>;

const vectors = import.meta.glob('../../../vectors/v1/*.json', { query: '?raw', import: 'default' }) as Texts;
const schemas = import.meta.glob('../../../schemas/v1/*.json', { query: '?raw', import: 'default' }) as Texts;

const ROOT = '../../../';

/** The published files by their paths in the repository, each exactly as it is there. */
export const published: ReadonlyMap<string, () => Promise<string>> = new Map([
  ['vectors/manifest.json', () => Promise.resolve(manifestText)],
  ...Object.entries({ ...vectors, ...schemas }).map(([path, text]): [string, () => Promise<string>] => [
    path.slice(ROOT.length),
    text,
  ]),
]);

const load = async (): Promise<Index> => {
  const texts = new Map<string, string>();
  for (const [path, text] of Object.entries(vectors)) texts.set(path.slice(`${ROOT}vectors/`.length), await text());
  return makeIndex(JSON.parse(manifestText) as Manifest, texts, {
    requirements: requirements as unknown as Requirement[],
    omissible: listOmissible().map(({ requirement }) => requirement),
  });
};

let index: Promise<Index> | undefined;

/** The index of all vectors, made once a build. */
export const vectorIndex = (): Promise<Index> => {
  index ??= load();
  return index;
};
