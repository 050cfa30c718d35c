import type { JsonObject } from '../src/index.ts';
import {
  type GivenRecord,
  type Protocol,
  type Replica,
  run,
  Session,
  type SessionOptions,
  SyncReplica,
} from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import type { RoundReport, SessionSettings } from '../src/sync/session-types.ts';
import { engine, now, protocol } from './cast.ts';
import { opened } from './replica-cast.ts';

/** A replica that is synced, with some records in it. */
export function keeping(records: readonly GivenRecord[], replica: Replica = opened()): SyncReplica {
  const synced = new SyncReplica(replica, nodeSha256);
  if (records.length > 0) run(replica.ingest(records, now), engine);
  return synced;
}

export type Says = Partial<SessionSettings> & { readonly protocol?: Protocol };

/** One peer of a session that is played out at once. */
export function peer(role: SessionOptions['role'], synced: SyncReplica, says: Says = {}): Session {
  const entropy = new Uint8Array(32).fill(role === 'caller' ? 7 : 8);
  const session = new Session({ protocol, sha256: nodeSha256, role, entropy, replicas: [synced], ...says });
  run(session.start(), engine);
  return session;
}

/** A message on its way. */
export interface Sent {
  readonly by: 'caller' | 'answerer';
  readonly text: string;
  readonly message: JsonObject;
}

/** What two peers have said to each other and reported. */
export class Call {
  readonly caller: Session;
  readonly answerer: Session;
  readonly sent: Sent[] = [];
  readonly reports: { readonly by: Sent['by']; readonly report: RoundReport }[] = [];
  at = now;
  readonly #under: Record<Sent['by'], string[]> = { caller: [], answerer: [] };

  constructor(a: SyncReplica, b: SyncReplica, says: Says = {}, answererSays: Says = says) {
    this.caller = peer('caller', a, says);
    this.answerer = peer('answerer', b, answererSays);
  }

  /** Takes what both have to say. */
  collect(): void {
    for (const by of ['caller', 'answerer'] as const) {
      for (const text of this[by].outgoing()) {
        this.sent.push({ by, text, message: JSON.parse(text) });
        this.#under[by].push(text);
      }
    }
  }

  /** Brings the next message of one of them; answers whether there was one. */
  bring(by: Sent['by']): boolean {
    const text = this.#under[by].shift();
    if (text === undefined) return false;
    const to = by === 'caller' ? 'answerer' : 'caller';
    const report = run(this[to].receive(text, this.at), engine);
    if (report !== undefined) this.reports.push({ by: to, report });
    this.collect();
    return true;
  }

  /** Brings messages until there are no more, or so many. */
  play(most = 100_000): this {
    this.collect();
    for (let count = 0; count < most; count++) if (!this.bring('caller') && !this.bring('answerer')) break;
    return this;
  }

  /** What one peer said in turns: one `reconcile` or `done` each, and those with `more` before it. */
  turns(by: Sent['by']): number {
    return this.sent.filter(
      ({ by: who, message: { type, more } }) =>
        who === by && (type === 'reconcile' || type === 'done') && more !== true,
    ).length;
  }

  /** The texts of all records that were sent. */
  get records(): string[] {
    return this.sent.flatMap(({ message }) =>
      message.type === 'records' ? (message.records as { text: string }[]).map(({ text }) => text) : [],
    );
  }
}

/** What a replica keeps. */
export const kept = ({ replica }: SyncReplica, at = now): string[] => [...replica.all(at)].map(({ digest }) => digest);
