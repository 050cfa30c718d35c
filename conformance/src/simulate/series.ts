import type { Hosts } from './peer.ts';
import { type Plan, planOf } from './plan.ts';
import { type SimulationRepro, simulationRepro } from './repro.ts';
import { runPlan } from './run.ts';
import { shrinkPlan } from './shrink.ts';

/** What a series of schedules showed; the first that fails ends it. */
export type Series = { schedules: number; carried: number; failed?: SimulationRepro };

export type SeriesOptions = {
  hosts: Hosts;
  seed: number;
  count: number;
  signal?: AbortSignal | undefined;
  onRun?: ((schedules: number) => void) | undefined;
};

/** A schedule that failed, and the shortest that fails in the same way. */
const shrunk = async (plan: Plan, kind: string, hosts: Hosts): Promise<SimulationRepro | undefined> => {
  let tries = 0;
  const run = (each: Plan): ReturnType<typeof runPlan> => {
    tries += 1;
    return runPlan(each, hosts, `${plan.seed}-${tries}x`);
  };
  const fails = async (each: Plan): Promise<boolean> => {
    const ran = await run(each);
    return !ran.ok && ran.kind === kind;
  };
  const smallest = await shrinkPlan(plan, fails);
  const ran = await run(smallest);
  return ran.ok ? undefined : simulationRepro(smallest, ran);
};

/** Runs the schedules of so many seeds, one after another. */
export const runSeries = async ({ hosts, seed, count, signal, onRun }: SeriesOptions): Promise<Series> => {
  let carried = 0;
  for (let done = 0; done < count; done += 1) {
    if (signal?.aborted) return { schedules: done, carried };
    const plan = planOf(seed + done, { hosts: hosts.shared.length, restarts: hosts.durable !== undefined });
    const ran = await runPlan(plan, hosts, `${plan.seed}-`);
    if (!ran.ok) {
      const failed = (await shrunk(plan, ran.kind, hosts)) ?? simulationRepro(plan, ran);
      return { schedules: done + 1, carried, failed };
    }
    carried += ran.carried;
    onRun?.(done + 1);
  }
  return { schedules: count, carried };
};
