import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every schema's `$id` is this, then its file name. */
export const SCHEMA_BASE = 'https://rockpool.example/schemas/v1/';

export type SchemaFile = {
  /** `feed-header.schema.json` */
  file: string;
  /** `feed-header` */
  name: string;
  schema: { $id: string; title: string } & Record<string, unknown>;
};

const SUFFIX = '.schema.json';

/** The schemas of a folder by file name; throws a sentence where one would give wrong types silently. */
export const readSchemaFiles = (folder: string): SchemaFile[] => {
  const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
  if (files.length === 0) throw new RangeError(`no *${SUFFIX} in ${folder}`);
  return files.sort().map((file) => {
    const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as SchemaFile['schema'];
    if (schema.$id !== SCHEMA_BASE + file) throw new RangeError(`${file}: $id must be ${SCHEMA_BASE}${file}`);
    if (typeof schema.title !== 'string') throw new RangeError(`${file}: needs a title, its type is named after it`);
    return { file, name: file.slice(0, -SUFFIX.length), schema };
  });
};

/** A file that only holds definitions accepts everything: neither a type nor a validator is made of it. */
export const hasShape = ({ schema }: SchemaFile): boolean =>
  ['type', 'properties', '$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const'].some((keyword) => keyword in schema);

/** `feed-header` → `FeedHeader` */
export const pascal = (name: string): string =>
  name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
