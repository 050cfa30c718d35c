import { type Compact, expandText } from '../forge/index.ts';

const isPieces = (value: unknown): value is Compact =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (piece) => typeof piece === 'string' || (typeof piece === 'object' && piece !== null && 'repeat' in piece),
  ) &&
  value.some((piece) => typeof piece === 'object');

/** These members are strings, so a list in their place is always a compact one. */
const STRINGS = new Set(['text', 'bytes', 'message']);

/** These members are JSON values of their own: only their content can be compact, whatever else looks like it. */
const VALUES = new Set(['unsigned', 'draft']);

const expandContent = (value: object): object =>
  'content' in value && isPieces(value.content) ? { ...value, content: expandText(value.content) } : value;

/** A copy in which every compact string, however deep, is written out. Other lists of plain strings stay lists. */
export const expand = (value: unknown): unknown => {
  if (isPieces(value)) return expandText(value);
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== 'object' || value === null) return value;
  const expandMember = (name: string, member: unknown): unknown => {
    if (VALUES.has(name)) return typeof member === 'object' && member !== null ? expandContent(member) : member;
    return STRINGS.has(name) && Array.isArray(member) ? expandText(member as Compact) : expand(member);
  };
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, expandMember(name, member)]));
};
