import type { Replica, Transport } from '@rockpool/reference';
import { ReplicaHost } from '../../../../reference/src/replica/host.ts';
import { type Summary, summarise } from '../../../../reference/src/sync/fingerprint.ts';
import type { SessionEnd } from '../../../../reference/src/sync/session-types.ts';
import { syncOver } from '../../../../reference/src/sync/sync-over.ts';
import { nameOfId, space, withNames } from '../engine/people.ts';
import { MemoryStore, openReplica, portableSha256, SyncReplica } from '../engine/reference.ts';
import { meaningOf } from '../engine/words.ts';
import { engine, firstPage, protocol, signedPage } from './phone.ts';

/** In microseconds since 1970. */
export const clock = (): number => Date.now() * 1_000;

/** The page that wins at a path. */
export type LocalPage = { readonly path: string; readonly author: string; readonly content: string };

/** A whole peer of the reference in this tab, which runs by itself and by the real clock, and answers whoever calls. */
export class LocalPeer {
  readonly #replica: Replica;
  readonly #host: ReplicaHost;
  readonly #source: SyncReplica;

  /** `onChange` is called when it may keep something else than before. */
  constructor(onChange: () => void = () => undefined) {
    const opened = openReplica({ protocol, store: new MemoryStore(), family: 'native', space });
    if (!opened.ok) throw new RangeError(`the replica cannot be opened: ${opened.code}`);
    this.#replica = opened.replica;
    this.#host = new ReplicaHost({ replica: opened.replica, engine, clock });
    this.#source = new SyncReplica(opened.replica, portableSha256);
    this.#replica.onKept(onChange);
  }

  /** Has the page that every guest has at first. */
  async begin(): Promise<this> {
    await this.#host.ingest([firstPage(clock())]);
    return this;
  }

  /** Answers a caller, and stays for what is new. How that ended, in words. */
  async meet(transport: Transport): Promise<string> {
    const { ended } = syncOver(transport, {
      role: 'answerer',
      protocol,
      engine,
      clock,
      entropy: crypto.getRandomValues(new Uint8Array(32)),
      live: true,
      replicas: [{ source: this.#source, host: this.#host }],
    });
    const { session, transport: ending } = await ended;
    return sessionWords(session) ?? ending.reason;
  }

  /** Writes the newest page at a path, whatever clock those before it were written by. */
  async write(path: string, content: string): Promise<void> {
    const before = this.#replica.winnerAt(path, clock())?.record.timestamp ?? 0;
    const [outcome] = await this.#host.ingest([signedPage(path, content, Math.max(clock(), before + 1))]);
    if (outcome?.is === 'rejected') throw new RangeError(`It cannot be written: ${meaningOf(outcome.rejected.code)}.`);
  }

  get summary(): Summary {
    return summarise(this.#source.snapshot(clock()), portableSha256);
  }

  /** What is at each path, by path. */
  get pages(): readonly LocalPage[] {
    const found = this.#replica.query({ kind: 'document' }, clock());
    return (found.ok ? found.records : [])
      .flatMap(({ record }) => {
        if (!('path' in record)) return [];
        const content = this.#replica.get(record.id, clock())?.content ?? '';
        return { path: withNames(record.path), author: nameOfId(record.author), content: String(content) };
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

const sessionWords = (end: SessionEnd): string | undefined =>
  end.how === 'error' ? `${end.by === 'us' ? 'refused' : 'was refused'}: ${meaningOf(end.code)}` : undefined;
