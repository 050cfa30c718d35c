import type { Document } from '../format/document.ts';
import type { Replication } from '../merge/replication.ts';
import type { KeepableRecord } from './family.ts';
import type { Kept } from './kept-record.ts';
import { justBehind, olderKey, pastAll, slotKey } from './keys.ts';
import type { Pending } from './pending.ts';
import type { ReplicaSteps } from './steps.ts';

/** A document on its way into its slot. */
export interface Candidate {
  readonly document: Document & KeepableRecord;
  readonly digest: string;
  readonly age: string;
}

/** What becomes of a slot; undefined where the document would not be kept in it. */
export interface SlotChange {
  /** The documents that go. */
  readonly drops: readonly Kept[];
  /** Where the newest document of the slot goes that is no longer that. */
  readonly displaced: { readonly key: string; readonly digest: string } | undefined;
  /** The key under which the new one is found. */
  readonly key: string;
}

/**
 * The documents of each slot. Mostly it is one; of those that are kept beside each other, each older one expires later than the
 * newer [DOC-19]. So a new one has to be compared with its neighbours alone.
 */
export class Slots {
  readonly #pending: Pending;
  readonly #replication: Replication<Document>;
  readonly #steps: ReplicaSteps;
  readonly #kept: (digest: string) => Kept;
  readonly #ageOf: (record: KeepableRecord) => string;

  constructor(
    pending: Pending,
    replication: Replication<Document>,
    steps: ReplicaSteps,
    kept: (digest: string) => Kept,
    ageOf: (record: KeepableRecord) => string,
  ) {
    this.#pending = pending;
    this.#replication = replication;
    this.#steps = steps;
    this.#kept = kept;
    this.#ageOf = ageOf;
  }

  /** [REP-5] [REP-8] What taking a document in would change. */
  changeBy({ document, age }: Candidate): SlotChange | undefined {
    const slot = this.#replication.slot(document);
    const newestKey = slotKey(document.path, slot);
    const newestDigest = this.#pending.get(newestKey);
    if (newestDigest === undefined) return { drops: [], displaced: undefined, key: newestKey };
    const newest = this.#kept(newestDigest);
    const newestDocument = newest.record as Document & KeepableRecord;
    if (this.#replication.byAge(document, newestDocument) < 0) {
      if (!this.#drops(document, newest)) {
        const key = olderKey(document.path, slot, this.#ageOf(newest.record));
        return { drops: [], displaced: { key, digest: newestDigest }, key: newestKey };
      }
      const older = this.#droppedBehind(document, slot, '');
      return { drops: [newest, ...older], displaced: undefined, key: newestKey };
    }
    const key = olderKey(document.path, slot, age);
    const newer = this.#pending.last(olderKey(document.path, slot, ''), key);
    const neighbour = newer === undefined ? newestDocument : (this.#kept(newer[1]).record as Document);
    if (this.#steps.isObsolete(neighbour, document, this.#replication)) return undefined;
    return { drops: this.#droppedBehind(document, slot, age), displaced: undefined, key };
  }

  apply({ drops, displaced, key }: SlotChange, { document, digest }: Candidate): void {
    const slot = this.#replication.slot(document);
    for (const { record } of drops) this.#pending.delete(olderKey(document.path, slot, this.#ageOf(record)));
    if (displaced !== undefined) this.#pending.set(displaced.key, displaced.digest);
    this.#pending.set(key, digest);
  }

  /** Takes a document out of its slot that nothing takes the place of. */
  remove({ document, digest, age }: Candidate): void {
    const slot = this.#replication.slot(document);
    const newestKey = slotKey(document.path, slot);
    if (this.#pending.get(newestKey) !== digest) {
      this.#pending.delete(olderKey(document.path, slot, age));
      return;
    }
    const all = olderKey(document.path, slot, '');
    const [next] = this.#pending.rising(all, pastAll(all));
    this.#pending.set(newestKey, next?.[1]);
    if (next !== undefined) this.#pending.delete(next[0]);
  }

  #droppedBehind(document: Document, slot: string, age: string): readonly Kept[] {
    const all = olderKey(document.path, slot, '');
    const dropped: Kept[] = [];
    for (const [, digest] of this.#pending.rising(justBehind(`${all}${age}`), pastAll(all))) {
      const older = this.#kept(digest);
      if (!this.#drops(document, older)) break;
      dropped.push(older);
    }
    return dropped;
  }

  #drops(newer: Document, { record }: Kept): boolean {
    return this.#steps.drops(newer, record as Document & KeepableRecord, this.#replication);
  }
}
