import type { JsonValue } from '@rockpool/reference';
import type { Change } from './draft.ts';
import { type Node, spansOf } from './json-spans.ts';

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Numbers whose spelling no format has, by where they stand. */
const spellingsIn = (text: string): Map<string, string> => {
  const spellings = new Map<string, string>();
  const visit = (node: Node, pointer: string): void => {
    if (node.kind === 'object') for (const { name, value } of node.members) visit(value, `${pointer}/${escaped(name)}`);
    else if (node.kind === 'array')
      for (const [index, item] of node.items.entries()) visit(item, `${pointer}/${index}`);
    else if (node.kind === 'plain') {
      const spelling = text.slice(node.start, node.end);
      if (/^[-0-9]/.test(spelling)) spellings.set(pointer, spelling);
    }
  };
  const root = spansOf(text);
  if (root !== undefined) visit(root, '');
  return spellings;
};

/** What a text says as before in another spelling that counts: numbers, of which the rules ask for plain digits. */
export const respelled = (before: string, after: string): Change[] => {
  const now = spellingsIn(after);
  return [...spellingsIn(before)].flatMap(([pointer, spelling]) => {
    const digits = now.get(pointer);
    if (digits === undefined || digits === spelling || Number(digits) !== Number(spelling)) return [];
    return [
      { pointer, value: Number(digits) as JsonValue, why: `it was written ${spelling}, and is written in digits` },
    ];
  });
};
