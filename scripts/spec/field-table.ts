import { table } from '../table.ts';

/** The keywords of JSON Schema that the field tables show. */
export type Schema = {
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema | boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  required?: string[];
  properties?: Record<string, Schema | boolean>;
  $defs?: Record<string, Schema>;
  $ref?: string;
};

/** Reads a schema file of the same folder by its file name. */
export type ReadSchema = (file: string) => Schema;

type Place = { file: string; schema: Schema };

const pointed = (schema: Schema, pointer: string, where: string): Schema => {
  let at: unknown = schema;
  for (const part of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    at = (at as Record<string, unknown> | undefined)?.[key];
  }
  if (typeof at !== 'object' || at === null) throw new RangeError(`nothing at ${where}`);
  return at;
};

const resolve = (from: Place, ref: string, read: ReadSchema, root: Schema): Place => {
  const [path = '', pointer = ''] = ref.split('#');
  const file = path === '' ? from.file : path.replace(/^.*\//, '');
  return { file, schema: pointed(path === '' ? root : read(file), pointer, `${file}#${pointer}`) };
};

const bounds = (min: number | undefined, max: number | undefined, unit: string): string[] => {
  if (min === undefined && max === undefined) return [];
  if (min === max) return [`${min}${unit}`];
  if (max === undefined) return [`≥ ${min}${unit}`];
  return [min === undefined ? `≤ ${max}${unit}` : `${min} … ${max}${unit}`];
};

const literal = (value: unknown): string => `\`${JSON.stringify(value)}\``;

const nameOfRef = (ref: string, schema: Schema): string =>
  schema.title ?? ref.replace(/^.*\//, '').replace(/\.schema\.json#?$/, '');

const typeOf = (schema: Schema, place: (ref: string) => Schema): string => {
  if (schema.$ref !== undefined) {
    const target = place(schema.$ref);
    const name = nameOfRef(schema.$ref, target);
    if (target.pattern !== undefined) return `${name}: \`${target.pattern}\``;
    const bounded = target.minimum !== undefined || target.maximum !== undefined;
    return bounded ? `${name}: ${typeOf(target, place)}` : name;
  }
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' or ');
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return branches.map((branch) => typeOf(branch, place)).join(' or ');
  const items = typeof schema.items === 'object' ? ` of ${typeOf(schema.items, place)}` : '';
  return [
    [schema.type ?? 'any'].flat().join(' or ') + items,
    ...bounds(schema.minimum, schema.maximum, ''),
    ...bounds(schema.minLength, schema.maxLength, ' characters'),
    ...bounds(schema.minItems, schema.maxItems, ' entries'),
    ...(schema.pattern === undefined ? [] : [`\`${schema.pattern}\``]),
  ].join(', ');
};

/** The field table of `record` or `record#/$defs/header`, as Markdown lines. */
export const fieldTable = (name: string, read: ReadSchema): string[] => {
  const [base = '', pointer = ''] = name.split('#');
  const file = `${base}.schema.json`;
  const root = read(file);
  const top: Place = { file, schema: pointed(root, pointer, `${file}#${pointer}`) };
  const place = (ref: string): Schema => resolve(top, ref, read, root).schema;
  const parts = [top.schema, ...(top.schema.allOf ?? [])].map((part) =>
    part.$ref === undefined ? part : place(part.$ref),
  );
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const fields = parts.flatMap((part) => Object.entries(part.properties ?? {}));
  if (fields.length === 0) throw new RangeError(`${name} has no properties to show`);
  const rows = fields.map(([field, schema]) => {
    const own: Schema = typeof schema === 'object' ? schema : {};
    const meaning = own.description ?? (own.$ref === undefined ? undefined : place(own.$ref).description) ?? '';
    return [`\`${field}\``, typeOf(own, place), required.has(field) ? 'yes' : 'no', meaning];
  });
  return table(['name', 'type', 'required', 'meaning'], rows);
};
