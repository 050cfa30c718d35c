import { parseArgs } from 'node:util';
import { UsageError } from '../../src/node/usage-error.ts';
import { ADVERSARY_ONLY } from './adversary-only.ts';
import { isCaughtBy, type Planted, plant, sessionRules } from './planted.ts';

/** A schedule that fails is made as short as this at least, in steps. */
export const MOST_STEPS = 12;

const wordsOn = ({ found }: Planted): string =>
  found === undefined
    ? 'nothing found'
    : `${found.failure}, schedule ${found.schedule}, ${found.steps} steps${found.replays ? '' : ', does not replay'}`;

const isGood = ({ found }: Planted): boolean => found?.replays === true && found.steps <= MOST_STEPS;

/** Leaves out each rule of a session in turn, and says what notices; answers the exit code. */
export const runPlanted = async (argv: readonly string[]): Promise<number> => {
  const options = { planted: { type: 'boolean' }, seed: { type: 'string' }, count: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...argv], options });
  const [seed, count] = [Number(values.seed ?? 1), Number(values.count ?? 300)];
  if (![seed, count].every(Number.isSafeInteger)) throw new UsageError('--seed and --count take whole numbers');
  let failed = 0;
  for (const { requirement, title } of sessionRules()) {
    const vector = ADVERSARY_ONLY.get(requirement);
    const planted = vector === undefined ? await plant(requirement, { seed, count }) : undefined;
    const isNoticed = planted ? isGood(planted) : await isCaughtBy(requirement, vector as string);
    if (!isNoticed) failed += 1;
    const words = planted ? wordsOn(planted) : `${isNoticed ? '' : 'not noticed by '}${vector}`;
    process.stdout.write(`${requirement.padEnd(8)} ${words.padEnd(40)} ${title}\n`);
  }
  process.stdout.write(failed === 0 ? 'Each is noticed.\n' : `${failed} are not noticed as they have to be.\n`);
  return failed === 0 ? 0 : 1;
};
