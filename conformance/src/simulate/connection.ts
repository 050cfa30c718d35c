import type { JsonObject } from '../forge/index.ts';
import { Fault } from './fault.ts';
import type { Loose } from './host.ts';
import { LIES, type Lie } from './lies.ts';
import { askHost, entropyOf, type Peer } from './peer.ts';
import type { Offer } from './plan.ts';
import { type Side, type Watch, watchSession } from './watch.ts';

/** What a session reports at the end of a round. */
export type Round = { equal: boolean; refused: number; wanted: number };

/** Two sessions and the messages between them, which arrive in their order or not at all. */
export type Connection = {
  peers: Readonly<Record<Side, Peer>>;
  watch: Watch;
  /** How many messages are on their way to a side. */
  waiting(side: Side): number;
  /** The next message for a side arrives. */
  deliver(side: Side): Promise<void>;
  /** Time has come for both to say what is new. */
  tick(): Promise<void>;
  /** It is cut: what was on its way is lost, and each side that is still there is told. */
  drop(gone?: readonly Peer[]): Promise<void>;
  isOver(): boolean;
  /** Whether an `open` has come from a clock that was too far away by then [SYN-13]. */
  isApart(): boolean;
  /** Whether a side was told what its partner never said. */
  isFalse(): boolean;
  /** Whether both are between two rounds of a session that leaves nothing out. */
  isSettled(): boolean;
  /** The code with which a side ended it. */
  error(): string | undefined;
  rounds: Readonly<Record<Side, Round | undefined>>;
};

const SIDES: readonly Side[] = ['caller', 'answerer'];
const other = (side: Side): Side => (side === 'caller' ? 'answerer' : 'caller');

/** More messages than any session of a schedule has. */
const ENDLESS = 5_000;

/** Clocks that are further apart do not sync, in microseconds [SYN-13]. */
const APART = 600_000_000;

const typeIn = (text: string): unknown => (JSON.parse(text) as { type?: unknown }).type;

const isOpenFromAfar = (text: string, now: number): boolean => {
  const message = JSON.parse(text) as { type?: unknown; now?: unknown };
  return message.type === 'open' && Math.abs(Number(message.now) - now) > APART;
};

