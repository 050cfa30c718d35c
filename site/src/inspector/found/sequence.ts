import { readText } from '@rockpool/reference';
import { claimOf } from './claim.ts';
import type { FoundRecord } from './found-types.ts';
import { afterBlanks, scanValue } from './json-scan.ts';
import { nameOf } from './names.ts';

/** One of several texts in one. */
export type Part = { readonly text: string; readonly line: number; readonly isBroken: boolean };

/** Where the next value may begin behind a broken one: at the beginning of a line. */
const nextStart = /\n[{[]/g;

const lineFeeds = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/**
 * The JSON values of a text that stand one behind the other: lines, or as log tools print them, with blanks or nothing between. One
 * that is broken goes to the next line that begins with a bracket.
 */
export const partsOf = (text: string): readonly Part[] => {
  const parts: Part[] = [];
  let line = 1;
  let counted = 0;
  for (let at = afterBlanks(text, 0); at < text.length; ) {
    line += lineFeeds(text, counted, at);
    counted = at;
    const end = scanValue(text, at);
    let next = typeof end === 'number' ? end : text.length;
    if (typeof end !== 'number') {
      nextStart.lastIndex = at;
      next = (nextStart.exec(text)?.index ?? text.length - 1) + 1;
    }
    parts.push({ text: text.slice(at, next).trimEnd(), line, isBroken: typeof end !== 'number' });
    at = afterBlanks(text, next);
  }
  return parts;
};

/** What can still be told of a record that is no JSON; `undefined` where it claims to be of no known format. */
export const brokenRecord = (text: string, place: string): FoundRecord | undefined => {
  const { value } = readText(text);
  const claim = claimOf(value);
  return claim?.is === 'record'
    ? { text, place, format: claim.format, name: nameOf(value), isBroken: true }
    : undefined;
};
