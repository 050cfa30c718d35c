import type { EsChange } from '../../../recipes/earthstar/document.ts';
import type { JsonObject } from '../../../src/forge/index.ts';
import { cast } from '../../../src/forge/index.ts';

/** Makes a document that was written `age` microseconds after T. */
export type Make = (age: number, change?: EsChange) => JsonObject;

const PATHS = ['/beds/beans', '/beds/leeks', '/wiki/Flowers'];
const AUTHORS = [cast.suzy, cast.fern, cast.quinn];
const MOMENTS = 2;
const DOCUMENTS = 12;

/** Whole numbers below a bound, the same ones for a seed: a linear congruential generator, whose low bits are poor. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
};

/** So few slots and moments that there are ties of all kinds; each peer has some of the documents, and both have a few. */
export const randomSet = (
  makers: readonly Make[],
  seed: number,
): { readonly suzy: readonly JsonObject[]; readonly fern: readonly JsonObject[] } => {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const sides = { suzy: [] as JsonObject[], fern: [] as JsonObject[] };
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const document = pick(makers)(next(MOMENTS), {
      author: pick(AUTHORS),
      content: `row ${count}`,
      members: { path: pick(PATHS) },
    });
    for (const side of pick([['suzy'], ['fern'], ['suzy'], ['fern'], ['suzy', 'fern']] as const))
      sides[side].push(document);
  }
  return sides;
};
