import type { VectorFile } from '@rockpool/schemas';
import { otherRefusals } from './alone.ts';
import { refuses } from './load.ts';

/** A refused case that is refused by other rules as well as by its own, and why that has to be so. */
export type Pair = { id: string; own: readonly string[]; others: readonly string[]; reason?: string };

type Excuse = { own: readonly string[]; others: readonly string[]; reason: string };

/** Rules that are about several others at once: what names one of them is meant to break more than one rule. */
const ABOUT_SEVERAL = ['REC-18', 'FEED-6', 'FEED-24'];

const SHAPES = ['REC-1', 'DOC-1', 'MSG-1', 'ES4-1', 'ES5-1', 'SSB-1', 'SSB-2'];

/** Why a rule is broken together with others here. `*` stands for any. */
const EXCUSES: readonly Excuse[] = [
  { own: SHAPES, others: ['*'], reason: 'what is missing or of another type breaks the rules for its value' },
  { own: ['TXT-7'], others: ['misshapen'], reason: 'null is no record' },
  { own: ['TXT-7'], others: SHAPES, reason: 'null is of no type that a member has; others were added after signing' },
  { own: ['TXT-7'], others: ['REC-15'], reason: 'it was signed with null in it; others were added after signing' },
  { own: ['TXT-7'], others: ['REC-16', 'REC-17'], reason: 'null is no content' },
  {
    own: ['TXT-1', 'TXT-2'],
    others: ['misshapen', 'REC-1', 'REC-6', 'REC-10', 'REC-15', 'REC-16', 'REC-17', 'DOC-1', 'MSG-1'],
    reason: 'a native code is compared, and no one reader forgives everything',
  },
  { own: ['TXT-4'], others: SHAPES, reason: 'no member has such a name' },
  {
    own: ['TXT-4'],
    others: ['REC-2', 'REC-8', 'DOC-7'],
    reason: 'these members are ASCII; in content nothing else is broken',
  },
  { own: ['TXT-5'], others: ['REC-10'], reason: 'only content makes a draft so long' },
  { own: ['TXT-6'], others: ['*'], reason: 'nothing that is nested so deep is a value of a header' },
  { own: ['TXT-8'], others: ['*'], reason: 'a fraction is the value of no member; 1.0 and 1e0 break nothing else' },
  {
    own: ['TXT-9'],
    others: ['REC-7', 'REC-13', 'MSG-2', 'MSG-3', 'MSG-7'],
    reason: 'the ranges of members end where TXT-9 does',
  },
  { own: ['REC-3', 'REC-4'], others: ['REC-15'], reason: 'no key can be read from it; other spellings can be read' },
  { own: ['REC-9'], others: ['REC-15'], reason: 'no signature can be read from it; other spellings can be read' },
  {
    own: ['REC-5', 'REC-6'],
    others: ['REC-11', 'REC-16', 'REC-17'],
    reason: 'content is there; others travel without it',
  },
  { own: ['REC-11'], others: ['REC-16', 'REC-17'], reason: 'content is there; others travel without it' },
  { own: ['DOC-8'], others: ['DOC-14'], reason: 'what is no key permits nobody; others name the author as well' },
  {
    own: ['DOC-9'],
    others: ['DOC-15'],
    reason: 'what is no hash is not that of the content; others are not the last segment',
  },
  {
    own: ['DOC-10'],
    others: ['DOC-11', 'DOC-12', 'DOC-13'],
    reason: 'what expires so early was written later and has expired',
  },
  { own: ['MSG-2'], others: ['MSG-6', 'MSG-7'], reason: 'no other sequence has links by rule' },
  { own: ['MSG-4', 'MSG-5'], others: ['MSG-6', 'MSG-7'], reason: 'an empty text is there' },
];

const covers = (names: readonly string[], name: string): boolean => names.includes('*') || names.includes(name);

const reasonOf = (own: readonly string[], others: readonly string[]): string | undefined => {
  if (own.some((rule) => ABOUT_SEVERAL.includes(rule))) return 'it is about the order of checks';
  const found = others.map((other) =>
    EXCUSES.find((excuse) => own.some((rule) => excuse.own.includes(rule)) && covers(excuse.others, other)),
  );
  return found.every((excuse) => excuse !== undefined) ? found[0]?.reason : undefined;
};

/** Every refused case that more rules refuse than it names. */
export const pairsOf = (files: readonly Partial<VectorFile>[]): Pair[] =>
  files
    .flatMap(({ cases }) => cases ?? [])
    .filter(refuses)
    .flatMap((one) => {
      const others = otherRefusals(one);
      if (others.length === 0) return [];
      const reason = reasonOf(one.requirements, others);
      return [{ id: one.id, own: one.requirements, others, ...(reason === undefined ? {} : { reason }) }];
    });
