/** What a text waits for at a place. `first …` are the places where a container may close. */
export type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'nothing';

/** Where a text stops being JSON. Offsets are in UTF-16 code units. */
export type Break = {
  readonly at: number;
  /** In a string: whether it ends there, has a raw control character, or a wrong escape. */
  readonly expected: Expected | 'end of string' | 'no control character' | 'escape';
  /** The offsets of the brackets and of the quotation mark that are open there, outermost first. */
  readonly open: readonly number[];
};

/** What is told about a text on the way, in its order. `end` is behind the last character. */
export type Visitor = {
  open?(start: number): void;
  close?(end: number): void;
  name?(start: number, end: number): void;
  string?(start: number, end: number): void;
  /** A number, `true`, `false` or `null`. */
  plain?(start: number, end: number): void;
};

const word = /[^\s,:[\]{}"]+/y;
const literal = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

/** Where the next thing stands that is no blank. */
export const afterBlanks = (text: string, start: number): number => {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
};

/** Where a word ends that is no string. */
const afterWord = (text: string, at: number): number => {
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : at;
};

const isHex = (text: string, start: number): boolean => /^[0-9a-fA-F]{4}$/.test(text.slice(start, start + 4));

/** Where a string ends that begins at `start`, or what is wrong with it. */
const readString = (text: string, start: number): number | Pick<Break, 'at' | 'expected'> => {
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (Number.isNaN(code)) return { at, expected: 'end of string' };
    if (code < 0x20) return { at, expected: 'no control character' };
    if (code !== 0x5c) continue;
    const escaped = text[at + 1] ?? '';
    if (escaped === '') return { at: text.length, expected: 'end of string' };
    if (escaped === 'u' ? !isHex(text, at + 2) : !'"\\/bfnrt'.includes(escaped)) return { at, expected: 'escape' };
    at += 1;
  }
};

/**
 * Reads one JSON value from `start` on, by the grammar of RFC 8259, and tells a visitor what stands where. Works without recursion:
 * nesting has no limit here.
 * @returns where the value ends, or where the text breaks.
 */
export const scanValue = (text: string, start: number, visitor: Visitor = {}): number | Break => {
  const open: number[] = [];
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma');
  let expected: Expected = 'value';
  let at = start;
  for (;;) {
    if (expected === 'nothing') return at;
    at = afterBlanks(text, at);
    const found = text[at];
    const inObject = text[open.at(-1) ?? -1] === '{';
    const isClose = found === (inObject ? '}' : ']') && open.length > 0;
    if (isClose && (expected === 'comma' || expected === 'first name' || expected === 'first value')) {
      at += 1;
      open.pop();
      visitor.close?.(at);
      expected = afterValue();
    } else if (expected === 'comma' || expected === 'colon') {
      if (found !== (expected === 'comma' ? ',' : ':')) return { at, expected, open };
      at += 1;
      expected = expected === 'comma' && inObject ? 'name' : 'value';
    } else if (found === '"') {
      const end = readString(text, at);
      if (typeof end !== 'number') return { ...end, open: [...open, at] };
      if (expected === 'name' || expected === 'first name') {
        visitor.name?.(at, end);
        expected = 'colon';
      } else {
        visitor.string?.(at, end);
        expected = afterValue();
      }
      at = end;
    } else if (expected === 'name' || expected === 'first name') {
      return { at, expected, open };
    } else if (found === '{' || found === '[') {
      visitor.open?.(at);
      open.push(at);
      at += 1;
      expected = found === '{' ? 'first name' : 'first value';
    } else {
      const end = afterWord(text, at);
      if (!literal.test(text.slice(at, end))) return { at, expected, open };
      visitor.plain?.(at, end);
      at = end;
      expected = afterValue();
    }
  }
};

/** Reads a text that is one JSON value with nothing but blanks around it; `undefined` where it is. */
export const scanJson = (text: string, visitor: Visitor = {}): Break | undefined => {
  const end = scanValue(text, 0, visitor);
  if (typeof end !== 'number') return end;
  const at = afterBlanks(text, end);
  return at === text.length ? undefined : { at, expected: 'nothing', open: [] };
};
