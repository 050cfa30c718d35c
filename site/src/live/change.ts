/** What is different in a text: one stretch, from the first to the last character that changed, as whole words. */
export type Change = {
  /** In the text as it is now, in UTF-16 code units; equal where something is only gone. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
};

/** What stands together in a record: a name, a number, an identifier, a word of a sentence. */
const WORD = /[^\s"{}[\],:]/;

const sharedStart = (a: string, b: string): number => {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
};

const sharedEnd = (a: string, b: string, most: number): number => {
  let length = 0;
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
};

const isWord = (character: string | undefined): boolean => character !== undefined && WORD.test(character);

/** How `now` differs from `before`; nothing where it does not. */
export const changeOf = (before: string, now: string): Change | undefined => {
  if (before === now) return undefined;
  let start = sharedStart(before, now);
  let tail = sharedEnd(before, now, Math.min(before.length, now.length) - start);
  while (isWord(now[start - 1])) start -= 1;
  while (tail > 0 && isWord(now.at(-tail))) tail -= 1;
  const end = now.length - tail;
  return { start, end, before: before.slice(start, before.length - tail), after: now.slice(start, end) };
};
