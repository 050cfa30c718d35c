import { scanJson } from './found/json-scan.ts';

/** Where a value stands in its text: `end` is behind its last character. */
export type Span = { readonly start: number; readonly end: number };

export type Node = Span &
  (
    | { readonly kind: 'object'; readonly members: readonly Member[] }
    | { readonly kind: 'array'; readonly items: readonly Node[] }
    | { readonly kind: 'string'; readonly value: string }
    /** A number, `true`, `false` or `null`: as it is spelled. */
    | { readonly kind: 'plain' }
  );

/** From the first quotation mark of the name to the end of the value. */
export type Member = Span & { readonly name: string; readonly value: Node };

/** Deeper texts have no fields to show. */
const maxDepth = 64;

/** A container while it is read. The name is that of the member at hand. */
type Open = { readonly start: number; readonly members: Member[]; readonly items: Node[]; name?: Span };

/**
 * The places of all values in a text; `undefined` where it is no JSON, or nested too deeply. Unlike a parsed value it has names that
 * stand there twice, and numbers as they are spelled.
 */
export const spansOf = (text: string): Node | undefined => {
  const stack: Open[] = [];
  let root: Node | undefined;
  let deepest = 0;
  // Nothing is gathered any more, of some megabytes of brackets either.
  const isTooDeep = (): boolean => deepest > maxDepth;
  const parsed = (start: number, end: number): string => {
    const raw = text.slice(start, end);
    // Without escapes a string says what stands there.
    return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
  };
  const put = (node: Node): void => {
    if (isTooDeep()) return;
    const top = stack.at(-1);
    if (top === undefined) root = node;
    else if (top.name === undefined) top.items.push(node);
    else
      top.members.push({
        start: top.name.start,
        end: node.end,
        name: parsed(top.name.start, top.name.end),
        value: node,
      });
  };
  const broken = scanJson(text, {
    open: (start) => {
      deepest = Math.max(deepest, stack.length + 1);
      if (!isTooDeep()) stack.push({ start, members: [], items: [] });
    },
    close: (end) => {
      if (isTooDeep()) return;
      const top = stack.pop() as Open;
      const { start, members, items } = top;
      put(text[start] === '{' ? { kind: 'object', start, end, members } : { kind: 'array', start, end, items });
    },
    name: (start, end) => {
      if (!isTooDeep()) (stack.at(-1) as Open).name = { start, end };
    },
    string: (start, end) => put({ kind: 'string', start, end, value: parsed(start, end) }),
    plain: (start, end) => put({ kind: 'plain', start, end }),
  });
  return broken === undefined && !isTooDeep() ? root : undefined;
};
