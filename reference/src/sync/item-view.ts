import { nativeReplication } from '../merge/native-replication.ts';
import { expiresOf, type KeepableRecord } from '../replica/family.ts';
import type { FoundRecord } from '../replica/passed-record.ts';
import type { Filter } from '../replica/query-members.ts';
import { passes, type Selector } from '../replica/selectors.ts';
import type { Task } from '../signature/task.ts';
import { CountedTree } from './counted-tree.ts';
import type { Bound, Item } from './item.ts';
import type { SyncSteps } from './steps.ts';
import type { SyncReplica } from './sync-replica.ts';

/** Which records of a replica are items of a session. */
export interface ViewOptions {
  /** Both have to let a record through. */
  readonly filters: readonly Filter[];
  readonly selectors: readonly Selector[];
  readonly clock: SyncSteps['clock'];
  /** What has gone before this is none, in microseconds. */
  readonly asOf: number;
  /** What is later than this is none either, in microseconds. */
  readonly newest: number;
  /** Of a live session the peer's own clock when it opened, from which on both go on; undefined of any other. */
  readonly goesOnFrom: number | undefined;
  /** The lifted form of an item; undefined where it is the item's bytes. */
  readonly lift: ((hex: string) => string) | undefined;
}

/**
 * The items of a session. Without filters and with lift 0 they are those of the replica, at no cost. Otherwise the view reads every
 * item once, of a filtered one also the record, and then looks at what comes and goes.
 */
export class ItemView {
  readonly #source: SyncReplica;
  readonly #options: ViewOptions;
  readonly #end: () => void;
  /** Those that arrived since the last pass began, by their bytes. */
  #arrived = new Map<string, Item>();
  #own: CountedTree | undefined;
  /** What came and went while the items were counted. */
  #meanwhile: (() => void)[] = [];
  /** What the clock of the session shows. */
  #now: number;
  /** Behind all that could be items when somebody last asked what is new. */
  #toldTo: Bound;

  constructor(source: SyncReplica, options: ViewOptions, now: number) {
    this.#source = source;
    this.#options = options;
    this.#now = Math.max(now, options.goesOnFrom ?? now);
    this.#toldTo = this.#behind;
    source.snapshot(0);
    this.#end = source.onItem(({ record, isKept }, item) => this.#change(record, this.#lifted(item), isKept));
  }

  /** How many items are looked at to count those of the session by itself; 0 where the replica has counted them. */
  get cost(): number {
    return this.#countsItself ? this.#source.snapshot(this.#time).size : 0;
  }

  /** Counts the items; before that, the view has none. After some of them it waits for its next turn. */
  *count(turn: (() => Promise<void>) | undefined): Task<void> {
    if (!this.#countsItself) return;
    const slice = this.#isFiltered ? filteredSlice : liftedSlice;
    const own = new CountedTree(this.#source.form(this.#options.lift !== undefined));
    let looked = 0;
    for (const item of this.#source.snapshot(this.#time).items()) {
      if (turn !== undefined && looked++ % slice === 0) yield () => turn().then(() => true);
      const found = this.#isFiltered ? this.#found(item) : undefined;
      if (!this.#isFiltered || (found !== undefined && this.#passes(found.record))) own.insert(this.#lifted(item));
    }
    this.#own = own;
    for (const change of this.#meanwhile.splice(0)) change();
  }

  /** The items as they are, which stay in the snapshot when they change. */
  snapshot(now: number): CountedTree {
    this.#goOn(now);
    const tree = this.#own?.snapshot() ?? this.#source.snapshot(this.#time);
    for (const gone of this.#own === undefined ? [] : this.#source.gone(this.#time)) tree.delete(gone);
    tree.cut(this.#behind);
    return tree;
  }

  /** The items of a pass that begins: what is new is counted from here. */
  beginPass(now: number): CountedTree {
    const tree = this.snapshot(now);
    this.#arrived = new Map();
    this.#toldTo = this.#behind;
    return tree;
  }

  /** What arrived, or was too far ahead and is no longer, since this was asked the last time or a pass began. */
  takeNew(now: number): readonly Item[] {
    const arrived = this.#arrived;
    const toldTo = this.#toldTo;
    const tree = this.beginPass(now);
    for (const item of tree.items(tree.rankOf(toldTo))) arrived.set(item.hex, item);
    return [...arrived.values()];
  }

  /** The record of an item, if it is kept and an item still. */
  read({ digest, hex }: Item, now: number): FoundRecord | undefined {
    const { replica } = this.#source;
    const found = replica.get(replica.description.family.idOf(digest), now);
    if (found === undefined || !this.isItem(found.record, now)) return undefined;
    return this.#source.itemFor(found.record, digest).hex === hex ? found : undefined;
  }

  isItem(record: KeepableRecord, now: number): boolean {
    this.#goOn(now);
    const expires = expiresOf(record);
    const isInTime = record.timestamp <= this.#newest && (expires === undefined || expires >= this.#time);
    return isInTime && this.#passes(record);
  }

  /** The contents that are wanted for items, in the order of identifiers. */
  wanted(now: number): Iterable<string> {
    this.#goOn(now);
    const { replica } = this.#source;
    const isItem = (digest: string) => {
      const found = replica.get(replica.description.family.idOf(digest), now);
      return found !== undefined && this.isItem(found.record, now);
    };
    const all = this.#source.snapshot(this.#time);
    const isSome = this.#isFiltered || all.rankOf(this.#behind) < all.size;
    return replica.wanted(this.#time, isSome ? isItem : undefined);
  }

  #goOn(now: number): void {
    this.#now = this.#options.clock(this.#now, now);
  }

  /** What has gone before this is no item, in microseconds. */
  get #time(): number {
    return Math.max(this.#options.asOf + this.#goneBy, this.#now);
  }

  get #newest(): number {
    return this.#options.newest + this.#goneBy;
  }

  /** How far the clocks of a live session have gone on. */
  get #goneBy(): number {
    const { goesOnFrom } = this.#options;
    return goesOnFrom === undefined ? 0 : this.#now - goesOnFrom;
  }

  /** Behind all that can be items. */
  get #behind(): Bound {
    return { timestamp: this.#newest + 1, hex: '' };
  }

  close(): void {
    this.#end();
  }

  get #countsItself(): boolean {
    return this.#isFiltered || this.#options.lift !== undefined;
  }

  get #isFiltered(): boolean {
    return this.#options.filters.some((filter) => Object.keys(filter).length > 0);
  }

  #passes(record: KeepableRecord): boolean {
    const { filters, selectors } = this.#options;
    return filters.every((filter) => passes(record, filter, selectors, noLinks));
  }

  #lifted(item: Item): Item {
    const { lift } = this.#options;
    return lift === undefined ? item : { ...item, lifted: lift(item.hex) };
  }

  #found({ digest }: Item): FoundRecord | undefined {
    const { replica } = this.#source;
    return replica.get(replica.description.family.idOf(digest), this.#now);
  }

  #change(record: KeepableRecord, item: Item, isKept: boolean): void {
    if (this.#countsItself && this.#own === undefined) {
      this.#meanwhile.push(() => this.#change(record, item, isKept));
      return;
    }
    if (!isKept) {
      this.#own?.delete(item);
      this.#arrived.delete(item.hex);
    } else if (this.#passes(record)) {
      this.#own?.insert(item);
      this.#arrived.set(item.hex, item);
    }
  }
}

/** So many items are looked at in one turn, of filtered ones the records: a few milliseconds. */
const liftedSlice = 2_048;
const filteredSlice = 256;

/** Filters do not ask for links. */
const noLinks = { links: () => [], native: nativeReplication.native };
