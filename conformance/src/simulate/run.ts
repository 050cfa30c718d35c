import { answerInWorld, openWorld } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import { type Connection, connect } from './connection.ts';
import { Fault } from './fault.ts';
import type { Lie } from './lies.ts';
import { type Elapsed, type Hosts, type Peer, peerOf, type State } from './peer.ts';
import type { Offer, Plan, PlannedStep } from './plan.ts';
import { type Side, type Written, write } from './watch.ts';

/** Each step takes a little time, so that what is new can be told, after three of them again [SYN-24]. */
const STEP = 400_000;

/** After this, what is new is told again [SYN-24]. */
const SECOND = 1_000_000;

/** By then every clock is past every expiry and everything that came too early, in microseconds. */
const END = 2_400_000_000;

type Given = Extract<PlannedStep, { do: 'write' }>['record'];

const differs = (one: State, other: State): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** What a peer with this filter holds in the end by the model, which is given all records that any peer has acknowledged. */
const expectedOf = (plan: Plan, records: readonly Given[], filter: Peer['filter'], now: number): State => {
  const world = openWorld();
  const about = { replica: 'r', family: 'native', space: plan.space, ...(filter === undefined ? {} : { filter }) };
  answerInWorld(world, 'replica.open', about);
  answerInWorld(world, 'replica.ingest', { replica: 'r', now, records });
  const { ok } = answerInWorld(world, 'replica.state', { replica: 'r', now }).expect;
  const { records: accepted, held, wanted } = ok as { records: string[]; held: { id: string }[]; wanted: string[] };
  return { records: accepted, held: held.map(({ id }) => id), wanted };
};

