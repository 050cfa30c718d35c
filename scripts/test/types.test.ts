import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { declareTypes } from '../types/declarations.ts';
import { readSchemaFiles, SCHEMA_BASE, type SchemaFile } from '../types/schema-files.ts';
import { declareValidators, writeValidators } from '../types/validators.ts';

const folder = mkdtempSync(join(tmpdir(), 'rockpool-types-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const schemaFile = (name: string, schema: Record<string, unknown>): SchemaFile => {
  const file = `${name}.schema.json`;
  return { file, name, schema: { $id: SCHEMA_BASE + file, title: name, ...schema } };
};

const KEYS = schemaFile('keys', {
  title: 'Keys',
  $defs: {
    unused: { const: 1 },
    key: { type: 'string', pattern: '^@b$', description: 'A key.' },
    pair: { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
  },
});
const RECORD = schemaFile('some-record', {
  title: 'SomeRecord',
  type: 'object',
  additionalProperties: false,
  required: ['author'],
  properties: {
    author: { $ref: 'keys.schema.json#/$defs/key', description: 'Who wrote it.' },
    reader: { $ref: 'keys.schema.json#/$defs/key' },
    pair: { $ref: 'keys.schema.json#/$defs/pair' },
    any: { type: 'object' },
  },
});

describe('The generated types', () => {
  test('name each definition once, read tuples as such, leave open objects open', async () => {
    const types = await declareTypes([KEYS, RECORD]);
    expect(types).toContain('export type Key = string;');
    expect(types).not.toContain('Key1');
    expect(types).toContain('export type Unused = 1;');
    expect(types).toContain('export type Pair = [string, number];');
    expect(types).toMatch(/author: Key;\s+reader\?: Key;\s+pair\?: Pair;\s+any\?: \{\s+\[k: string\]: unknown;\s+\};/);
    expect(types).not.toMatch(/Everything|referenced by|interface Keys/);
  });

  test('stay closed beside a choice of required members', async () => {
    const choice = schemaFile('choice', {
      title: 'Choice',
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    });
    expect(await declareTypes([choice])).toMatch(/export interface Choice \{\s+a\?: string;\s+b\?: string;\s+\}/);
  });

  test('refuse two schemas of one title', async () => {
    const twin = schemaFile('twin', { title: 'SomeRecord', type: 'object', properties: { other: { type: 'string' } } });
    await expect(declareTypes([KEYS, RECORD, twin])).rejects.toThrow('two schemas have the title SomeRecord');
  });

  test('refuse a reference to nothing', async () => {
    const lost = schemaFile('lost', { type: 'object', properties: { a: { $ref: 'no-such.schema.json' } } });
    await expect(declareTypes([lost])).rejects.toThrow();
  });
});

describe('The generated validators', () => {
  test('accept and refuse without ajv at run time', async () => {
    const code = await writeValidators([KEYS, RECORD]);
    expect(code).not.toMatch(/\brequire\(|^import /m);
    writeFileSync(join(folder, 'validators.mjs'), code);
    const validators = (await import(join(folder, 'validators.mjs'))) as Record<string, (value: unknown) => boolean>;
    expect(Object.keys(validators)).toEqual(['validateSomeRecord']);
    expect(validators.validateSomeRecord?.({ author: '@b' })).toBe(true);
    expect(validators.validateSomeRecord?.({ author: 'b' })).toBe(false);
    expect(validators.validateSomeRecord?.({ author: '@b', other: 1 })).toBe(false);
  });

  test('refuse an unknown keyword', async () => {
    await expect(writeValidators([schemaFile('typo', { type: 'object', requird: ['a'] })])).rejects.toThrow('requird');
  });

  test('narrow to the generated type', async () => {
    expect(declareValidators([KEYS, RECORD], await declareTypes([KEYS, RECORD]))).toContain(
      'export declare const validateSomeRecord: Validator<types.SomeRecord>;',
    );
  });
});

describe('A folder of schemas is refused', () => {
  test('without any schema', () => {
    expect(() => readSchemaFiles(import.meta.dirname)).toThrow('no *.schema.json');
  });

  test.each([
    ['another $id', { $id: 'https://elsewhere.example/a.schema.json', title: 'A' }, '$id must be'],
    ['no title', { $id: `${SCHEMA_BASE}a.schema.json` }, 'needs a title'],
  ])('with %s', (_, schema, message) => {
    writeFileSync(join(folder, 'a.schema.json'), JSON.stringify(schema));
    expect(() => readSchemaFiles(folder)).toThrow(message);
  });
});

test('The committed registry is the list that the types know', async () => {
  const root = join(import.meta.dirname, '../..');
  const types = readFileSync(join(root, 'schemas/src/types.generated.ts'), 'utf8');
  const { codes } = JSON.parse(readFileSync(join(root, 'schemas/v1/rejection-codes.json'), 'utf8')) as {
    codes: { code: string }[];
  };
  const union = types.slice(types.indexOf('export type RejectionCodeName'));
  expect([...union.matchAll(/'([^']+)'/g)].map(([, code]) => code)).toEqual(codes.map(({ code }) => code));
});
