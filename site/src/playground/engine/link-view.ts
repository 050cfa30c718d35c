import type { RoundReport } from '@rockpool/reference';
import type { Connection } from './connection.ts';
import { type Lamp, lampOf } from './lamp.ts';
import type { Link } from './link.ts';
import { byteLength, type Message, typeOf, type Whereabouts } from './message.ts';
import type { Odds } from './odds.ts';
import type { Turn } from './turns.ts';
import { saidWords } from './words.ts';
import type { World } from './world.ts';

/** A message, without its text. */
export type MessageView = {
  readonly number: number;
  /** Its number for people. */
  readonly shownAs: number;
  readonly from: number;
  readonly to: number;
  readonly link: number;
  readonly type: string;
  readonly bytes: number;
  readonly where: Whereabouts;
  readonly isForged: boolean;
  readonly isAltered: boolean;
  /** Which message it repeats, by its number for people. */
  readonly repeats: number | undefined;
  /** What it says, as its sender would say it. */
  readonly words: string;
  /** When it was sent, and when it arrived or was lost, counted in sendings and arrivals: for drawing them over time. */
  readonly sentAt: number;
  readonly endedAt: number | undefined;
};

export type SessionView = {
  readonly name: string;
  readonly caller: number;
  readonly isOver: boolean;
  /** The code with which it ended, and who gave it. */
  readonly error: { readonly code: string; readonly by: number; readonly detail: string | undefined } | undefined;
  /** What each peer of the link reported at the end of its last round [SYN-22]. */
  readonly reports: readonly [RoundReport | undefined, RoundReport | undefined];
  /** What was sent in it so far, in bytes, and of that in messages with records or contents. */
  readonly bytes: number;
  readonly recordBytes: number;
  /** What had to be found out when it began; of a guest nobody knows. */
  readonly odds: Odds | undefined;
  /** What was said of ranges, turn by turn. */
  readonly turns: readonly Turn[];
};

/** Two peers, and what is between them. */
export type LinkView = {
  readonly at: number;
  readonly peers: readonly [number, number];
  readonly isCut: boolean;
  /** Whether both keep the same, as neither of them need know. */
  readonly areEqual: boolean;
  /** What each of the two knows of whether both have the same. */
  readonly lamps: readonly [Lamp, Lamp];
  /** The last session. */
  readonly session: SessionView | undefined;
  /** What is on its way or held back: what goes the same way, in the order in which it will arrive. */
  readonly queue: readonly MessageView[];
};

export const messageView = (world: World, message: Message): MessageView => {
  const { number, from, to, link, text, where, isForged, isAltered, sentAt, endedAt } = message;
  const shownAs = world.shownAs(number);
  const repeats = message.repeats === undefined ? undefined : world.shownAs(message.repeats);
  const [type, bytes, words] = [typeOf(text), byteLength(text), saidWords(text)];
  return { number, shownAs, from, to, link, type, bytes, where, isForged, isAltered, repeats, words, sentAt, endedAt };
};

export const linkView = (world: World, link: Link): LinkView => {
  const last = link.connections.at(-1);
  // What a guest has, it alone knows: of its link, nobody says that both have the same.
  const [one, other] = link.peers.map((at) => world.peers[at]?.summary);
  return {
    at: link.at,
    peers: link.peers,
    isCut: link.isCut,
    areEqual: one !== undefined && one.fingerprint === other?.fingerprint && one.count === other.count,
    lamps: [lampOf(world, link, link.peers[0]), lampOf(world, link, link.peers[1])],
    session: last && sessionView(last, link),
    queue: link.connections.flatMap(({ queue }) => queue).map((message) => messageView(world, message)),
  };
};

const sessionView = (connection: Connection, { peers }: Link): SessionView => {
  const { name, isOver, ends, bytes, recordBytes, odds, turns } = connection;
  const report = (at: number) => (ends.caller.peer.at === at ? ends.caller : ends.answerer).report;
  return {
    name,
    caller: ends.caller.peer.at,
    isOver,
    error: errorOf(connection),
    reports: [report(peers[0]), report(peers[1])],
    bytes,
    recordBytes,
    odds,
    turns: [...turns],
  };
};

const errorOf = ({ ends: { caller, answerer } }: Connection): SessionView['error'] => {
  for (const [end, other] of [
    [caller, answerer],
    [answerer, caller],
  ] as const)
    if (end.ended?.how === 'error') {
      const { code, by, detail } = end.ended;
      return { code, by: (by === 'us' ? end : other).peer.at, detail };
    }
  return undefined;
};
