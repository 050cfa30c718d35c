import {
  type Manifest,
  type VectorCase,
  type VectorFile,
  validateManifest,
  validateVectorFile,
} from '@rockpool/schemas';
import { type DraftManifest, manifestMessage } from '../../recipes/index.ts';
import { parseId, unbase32, verifySignature } from '../../src/forge/index.ts';
import { lintCases, lintCoverage } from './lint.ts';
import { type LoadedFile, listFiles, loadFile, loadRequirements } from './load.ts';

const KEYS = 'v1/keys.json';

export type Verification = { problems: string[]; files: number; cases: number; bytes: number };

/** Whether the manifest was signed by the key that it names. */
const manifestIsSigned = ({ signature, ...manifest }: Manifest): boolean => {
  const key = parseId(manifest.key);
  return (
    key !== undefined && verifySignature(key.bytes, manifestMessage(manifest as DraftManifest), unbase32(signature))
  );
};

const checkFile = (file: LoadedFile): { problems: string[]; cases: VectorCase[] } => {
  if (file.value === undefined) return { problems: [`${file.path}: no JSON`], cases: [] };
  if (file.path === KEYS) return { problems: [], cases: [] };
  if (!validateVectorFile(file.value)) {
    const [error] =
      (validateVectorFile as { errors?: { instancePath: string; message?: string }[] | null }).errors ?? [];
    return { problems: [`${file.path}: ${error?.instancePath} ${error?.message}`], cases: [] };
  }
  const { cases } = file.value as VectorFile;
  const area = file.path.slice('v1/'.length, -'.json'.length);
  const strangers = cases.filter(({ id }) => !id.startsWith(`${area}/`));
  return { problems: strangers.map(({ id }) => `${file.path}: ${id} belongs to another file`), cases };
};

const checkManifest = (
  manifest: Manifest,
  files: readonly LoadedFile[],
  counts: ReadonlyMap<string, number>,
): string[] => {
  const problems: string[] = [];
  for (const { path, sha256, cases } of manifest.files) {
    const file = files.find((one) => one.path === path);
    if (file === undefined) problems.push(`manifest.json: ${path} does not exist`);
    else if (file.sha256 !== sha256) problems.push(`manifest.json: ${path} has another digest`);
    else if (counts.get(path) !== cases)
      problems.push(`manifest.json: ${path} has ${counts.get(path)} cases, not ${cases}`);
  }
  for (const { path } of files) {
    if (!manifest.files.some((listed) => listed.path === path)) problems.push(`manifest.json: ${path} is not listed`);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (manifest.cases !== total) problems.push(`manifest.json: there are ${total} cases, not ${manifest.cases}`);
  if (!manifestIsSigned(manifest)) problems.push('manifest.json: the signature is not valid');
  return problems;
};

/** Checks the files below `vectors/` and whether together they say enough. */
export const verifyVectors = (root: string): Verification => {
  const files = listFiles(root).flatMap((path) => loadFile(root, path) ?? []);
  const checked = files.map((file) => ({ path: file.path, ...checkFile(file) }));
  const problems = checked.flatMap((file) => file.problems);
  const cases = checked.flatMap((file) => file.cases);
  const manifest = loadFile(root, 'manifest.json');
  if (manifest === undefined) problems.push('manifest.json: does not exist');
  else if (!validateManifest(manifest.value)) problems.push('manifest.json: not in its form');
  else
    problems.push(
      ...checkManifest(
        manifest.value as Manifest,
        files,
        new Map(checked.map(({ path, cases: own }) => [path, own.length])),
      ),
    );
  const requirements = loadRequirements(root);
  problems.push(...lintCases(cases, requirements), ...lintCoverage(cases, requirements));
  return {
    problems,
    files: files.length,
    cases: cases.length,
    bytes: files.reduce((sum, { text }) => sum + text.length, 0),
  };
};
