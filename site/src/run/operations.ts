/// <reference types="vite/client" />
import type { OperationName, ProfileName } from '@rockpool/schemas';
import { OK_MEMBERS, OPERATIONS, OPERATIONS_OF, PROFILES } from '../../../conformance/src/protocol/operations.ts';
import chapter from '../../../spec/06-subject-protocol.md?raw';
import { addressOf, chapterOf, chapters, checks, requirements, sectionsOf } from '../facts/index.ts';
import { paramsOf } from './params.ts';
import { type OperationFacts, type ProfileFacts, stubOf } from './stub.ts';

const CHAPTER = '06-subject-protocol';
const address = chapterOf(CHAPTER)?.address ?? '';
const slugs = new Map(sectionsOf(chapter).map(({ title, slug }) => [title, slug]));

/** The first paragraph below a heading of the chapter. */
const paragraphOf = (title: string): string => {
  const [, text] = chapter.split(`\n### ${title}\n`);
  if (text === undefined) throw new RangeError(`no section ${title}`);
  return (text.trim().split('\n\n')[0] ?? '').replaceAll('\n', ' ');
};

const factsOf = (name: OperationName): OperationFacts => ({
  name,
  address: `${address}#${slugs.get(name)}`,
  stub: stubOf({ name, text: paragraphOf(name), params: paramsOf(name, checks), answers: OK_MEMBERS[name] }),
});

/** The operations that the judge asks about, for the page on which one is written. */
export const operations: readonly OperationFacts[] = OPERATIONS.map(factsOf);

const rulesOf = (profile: ProfileName): ProfileFacts['chapters'] => {
  const mine = requirements.filter(({ profile: all }) => all.includes(profile));
  return chapters
    .filter(({ name }) => mine.some((each) => each.chapter === name))
    .map(({ name, title }) => {
      const first = mine.find((each) => each.chapter === name);
      return { title, address: addressOf(first?.id ?? '') };
    });
};

/** The profiles that can be claimed: what each asks, and where its rules are. */
export const profiles: readonly ProfileFacts[] = PROFILES.map((name) => ({
  name,
  operations: OPERATIONS_OF[name],
  chapters: rulesOf(name),
}));

/** Where the specification says what a profile is, and what the conversation is. */
export const about = { profiles: `${address}#the-handshake`, protocol: address, hello: addressOf('SUB-6') };
