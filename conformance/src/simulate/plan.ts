import type { JsonObject } from '../forge/index.ts';
import { NOW } from '../laws/law.ts';
import { NATIVE_POOL } from '../laws/replica-pool.ts';
import { CROWD_POOL } from '../laws/session-crowd.ts';
import { type Random, seededRandom } from '../run/random.ts';
import { LIES, type Lie } from './lies.ts';

/** What one side of a connection says: members of `session.open`. */
export type Offer = JsonObject;

export type PlannedPeer = {
  /** On which of the hosts that a run has, counted on from the first where there are fewer. */
  host: number;
  /** How far its clock is ahead, in microseconds. */
  ahead: number;
  filter?: JsonObject;
  /** Its replica outlives its process. */
  durable?: true;
};

/** One thing that happens. What names a connection that is not there, or is cut by a partition, does nothing. */
export type PlannedStep =
  | { do: 'write'; peer: number; record: { format: string; text: string; content?: string } }
  | {
      do: 'connect';
      connection: string;
      peers: readonly [caller: number, answerer: number];
      offers: readonly Offer[];
      lie?: Lie;
    }
  /** So many messages arrive at each side, one after another; what is left is delayed. */
  | { do: 'deliver'; connection: string; caller: number; answerer: number }
  | { do: 'drop'; connection: string }
  | { do: 'part'; peers: readonly number[] }
  | { do: 'heal' }
  | { do: 'restart'; peer: number }
  | { do: 'wait'; micros: number };

/** A schedule without a generator: what is run, shrunk, written to a file and replayed. */
export type Plan = { space: string; seed: number; peers: readonly PlannedPeer[]; steps: readonly PlannedStep[] };

const MINUTE = 60_000_000;

const one = <T>(random: Random, items: readonly T[]): T => items[random.integer(items.length)] as T;
const chance = (random: Random, percent: number): boolean => random.integer(100) < percent;

const written = (random: Random, peer: number): PlannedStep => {
  const { content, ...bare } = NATIVE_POOL.record(random.integer(NATIVE_POOL.size), NOW);
  const whole = chance(random, 70) ? { ...bare, content: content as string } : bare;
  const format = NATIVE_POOL.format(bare);
  return { do: 'write', peer, record: { format, text: JSON.stringify(whole) } };
};

/** So many documents that ranges are divided, or just not. */
const crowd = (random: Random, peer: number): PlannedStep[] => {
  const first = random.integer(20);
  return Array.from({ length: 14 + random.integer(6) }, (_, at): PlannedStep => {
    const record = CROWD_POOL.record(first + at, NOW);
    return { do: 'write', peer, record: { format: CROWD_POOL.format(record), text: JSON.stringify(record) } };
  });
};

const filterOf = (random: Random): JsonObject =>
  one<JsonObject>(random, [
    { author: String(NATIVE_POOL.authors[0]) },
    { pathPrefix: '/a' },
    { kind: 'document' },
    { kind: 'message' },
    { from: NOW - 1 },
  ]);

const offerOf = (random: Random): Offer => ({
  ...(chance(random, 15) ? { filter: filterOf(random) } : {}),
  ...(chance(random, 15) ? { sparse: true } : {}),
  ...(chance(random, 50) ? { live: true } : {}),
  ...(chance(random, 20) ? { lift: 1 } : {}),
  ...(chance(random, 15) ? { seed: one(random, SEEDS) } : {}),
});

/** Of peers that show who they are. */
const SEEDS = ['11'.repeat(32), '22'.repeat(32)];
const ADDRESS = 'ws://peer';

const lieOf = (random: Random): Lie => {
  const what = one(random, Object.keys(LIES));
  return { to: LIES[what]?.to ?? one(random, ['caller', 'answerer'] as const), what };
};

const peerOf = (random: Random, host: number, durable: boolean): PlannedPeer => ({
  host,
  ahead: chance(random, 30) ? (random.integer(21) - 10) * MINUTE : 0,
  ...(chance(random, 15) ? { filter: filterOf(random) } : {}),
  ...(durable ? { durable: true as const } : {}),
});

/** A schedule that the seed decides: 2 to 4 peers on `hosts` hosts, at most one of them durable where `restarts`. */
export const planOf = (seed: number, { hosts, restarts }: { hosts: number; restarts: boolean }): Plan => {
  const random = seededRandom(seed);
  const durable = restarts && chance(random, 25) ? 0 : -1;
  const turn = random.integer(Math.max(1, hosts));
  const peers = Array.from({ length: 2 + random.integer(3) }, (_, at) => peerOf(random, at + turn, at === durable));
  const anyPeer = (): number => random.integer(peers.length);
  let connections = 0;
  const connect = (): PlannedStep[] => {
    const caller = anyPeer();
    const answerer = (caller + 1 + random.integer(peers.length - 1)) % peers.length;
    connections += 1;
    const connection = `c${connections}`;
    const at = chance(random, 30) ? { address: ADDRESS } : {};
    const offers = [
      { ...offerOf(random), ...at },
      { ...offerOf(random), ...at },
    ];
    const lie = chance(random, 35) ? { lie: lieOf(random) } : {};
    const pumped = chance(random, 50) ? 40 : random.integer(12);
    return [
      { do: 'connect', connection, peers: [caller, answerer], offers, ...lie },
      { do: 'deliver', connection, caller: pumped, answerer: pumped },
    ];
  };
  const any = (): string => `c${1 + random.integer(Math.max(1, connections))}`;
  const step = (): PlannedStep[] => {
    const drawn = random.integer(100);
    if (drawn < 6) return crowd(random, anyPeer());
    if (drawn < 40) return Array.from({ length: 1 + random.integer(4) }, () => written(random, anyPeer()));
    if (drawn < 62) return connect();
    if (drawn < 78)
      return [{ do: 'deliver', connection: any(), caller: random.integer(6), answerer: random.integer(6) }];
    if (drawn < 86) return [{ do: 'drop', connection: any() }];
    if (drawn < 90) return [{ do: 'part', peers: [anyPeer()] }];
    if (drawn < 93) return [{ do: 'heal' }];
    if (drawn < 96) return durable < 0 ? [] : [{ do: 'restart', peer: durable }];
    return [{ do: 'wait', micros: one(random, [1, 2, 1_000_000, MINUTE]) }];
  };
  const steps = Array.from({ length: 6 + random.integer(14) }, step).flat();
  return { space: NATIVE_POOL.space, seed, peers, steps };
};
