/** Extracts `spec/requirements.json` from the chapters and fills their tables and examples; `--check` only compares. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outputs, settle } from './generated.ts';
import { type Problem, showProblem } from './problem.ts';
import { parseChapter } from './spec/chapter.ts';
import type { ReadSchema, Schema } from './spec/field-table.ts';
import { fillChapter } from './spec/fill.ts';
import { extractRequirements, type RejectionCode } from './spec/requirement.ts';
import type { VectorCase } from './spec/vector-example.ts';

const SCHEMAS = 'schemas/v1';
const REGISTRY = `${SCHEMAS}/rejection-codes.json`;
const VECTORS = 'vectors/v1/*.json';
const CHAPTER = /^\d{2}-[a-z0-9-]+\.md$/;

const readCases = (root: string): VectorCase[] =>
  globSync(VECTORS, { cwd: root })
    .sort()
    .flatMap((file) => (JSON.parse(readFileSync(join(root, file), 'utf8')) as { cases?: VectorCase[] }).cases ?? []);

/** Everything that follows from the chapters below `root`, or what is wrong with them. */
export const buildSpec = (root: string): { outputs: Outputs; problems: Problem[] } => {
  const files = readdirSync(join(root, 'spec')).filter((name) => CHAPTER.test(name));
  const sources = files
    .sort()
    .map((name) => ({ file: `spec/${name}`, source: readFileSync(join(root, 'spec', name), 'utf8') }));
  if (sources.length === 0) {
    return {
      outputs: new Map(),
      problems: [{ file: 'spec', line: 1, what: 'no chapters', todo: 'add spec/00-name.md' }],
    };
  }
  const registry = (JSON.parse(readFileSync(join(root, REGISTRY), 'utf8')) as { codes: RejectionCode[] }).codes;
  const readSchema: ReadSchema = (file) => {
    const path = join(root, SCHEMAS, file);
    if (!existsSync(path)) throw new RangeError(`${SCHEMAS}/${file} does not exist`);
    return JSON.parse(readFileSync(path, 'utf8')) as Schema;
  };
  const cases = readCases(root);
  const chapters = sources.map(({ file, source }) => parseChapter(file, source));
  const { requirements, problems } = extractRequirements(chapters, registry, REGISTRY);
  problems.unshift(...chapters.flatMap((chapter) => chapter.problems));
  // What is in order is written although something else is not: the generators that run next may need it.
  const outputs = new Map<string, string>();
  if (problems.length === 0) outputs.set('spec/requirements.json', `${JSON.stringify(requirements, null, 2)}\n`);
  for (const [index, { file, source }] of sources.entries()) {
    const mine = requirements.filter(({ chapter }) => chapter === chapters[index]?.name);
    const filled = fillChapter(file, source, { requirements: mine, registry, readSchema, cases });
    if (filled.problems.length === 0) outputs.set(file, filled.text);
    problems.push(...filled.problems);
  }
  return { outputs, problems };
};

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, root: { type: 'string' } } });
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  const { outputs, problems } = buildSpec(root);
  for (const problem of problems) console.error(showProblem(problem));
  const settled = settle(root, outputs, values.check);
  process.exitCode = problems.length > 0 ? 1 : settled;
}
