/** From `start` to before `end` of a text, in UTF-16 units, stands `text` instead. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

/** A text with edits that do not overlap. */
export const edited = (whole: string, edits: readonly Edit[]): string => {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(whole.slice(done, start), text);
    done = end;
  }
  return parts.join('') + whole.slice(done);
};
