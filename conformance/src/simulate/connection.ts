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
  let over = false;
  let apart = false;
  let isFalse = false;
  let turns = 0;
  let code: string | undefined;
  let carried = 0;

  const take = (side: Side, { send, done, error }: Loose): void => {
    if (!Array.isArray(send)) throw new Fault('host', 'send is no list');
    for (const text of send.map(String)) {
      watch.saw(side, text);
      queues[other(side)].push(text);
    }
    if (done !== undefined) rounds[side] = done as Round;
    const said = error === undefined ? undefined : String((error as { code?: unknown }).code);
    watch.answered(side, send.map(String), said);
    code ??= said;
  };
  const session = (side: Side): string => `${name}-${side}`;
  const receive = async (side: Side, more: Loose): Promise<void> => {
    const { on, now } = peers[side];
    take(side, await askHost(on, 'session.receive', { session: session(side), now: now(), ...more }));
  };

  /** What nobody sent arrives, where it fits before a message. It has to be refused with its code, and what follows is ignored. */
  const lieTo = async (side: Side, message: JsonObject): Promise<void> => {
    const told = lie?.to === side && !isFalse && code === undefined ? LIES[lie.what] : undefined;
    const said = told?.says({ message, turns, now: peers[side].now() });
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
    take(side, answer);
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
      await receive(side, { text });
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
    error: () => code,
    rounds,
  };
};
