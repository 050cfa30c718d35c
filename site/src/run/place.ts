/** A place in a module, both from 1. */
export type Place = { readonly line: number; readonly column: number };

/** The place that a report names of a module that is none: "line 2, column 13: …". */
export const placeIn = (message: string): Place | undefined => {
  const [, line, column] = /\bline (\d+), column (\d+): /.exec(message) ?? [];
  return line === undefined ? undefined : { line: Number(line), column: Number(column) };
};

/** Where a place is in a text, in UTF-16 code units from its beginning; the end of a line that is shorter. */
export const offsetOf = (text: string, { line, column }: Place): number => {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(text.length, before + Math.min(column - 1, (lines[line - 1] ?? '').length));
};
