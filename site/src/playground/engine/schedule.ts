import type { JsonObject } from '@rockpool/reference';
import type { Plan, PlannedStep } from '../../../../conformance/src/simulate/plan.ts';
import { parseSimulationRepro } from '../../../../conformance/src/simulate/repro.ts';
import { type Event, type PeerAt, type PeerSetup, type Person, startMicros, type Timeline } from './event.ts';

const persons: readonly Person[] = ['suzy', 'fern', 'quinn', 'phone'];

/** By then every clock is past every expiry, as in the suite. */
const end = 2_400_000_000;

/** More messages than a session has. */
const all = 5_000;

const pairsOf = (count: number): readonly (readonly [PeerAt, PeerAt])[] =>
  Array.from({ length: count }, (_, one) =>
    Array.from({ length: count - one - 1 }, (_, more): readonly [PeerAt, PeerAt] => [one, one + more + 1]),
  ).flat();

const eventOf = (step: PlannedStep): Event => {
  switch (step.do) {
    case 'write':
      return { do: 'give', peer: step.peer, record: step.record };
    case 'connect': {
      // JSON of one package is JSON of the other.
      const [caller = {}, answerer = {}] = step.offers as readonly JsonObject[];
      return { do: 'connect', connection: step.connection, peers: step.peers, offers: [caller, answerer] };
    }
    case 'deliver':
      return { do: 'pump', connection: step.connection, caller: step.caller, answerer: step.answerer };
    case 'drop':
      return { do: 'drop', connection: step.connection };
    case 'part':
      return { do: 'part', peers: step.peers };
    case 'heal':
      return { do: 'part', peers: [] };
    case 'restart':
      return { do: 'reload', peer: step.peer };
    case 'wait':
      return { do: 'wait', micros: step.micros };
  }
};

/** What follows each schedule: all cables are cut, all clocks agree, and each pair meets undisturbed, once with each of them calling. */
const aftermath = ({ peers, steps }: Plan): readonly Event[] => {
  const made = steps.flatMap((step) => (step.do === 'connect' ? [step.connection] : []));
  const meet = (connection: string, pair: readonly [PeerAt, PeerAt]): readonly Event[] => [
    { do: 'connect', connection, peers: pair, offers: [{}, {}] },
    { do: 'pump', connection, caller: all, answerer: all },
    { do: 'drop', connection },
  ];
  const pairs = pairsOf(peers.length);
  return [
    ...made.map((connection): Event => ({ do: 'drop', connection })),
    { do: 'part', peers: [] },
    ...peers.map((_, peer): Event => ({ do: 'clock', peer, ahead: end })),
    ...pairs.flatMap(([one, other]) => meet(`s0-${one}-${other}`, [one, other])),
    ...pairs.flatMap(([one, other]) => meet(`s1-${one}-${other}`, [other, one])),
  ];
};

/** A schedule of the suite as a time line, of which nothing has happened yet. */
export const timelineOfPlan = (plan: Plan): Timeline => ({
  seed: plan.seed,
  start: startMicros,
  space: plan.space,
  isQuiet: true,
  peers: plan.peers.map(
    ({ ahead, filter }, at): PeerSetup => ({
      person: persons[at] ?? 'phone',
      ahead,
      ...(filter !== undefined && { filter: filter as JsonObject }),
    }),
  ),
  links: pairsOf(plan.peers.length),
  before: 0,
  events: [...plan.steps.map(eventOf), ...aftermath(plan)],
});

/** The file that the judge wrote for a schedule that failed, as a time line; a fault in words where it is none. */
export const openSchedule = (
  text: string,
): { readonly timeline: Timeline; readonly failure: string } | { readonly fault: string } => {
  try {
    const { plan, words } = parseSimulationRepro(JSON.parse(text));
    if (plan.peers.length > persons.length)
      return { fault: `It has ${plan.peers.length} peers, and here is room for four.` };
    if (plan.steps.some((step) => step.do === 'connect' && step.lie !== undefined))
      return { fault: 'In it a peer is told what nobody sends, which cannot be played here.' };
    return { timeline: timelineOfPlan(plan), failure: words };
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'it is no JSON' : error instanceof RangeError ? error.message : undefined;
    if (why === undefined) throw error;
    return { fault: `This is no schedule: ${why}.` };
  }
};
