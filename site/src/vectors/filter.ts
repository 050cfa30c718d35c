import type { View } from './fragment.ts';
import type { Entry, Index } from './vector-index.ts';

export const PAGE_SIZE = 25;

const expects = ({ outcome }: Entry, wanted: string): boolean =>
  outcome.kind === wanted || (outcome.kind === 'rejects' && outcome.codes.includes(wanted));

/** The entries that a view shows, in the order of the files. */
export const filterEntries = (index: Index, view: View): readonly Entry[] => {
  const words = view.text.toLowerCase().split(/\s+/).filter(Boolean);
  const chapter = new Set(
    index.requirements.filter((requirement) => requirement.chapter === view.chapter).map(({ id }) => id),
  );
  const wanted = view.requirement.toUpperCase();
  return index.entries.filter((entry) => {
    if (view.file !== '' && entry.file !== view.file) return false;
    if (view.profile !== '' && entry.profile !== view.profile) return false;
    if (view.operation !== '' && entry.operation !== view.operation) return false;
    if (wanted !== '' && !entry.requirements.includes(wanted)) return false;
    if (view.chapter !== '' && !entry.requirements.some((id) => chapter.has(id))) return false;
    if (view.expectation !== '' && !expects(entry, view.expectation)) return false;
    const told = `${entry.id} ${entry.title}`.toLowerCase();
    return words.every((word) => told.includes(word));
  });
};

/** What there is to choose from. */
export type Choices = {
  files: { name: string; title: string }[];
  profiles: string[];
  operations: string[];
  codes: string[];
  chapters: { name: string; requirements: string[] }[];
};

/** Only what some vector has, in the order in which it first comes; codes by the alphabet. */
export const choicesOf = ({ files, entries, requirements }: Index): Choices => {
  const tested = new Set(entries.flatMap((entry) => entry.requirements));
  const chapters = Map.groupBy(
    requirements.filter(({ id }) => tested.has(id)),
    ({ chapter }) => chapter,
  );
  return {
    files: files.map(({ name, title }) => ({ name, title })),
    profiles: [...new Set(entries.map(({ profile }) => profile))],
    operations: [...new Set(entries.map(({ operation }) => operation))],
    codes: [...new Set(entries.flatMap(({ outcome }) => (outcome.kind === 'rejects' ? outcome.codes : [])))].sort(),
    chapters: [...chapters].map(([name, those]) => ({ name, requirements: those.map(({ id }) => id) })),
  };
};
