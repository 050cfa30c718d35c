import type { CheckResult } from '@rockpool/schemas';
import type { Lookup } from './facts.ts';
import { isPassedOver, type Suspected } from './suspects.ts';

/** Weights of checks by requirement: of those that a refusal answers, and of the others. Of several names each gets its share. */
export type Tally = { refused: Map<string, number>; other: Map<string, number> };

const openTally = (): Tally => ({ refused: new Map(), other: new Map() });

const add = (weights: Map<string, number>, ids: readonly string[]): void => {
  for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + 1 / ids.length);
};

/** How much passed of what was asked about each requirement. */
export const passesOf = (results: readonly CheckResult[], lookup: Lookup): Tally => {
  const passes = openTally();
  for (const { id, outcome, requirements } of results) {
    if (outcome !== 'passed' && outcome !== 'unexpected-pass') continue;
    add(lookup.check(id)?.expect.reject === undefined ? passes.other : passes.refused, requirements);
  }
  return passes;
};

/** A requirement that could explain failures. */
export type Ranked = {
  id: string;
  /** How many of them. */
  explained: number;
  /** How likely it is the broken one, from 0 to 1. */
  guilt: number;
};

/** Less of a difference in guilt tells nothing: then the order of the checks' own names decides. */
const ALIKE = 0.02;

/**
 * The requirements that could explain some of all failures, the guiltiest first. Guilt is Ochiai's coefficient, by which faults
 * in programs are found from the tests that fail: the geometric mean of the share of all failures that a requirement explains
 * and of the share that fails of the checks about it. A rule that refuses too little is not excused by what it takes, nor one
 * that refuses too much by what it refuses.
 */
export const rank = (some: readonly Suspected[], passes: Tally, all: number): Ranked[] => {
  const failed = openTally();
  const explained = new Map<string, number>();
  for (const { result, suspects, pointed } of some) {
    add(isPassedOver(result) ? failed.refused : failed.other, pointed);
    for (const id of suspects) explained.set(id, (explained.get(id) ?? 0) + 1);
  }
  const guiltOf = (id: string, count: number): number => {
    const sides = (['refused', 'other'] as const).filter((side) => failed[side].has(id));
    const sum = (tally: Tally): number => sides.reduce((total, side) => total + (tally[side].get(id) ?? 0), 0);
    const bad = sum(failed);
    return bad === 0 ? 0 : Math.sqrt((count / all) * (bad / (bad + sum(passes))));
  };
  return [...explained]
    .map(([id, count]) => ({ id, explained: count, guilt: guiltOf(id, count) }))
    .toSorted((left, right) => Math.round(right.guilt / ALIKE) - Math.round(left.guilt / ALIKE));
};
