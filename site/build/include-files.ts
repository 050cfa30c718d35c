import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import type { MdastPluginDefinition } from 'satteri';
import { included, optionOf } from '../../conformance/src/cli/guide-listing.ts';

const REPOSITORY = new URL('../../', import.meta.url);
const SITE = new URL('../', import.meta.url);
const GUIDE = 'src/content/docs/guide/**/*.md';

const read = (path: string): string => readFileSync(new URL(path, REPOSITORY), 'utf8');

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
    const text = included(meta, read);
    if (text === undefined) return;
    if (node.value !== '') throw new Error(`${context.fileURL}: a block that includes a file has text of its own`);
    context.setProperty(node, 'value', text);
  },
});
