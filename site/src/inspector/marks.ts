import { placeOf } from './found/place-of.ts';
import { type Spot, spotAt } from './found/spot.ts';
import { type Fault, whereBroken } from './found/where-broken.ts';
import type { Inspection } from './inspect.ts';
import { textOf } from './source.ts';
import type { State } from './state.ts';

/** A place in the text that the answer is about. */
export type Mark = Spot & {
  /** Behind its last character, in UTF-16 code units. */
  readonly end: number;
  /** What it is, in words. */
  readonly words: string;
};

/** More places than these are not marked. */
const maxMarks = 4;

const pointerWords = (pointer: string, isMissing: boolean): string => {
  const name = pointer.split('/').at(-1)?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '';
  if (name === '') return isMissing ? 'something is missing here' : 'here';
  return isMissing ? `${name} is missing here` : name;
};

const faultMark = (fault: Fault, length: number): Mark => ({
  ...fault,
  end: Math.min(fault.offset + 1, length),
  words: fault.words,
});

/** Where in the text the answer is about something. */
export const marksOf = (state: State, inspection: Inspection | undefined): Mark[] => {
  const text = textOf(state.source);
  const rule = inspection?.because ?? inspection?.broken;
  if (inspection === undefined)
    return state.found.fault === undefined ? [] : [faultMark(state.found.fault, text.length)];
  if (rule === undefined) return [];
  const fault = rule.requirement === 'TXT-2' ? whereBroken(text) : undefined;
  if (fault !== undefined) return [faultMark(fault, text.length)];
  return (
    placeOf(rule, state.source)
      // What is about the whole is in sight already.
      .filter(({ pointer, start, end }) => pointer !== '' || end - start < text.trim().length)
      .slice(0, maxMarks)
      .map(({ pointer, start, end, isMissing }) => ({
        ...spotAt(text, start),
        end,
        words: pointerWords(pointer, isMissing === true),
      }))
  );
};

/** A text and places in it, as a field has them: its line breaks are line feeds. */
export const inField = (text: string, marks: readonly Mark[]): { text: string; marks: readonly Mark[] } => {
  if (!text.includes('\r')) return { text, marks };
  const plain = (piece: string): string => piece.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const at = (offset: number): number => plain(text.slice(0, offset)).length;
  return { text: plain(text), marks: marks.map((mark) => ({ ...mark, offset: at(mark.offset), end: at(mark.end) })) };
};

/** The text with its marked places, in pieces. */
export const piecesOf = (
  text: string,
  marks: readonly Pick<Mark, 'offset' | 'end'>[],
): { text: string; isMarked: boolean }[] => {
  const pieces: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { offset, end } of [...marks].sort((a, b) => a.offset - b.offset)) {
    // A place inside another one is marked already.
    if (offset < at) continue;
    pieces.push({ text: text.slice(at, offset), isMarked: false });
    // The end of the text has no character to be marked.
    pieces.push({ text: text.slice(offset, end) || ' ', isMarked: true });
    at = Math.max(end, offset);
  }
  pieces.push({ text: text.slice(at), isMarked: false });
  return pieces.filter((piece) => piece.text !== '');
};

/** How much of a line is shown, in characters: before the place less than the narrowest window has. */
const maxBefore = 16;
const maxLine = 64;

/** The line at a place, cut so that the place is in sight. */
export const lineAt = ({ excerpt, caret, end, offset }: Mark): { before: string; marked: string; after: string } => {
  const characters = [...excerpt];
  const from = Math.max(0, caret - maxBefore);
  const marked = characters.slice(caret, caret + Math.max(1, Math.min(end - offset, maxLine - maxBefore))).join('');
  const before = characters.slice(from, caret).join('').trimStart();
  const after = characters.slice(caret + [...marked].length, from + maxLine).join('');
  return { before: from > 0 ? `…${before}` : before, marked: marked || ' ', after };
};
