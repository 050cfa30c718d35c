/** A part of a chapter under one heading. */
export type Section = {
  readonly title: string;
  /** The heading's anchor. */
  readonly slug: string;
  /** 2 for the sections of a chapter, 3 for theirs. */
  readonly depth: number;
  /** Ids of the requirements that stand in it, not in sections of its own. */
  readonly requirements: readonly string[];
};

/** As the site's Markdown names the anchor of a heading that occurs once. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** The sections of a chapter's Markdown, in order. What stands before the first heading belongs to none. */
export const sectionsOf = (markdown: string): Section[] => {
  const sections: (Section & { requirements: string[] })[] = [];
  let inCode = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) inCode = !inCode;
    if (inCode) continue;
    const [, marks, title] = /^(#{2,3}) (.+)$/.exec(line) ?? [];
    if (marks !== undefined && title !== undefined)
      sections.push({ title, slug: slugOf(title), depth: marks.length, requirements: [] });
    const id = /^\*\*([A-Z0-9]+-\d+)\*\* /.exec(line)?.[1];
    if (id !== undefined) sections.at(-1)?.requirements.push(id);
  }
  return sections;
};

/** The vectors that the chapter itself shows, in order. */
export const shownIn = (markdown: string): string[] =>
  [...markdown.matchAll(/^<!-- vector (\S+) -->$/gm)].map(([, id]) => id ?? '');
