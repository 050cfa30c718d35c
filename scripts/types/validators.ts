import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { hasShape, pascal, type SchemaFile } from './schema-files.ts';

const standaloneCode = standaloneModule as unknown as typeof standaloneModule.default;

/** `record` → `validateRecord` */
const nameOf = ({ name }: SchemaFile): string => `validate${pascal(name)}`;

/**
 * One function a schema, without ajv or `eval` at run time. The bundle step is what inlines the run-time helpers: ajv
 * reaches them by `require` even in ES modules.
 */
export const writeValidators = async (files: readonly SchemaFile[]): Promise<string> => {
  const ajv = new Ajv2020({
    strictSchema: true,
    strictTuples: true,
    // Not strictTypes or strictRequired: `if`, and `oneOf: [{ required }, …]`, rightly lean on what stands outside them.
    strictTypes: false,
    allErrors: false,
    discriminator: true,
    code: { source: true, esm: true, lines: true },
  });
  for (const { schema } of files) ajv.addSchema(schema);
  const source = standaloneCode(
    ajv,
    Object.fromEntries(files.filter(hasShape).map((file) => [nameOf(file), file.schema.$id])),
  );
  const { outputFiles } = await build({
    // Paths in the output's comments are relative to this, so that it does not depend on where the script was started.
    absWorkingDir: join(import.meta.dirname, '../..'),
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
};

/** The declarations of those functions; `types` is the generated module whose names they use. */
export const declareValidators = (files: readonly SchemaFile[], types: string): string => {
  const lines = files.filter(hasShape).map((file) => {
    const name = pascal(file.schema.title);
    const known = new RegExp(`^export (?:interface|type) ${name}\\b`, 'm').test(types);
    return `export declare const ${nameOf(file)}: Validator<${known ? `types.${name}` : 'unknown'}>;`;
  });
  return [
    "import type * as types from './types.generated.ts';",
    '',
    '/** What the first violation was; `errors` on the validator is null after an accepted value. */',
    'export type Violation = { instancePath: string; schemaPath: string; keyword: string; message?: string };',
    'export type Validator<T> = { (value: unknown): value is T; errors?: Violation[] | null };',
    '',
    ...lines,
    '',
  ].join('\n');
};
