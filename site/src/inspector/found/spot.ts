/** A place in a text, for a person to look at. */
export type Spot = {
  /** In UTF-16 code units from the beginning: what an editor selects by. */
  readonly offset: number;
  /** From 1 on. */
  readonly line: number;
  /** From 1 on, in characters: a pair of surrogates is one. */
  readonly column: number;
  /** The line, or what of a long one stands around the place. */
  readonly excerpt: string;
  /** Where in the excerpt the place is, from 0 on, in characters. */
  readonly caret: number;
};

/** How much of a line is shown before and behind the place, in code units. */
const shown = 60;

const lineBreak = /\r\n|\n|\r/g;

const characters = (text: string): number => {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) if (whole(text, at) < at) count -= 1;
  return count;
};

/** Moves a cut in a pair of surrogates before it. */
const whole = (text: string, at: number): number =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at;

/** Where an offset is. Beyond the end it is the end. */
export const spotAt = (text: string, offset: number): Spot => {
  const at = Math.min(offset, text.length);
  let line = 1;
  let start = 0;
  lineBreak.lastIndex = 0;
  for (let found = lineBreak.exec(text); found !== null; found = lineBreak.exec(text)) {
    if (lineBreak.lastIndex > at) break;
    line += 1;
    start = lineBreak.lastIndex;
  }
  const rest = text.slice(start).search(/[\n\r]/);
  const end = rest < 0 ? text.length : start + rest;
  const from = at - start > shown ? whole(text, at - shown) : start;
  const to = end - at > shown ? whole(text, at + shown) : end;
  const before = `${from > start ? '…' : ''}${text.slice(from, at)}`;
  return {
    offset: at,
    line,
    column: characters(text.slice(start, at)) + 1,
    // A tab as wide as a character keeps the caret where it belongs.
    excerpt: `${before}${text.slice(at, Math.max(to, at))}${to < end ? '…' : ''}`.replaceAll('\t', ' '),
    caret: characters(before),
  };
};