/** One run of a schedule. */
const openRun = (plan: Plan, hosts: Hosts, run: string) => {
  const elapsed: Elapsed = { micros: 0 };
  const peers = plan.peers.map((_, at) => peerOf(plan, at, { hosts, elapsed, run }));
  const connections = new Map<string, Connection>();
  const acknowledged: Given[] = [];
  const written: Written = new Map();
  const nonces = new Set<string>();
  let parted: readonly number[] = [];
  let carried = 0;

  const isCut = (one: Peer, two: Peer): boolean => parted.includes(one.at) !== parted.includes(two.at);

  const join = async (
    name: string,
    caller: Peer,
    answerer: Peer,
    offers: readonly Offer[],
    lie?: Lie,
  ): Promise<Connection> => {
    const named = { name: `${run}${name}`, chance: `${plan.seed} ${name}` };
    const made = await connect(named, { caller, answerer }, offers, { written, nonces }, lie);
    connections.set(name, made);
    return made;
  };

  /** A session ends with no error but that of clocks that are too far apart, or of what nobody said. */
  const checkError = ({ error, isApart, isFalse, peers: { caller, answerer } }: Connection): void => {
    const code = error();
    if (code === undefined || isFalse() || (isApart() && code === 'clock-apart')) return;
    throw new Fault('error', `peer ${caller.at} and peer ${answerer.at} end their session with ${code}`);
  };

  const deliver = async (connection: Connection, most: Readonly<Record<Side, number>>): Promise<void> => {
    const left = { ...most };
    for (let moved = true; moved; ) {
      moved = false;
      for (const side of ['answerer', 'caller'] as const) {
        if (left[side] === 0 || connection.waiting(side) === 0) continue;
        left[side] -= 1;
        moved = true;
        await connection.deliver(side);
        carried += 1;
      }
    }
    checkError(connection);
  };

  const restart = async (peer: Peer): Promise<void> => {
    if (peer.on !== hosts.durable || peer.on.restart === undefined) return;
    const before = await peer.state();
    const gone = peers.filter(({ on }) => on === peer.on);
    for (const connection of connections.values()) {
      const { caller, answerer } = connection.peers;
      if (gone.includes(caller) || gone.includes(answerer)) await connection.drop(gone);
    }
    await peer.on.restart();
    for (const each of gone) await each.open();
    const after = await peer.state();
    if (differs(before, after))
      throw new Fault(
        'lost',
        `peer ${peer.at} holds ${after.records.length} records after its process was ended, and held ${before.records.length} [REP-11]`,
      );
  };

  const steps: { [Do in PlannedStep['do']]: (step: Extract<PlannedStep, { do: Do }>) => Promise<void> } = {
    write: async ({ peer: at, record }) => {
      const peer = peers[at];
      if (peer === undefined) return;
      const outcome = await peer.write(record);
      if (!('accepted' in outcome || 'held' in outcome)) return;
      acknowledged.push(record);
      write(written, record.format, record.text);
      // Who has something new looks whether to tell it.
      for (const connection of connections.values())
        if (Object.values(connection.peers).includes(peer)) await connection.tick();
    },
    connect: async ({ connection, peers: [from, to], offers, lie }) => {
      const [caller, answerer] = [peers[from], peers[to]];
      if (caller === undefined || answerer === undefined || caller === answerer || isCut(caller, answerer)) return;
      await join(connection, caller, answerer, offers, lie);
    },
    deliver: async ({ connection: name, caller, answerer }) => {
      const connection = connections.get(name);
      if (connection === undefined || connection.isOver()) return;
      await connection.tick();
      await deliver(connection, { caller, answerer });
    },
    drop: async ({ connection }) => {
      await connections.get(connection)?.drop();
    },
    part: async ({ peers: apart }) => {
      parted = apart;
      for (const connection of connections.values())
        if (isCut(connection.peers.caller, connection.peers.answerer)) await connection.drop();
    },
    heal: async () => {
      parted = [];
    },
    restart: async ({ peer: at }) => {
      const peer = peers[at];
      if (peer !== undefined) await restart(peer);
    },
    wait: async ({ micros }) => {
      elapsed.micros += micros;
    },
  };

  /** What peers held after their last session that nothing disturbed; nothing else changes it any more. */
  const settled = new Map<Peer, State>();
  const stateBefore = async (peer: Peer): Promise<State> => settled.get(peer) ?? (await peer.state());

  /** A whole session between two peers that nothing disturbs; answers whether nothing was left to do. */
  const syncUndisturbed = async (name: string, caller: Peer, answerer: Peer): Promise<boolean> => {
    const before = { caller: await stateBefore(caller), answerer: await stateBefore(answerer) };
    const made = await join(name, caller, answerer, []);
    await deliver(made, { caller: Number.POSITIVE_INFINITY, answerer: Number.POSITIVE_INFINITY });
    const pair = `peer ${caller.at} and peer ${answerer.at}`;
    const { caller: one, answerer: two } = made.rounds;
    if (one === undefined || two === undefined)
      throw new Fault('unfinished', `a session of ${pair} that nothing disturbs does not end`);
    for (const side of ['caller', 'answerer'] as const) {
      const partner = side === 'caller' ? before.answerer : before.caller;
      const needless = [...made.watch.sentBy(side)].find((id) => [...partner.records, ...partner.held].includes(id));
      if (needless !== undefined)
        throw new Fault('needless', `the ${side} sends ${needless}, which its partner holds already [RNG-14]`);
    }
    await made.drop();
    const after = { caller: await caller.state(), answerer: await answerer.state() };
    settled.set(caller, after.caller).set(answerer, after.answerer);
    const isSame = !differs({ ...after.caller, wanted: [] }, { ...after.answerer, wanted: [] });
    const isOpen = caller.filter !== undefined || answerer.filter !== undefined;
    if (one.equal !== two.equal || (!isOpen && one.equal !== isSame) || (isSame && !one.equal))
      throw new Fault(
        'false-done',
        `${pair} say ${one.equal} and ${two.equal} of whether they are equal, and ${isSame} is right [SYN-22]`,
      );
    if (!isOpen && !isSame && one.refused === 0 && two.refused === 0)
      throw new Fault('lost', `${pair} still differ after a session that nothing disturbed [RNG-14]`);
    return isSame && !differs(before.caller, after.caller) && !differs(before.answerer, after.answerer);
  };

  /** Live sessions that nothing disturbs any more: whoever has something new tells it. */
  const goOn = async (): Promise<void> => {
    const all = Number.POSITIVE_INFINITY;
    for (let sweep = 0; sweep < 2 * peers.length; sweep += 1) {
      // What came just after a state has to wait.
      elapsed.micros += SECOND / 2;
      for (const connection of connections.values()) {
        if (connection.isOver()) continue;
        await connection.tick();
        await deliver(connection, { caller: all, answerer: all });
      }
    }
    for (const { isSettled, peers: pair } of connections.values()) {
      const { caller, answerer } = pair;
      // What one clock lets in the other may not yet.
      if (!isSettled() || caller.now() !== answerer.now()) continue;
      const [one, two] = [await caller.state(), await answerer.state()];
      if (differs({ ...one, wanted: [] }, { ...two, wanted: [] }))
        throw new Fault(
          'lost',
          `peer ${caller.at} and peer ${answerer.at} differ, and are live, and say nothing [SYN-23]`,
        );
    }
  };

  /** After all that went wrong, every pair meets until nothing moves any more. */
  const settle = async (): Promise<void> => {
    await goOn();
    for (const connection of connections.values()) await connection.drop();
    parted = [];
    for (const peer of peers) peer.catchUp(END);
    const pairs = peers.flatMap((one, at) => peers.slice(at + 1).map((other) => [one, other] as const));
    for (let sweep = 0; sweep < peers.length; sweep += 1) {
      let still = true;
      for (const [one, other] of pairs) {
        const [caller, answerer] = sweep % 2 === 0 ? [one, other] : [other, one];
        still = (await syncUndisturbed(`s${sweep}-${one.at}-${other.at}`, caller, answerer)) && still;
      }
      if (still) return;
    }
  };

  /** Nothing lost, nothing invented, and everybody holds what the model holds. */
  const check = async (): Promise<void> => {
    const whole: State[] = [];
    const expected = remembering<State>();
    for (const peer of peers) {
      const state = await peer.state();
      const { filter } = peer;
      const now = peer.now();
      const right = expected(JSON.stringify({ filter, now }), () => expectedOf(plan, acknowledged, filter, now));
      const [got, due] = [state, right].map(({ records, held }) => [...records, ...held]) as [string[], string[]];
      const lost = due.find((id) => !got.includes(id));
      if (lost !== undefined) throw new Fault('lost', `peer ${peer.at} does not hold ${lost} in the end`);
      const extra = got.find((id) => !due.includes(id));
      if (extra !== undefined)
        throw new Fault(
          written.has(extra) ? 'diverges' : 'invented',
          `peer ${peer.at} holds ${extra} in the end, which it must not`,
        );
      if (differs({ ...state, wanted: [] }, { ...right, wanted: [] }))
        throw new Fault('diverges', `peer ${peer.at} holds other records for accepted than it must`);
      if (peer.filter === undefined) whole.push(state);
    }
    const wants = whole.map(({ wanted }) => JSON.stringify(wanted));
    const other = wants.findIndex((each) => each !== wants[0]);
    if (other > 0)
      throw new Fault('diverges', 'two peers lack other contents in the end, and could have given them [SYN-20]');
  };

  return {
    whole: async (): Promise<number> => {
      for (const peer of peers) await peer.open();
      for (const step of plan.steps) {
        elapsed.micros += STEP;
        await steps[step.do](step as never);
      }
      await settle();
      await check();
      return carried;
    },
  };
};

/** What a schedule showed: how many messages were carried, or what is wrong. */
export type Ran = { ok: true; carried: number } | { ok: false; kind: Fault['kind']; words: string };

/** Runs a schedule; `run` tells its handles from those of all other runs on these hosts. */
export const runPlan = async (plan: Plan, hosts: Hosts, run: string): Promise<Ran> => {
  try {
    return { ok: true, carried: await openRun(plan, hosts, run).whole() };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ok: false, kind: error.kind, words: error.message };
  }
};
