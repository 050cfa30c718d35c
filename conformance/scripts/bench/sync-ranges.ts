import {
  type GivenRecord,
  MemoryStore,
  type Protocol,
  run,
  Session,
  type SessionOptions,
  type SyncEngine,
  SyncReplica,
} from '@rockpool/reference';
import { nodeSha256 } from '@rockpool/reference/node';
import { opened, trusting } from './replica-records.ts';
import { NOW } from './samples.ts';
import { credulous, type Listed } from './sync-sets.ts';

/** What it took until two peers knew what the other lacks. */
export interface Reconciled {
  /** Of both together, in milliseconds, without what a replica does with a record that it takes in. */
  readonly cpu: number;
  /** There and back again. */
  readonly rounds: number;
  /** What the comparison itself takes, in both directions, without the records. */
  readonly bytes: number;
  /** The same as it travels: with the names of members, in base64url, and with all else that a session says. */
  readonly framed: number;
}

/** A peer that keeps records, and claims to keep some items more, whose records nobody will ask for. */
export function peerWith(items: readonly Listed[]): SyncReplica {
  const replica = opened({ store: new MemoryStore(), protocol: trusting });
  const accepted = items.map(({ timestamp, hex }) => [timestamp, hex] as const);
  replica.listing = () => ({ accepted, held: [], expiring: [] });
  const peer = new SyncReplica(replica, nodeSha256);
  // Builds the tree, which is kept up to date from here on.
  peer.snapshot(NOW);
  // What only this measurement has in memory is nothing for the garbage collector to look at.
  replica.listing = () => ({ accepted: [], held: [], expiring: [] });
  return peer;
}

export function keep({ replica }: SyncReplica, records: readonly GivenRecord[]): void {
  const refused = run(replica.ingest(records, NOW), credulous).find(({ is }) => is !== 'accepted');
  if (refused !== undefined) throw new Error(`a record was refused: ${JSON.stringify(refused)}`);
}

interface Message {
  readonly type: string;
  readonly ranges?: string;
  readonly more?: boolean;
}

/** In microseconds of CPU time. */
const usedSince = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return user + system;
};

/** By what the peers of a session go. */
export interface Means {
  readonly protocol: Protocol;
  readonly engine: SyncEngine;
}

const begun = (
  role: 'caller' | 'answerer',
  peer: SyncReplica,
  { protocol, engine }: Means,
  onTaken: (micros: number) => void,
): Session => {
  const entropy = new Uint8Array(32).fill(role.length);
  const take: SessionOptions['take'] = ({ replica }) =>
    function* (records, now) {
      const start = process.cpuUsage();
      const outcomes = yield* replica.ingest(records, now);
      onTaken(usedSince(start));
      return outcomes;
    };
  const session = new Session({ protocol, sha256: nodeSha256, role, entropy, replicas: [peer], take });
  run(session.start(), engine);
  return session;
};

/** Holds a session of one round between two peers of this process, after which they have the same; all messages are texts. */
export function hold(
  caller: SyncReplica,
  answerer: SyncReplica,
  means: Means,
): { readonly sent: readonly string[]; readonly takenMicros: number } {
  const sent: string[] = [];
  let takenMicros = 0;
  const onTaken = (micros: number): void => {
    takenMicros += micros;
  };
  const sessions = [begun('caller', caller, means, onTaken), begun('answerer', answerer, means, onTaken)] as const;
  let equal = 0;
  const under: (readonly [to: 0 | 1, text: string])[] = [];
  const collect = (from: 0 | 1): void => {
    for (const text of sessions[from].outgoing()) {
      sent.push(text);
      under.push([from === 0 ? 1 : 0, text]);
    }
  };
  collect(0);
  for (let next = under.shift(); next !== undefined; next = under.shift()) {
    const [to, text] = next;
    if (run(sessions[to].receive(text, NOW), means.engine)?.equal === true) equal++;
    collect(to);
  }
  if (equal !== 2) throw new Error(`the two differ still: ${JSON.stringify(sessions.map(({ end }) => end))}`);
  return { sent, takenMicros };
}

/** What two peers take until they have the same. */
export function reconcile(caller: SyncReplica, answerer: SyncReplica): Reconciled {
  const start = process.cpuUsage();
  const { sent, takenMicros } = hold(caller, answerer, { protocol: trusting, engine: credulous });
  return { cpu: (usedSince(start) - takenMicros) / 1_000, ...counted(sent) };
}

/** Of messages in the order in which they were sent. Turns alternate, so two of them go there and back again. */
function counted(sent: readonly string[]): Omit<Reconciled, 'cpu'> {
  let turns = 0;
  let bytes = 0;
  let framed = 0;
  for (const text of sent) {
    const { type, ranges, more } = JSON.parse(text) as Message;
    if (type !== 'records') framed += text.length;
    if (type !== 'reconcile') continue;
    if (more !== true) turns++;
    bytes += Buffer.from(ranges ?? '', 'base64url').length;
  }
  return { rounds: Math.ceil(turns / 2), bytes, framed };
}
