/** A string of JSON, as a lenient reader finds it. */
const string = /"(?:[^"\\]|\\.)*"/gs;

/** The text with what stands outside of its strings changed. */
export function outsideStrings(text: string, change: (part: string) => string): string {
  let changed = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(string)) {
    changed += change(text.slice(from, index)) + found;
    from = index + found.length;
  }
  return changed + change(text.slice(from));
}

/** The text with its strings changed, each with its quotes. */
export const insideStrings = (text: string, change: (literal: string) => string): string =>
  text.replace(string, change);
