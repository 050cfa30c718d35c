import { families } from '../replica/family.ts';
import { MemoryStore } from '../replica/memory-store.ts';
import type { Replica } from '../replica/replica.ts';
import type { Store } from '../replica/store.ts';
import { ParamsError } from './params.ts';

/** Opens the store that has a name: the one that had it before, also in an earlier process. */
export type OpenDurable = (name: string) => Store;

/** The replicas that the judge has opened, by the names that it chose. */
export class Replicas {
  readonly #open = new Map<string, Replica>();
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
    void this.#open.get(name)?.close();
    this.#open.delete(name);
    if (!durable) return new MemoryStore();
    if (this.#openDurable === undefined) throw new ParamsError('durable: this subject keeps no replica on a disk');
    return this.#openDurable(name);
  }

  add(name: string, replica: Replica): void {
    this.#open.set(name, replica);
  }

  named(name: string): Replica {
    const replica = this.#open.get(name);
    if (replica === undefined) throw new ParamsError(`replica: none of the name ${JSON.stringify(name)} is open`);
    return replica;
  }

  /** The formats of what a question is about, where it is about a replica. */
  formatsOf(name: unknown, family: unknown): readonly string[] {
    const opened = typeof name === 'string' ? this.#open.get(name)?.description.family : undefined;
    const asked = family === 'native' || family === 'earthstar' ? families[family] : undefined;
    return (asked ?? opened)?.formats ?? [];
  }
}
