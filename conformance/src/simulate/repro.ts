import type { Plan } from './plan.ts';
import type { Ran } from './run.ts';

/** A schedule that failed, as a file: it is replayed without a generator. */
export type SimulationRepro = { simulation: 1; failure: string; words: string; plan: Plan };

export const simulationRepro = (plan: Plan, ran: Ran & { ok: false }): SimulationRepro => ({
  simulation: 1,
  failure: ran.kind,
  words: ran.words,
  plan,
});

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads such a file; throws `RangeError` where it is none. */
export const parseSimulationRepro = (value: unknown): SimulationRepro => {
  const plan = isObject(value) && value.simulation === 1 && isObject(value.plan) ? value.plan : undefined;
  const good =
    typeof plan?.space === 'string' &&
    Array.isArray(plan.peers) &&
    Array.isArray(plan.steps) &&
    plan.steps.every((step) => isObject(step) && typeof step.do === 'string');
  if (!good) throw new RangeError('this is no file that the judge wrote for a schedule that failed');
  return value as SimulationRepro;
};
