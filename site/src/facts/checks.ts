// The suite is several megabytes: what is said here is for the build, and no page loads it.
import { type Check, suite } from '@rockpool/conformance';
import { anchorOf, requirementOf } from './requirements.ts';

export type { Check };

/** Every question of the suite, without what laws make up. */
export const checks: readonly Check[] = suite.checks;

/** Those that are committed as vectors. What is derived from one has its id, a `#` and how. */
export const vectors: readonly Check[] = checks.filter(({ id }) => !id.includes('#'));

export const laws = suite.laws;

const vectorById = new Map(vectors.map((each) => [each.id, each]));

export const vectorOf = (id: string): Check | undefined => vectorById.get(id);

/** The requirement that a vector is about: the first that it names. */
export const subjectOf = ({ requirements }: Check): string => requirements[0] ?? '';

/** Of a list of checks, those that exercise each requirement. */
export const byRequirement = <Each extends { requirements: readonly string[] }>(
  all: readonly Each[],
): ReadonlyMap<string, readonly Each[]> => {
  const found = new Map<string, Each[]>();
  for (const each of all)
    for (const id of each.requirements) {
      const of = found.get(id);
      if (of === undefined) found.set(id, [each]);
      else of.push(each);
    }
  return found;
};

const vectorsBy = byRequirement(vectors);

/** The vectors that exercise a requirement, alone or among others. */
export const vectorsOfRequirement = (id: string): readonly Check[] => vectorsBy.get(id) ?? [];

/** The vectors that are about a chapter; each vector is about one. */
export const vectorsOfChapter = (chapter: string): readonly Check[] =>
  vectors.filter((vector) => requirementOf(subjectOf(vector))?.chapter === chapter);

/** The vectors as the page that shows all of them filters them. */
export const vectorsAddress = (id: string): string => `vectors/#requirement=${id}`;

/** The register's line about a requirement. */
export const registerAddress = (id: string): string => `requirements/#${anchorOf(id)}`;
