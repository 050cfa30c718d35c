import type { Sha256 } from '../bytes/sha256.ts';
import { families } from '../replica/family.ts';
import { MemoryStore } from '../replica/memory-store.ts';
import type { Replica } from '../replica/replica.ts';
import type { Store } from '../replica/store.ts';
import type { Session } from '../sync/session.ts';
import { SyncReplica } from '../sync/sync-replica.ts';
import { ParamsError } from './params.ts';

/** Opens the store that has a name: the one that had it before, also in an earlier process. */
export type OpenDurable = (name: string) => Store;

/** The replicas that the judge has opened, by the names that it chose. */
export class Replicas {
  readonly #open = new Map<string, Replica>();
  readonly #synced = new Map<Replica, SyncReplica>();
  readonly #sessions = new Map<string, { readonly session: Session; readonly replica: Replica }>();
  readonly #openDurable: OpenDurable | undefined;

  /** @param openDurable absent where nothing outlives the process. */
  constructor(openDurable?: OpenDurable) {
    this.#openDurable = openDurable;
  }

  get canBeDurable(): boolean {
    return this.#openDurable !== undefined;
  }

  /** Where the replica of that name is to be kept. What was open under it is closed. */
  storeFor(name: string, durable: boolean): Store {
    const before = this.#open.get(name);
    if (before !== undefined) this.#forget(before);
    this.#open.delete(name);
    if (!durable) return new MemoryStore();
    if (this.#openDurable === undefined) throw new ParamsError('durable: this subject keeps no replica on a disk');
    return this.#openDurable(name);
  }

  #forget(replica: Replica): void {
    void replica.close();
    this.#synced.delete(replica);
    for (const [name, begun] of this.#sessions) if (begun.replica === replica) this.#sessions.delete(name);
  }

  add(name: string, replica: Replica): void {
    this.#open.set(name, replica);
  }

  named(name: string): Replica {
    const replica = this.#open.get(name);
    if (replica === undefined) throw new ParamsError(`replica: none of the name ${JSON.stringify(name)} is open`);
    return replica;
  }

  /** The replica of that name with its items counted. */
  synced(name: string, sha256: Sha256): SyncReplica {
    const replica = this.named(name);
    const synced = this.#synced.get(replica) ?? new SyncReplica(replica, sha256);
    this.#synced.set(replica, synced);
    return synced;
  }

  /** Names a session that was begun. */
  begin(name: string, session: Session, { replica }: SyncReplica): void {
    this.#sessions.set(name, { session, replica });
  }

  sessionNamed(name: string): Session {
    const begun = this.#sessions.get(name);
    if (begun === undefined) throw new ParamsError(`session: none of the name ${JSON.stringify(name)} is open`);
    return begun.session;
  }

  /** The formats of the records of a session. */
  formatsOfSession(name: unknown): readonly string[] {
    const begun = typeof name === 'string' ? this.#sessions.get(name) : undefined;
    return begun?.replica.description.family.formats ?? [];
  }

  /** The formats of what a question is about, where it is about a replica. */
  formatsOf(name: unknown, family: unknown): readonly string[] {
    const opened = typeof name === 'string' ? this.#open.get(name)?.description.family : undefined;
    const asked = family === 'native' || family === 'earthstar' ? families[family] : undefined;
    return (asked ?? opened)?.formats ?? [];
  }
}
