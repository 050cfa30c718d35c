import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { hasShape, pascal, type SchemaFile } from './schema-files.ts';

const standaloneCode = standaloneModule as unknown as typeof standaloneModule.default;

/** `record` → `validateRecord` */
const nameOf = ({ name }: SchemaFile): string => `validate${pascal(name)}`;

/** Definitions that are checked by themselves: the judge reads every message of a subject through them. */
const DEFINITIONS: Readonly<Record<string, readonly string[]>> = {
  'subject-protocol.schema.json': ['response', 'helloResult', 'operationResult'],
};

type Exported = { name: string; id: string; title: string };

const exportsOf = (file: SchemaFile): Exported[] => {
  const whole = { name: nameOf(file), id: file.schema.$id, title: file.schema.title };
  const definitions = (file.schema.$defs ?? {}) as Record<string, { title?: string }>;
  const parts = (DEFINITIONS[file.file] ?? []).map((definition) => {
    const title = definitions[definition]?.title ?? pascal(definition);
    return { name: `validate${pascal(title)}`, id: `${file.schema.$id}#/$defs/${definition}`, title };
  });
  return [...(hasShape(file) ? [whole] : []), ...parts];
};

/**
 * One function a schema, and one for each of `DEFINITIONS`, without ajv or `eval` at run time. The bundle step is what inlines the run-time helpers: ajv
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
  const source = standaloneCode(ajv, Object.fromEntries(files.flatMap(exportsOf).map(({ name, id }) => [name, id])));
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
  const lines = files.flatMap(exportsOf).map(({ name, title }) => {
    const type = pascal(title);
    const known = new RegExp(`^export (?:interface|type) ${type}\\b`, 'm').test(types);
    return `export declare const ${name}: Validator<${known ? `types.${type}` : 'unknown'}>;`;
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
