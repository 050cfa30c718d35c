import { sha256 } from '@noble/hashes/sha2.js';
import { hex, type JsonObject, utf8 } from '../forge/index.ts';
import { NOW } from '../laws/law.ts';
import { Fault } from './fault.ts';
import { type Host, HostFault, type Loose } from './host.ts';
import type { Plan, PlannedPeer } from './plan.ts';

/** What a replica says that it keeps. */
export type State = { records: readonly string[]; held: readonly string[]; wanted: readonly string[] };

/** A peer of a schedule: one replica somewhere. */
export type Peer = Omit<PlannedPeer, 'ahead'> & {
  at: number;
  replica: string;
  on: Host;
  /** Its clock, which never goes back. */
  now(): number;
  /** Sets its clock forward to where the clocks of all are. */
  catchUp(ahead: number): void;
  open(): Promise<void>;
  state(): Promise<State>;
  write(record: JsonObject): Promise<Loose>;
};

/** The time that has gone by in a schedule, in microseconds. */
export type Elapsed = { micros: number };

/** 32 bytes in hexadecimal that only these words decide. */
export const entropyOf = (...words: readonly (string | number)[]): string => hex(sha256(utf8(words.join(' '))));

/** Asks a host; what is no answer ends the schedule. */
export const askHost = async (on: Host, ...question: Parameters<Host['ask']>): Promise<Loose> => {
  try {
    return await on.ask(...question);
  } catch (error) {
    if (error instanceof HostFault) throw new Fault('host', error.message);
    throw error;
  }
};

const idsIn = (list: unknown): string[] =>
  (Array.isArray(list) ? list : []).map((each) => String(typeof each === 'object' ? (each as Loose).id : each));

/** Where the peers of a schedule live: each on one of `shared`, and a durable one by itself, where there is a host for it. */
export type Hosts = { shared: readonly Host[]; durable?: Host | undefined };

/** Begins a peer, not yet open; `run` tells its names from those of other schedules on the same hosts. */
export const peerOf = (
  plan: Plan,
  at: number,
  { hosts, elapsed, run }: { hosts: Hosts; elapsed: Elapsed; run: string },
): Peer => {
  const planned = plan.peers[at] as PlannedPeer;
  const own = planned.durable ? hosts.durable : undefined;
  const on = own ?? (hosts.shared[planned.host % hosts.shared.length] as Host);
  let { ahead } = planned;
  const replica = `${run}p${at}`;
  const now = (): number => NOW + ahead + elapsed.micros;
  return {
    ...planned,
    at,
    replica,
    on,
    now,
    catchUp: (to) => {
      ahead = to;
    },
    open: async () => {
      await askHost(on, 'replica.open', {
        replica,
        family: 'native',
        space: plan.space,
        ...(planned.filter === undefined ? {} : { filter: planned.filter }),
        ...(own === undefined ? {} : { durable: true }),
      });
    },
    state: async () => {
      const { records, held, wanted } = await askHost(on, 'replica.state', { replica, now: now() });
      return { records: idsIn(records), held: idsIn(held), wanted: idsIn(wanted) };
    },
    write: async (record) => {
      const { outcomes } = await askHost(on, 'replica.ingest', { replica, now: now(), records: [record] });
      return ((outcomes as readonly Loose[] | undefined)?.[0] ?? {}) as Loose;
    },
  };
};
