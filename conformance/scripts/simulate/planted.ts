import { createProtocol } from '../../../reference/src/protocol/protocol.ts';
import { listOmissible, type Omissible } from '../../../reference/src/subject/variant.ts';
import { loadSuite } from '../../src/load-suite.ts';
import type { Hosts } from '../../src/simulate/peer.ts';
import type { Plan } from '../../src/simulate/plan.ts';
import { runPlan } from '../../src/simulate/run.ts';
import { runSeries } from '../../src/simulate/series.ts';
import { openHosts } from '../../src/simulate/subject-host.ts';
import { inProcess } from '../mutants/in-process.ts';
import { askInThread, startingOf } from '../mutants/in-thread.ts';
import { settingsOf } from './reference-inside.ts';

/** What became of a peer without a rule, in a net with one that has it. */
export type Planted = {
  requirement: string;
  /** Undefined where no schedule failed. */
  found?: { schedule: number; steps: number; failure: string; words: string; replays: boolean };
};

/** Every rule of a session that the reference can leave out. */
export const sessionRules = (): Omissible[] =>
  listOmissible(createProtocol()).filter(({ requirement }) => /^(SYN|RNG)-/.test(requirement));

/** Peers that keep a rule and peers that do not, in turn; durable ones do not. */
const hostsWithout = async (requirement: string) => {
  const broken = await settingsOf(['--without', requirement]);
  const right = await settingsOf([]);
  const launch = inProcess(() => startingOf(broken));
  return openHosts([
    { name: 'without', launch, durable: launch },
    { name: 'right', launch: inProcess(() => startingOf(right)) },
  ]);
};

const onHostsWithout = async <T>(requirement: string, run: (hosts: Hosts) => Promise<T>): Promise<T> => {
  const { hosts, close } = await hostsWithout(requirement);
  try {
    return await run(hosts);
  } finally {
    await close();
  }
};

/** How many steps a schedule has; what one peer is given in a row is one. */
const stepsIn = ({ steps }: Plan): number =>
  steps.filter((step, at) => {
    const before = steps[at - 1];
    return step.do !== 'write' || before?.do !== 'write' || before.peer !== step.peer;
  }).length;

/** Leaves a rule out, and runs schedules until one of them fails. */
export const plant = async (
  requirement: string,
  { seed, count }: { seed: number; count: number },
): Promise<Planted> => {
  const { schedules, failed } = await onHostsWithout(requirement, (hosts) => runSeries({ hosts, seed, count }));
  if (failed === undefined) return { requirement };
  const { plan, failure, words } = failed;
  const again = await onHostsWithout(requirement, (hosts) => runPlan(plan, hosts, 'again-'));
  const replays = !again.ok && again.kind === failure;
  return { requirement, found: { schedule: schedules, steps: stepsIn(plan), failure, words, replays } };
};

/** Whether a vector notices that a rule is left out. */
export const isCaughtBy = async (requirement: string, vector: string): Promise<boolean> => {
  const { checks } = await loadSuite(['sync']);
  const check = checks.find(({ id }) => id === vector);
  if (check === undefined) throw new RangeError(`there is no vector ${vector}`);
  return askInThread(check, startingOf(await settingsOf(['--without', requirement]))).outcome === 'failed';
};
