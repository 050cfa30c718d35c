import type { Sha256 } from '../bytes/sha256.ts';
import { exceedsUtf8 } from '../bytes/utf8.ts';
import { expiresOf, isNative, type KeepableRecord } from '../replica/family.ts';
import type { KeptChange } from '../replica/kept-change.ts';
import type { Numbered } from '../replica/listing.ts';
import type { Replica } from '../replica/replica.ts';
import { CountedTree } from './counted-tree.ts';
import { earthstarBytes } from './fingerprint.ts';
import type { Item } from './item.ts';
import { type RowForm, rowForm } from './item-row.ts';

/** The longest canonical form of an Earthstar document that is an item, in bytes. */
const maxEarthstarBytes = 524_288;

/** Is told which items come and go. */
export type ItemListener = (change: KeptChange, item: Item) => void;

/** The items of a replica in their order, and those that go away. */
interface Counted {
  readonly items: CountedTree;
  /** Each of these with the time at which it goes away in the place of its timestamp. */
  readonly byExpiry: CountedTree;
  /** The same by digest, with its own timestamp. */
  readonly expiring: Map<string, { readonly item: Item; readonly expires: number }>;
}

/**
 * A replica whose items are counted as records come and go, for any number of sessions. One for each replica, made when it is
 * opened. The tree is built when it is first asked for: that reads all keys by time, about two seconds for a million records.
 */
export class SyncReplica {
  readonly replica: Replica;
  readonly #sha256: Sha256;
  readonly #listeners = new Set<ItemListener>();
  readonly #unwatch: () => void;
  #counted: Counted | undefined;

  constructor(replica: Replica, sha256: Sha256) {
    this.replica = replica;
    this.#sha256 = sha256;
    this.#unwatch = replica.onKept((changes) => this.#change(changes));
  }

  /** How items are kept. Earthstar documents are not found by their bytes. */
  form(lifted: boolean): RowForm {
    return rowForm({ lifted, digest: this.replica.description.family.name !== 'native' });
  }

  get space(): string {
    return this.replica.description.space;
  }

  /** Every item that has not gone before a time, in microseconds. It takes time for those alone that are kept and have gone. */
  snapshot(time: number): CountedTree {
    const tree = this.#built().items.snapshot();
    for (const item of this.gone(time)) tree.delete(item);
    return tree;
  }

  /** The items that are kept and have gone before a time. */
  *gone(time: number): Iterable<Item> {
    const { byExpiry, expiring } = this.#built();
    for (const { timestamp, digest } of byExpiry.items()) {
      if (timestamp >= time) return;
      const found = expiring.get(digest);
      if (found !== undefined) yield found.item;
    }
  }

  /** The item that a record is. */
  itemFor(record: KeepableRecord, digest = this.replica.description.family.digestOf(record)): Item {
    const hex = isNative(record) ? digest : earthstarBytes(record.id, record.signature, this.#sha256);
    return { timestamp: record.timestamp, hex, lifted: hex, digest };
  }

  onItem(listener: ItemListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Counts no longer. */
  close(): void {
    this.#unwatch();
  }

  #change(changes: readonly KeptChange[]): void {
    const counted = this.#counted;
    // What nobody has asked for is built from what is kept then.
    if (counted === undefined) return;
    for (const change of changes) {
      if (!this.#isSent(change.record)) continue;
      const item = this.itemFor(change.record, change.digest);
      if (change.isKept) insert(counted, item, expiresOf(change.record));
      else remove(counted, item);
      for (const listener of this.#listeners) listener(change, item);
    }
  }

  /** Whether a record is one that fits into a message in any case: native records always do. */
  #isSent(record: KeepableRecord): boolean {
    const { family } = this.replica.description;
    return isNative(record) || !exceedsUtf8(family.textOf(record), maxEarthstarBytes);
  }

  #built(): Counted {
    this.#counted ??= this.#build();
    return this.#counted;
  }

  #build(): Counted {
    const { accepted, held, expiring } = this.replica.listing();
    const expiries = new Map<string, number>();
    for (const [expires, digest] of expiring) expiries.set(digest, expires);
    const counted = {
      items: CountedTree.of(this.#itemsOf(accepted), this.form(false)),
      byExpiry: new CountedTree(this.form(false)),
      expiring: new Map<string, { item: Item; expires: number }>(),
    };
    for (const { record, digest } of held) counted.items.insert(this.itemFor(record, digest));
    for (const item of expiries.size > 0 ? counted.items.items() : []) {
      const expires = expiries.get(item.digest);
      if (expires !== undefined) expire(counted, item, expires);
    }
    return counted;
  }

  /** Of native records the keys say everything; an Earthstar document has to be read. */
  *#itemsOf(accepted: Iterable<Numbered>): Iterable<Item> {
    const { family } = this.replica.description;
    for (const [timestamp, digest] of accepted) {
      if (family.name === 'native') yield { timestamp, hex: digest, lifted: digest, digest };
      else {
        const found = this.replica.get(family.idOf(digest), 0);
        if (found !== undefined && this.#isSent(found.record)) yield this.itemFor(found.record, digest);
      }
    }
  }
}

function insert(counted: Counted, item: Item, expires: number | undefined): void {
  counted.items.insert(item);
  if (expires !== undefined) expire(counted, item, expires);
}

function expire({ byExpiry, expiring }: Counted, item: Item, expires: number): void {
  byExpiry.insert({ ...item, timestamp: expires });
  expiring.set(item.digest, { item, expires });
}

function remove({ items, byExpiry, expiring }: Counted, item: Item): void {
  items.delete(item);
  const gone = expiring.get(item.digest);
  if (gone === undefined || gone.item.hex !== item.hex) return;
  byExpiry.delete({ ...item, timestamp: gone.expires });
  expiring.delete(item.digest);
}
