import { type JsonValue, readText } from '@rockpool/reference';
import { type Node, spansOf } from '../json-spans.ts';
import { claimOf } from './claim.ts';
import type { FoundRecord } from './found-types.ts';
import { nameOf } from './names.ts';

/** How deep records are looked for. Exports have theirs in a list, and lists in a member. */
const maxDepth = 5;

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A value, where it stands, and what was said to be its id. */
type At = { readonly value: JsonValue; readonly node: Node; readonly place: string; readonly key?: string };

const isObject = (value: JsonValue): value is { [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longer texts may be nested so deep that the engine needs gigabytes for them. */
const maxCarefree = 16_384;

/** The value of a text that is JSON, and not nested too deeply where `isShallow` says so. */
export const parsedValue = (text: string, isShallow = text.length <= maxCarefree): JsonValue =>
  isShallow ? (JSON.parse(text) as JsonValue) : readText(text).value;

/** The parts of a value that have parts. What stands in `value` has its id in `key`, as the tools of Scuttlebutt print it. */
const partsOf = ({ value, node, place }: At): At[] => {
  const parts: At[] = [];
  if (Array.isArray(value) && node.kind === 'array')
    for (const [index, item] of node.items.entries()) {
      const part = value[index];
      if (typeof part === 'object' && part !== null)
        parts.push({ value: part, node: item, place: `${place}/${index}` });
    }
  else if (isObject(value) && node.kind === 'object')
    for (const { name, value: partNode } of node.members) {
      const part = value[name];
      if (typeof part !== 'object' || part === null) continue;
      const key = name === 'value' && typeof value.key === 'string' ? value.key : undefined;
      const at = { value: part, node: partNode, place: `${place}/${escaped(name)}` };
      parts.push(key === undefined ? at : { ...at, key });
    }
  return parts;
};

/** Whether there can be a record in a text: each has one of these names, which can be spelled with escapes. */
const canHave = (text: string): boolean => /"(?:format|author)"|\\u/.test(text);

/** A value as a record, if it says that it is one. */
const recordAt = (text: string, { value, place, key }: Omit<At, 'node'>): FoundRecord | undefined => {
  const claim = claimOf(value);
  return (
    claim && {
      text,
      place,
      name: nameOf(value),
      ...(claim.is === 'record' && { format: claim.format }),
      ...(key !== undefined && { key }),
    }
  );
};

/**
 * The records in a value, as they are spelled in its text, in their order. What says that it is one is not looked into.
 * @param root where the parts of the value stand in the text; none of a text that is nested too deeply.
 */
export const recordsIn = (text: string, value: JsonValue, root = spansOf(text)): readonly FoundRecord[] => {
  const records: FoundRecord[] = [];
  const look = (at: At, depth: number): void => {
    const record = recordAt(text.slice(at.node.start, at.node.end), at);
    if (record !== undefined) records.push(record);
    else if (depth < maxDepth) for (const part of partsOf(at)) look(part, depth + 1);
  };
  if (root !== undefined && canHave(text)) look({ value, node: root, place: '' }, 0);
  return records;
};

/** The records in one of several texts: itself, or those inside. */
export const recordsOf = (text: string): readonly FoundRecord[] => {
  if (!canHave(text)) return [];
  const value = parsedValue(text);
  const record = recordAt(text, { value, place: '' });
  return record === undefined ? recordsIn(text, value) : [record];
};
