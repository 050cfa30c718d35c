import { wordsOf } from './break-words.ts';
import { type Break, scanJson } from './json-scan.ts';
import { type Spot, spotAt } from './spot.ts';

/** Why a text is not one JSON value, and where. */
export type Fault = Spot & {
  /** One sentence. */
  readonly words: string;
  /** The brackets, and the quotation mark, that are still open there, outermost first: the last one is what was not closed. */
  readonly open: readonly Spot[];
};

/** More than these are not shown to anybody: the innermost are kept. */
const maxOpen = 8;

/** What there is to say of the place where a text breaks. */
export const faultAt = (text: string, broken: Break): Fault => {
  const { words, at } = wordsOf({ ...broken, text });
  return { ...spotAt(text, at), words, open: broken.open.slice(-maxOpen).map((start) => spotAt(text, start)) };
};

/** Where a text stops being exactly one JSON value; `undefined` where it is one. */
export const whereBroken = (text: string): Fault | undefined => {
  const broken = scanJson(text);
  return broken && faultAt(text, broken);
};
