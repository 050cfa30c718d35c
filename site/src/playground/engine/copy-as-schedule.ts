import type { Plan } from '../../../../conformance/src/simulate/plan.ts';
import type { SimulationRepro } from '../../../../conformance/src/simulate/repro.ts';
import { space } from './people.ts';
import type { Play } from './play.ts';

/** A file that `rockpool-conformance matrix --replay` takes, and what it is called; or why there is none. */
export type ScheduleFile = { readonly name: string; readonly repro: SimulationRepro } | { readonly fault: string };

/**
 * All that happened, as a schedule for peers of any two programs. Where everything is said by when it happens and not by what is
 * said, messages can be other ones there; in the end every peer has to keep what the specification says.
 */
export const copyAsSchedule = ({ timeline, world: { trace } }: Play): ScheduleFile => {
  if (trace.spoilt !== undefined) return { fault: `A schedule of the suite has no such step: ${trace.spoilt}.` };
  const plan: Plan = {
    space: timeline.space ?? space,
    seed: timeline.seed,
    peers: timeline.peers.map(({ ahead = 0, filter }, host) => ({
      host,
      ahead,
      ...(filter !== undefined && { filter }),
    })),
    steps: trace.steps,
  };
  const repro: SimulationRepro = { simulation: 1, failure: 'diverges', words: 'copied from the playground', plan };
  return { name: `schedule-${timeline.seed}.json`, repro };
};
