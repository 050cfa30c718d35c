import { nodeHmacSha512 } from '../../../reference/src/node/hmac-sha512.ts';
import { nodeSha256 } from '../../../reference/src/node/sha256.ts';
import { profiles } from '../../../reference/src/subject/profiles.ts';
import { createVariant, listOmissible } from '../../../reference/src/subject/variant.ts';
import { PINNED_SEED, runSuite, suite } from '../../src/index.ts';
import { engineWithout } from './engines.ts';
import { inProcess } from './in-process.ts';
import { startingOf } from './in-thread.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** One requirement of the reference, left out or done wrong in every operation. */
export interface RuleMutant {
  readonly requirement: string;
  readonly title: string;
}

/** One for each rule and each step of the reference. */
export const listRuleMutants = (): RuleMutant[] =>
  listOmissible().map(({ requirement, title }) => ({ requirement, title }));

/** Judges the reference without one requirement, by the lines of the subject protocol, in this thread. */
export const judgeRuleMutant = async (mutant: RuleMutant): Promise<Outcome> => {
  const { requirement } = mutant;
  const options = {
    protocol: createVariant(nodeSha256, [requirement], nodeHmacSha512),
    engine: engineWithout([requirement]),
    deterministic: true,
    profiles: [...profiles.keys()],
  };
  const report = await runSuite({
    launch: inProcess(() => startingOf(options)),
    suite,
    // The other checks cannot notice by the right name.
    filter: requirement,
    seed: PINNED_SEED,
    // The vectors alone must notice every mutant; what laws and siblings notice on top is luck of the draw.
    runs: 0,
    siblings: 0,
    growth: false,
    twice: false,
  });
  return outcomeOf(mutant, report);
};
