import type { ProfileName } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import { smokeOf } from '../checks/select.ts';
import type { Random } from '../run/random.ts';

/**
 * The checks in the order in which siblings of them are wanted: drawn by lot, but first those without which some requirement
 * would have none of an outcome.
 */
export const inOrderOfNeed = (checks: readonly Check[], random: Random): Check[] => {
  const drawn = random.shuffle(checks);
  const needed = new Set(smokeOf(drawn));
  return [...needed, ...drawn.filter((check) => !needed.has(check))];
};

/** How many siblings a profile is asked. */
export type Count = number | 'all';

/**
 * Makes siblings for each profile until it has `count`. `rest` is called between two of them, so that something else can be
 * done meanwhile, and answers whether to go on.
 */
export const chooseSiblings = async (
  checks: readonly Check[],
  count: Count,
  { random, make, rest }: { random: Random; make(check: Check): Check | undefined; rest(): Promise<boolean> },
): Promise<Check[]> => {
  const found: Check[] = [];
  const most = count === 'all' ? Number.POSITIVE_INFINITY : count;
  const profiles = Map.groupBy(checks, ({ profile }): ProfileName => profile);
  for (const [, of] of profiles) {
    let made = 0;
    for (const check of inOrderOfNeed(of, random)) {
      if (made >= most || !(await rest())) break;
      const sibling = make(check);
      if (sibling === undefined) continue;
      found.push(sibling);
      made += 1;
    }
  }
  return found;
};
