import { type Node, spansOf } from './json-spans.ts';

/** How a field is edited: as the characters of a string, or as JSON. */
export type FieldKind = 'string' | 'json';

/** One value that can be edited. */
export type Field = {
  /** The positions of the members on the way, as in `0.3`: a name can stand there twice. */
  readonly key: string;
  /** The JSON pointer, as rules give it. */
  readonly pointer: string;
  readonly name: string;
  readonly kind: FieldKind;
  /** What stands in the field. */
  readonly shown: string;
  readonly node: Node;
  /** The object that it is a member of, and which one. */
  readonly parent: Extract<Node, { kind: 'object' }>;
  readonly index: number;
};

/** The fields of one object. The outermost has an empty pointer. */
export type FieldGroup = {
  readonly key: string;
  readonly pointer: string;
  readonly object: Extract<Node, { kind: 'object' }>;
  readonly fields: readonly Field[];
};

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * The fields of a text that is JSON, object by object; none where it is no object. `kinds` says how a field was edited
 * before, by its key: so one for numbers remains one while what is typed is none.
 */
export const fieldsOf = (text: string, kinds: ReadonlyMap<string, FieldKind> = new Map()): FieldGroup[] => {
  const root = spansOf(text);
  const groups: FieldGroup[] = [];
  const visit = (object: Node, key: string, pointer: string): void => {
    if (object.kind !== 'object') return;
    const fields: Field[] = [];
    groups.push({ key, pointer, object, fields });
    for (const [index, member] of object.members.entries()) {
      const at = key === '' ? `${index}` : `${key}.${index}`;
      const to = `${pointer}/${escaped(member.name)}`;
      const { value: node } = member;
      if (node.kind === 'object') {
        visit(node, at, to);
        continue;
      }
      fields.push({
        key: at,
        pointer: to,
        name: member.name,
        kind: kinds.get(at) ?? (node.kind === 'string' ? 'string' : 'json'),
        shown: node.kind === 'string' ? node.value : text.slice(node.start, node.end),
        node,
        parent: object,
        index,
      });
    }
  };
  if (root !== undefined) visit(root, '', '');
  // As they stand in the text: the header before what follows it.
  const start = ({ object, fields }: FieldGroup): number => fields[0]?.node.start ?? object.start;
  return groups.sort((a, b) => start(a) - start(b));
};

/** How many fields there are; an object without any counts as one. */
export const countFields = (groups: readonly FieldGroup[]): number =>
  groups.reduce((sum, { fields }) => sum + Math.max(1, fields.length), 0);

/** The first groups, with so many fields in all; an object without fields counts as one. */
export const firstFields = (groups: readonly FieldGroup[], count: number): FieldGroup[] => {
  const first: FieldGroup[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) break;
    first.push({ ...group, fields: group.fields.slice(0, left) });
    left -= Math.max(1, group.fields.length);
  }
  return first;
};

/** How many fields have to be shown for one to be among them. */
export const countTo = (groups: readonly FieldGroup[], pointer: string): number => {
  let count = 0;
  for (const { fields } of groups) {
    const index = fields.findIndex((field) => field.pointer === pointer);
    if (index >= 0) return count + index + 1;
    count += Math.max(1, fields.length);
  }
  return 0;
};

/** How each field is edited now, to be kept while the fields are typed in. */
export const kindsOf = (groups: readonly FieldGroup[]): Map<string, FieldKind> =>
  new Map(groups.flatMap(({ fields }) => fields.map(({ key, kind }) => [key, kind] as const)));

/** What is written into the text for what was typed into a field. What is no JSON is written as a string. */
export const literalOf = (kind: FieldKind, typed: string): string => {
  if (kind === 'json' && isJson(typed)) return typed.trim();
  return JSON.stringify(typed);
};

const isJson = (typed: string): boolean => {
  try {
    JSON.parse(typed);
    return true;
  } catch {
    // Half a number, say.
    return false;
  }
};
