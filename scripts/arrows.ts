/** Checks the arrows between directories, and that ARCHITECTURE.md shows the same table; without `--check` writes it. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { forbiddenImports, importCycles, type Source } from './arrows/check.ts';
import { RULES } from './arrows/rules.ts';
import { settle } from './generated.ts';
import { showProblem } from './problem.ts';
import { fillRegions } from './region.ts';
import { table } from './table.ts';

const PATTERN = '{spec,schemas,vectors,reference,conformance,scripts,site}/**/*.{ts,tsx,mts,js,jsx,mjs,cjs,astro}';
const SKIPPED = /(^|\/)(node_modules|dist|\.astro)(\/|$)/;
const MAX_LINES = 60;

const readSources = (root: string): Source[] =>
  globSync(PATTERN, { cwd: root, exclude: (path) => SKIPPED.test(path) })
    .sort()
    .map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }));

const arrowTable = (): string[] =>
  table(
    ['Directory', 'Question it answers', 'May import, besides itself'],
    RULES.map(({ directories, question, imports }) => [
      directories.map((directory) => `\`${directory}\``).join(', '),
      question,
      imports.join(', ') || '–',
    ]),
  );

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, root: { type: 'string' } } });
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  const page = 'ARCHITECTURE.md';
  const { text, problems } = fillRegions(page, readFileSync(join(root, page), 'utf8'), ['arrows'], arrowTable);
  const lines = text.trimEnd().split('\n').length;
  if (!text.includes('<!-- arrows -->'))
    problems.push({ file: page, line: 1, what: 'no table', todo: 'add <!-- arrows --> and <!-- /arrows -->' });
  if (lines > MAX_LINES)
    problems.push({ file: page, line: lines, what: `longer than ${MAX_LINES} lines`, todo: 'shorten it' });
  const sources = readSources(root);
  if (sources.length === 0)
    problems.push({ file: root, line: 1, what: 'no sources found', todo: 'look at the pattern in scripts/arrows.ts' });
  problems.push(...forbiddenImports(sources, RULES), ...importCycles(sources));
  for (const problem of problems) console.error(showProblem(problem));
  process.exitCode = problems.length > 0 ? 1 : settle(root, new Map([[page, text]]), values.check);
}
