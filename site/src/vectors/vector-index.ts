import type { Manifest, OperationName, ProfileName, VectorFile } from '@rockpool/schemas';
import { decodeOutcome, encodeOutcome, type Outcome, outcomeOf } from './expectation.ts';

export type Requirement = { id: string; level: string; chapter: string; text: string };

/** A vector as the list shows it. `file` is its file's name without `.json`. */
export type Entry = {
  id: string;
  title: string;
  file: string;
  profile: ProfileName;
  operation: OperationName;
  requirements: readonly string[];
  outcome: Outcome;
};

export type IndexedFile = {
  name: string;
  title: string;
  description: string;
  /** Path under the folder of the vectors, as the manifest has it. */
  path: string;
  sha256: string;
  bytes: number;
  cases: number;
};

export type Index = {
  suite: string;
  files: readonly IndexedFile[];
  requirements: readonly Requirement[];
  /** Requirements that the reference can leave out. */
  omissible: readonly string[];
  entries: readonly Entry[];
};

type Packed = Omit<Index, 'entries'> & {
  /** For each file its vectors: id, title, requirements, profile, operation, outcome. */
  cases: readonly (readonly (readonly [string, string, string, ProfileName, OperationName, string])[])[];
};

/** What travels: one short list for each vector. */
export const packIndex = ({ entries, ...rest }: Index): Packed => ({
  ...rest,
  cases: rest.files.map(({ name }) =>
    entries
      .filter(({ file }) => file === name)
      .map(
        ({ id, title, requirements, profile, operation, outcome }) =>
          [id, title, requirements.join(' '), profile, operation, encodeOutcome(outcome)] as const,
      ),
  ),
});

export const unpackIndex = ({ cases, ...rest }: Packed): Index => ({
  ...rest,
  entries: cases.flatMap((list, at) =>
    list.map(([id, title, requirements, profile, operation, outcome]) => ({
      id,
      title,
      file: rest.files[at]?.name ?? '',
      profile,
      operation,
      requirements: requirements.split(' '),
      outcome: decodeOutcome(outcome),
    })),
  ),
});

export const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.json$/, '');

const isVectorFile = (value: unknown): value is VectorFile =>
  typeof value === 'object' && value !== null && 'cases' in value;

/** The index of the files that the manifest names, in its order. `texts` are the files by their paths there. */
export const makeIndex = (
  manifest: Manifest,
  texts: ReadonlyMap<string, string>,
  facts: Pick<Index, 'requirements' | 'omissible'>,
): Index => {
  const files: IndexedFile[] = [];
  const entries: Entry[] = [];
  for (const { path, sha256 } of manifest.files) {
    const text = texts.get(path);
    if (text === undefined) throw new RangeError(`${path} is in the manifest and not among the files`);
    const value: unknown = JSON.parse(text);
    // The published keys are in the manifest as well, and are no vectors.
    if (!isVectorFile(value)) continue;
    const { title, description, cases } = value;
    const name = nameOf(path);
    const bytes = new TextEncoder().encode(text).length;
    files.push({ name, title, description, path, sha256, bytes, cases: cases.length });
    for (const { id, title, profile, operation, requirements, expect } of cases)
      entries.push({ id, title, file: name, profile, operation, requirements, outcome: outcomeOf(expect) });
  }
  const pick = ({ id, level, chapter, text }: Requirement): Requirement => ({ id, level, chapter, text });
  return {
    suite: manifest.suite,
    files,
    requirements: facts.requirements.map(pick),
    omissible: facts.omissible,
    entries,
  };
};
