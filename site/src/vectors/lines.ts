import type { Mark } from './diff.ts';
import { tokensOf } from './tokens.ts';

/** A piece of a shown line. Only `text` is part of the text itself; `skipped` stands for so many characters of it. */
export type Piece =
  | { text: string; mark?: Mark['kind'] }
  /** A character that would not be seen, or not be told apart, by what it is called. */
  | { named: string; mark?: Mark['kind'] }
  /** Nothing is there, where the other text has something. */
  | { gap: Mark['kind'] }
  | { skipped: number };

export type Line = { depth: number; pieces: Piece[] };

/** Controls, blanks other than the usual one, what has no width or turns the direction, halves of surrogate pairs. */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u00a0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const codePoint = (text: string): string =>
  `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Bytes from 0x80 on are no characters by themselves. */
const byteNames = (text: string): string =>
  [...text].map((byte) => (byte.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')).join(' ');

const RUNS_OF_BYTES = /[\u0000-\u001f\u007f-\u00ff]+/g;

const withNames = (text: string, bytes: boolean, mark: Mark['kind'] | undefined): Piece[] => {
  const about = mark === undefined ? {} : { mark };
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(bytes ? RUNS_OF_BYTES : UNSEEN)) {
    if (index > at) pieces.push({ text: text.slice(at, index), ...about });
    pieces.push({ named: bytes ? byteNames(found) : codePoint(found), ...about });
    at = index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), ...about });
  return pieces;
};

const LONG = { most: 700, head: 400, tail: 120 };

/** A stretch of one kind; its middle is skipped where it is long. */
const stretch = (text: string, bytes: boolean, mark?: Mark['kind']): Piece[] => {
  if (text.length <= LONG.most) return withNames(text, bytes, mark);
  const head = text.slice(0, LONG.head);
  const tail = text.slice(-LONG.tail);
  const skipped = text.length - head.length - tail.length;
  return [...withNames(head, bytes, mark), { skipped }, ...withNames(tail, bytes, mark)];
};

const piecesOf = (text: string, from: number, to: number, marks: readonly Mark[], bytes: boolean): Piece[] => {
  const pieces: Piece[] = [];
  let at = from;
  for (const { start, end, kind } of marks) {
    const isGap = start === end;
    if (isGap ? start < from || start > to || (start === to && to < text.length) : end <= from || start >= to) continue;
    const begin = Math.max(start, from);
    pieces.push(...stretch(text.slice(at, begin), bytes));
    at = Math.min(end, to);
    if (isGap) pieces.push({ gap: kind });
    else pieces.push(...stretch(text.slice(begin, at), bytes, kind));
  }
  return [...pieces, ...stretch(text.slice(at, to), bytes)];
};

/** Where lines begin, with their depth: after `{`, `[` and `,`, and before what closes, as far as objects go. */
const breaksOf = (text: string): { at: number; depth: number }[] => {
  if (!/^[ \t\r\n]*[{[]/.test(text)) return [];
  const tokens = tokensOf(text);
  const part = (index: number): string => text.slice(tokens[index]?.start ?? 0, tokens[index]?.end ?? 0);
  return tokens.flatMap(({ start, end, depth }, index) => {
    const now = part(index);
    const next = part(index + 1);
    if (now === '{' || now === '[') return next === '' || /^[}\]]$/.test(next) ? [] : [{ at: end, depth: depth + 1 }];
    if (now === ',') return next === '' ? [] : [{ at: end, depth }];
    const opens = (before: string): boolean => before === '{' || before === '[';
    return (now === '}' || now === ']') && !opens(part(index - 1)) ? [{ at: start, depth }] : [];
  });
};

/** What is nested deeper stays on one line: such texts are brackets and little else. */
const MAX_DEPTH = 6;

/** So many lines of one text are shown. */
const MAX_LINES = 400;

/**
 * A text as lines to be read: broken and indented between the members, with every character that cannot be seen by its
 * name. All texts of the pieces, with the named characters and the skipped ones, are the whole text; nothing is added.
 */
export const linesOf = (text: string, marks: readonly Mark[], bytes = false): Line[] => {
  const breaks = breaksOf(text).filter(({ depth }) => depth <= MAX_DEPTH);
  const starts = [{ at: 0, depth: 0 }, ...(breaks.length < MAX_LINES ? breaks : [])];
  return starts.map(({ at, depth }, index) => ({
    depth,
    pieces: piecesOf(text, at, starts[index + 1]?.at ?? text.length, marks, bytes),
  }));
};
