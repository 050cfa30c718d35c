import type { Entry, Index, Requirement } from './vector-index.ts';

export type Group = { requirement: Requirement; entries: readonly Entry[]; shown: readonly Entry[] };

export type ChapterVectors = {
  /** Each once, in the order of the files. */
  entries: readonly Entry[];
  /** By requirement, in the order of the chapter; those without vectors are left out. */
  groups: readonly Group[];
  /** One that is accepted, and some that are not, each by another requirement; where too few are refused, others. */
  first: readonly Entry[];
  /** Names of the files that hold them. */
  files: readonly string[];
};

const refuses = ({ outcome }: Entry): boolean => outcome.kind === 'rejects';

/** A few that show a requirement best: one that it lets pass, then refusals; those that test nothing else come first. */
const fewOf = (entries: readonly Entry[], count: number): Entry[] => {
  const narrow = entries.toSorted((a, b) => a.requirements.length - b.requirements.length);
  const passing = narrow.filter((entry) => !refuses(entry)).slice(0, 1);
  const refused = narrow.filter(refuses).slice(0, count - passing.length);
  const rest = narrow.filter((entry) => !passing.includes(entry) && !refused.includes(entry));
  return [...passing, ...refused, ...rest].slice(0, count);
};

/** The vectors that test requirements of a chapter, such as `05-documents`. */
export const vectorsOfChapter = (index: Index, chapter: string, few = 3): ChapterVectors => {
  const byRequirement = new Map<string, Entry[]>();
  for (const { id, chapter: where } of index.requirements) if (where === chapter) byRequirement.set(id, []);
  const entries = index.entries.filter((entry) => {
    const here = entry.requirements.flatMap((id) => {
      const group = byRequirement.get(id);
      return group === undefined ? [] : [group];
    });
    for (const group of here) group.push(entry);
    return here.length > 0;
  });
  const groups = index.requirements.flatMap((requirement): Group[] => {
    const found = byRequirement.get(requirement.id) ?? [];
    return found.length === 0 ? [] : [{ requirement, entries: found, shown: fewOf(found, few) }];
  });
  const accepted = entries.find((entry) => !refuses(entry));
  const refused = groups.flatMap(({ shown }) => shown.find(refuses) ?? []);
  // Where no answer is a refusal, as in schedules, each requirement shows what it has.
  const others = groups.flatMap(({ shown }) => shown.slice(0, 1));
  const first = [...new Set([...(accepted ? [accepted] : []), ...refused, ...others])].slice(0, 4);
  return { entries, groups, first, files: [...new Set(entries.map(({ file }) => file))] };
};
