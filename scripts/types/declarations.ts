import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { hasShape, pascal, SCHEMA_BASE, type SchemaFile } from './schema-files.ts';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

const onlyRequires = (branch: unknown): boolean => isNode(branch) && Object.keys(branch).join() === 'required';

/** Beside a `$ref`, only these change the type that it stands for; the others would give it a second name. */
const SHAPING = ['properties', 'required', 'allOf', 'anyOf', 'oneOf', 'items', 'prefixItems', 'const', 'enum'];

/**
 * The generator reads draft 4 and would ignore what came later, without a word: `prefixItems` is spelled `items` there,
 * and a definition without a title is copied in place instead of getting a name.
 */
const toOldDraft = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toOldDraft);
  if (!isNode(value)) return value;
  const out: Node = {};
  for (const [key, member] of Object.entries(value)) out[key] = toOldDraft(member);
  if (typeof out.$ref === 'string') {
    const { $ref, ...beside } = out;
    return SHAPING.some((keyword) => keyword in beside) ? { allOf: [{ $ref }, beside] } : { $ref };
  }
  if (Array.isArray(out.prefixItems)) {
    if ('items' in out) out.additionalItems = out.items;
    out.items = out.prefixItems;
    delete out.prefixItems;
  } else if (isNode(out.items)) {
    // A list that is never empty would become `[T, ...T[]]`, which no `map` or `filter` gives: the validator looks at it.
    delete out.minItems;
    delete out.maxItems;
  }
  // `oneOf: [{ required: [a] }, { required: [b] }]` has no type of its own, and would open the object.
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = out[keyword];
    if (Array.isArray(branches) && branches.every(onlyRequires)) delete out[keyword];
  }
  // Without members of its own an object is open; the option below would close it to `{}`.
  if (out.type === 'object' && !('properties' in out)) out.additionalProperties ??= true;
  if (isNode(out.$defs)) {
    for (const [name, definition] of Object.entries(out.$defs)) {
      if (isNode(definition)) definition.title ??= pascal(name);
    }
  }
  return out;
};

/** Two schemas of one title become `Counts` and `Counts1`: which is which would depend on the order of reading. */
const refuseTwins = (text: string): void => {
  const names = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name ?? '');
  for (const name of names) {
    const base = name.replace(/\d+$/, '');
    if (base !== name && names.includes(base)) {
      throw new RangeError(`two schemas have the title ${base}: let one be a $ref to the other, or name them apart`);
    }
  }
};

/** A file and each of its definitions, so that also those get a name that no schema refers to. */
const referencesTo = ({ file, schema }: SchemaFile): string[] => {
  const definitions = Object.keys(isNode(schema.$defs) ? schema.$defs : {});
  return [SCHEMA_BASE + file, ...definitions.map((name) => `${SCHEMA_BASE}${file}#/$defs/${name}`)];
};

/** TypeScript types of all schemas in one module, each shared definition named once. Never touches the network. */
export const declareTypes = async (files: readonly SchemaFile[]): Promise<string> => {
  const texts = new Map(files.map(({ file, schema }) => [SCHEMA_BASE + file, JSON.stringify(toOldDraft(schema))]));
  const root = {
    title: 'Everything',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(files.flatMap(referencesTo).map(($ref) => [$ref, { $ref }])),
  };
  const local = {
    order: 1,
    canRead: ({ url }: { url: string }) => url.startsWith(SCHEMA_BASE),
    read: ({ url }: { url: string }) => {
      const text = texts.get(url.replace(/#.*$/, ''));
      if (text === undefined) throw new RangeError(`no schema ${url}`);
      return text;
    },
  };
  const text = await compile(root as JSONSchema, 'Everything', {
    cwd: SCHEMA_BASE,
    bannerComment: '',
    additionalProperties: false,
    unreachableDefinitions: true,
    $refOptions: { resolve: { http: false, file: false, local } },
    style: { singleQuote: true, printWidth: 120 },
  });
  refuseTwins(text);
  const named = files.filter(hasShape).map(({ schema }) => pascal(schema.title));
  const empty = (name: string) => (named.includes(name) ? undefined : '');
  return text
    .replace(
      /(?:\/\*\*\n(?: \*.*\n)*? \*\/\n)?export interface (\w+) \{\n {2}\[k: string\]: unknown;\n\}\n/g,
      (all, name: string) => empty(name) ?? all,
    )
    .replace(/export interface Everything \{[\s\S]*?\n\}\n/, '')
    .replace(/\/\*\*\s*\n \* This interface was referenced by [\s\S]*?\*\/\n/g, '')
    .replace(/\n \*\n \* This interface was referenced by [\s\S]*?(?=\n \*\/)/g, '');
};
