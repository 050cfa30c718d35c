/// <reference types="vite/client" />
import { type Check, subjectOf, vectorOf, vectors } from './checks.ts';
import { type Section, sectionsOf, shownIn } from './sections.ts';

/** A chapter of the specification. */
export type Chapter = {
  /** The file name without `.md`, as in `05-documents`. */
  readonly name: string;
  readonly title: string;
  /** A path under the site's base. */
  readonly address: string;
  readonly sections: readonly Section[];
  /** The vectors that its text shows, the first one at its head. */
  readonly shown: readonly Check[];
};

const texts = import.meta.glob<string>('../../../spec/[0-9]*.md', { query: '?raw', import: 'default', eager: true });

export const chapters: readonly Chapter[] = Object.entries(texts)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, text]) => {
    const name = /([^/]+)\.md$/.exec(path)?.[1] ?? '';
    return {
      name,
      title: /^title: "?(.+?)"?$/m.exec(text)?.[1] ?? name,
      address: `spec/${name}/`,
      sections: sectionsOf(text),
      shown: shownIn(text).flatMap((id) => vectorOf(id) ?? []),
    };
  });

export const chapterOf = (name: string): Chapter | undefined => chapters.find((each) => each.name === name);

/** The section in which a requirement stands. */
export const sectionOf = (chapter: string, requirement: string): Section | undefined =>
  chapterOf(chapter)?.sections.find(({ requirements }) => requirements.includes(requirement));

/** The vectors that are about a section of a chapter, named by its anchor. */
export const vectorsOfSection = (chapter: string, slug: string): readonly Check[] => {
  const section = chapterOf(chapter)?.sections.find((each) => each.slug === slug);
  return section === undefined ? [] : vectors.filter((each) => section.requirements.includes(subjectOf(each)));
};
