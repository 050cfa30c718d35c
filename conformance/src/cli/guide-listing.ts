/** The value of `name="…"` or `name=…` in what stands behind the language of a code block. */
export const optionOf = (meta: string, name: string): string | undefined => {
  const [, quoted, plain] = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|(\\S+))`).exec(meta) ?? [];
  return quoted ?? plain;
};

/** The lines from the first that holds `from` to the next that holds `to`, both included. */
export const excerpt = (text: string, from: string | undefined, to: string | undefined): string => {
  const lines = text.split('\n');
  const first = from === undefined ? 0 : lines.findIndex((line) => line.includes(from));
  const last = to === undefined ? lines.length - 1 : lines.findIndex((line, at) => at >= first && line.includes(to));
  if (first < 0 || last < 0) throw new RangeError(`no lines from ${from} to ${to}`);
  return lines.slice(first, last + 1).join('\n');
};

/** What a code block shows: the file that `file=` names, or the lines of it from `from=` to `to=`. `read` gives a file's text. */
export const included = (meta: string, read: (path: string) => string): string | undefined => {
  const file = optionOf(meta, 'file');
  return file === undefined ? undefined : excerpt(read(file).trimEnd(), optionOf(meta, 'from'), optionOf(meta, 'to'));
};
