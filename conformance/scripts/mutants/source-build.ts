import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Instrumenter, type InstrumenterOptions } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../../..');
const SOURCE = join(ROOT, 'reference/src');
const BUILT = join(ROOT, 'node_modules/.cache/rockpool/source-mutants');

/** Where the rules and the steps are. Engines stand outside, and tests: each of them answers for itself. */
const FOLDERS = ['format', 'text', 'id', 'bytes', 'feed', 'merge', 'signature', 'value', 'blob', 'rule', 'replica'];
const ENGINES = ['js-engine.ts', 'web-crypto-engine.ts', 'choose.ts', 'multiples.ts', 'engine.ts'];
const NOT_RULES = new Set([...ENGINES, 'store-acceptance.ts']);

/** A change of one expression of the source. */
export interface SourceMutant {
  readonly id: string;
  /** Below reference/src. */
  readonly file: string;
  /** Line and column, from 1 on. */
  readonly line: number;
  readonly column: number;
  readonly operator: string;
  readonly replacement: string;
}

/** Members of a rule that say something to readers and nothing to the judge. */
const TOLD = new Set(['title', 'requirement', 'path']);

/** What is not compared: words, places and the messages of errors. */
const words: InstrumenterOptions['ignorers'][number] = {
  shouldIgnore(path) {
    const { node } = path as unknown as { node: { type: string; key?: { name?: string } } };
    if (node.type === 'ObjectProperty' && TOLD.has(node.key?.name ?? '')) return 'words';
    if (node.type === 'ThrowStatement') return 'the message of an error';
    return undefined;
  },
};

/** The exports that a worker needs. */
const ENTRY = `
export { answer } from './subject/answer.ts';
export { createProtocol } from './protocol/protocol.ts';
export { nodeSha256 } from './node/sha256.ts';
export { nodeHmacSha512 } from './node/hmac-sha512.ts';
export { createNodeEngine } from './node/engine.ts';
export { createJsEngine } from './signature/js-engine.ts';
export { profiles } from './subject/profiles.ts';
export { Replicas } from './subject/replicas.ts';
export { MemoryStore } from './replica/memory-store.ts';
`;

const filesToMutate = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(join(SOURCE, folder))
      .filter((name) => name.endsWith('.ts') && !NOT_RULES.has(name))
      .map((name) => join(folder, name)),
  );

const silent = new Proxy({}, { get: () => () => false }) as ConstructorParameters<typeof Instrumenter>[0];

/** The reference as one module with all mutants in it, of which one at a time is switched on. */
export const buildSourceMutants = async (): Promise<{
  module: string;
  /** The directory with the changed files. */
  source: string;
  mutants: readonly SourceMutant[];
}> => {
  rmSync(BUILT, { recursive: true, force: true });
  mkdirSync(BUILT, { recursive: true });
  cpSync(SOURCE, join(BUILT, 'src'), { recursive: true });
  const files = filesToMutate().map((file) => ({
    name: join(SOURCE, file),
    content: readFileSync(join(SOURCE, file), 'utf8'),
    mutate: true,
  }));
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(files, {
    plugins: null,
    excludedMutations: [],
    ignorers: [words],
  });
  for (const { name, content } of instrumented) writeFileSync(join(BUILT, 'src', relative(SOURCE, name)), content);
  writeFileSync(join(BUILT, 'src/entry.ts'), ENTRY);
  const outfile = join(BUILT, 'reference.mjs');
  await build({
    entryPoints: [join(BUILT, 'src/entry.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return {
    module: pathToFileURL(outfile).href,
    source: join(BUILT, 'src'),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, mutatorName, replacement, location }) => ({
        id,
        file: relative(SOURCE, fileName),
        line: location.start.line + 1,
        column: location.start.column + 1,
        operator: mutatorName,
        replacement,
      })),
  };
};
