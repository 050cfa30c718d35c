/** Makes the test vectors, says whether they are fresh, and verifies them. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { VectorFile } from '@rockpool/schemas';
import { settle, staleOutputs } from '../../scripts/generated.ts';
import { useOpenSsl } from '../src/node/open-ssl.ts';
import { pairsOf } from './vectors/alone-pairs.ts';
import { buildPlaces, buildVectors } from './vectors/build.ts';
import { listFiles, loadFile } from './vectors/load.ts';
import { verifyVectors } from './vectors/verify.ts';

useOpenSsl();

const HELP = `Usage: node conformance/scripts/vectors.ts make | check | verify | alone [--json] [--root <directory>]

  make     writes vectors/v1/*.json, vectors/manifest.json and conformance/src/checks/places.json, which
           says where else what stands in the vectors is asked about; the same each time
  check    makes them in memory and compares them with the files
  verify   checks forms, digests, the signature of the manifest, ids, parents and codes,
           and whether every requirement and code has the cases that it needs
  alone    says which refused cases another rule would refuse too, were the rules that they
           name left out, and which of these have no reason

  --json   prints the outcome as one JSON object
  --root   the directory of the repository, by default the one that this program is in
  --help   prints this text

Exit codes: 0 all is well, 1 something is stale or wrong, 2 the program was called wrongly.`;

const ORIGIN =
  'The manifest is signed with a development key whose secret is published in vectors/v1/keys.json: the signature proves its form, and not where it comes from.';

type Outcome = { ok: boolean; lines: string[]; details: Record<string, unknown> };

/** Written beside its place and then moved there, so that nobody ever reads half a file. */
const writeAtomically = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
};

const PLACES = 'conformance/src/checks/places.json';

/** Files that are not as they would be made, files that would not be made among them. */
const staleFiles = (root: string, outputs: ReadonlyMap<string, string>): string[] => [
  ...[...outputs].filter(([path, text]) => loadFile(root, path)?.text !== text).map(([path]) => path),
  ...listFiles(root).filter((path) => !outputs.has(path)),
];

const make = (root: string): Outcome => {
  const outputs = buildVectors();
  const stale = staleFiles(root, outputs);
  for (const path of stale) {
    const text = outputs.get(path);
    if (text !== undefined) writeAtomically(join(root, 'vectors', path), text);
  }
  settle(root, new Map([[PLACES, buildPlaces(outputs)]]), false);
  const strange = stale.filter((path) => !outputs.has(path));
  return {
    ok: strange.length === 0,
    lines: stale.map((path) =>
      outputs.has(path) ? `wrote vectors/${path}` : `vectors/${path} is not made here: remove it`,
    ),
    details: { written: stale.filter((path) => outputs.has(path)), strange },
  };
};

const check = (root: string): Outcome => {
  const outputs = buildVectors();
  const places = new Map([[PLACES, buildPlaces(outputs)]]);
  const stale = [...staleFiles(root, outputs).map((path) => `vectors/${path}`), ...staleOutputs(root, places)];
  return {
    ok: stale.length === 0,
    lines: stale.map((path) => `${path} is stale: run npm run vectors:make`),
    details: { stale },
  };
};

const verify = (root: string): Outcome => {
  const { problems, files, cases, bytes } = verifyVectors(root);
  return {
    ok: problems.length === 0,
    lines: [...problems, `${cases} cases in ${files} files, ${bytes} characters, ${problems.length} problems`, ORIGIN],
    details: { problems, files, cases, note: ORIGIN },
  };
};

const alone = (root: string): Outcome => {
  const pairs = pairsOf(listFiles(root).map((path) => loadFile(root, path)?.value as Partial<VectorFile>));
  const open = pairs.filter(({ reason }) => reason === undefined);
  return {
    ok: open.length === 0,
    lines: [
      ...open.map(({ id, own, others }) => `${id}: ${own.join(', ')}, and ${others.join(', ')}`),
      `${pairs.length} cases that another rule refuses too, ${open.length} of them without a reason`,
    ],
    details: { pairs },
  };
};

const COMMANDS: Readonly<Record<string, (root: string) => Outcome>> = { make, check, verify, alone };

const main = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, root: { type: 'string' } },
  });
  if (values.help === true) {
    console.log(HELP);
    return 0;
  }
  const command = COMMANDS[positionals[0] ?? ''];
  if (command === undefined || positionals.length > 1) {
    console.error(HELP);
    return 2;
  }
  const { ok, lines, details } = command(resolve(values.root ?? join(import.meta.dirname, '..', '..')));
  if (values.json === true) console.log(JSON.stringify({ ok, ...details }));
  else for (const line of lines) (ok ? console.log : console.error)(line);
  return ok ? 0 : 1;
};

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof TypeError) || !('code' in error)) throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
