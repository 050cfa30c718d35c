import { compareBytes } from '../bytes/compare.ts';
import type { Rule } from '../rule/rule.ts';
import type { Rejected } from '../rule/verdict.ts';
import { type ParsedId, parseId } from './parse.ts';

/** Two identifiers of one kind, taken apart and as texts: negative if the first comes first. */
export type CompareIds = (a: SortedId, b: SortedId) => number;

export interface SortedId extends ParsedId {
  readonly text: string;
}

/** [ID-6] The order of identifiers: that of the bytes that they name, not that of the texts. */
export const compareIds: CompareIds = (a, b) => compareBytes(a.bytes, b.bytes);

/** Puts identifiers of one kind in order, or says which rule the first broken one breaks. */
export function sortIds(
  ids: readonly string[],
  rules: readonly Rule<string>[],
  compare: CompareIds = compareIds,
): { ok: true; ids: string[] } | Rejected {
  const parsed: SortedId[] = [];
  for (const [position, text] of ids.entries()) {
    const result = parseId(text, rules);
    if (!result.ok) return { ...result, path: `/${position}` };
    parsed.push({ ...result.id, text });
  }
  return { ok: true, ids: parsed.sort(compare).map(({ text }) => text) };
}
