import { posix } from 'node:path';
import { included, optionOf } from './guide-listing.ts';

export type Page = { name: string; title: string; description: string; text: string };

/** Where the parts of the guide are in the repository, relative to its root. */
export const PAGES = 'site/src/content/docs/guide';
export const CHAPTERS = 'spec';
const TOOLS = 'site/src/pages/';
export const EXAMPLES = 'conformance/examples';

/** What is typed to see a page, a section of one, or a file. */
export const commandFor = (name: string): string => `rockpool-conformance guide ${name}`;

/** By what name a file of the repository is called for: pages without their folder, chapters with it, examples to be copied. */
export const nameOf = (path: string): string =>
  path.startsWith(`${PAGES}/`) || path.startsWith(`${CHAPTERS}/`)
    ? path.replace(`${PAGES}/`, '').replace(/\.md$/, '')
    : path.replace(`${EXAMPLES}/`, '');

/** A value of the block that a page begins with. */
export const frontMatter = (source: string, name: string): string | undefined => {
  const [, head = ''] = /^---\n([\s\S]*?)\n---\n/.exec(source) ?? [];
  return new RegExp(`^ *${name}: (['"]?)(.*)\\1$`, 'm').exec(head)?.[2];
};

/** A block of code with its listing in place and, where that is a whole file with a title, the command that copies it. */
const block = (meta: string, own: string, read: (path: string) => string): string => {
  const [language = ''] = meta.split(' ');
  const title = optionOf(meta, 'title');
  const file = optionOf(meta, 'file');
  const code = `\`\`\`${language}\n${included(meta, read) ?? own.trimEnd()}\n\`\`\``;
  if (title === undefined || file === undefined) return code;
  return `\`${title}\`, from \`${commandFor(nameOf(file))} > ${title}\`:\n\n${code}`;
};

/**
 * A page as plain text. `path` is where its source stands in the repository, `read` gives the text of a file there. Links
 * between files become the commands that print what they lead to.
 */
export const renderPage = (path: string, read: (path: string) => string): Page => {
  const source = read(path);
  const title = frontMatter(source, 'title') ?? /^# (.*)$/m.exec(source)?.[1] ?? nameOf(path);
  const description = frontMatter(source, 'description') ?? '';
  const link = (whole: string, text: string | undefined, url: string): string => {
    if (text === undefined || /^[a-z]+:/.test(url)) return whole;
    const [to = '', anchor] = url.split('#');
    const target = to === '' ? path : posix.join(posix.dirname(path), to);
    // A tool of the site has no words for a terminal.
    if (target.startsWith(TOOLS)) return text;
    const section = anchor === undefined ? '' : `#${anchor}`;
    return `${text} (\`${commandFor(nameOf(target) + section)}\`)`;
  };
  const body = source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^# .*\n/, '')
    .split(/^(```.*\n[\s\S]*?^```$)/m)
    .map((part) => {
      const [, meta = '', own = ''] = /^```(.*)\n([\s\S]*)^```$/m.exec(part) ?? [];
      if (part.startsWith('```')) return block(meta, own, read);
      return part
        .replace(/<!--[\s\S]*?-->\n*/g, '')
        .replace(/`[^`]*`|\[([^\]]*)\]\(([^)\s]+)\)/g, (whole, text?: string, url = '') => link(whole, text, url));
    })
    .join('')
    .trim();
  return { name: nameOf(path), title, description, text: `# ${title}\n\n${body}\n` };
};

/** As the site makes anchors of headings. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** The sections of a page by their anchors; each ends at the next heading of its level. */
export const sections = (text: string): Map<string, string> => {
  const headings: { at: number; level: number; anchor: string }[] = [];
  for (const { 0: line, 1: marks, 2: title, index } of text.matchAll(/^```[\s\S]*?^```$|^(#+) (.*)$/gm))
    if (!line.startsWith('```')) headings.push({ at: index, level: marks?.length ?? 0, anchor: slug(title ?? '') });
  return new Map(
    headings.map(({ at, level, anchor }) => {
      const next = headings.find((other) => other.at > at && other.level <= level);
      return [anchor, `${text.slice(at, next?.at).trimEnd()}\n`];
    }),
  );
};
