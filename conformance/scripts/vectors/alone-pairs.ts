import type { VectorFile } from '@rockpool/schemas';
import { otherRefusals } from './alone.ts';
import { refuses } from './load.ts';

/** A refused case that is refused by other rules as well as by its own, and why that has to be so. */
export type Pair = { id: string; own: readonly string[]; others: readonly string[]; reason?: string };

type Excuse = { own: readonly string[]; others: readonly string[]; reason: string };

/** Rules that are about several others at once: what names one of them is meant to break more than one rule. */
const ABOUT_SEVERAL = ['REC-18', 'FEED-6', 'FEED-24'];

const SHAPES = ['REC-1', 'DOC-1', 'MSG-1', 'ES4-1', 'ES5-1', 'SSB-1', 'SSB-2'];

/** Why a rule cannot be broken without another one. `*` stands for any. */
const EXCUSES: readonly Excuse[] = [
  { own: SHAPES, others: ['*'], reason: 'what is missing or of another type breaks the rules for its value' },
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