/** Opens both sessions. `name` tells it from all others on these hosts; `chance` decides the nonces. */
export const connect = async (
  { name, chance }: { name: string; chance: string },
  peers: Readonly<Record<Side, Peer>>,
  offers: readonly Offer[],
  known: Parameters<typeof watchSession>[0],
  lie?: Lie,
): Promise<Connection> => {
  const watch = watchSession(known, { caller: offers[0] ?? {}, answerer: offers[1] ?? {} });
  const queues: Record<Side, string[]> = { caller: [], answerer: [] };
  const rounds: Record<Side, Round | undefined> = { caller: undefined, answerer: undefined };
  const leavesOut = [...offers, ...Object.values(peers)].some(({ filter }) => filter !== undefined);
  const isLive = offers.length === 2 && offers.every(({ live }) => live === true);
  /** Sides of a live session that are between two rounds. */
  const idle: Record<Side, boolean> = { caller: false, answerer: false };
  let over = false;
  let apart = false;
  let isFalse = false;
  let turns = 0;
  let code: string | undefined;
  let carried = 0;

  /** What a side says of its items is what it keeps then. */
  const checkSummary = async (side: Side, text: string): Promise<void> => {
    const { type, fingerprint, count } = JSON.parse(text) as JsonObject;
    if (type !== 'done' && type !== 'state') return;
    const { records, held } = await peers[side].state();
    const right = watch.summary(side, [...records, ...held], peers[side].now());
    if (right === undefined || (right.fingerprint === fingerprint && right.count === count)) return;
    const rule = type === 'done' ? 'RNG-20' : 'SYN-25';
    const words =
      right.count === count ? 'another fingerprint than theirs' : `${count} items, and keeps ${right.count}`;
    throw new Fault('message', `the ${side} says in ${type} that it has ${words} [${rule}]`);
  };

  /** What a side reports as wanted is what its replica wants, where all that it keeps is an item. */
  const checkWanted = async (side: Side, { wanted }: Round): Promise<void> => {
    if (leavesOut || peers.caller.now() !== peers.answerer.now()) return;
    const right = (await peers[side].state()).wanted.length;
    if (wanted !== right)
      throw new Fault('message', `the ${side} reports ${wanted} contents as wanted, and ${right} is right [SYN-33]`);
  };

  const take = async (side: Side, { send, done, error }: Loose): Promise<void> => {
    if (!Array.isArray(send)) throw new Fault('host', 'send is no list');
    for (const text of send.map(String)) {
      watch.saw(side, text, peers[side].now());
      await checkSummary(side, text);
      if (typeIn(text) === 'reconcile') idle[side] = false;
      if (typeIn(text) === 'state' && !idle[side])
        throw new Fault('message', `the ${side} tells what is new in a round [SYN-36]`);
      queues[other(side)].push(text);
    }
    if (done !== undefined) {
      rounds[side] = done as Round;
      idle[side] = true;
      await checkWanted(side, rounds[side]);
    }
    const said = error === undefined ? undefined : String((error as { code?: unknown }).code);
    watch.answered(side, send.map(String), said);
    code ??= said;
  };
  const session = (side: Side): string => `${name}-${side}`;
  const receive = async (side: Side, more: Loose): Promise<void> => {
    const { on, now } = peers[side];
    await take(side, await askHost(on, 'session.receive', { session: session(side), now: now(), ...more }));
  };

  /** A `state` that differs begins a round, and no other does. */
  const hearState = async (side: Side, text: string): Promise<void> => {
    await receive(side, { text });
    const { records, held } = await peers[side].state();
    const own = watch.summary(side, [...records, ...held], peers[side].now());
    const told = JSON.parse(text) as JsonObject;
    const differs = own?.fingerprint !== told.fingerprint || own?.count !== told.count;
    if (code === undefined && differs === idle[side])
      throw new Fault(
        'message',
        `the ${side} ${differs ? 'begins no round where a state differs' : 'begins a round where a state is its own'} [SYN-26]`,
      );
  };

  /** What nobody sent arrives, where it fits before a message. It has to be refused with its code, and what follows is ignored. */
  const lieTo = async (side: Side, message: JsonObject): Promise<void> => {
    const told = lie?.to === side && !isFalse && code === undefined ? LIES[lie.what] : undefined;
    const said = told?.says({ message, turns, now: peers[side].now(), divided: watch.isDivided(side) });
    if (told === undefined || said === undefined) return;
    isFalse = true;
    await receive(side, { text: JSON.stringify(said) });
    if (code !== told.code)
      throw new Fault(
        'error',
        `the ${side} is told ${lie?.what}, and ends with ${code ?? 'nothing'}: ${told.code} is right [${told.breaks}]`,
      );
  };

  for (const [at, side] of SIDES.entries()) {
    const { on, replica, now } = peers[side];
    const answer = await askHost(on, 'session.open', {
      session: session(side),
      replica,
      now: now(),
      role: side,
      entropy: entropyOf(chance, side),
      ...offers[at],
    });
    await take(side, answer);
  }
  return {
    peers,
    watch,
    waiting: (side) => queues[side].length,
    deliver: async (side) => {
      const text = queues[side].shift();
      if (over || text === undefined) return;
      carried += 1;
      if (carried > ENDLESS) throw new Fault('rounds', `a session has more than ${ENDLESS} messages`);
      const message = JSON.parse(text) as JsonObject;
      await lieTo(side, message);
      if (message.type === 'reconcile' || message.type === 'done') turns += 1;
      watch.arrived(side, text);
      const isFromAfar = code === undefined && isOpenFromAfar(text, peers[side].now());
      apart ||= isFromAfar;
      if (message.type === 'reconcile') idle[side] = false;
      if (message.type === 'state' && idle[side]) await hearState(side, text);
      else await receive(side, { text });
      if (isFromAfar && code === undefined)
        throw new Fault('error', `the ${side} syncs with a clock that is too far away [SYN-13]`);
    },
    tick: async () => {
      if (!over) for (const side of SIDES) await receive(side, {});
    },
    drop: async (gone = []) => {
      if (over) return;
      over = true;
      for (const side of SIDES) {
        queues[side].length = 0;
        if (!gone.includes(peers[side])) await receive(side, { closed: true });
      }
    },
    isOver: () => over,
    isApart: () => apart,
    isFalse: () => isFalse,
    isSettled: () => isLive && !leavesOut && !over && code === undefined && SIDES.every((side) => idle[side]),
    error: () => code,
    rounds,
  };
};
