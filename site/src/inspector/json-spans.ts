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

const BLANK = /[ \t\n\r]*/y;
const PLAIN = /[^\s,\]}]+/y;

/**
 * The places of all values in a text that is known to be JSON; `undefined` where it is nested too deeply. Unlike a parsed value it has
 * names that stand there twice, and numbers as they are spelled.
 */
export const spansOf = (text: string): Node | undefined => {
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const blank = (): void => void take(BLANK);
  const string = (): string => {
    const start = at;
    for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
    at += 1;
    return JSON.parse(text.slice(start, at)) as string;
  };

  const read = (depth: number): Node => {
    if (depth > maxDepth) throw new RangeError('nested too deeply');
    blank();
    const start = at;
    const first = text[at];
    if (first === '{' || first === '[') {
      const members: Member[] = [];
      const items: Node[] = [];
      at += 1;
      for (blank(); text[at] !== '}' && text[at] !== ']'; blank()) {
        if (text[at] === ',') at += 1;
        blank();
        const from = at;
        if (first === '[') {
          items.push(read(depth + 1));
          continue;
        }
        const name = string();
        blank();
        at += 1;
        const value = read(depth + 1);
        members.push({ start: from, end: at, name, value });
      }
      at += 1;
      return first === '{' ? { kind: 'object', start, end: at, members } : { kind: 'array', start, end: at, items };
    }
    if (first === '"') {
      const value = string();
      return { kind: 'string', start, end: at, value };
    }
    if (take(PLAIN) === '') throw new SyntaxError(`no JSON at ${at}`);
    return { kind: 'plain', start, end: at };
  };

  try {
    return read(0);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
};
