/** Generates the types and validators of `@rockpool/schemas` from `schemas/v1`; `--check` only compares. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Outputs, settle } from './generated.ts';
import { declareTypes } from './types/declarations.ts';
import { readSchemaFiles } from './types/schema-files.ts';
import { declareValidators, writeValidators } from './types/validators.ts';

const BANNER = '// Generated from schemas/v1 by scripts/types.ts: change the schema, then npm run generate.\n';

export const buildTypes = async (root: string): Promise<Outputs> => {
  const files = readSchemaFiles(join(root, 'schemas/v1'));
  const registry = JSON.parse(readFileSync(join(root, 'schemas/v1/rejection-codes.json'), 'utf8')) as {
    codes: { code: string }[];
  };
  const names = registry.codes.map(({ code }) => `\n  | '${code}'`).join('');
  const codes = `\n/** The closed list of reasons to reject, see RejectionCode. */\nexport type RejectionCodeName =${names};\n`;
  const types = BANNER + (await declareTypes(files)) + codes;
  return new Map([
    ['schemas/src/types.generated.ts', types],
    ['schemas/src/validators.generated.js', BANNER + (await writeValidators(files))],
    ['schemas/src/validators.generated.d.ts', BANNER + declareValidators(files, types)],
  ]);
};

if (import.meta.main) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, root: { type: 'string' } } });
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  process.exitCode = settle(root, await buildTypes(root), values.check);
}
