import { createHash } from 'node:crypto';
import type { VectorCase } from '@rockpool/schemas';
import { makeKeys, makeVectors, signManifest } from '../../recipes/index.ts';
import { toCheck } from '../../src/checks/from-vectors.ts';
import { toFile } from '../../src/checks/i-json.ts';
import { choosePlaces } from './places.ts';

/** Version of the suite, which the manifest names. */
const SUITE = '0.1.0';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The text of each file below `vectors/`, by path; the manifest comes last. */
export const buildVectors = (): Map<string, string> => {
  const files = makeVectors().map(({ name, cases, ...file }) => {
    const written = cases.map((one) => ({ ...one, input: toFile(one.input) }));
    return {
      path: `v1/${name}.json`,
      cases: cases.length,
      text: json({ $schema: '../../schemas/v1/vector-file.schema.json', ...file, cases: written }),
    };
  });
  files.push({ path: 'v1/keys.json', cases: 0, text: json(makeKeys()) });
  const listed = files.map(({ path, cases, text }) => ({ path, sha256: digest(text), cases }));
  const outputs = new Map(files.map(({ path, text }) => [path, text]));
  return outputs.set('manifest.json', json(signManifest(SUITE, listed)));
};

/** The text of the list of the further places where vectors are asked about, of what `buildVectors` made. */
export const buildPlaces = (built: ReadonlyMap<string, string>): string => {
  const files = [...built.values()].map((text) => JSON.parse(text) as { cases?: unknown });
  const cases = files.flatMap((file) => (Array.isArray(file.cases) ? (file.cases as VectorCase[]) : []));
  return json(choosePlaces(cases.map(toCheck)));
};
