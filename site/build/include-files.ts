import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { MdastPluginDefinition } from 'satteri';

const REPOSITORY = new URL('../../', import.meta.url);
const SITE = new URL('../', import.meta.url);
const GUIDE = 'src/content/docs/guide/**/*.md';

const read = (path: string): string => readFileSync(new URL(path, REPOSITORY), 'utf8').trimEnd();

/** The value of `name="…"` or `name=…` in what stands behind the language of a code block. */
const optionOf = (meta: string, name: string): string | undefined => {
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

/** What a code block shows: the file of the repository that `file=` names, or the lines of it from `from=` to `to=`. */
export const included = (meta: string): string | undefined => {
  const file = optionOf(meta, 'file');
  return file === undefined ? undefined : excerpt(read(file), optionOf(meta, 'from'), optionOf(meta, 'to'));
};

/** The files that the pages of the guide include. */
export const includedFiles = (): string[] =>
  globSync(GUIDE, { cwd: SITE }).flatMap((page) =>
    readFileSync(new URL(page, SITE), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('```') ? (optionOf(line, 'file') ?? []) : [])),
  );

/** Astro keeps what it rendered as long as a page and the configuration are the same, so the name says what is included. */
const digest = (): string => {
  const hash = createHash('sha256');
  for (const file of includedFiles().sort()) hash.update(read(file));
  return hash.digest('hex').slice(0, 16);
};

/** A code block with `file=` has the text of that file, so that what the guide shows is what is tested. */
export const includeFiles = (): MdastPluginDefinition => ({
  name: `include-files ${digest()}`,
  code(node, context) {
    const meta = node.meta ?? '';
    const text = included(meta);
    if (text === undefined) return;
    if (node.value !== '') throw new Error(`${context.fileURL}: a block that includes a file has text of its own`);
    context.setProperty(node, 'value', text);
  },
});
