import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'node_modules/.cache/rockpool');
/** All that a verdict depends on. */
const INPUTS = [
  'package-lock.json',
  'spec/requirements.json',
  'schemas/src',
  'schemas/v1',
  'vectors',
  'reference/src',
  'reference/subject',
  'conformance/src',
  'conformance/scripts/mutants',
  'conformance/test/fixtures',
];

const filesBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];

/** Changes with every byte that a verdict could depend on. */
export const inputsDigest = (): string => {
  const hash = createHash('sha256').update(process.version);
  for (const file of INPUTS.flatMap((input) => filesBelow(join(ROOT, input))))
    hash.update(`\0${file.slice(ROOT.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
};

/** What an earlier run on this machine over exactly these inputs kept under the name. */
export const readKept = <T>(name: string, digest: string): T | undefined => {
  const file = join(FOLDER, `${name}.json`);
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { digest: string; value: T };
  return kept.digest === digest ? kept.value : undefined;
};

export const keep = <T>(name: string, digest: string, value: T): void => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), JSON.stringify({ digest, value }));
};
