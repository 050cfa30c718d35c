import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from './outcome.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILE = join(ROOT, 'node_modules/.cache/rockpool/mutants.json');
/** All that an outcome depends on. */
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

/** Changes with every byte that an outcome could depend on. */
export const inputsDigest = (): string => {
  const hash = createHash('sha256').update(process.version);
  for (const file of INPUTS.flatMap((input) => filesBelow(join(ROOT, input))))
    hash.update(`\0${file.slice(ROOT.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
};

/** The outcomes of an earlier run on this machine over exactly these inputs. */
export const readOutcomes = (digest: string): Outcome[] | undefined => {
  if (!existsSync(FILE)) return undefined;
  const cached = JSON.parse(readFileSync(FILE, 'utf8')) as { digest: string; outcomes: Outcome[] };
  return cached.digest === digest ? cached.outcomes : undefined;
};

export const keepOutcomes = (digest: string, outcomes: readonly Outcome[]): void => {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ digest, outcomes }));
};
