import { decodeBase32 } from '../bytes/base32.ts';
import { encodeHex } from '../bytes/hex.ts';
import type { Statement } from '../format/statement.ts';
import { idByteLength } from '../id/id.ts';
import { formatOf, type Protocol } from '../protocol/protocol.ts';
import type { Rejected, Verdict } from '../rule/verdict.ts';
import { answered, sideBySide, type Task } from '../signature/task.ts';
import { readText } from '../text/read.ts';
import type { JsonValue } from '../value/json.ts';
import { firstBroken, judgement, readValue } from '../verify.ts';
import { blobsWith, namingsIn } from './contents.ts';
import type { Description } from './description.ts';
import { type FamilyName, families } from './family.ts';
import type { KeptListener } from './kept-change.ts';
import { pastAll } from './keys.ts';
import { type Listing, listingOf } from './listing.ts';
import { isTaken, type Outcome } from './outcome.ts';
import type { FoundRecord, GivenRecord } from './passed-record.ts';
import { type Judged, judgedAs, Plan } from './plan.ts';
import { type Answer, Reading } from './query.ts';
import { readFilter } from './query-members.ts';
import type { Quota } from './quota.ts';
import type { ReplicaState } from './replica-state.ts';
import { firstOf } from './rules.ts';
import { livingRecords, stateOf, wantedBlobs } from './state.ts';
import { type Change, type Store, StoreFull } from './store.ts';
import { checkDescription, describe } from './version.ts';

export type { FoundRecord, GivenRecord } from './passed-record.ts';

/** Room for a thousand held records of each key and ten thousand in all. */
export const usualQuota: Quota = { perKey: 1_000, total: 10_000 };

/** What a replica is opened with. */
export interface ReplicaOptions {
  readonly protocol: Protocol;
  /** Where it keeps what it keeps. Nobody else writes there meanwhile. */
  readonly store: Store;
  readonly family: FamilyName;
  /** The identifier of a space or the address of a share. */
  readonly space: string;
  /** Which part of the space it is for; all of it where absent [REP-13]. */
  readonly filter?: JsonValue | undefined;
  readonly quota?: Quota | undefined;
}

/** Why a replica cannot be opened like this [REP-1] [REP-13]; undefined if it can. Needs no store. */
export function refusalToOpen(options: Omit<ReplicaOptions, 'store'>): Rejected | undefined {
  const { protocol, family, space, filter = {} } = options;
  const { replicaRules: rules, steps } = protocol;
  const shape = firstBroken(rules.filter, filter, { now: 0 });
  const form = firstBroken(rules.open, { family, space }, { now: 0 });
  return firstOf(steps.replica, shape, form);
}

/**
 * Opens a replica over a store, which may have been one's before. Reads no record and verifies nothing.
 *
 * @throws StoreVersionError, StoreMismatchError if what is in the store cannot be read as this replica.
 */
export function openReplica(options: ReplicaOptions): { readonly ok: true; readonly replica: Replica } | Rejected {
  const { protocol, store, family, space, filter = {}, quota = usualQuota } = options;
  const broken = refusalToOpen(options);
  if (broken !== undefined) return broken;
  const description = { space, family: families[family], filter: readFilter(filter), quota };
  checkDescription(store, description);
  return { ok: true, replica: new Replica(protocol, description, protocol.steps.replica.storeOver(store)) };
}

/**
 * What a peer keeps of a space. Reading answers at once; records are taken in by a task, one list after another.
 */
export class Replica {
  readonly description: Description;
  readonly #protocol: Protocol;
  readonly #store: Store;
  readonly #listeners: Set<KeptListener>;

  /** Use `openReplica`. */
  constructor(protocol: Protocol, description: Description, store: Store, listeners = new Set<KeptListener>()) {
    this.description = description;
    this.#protocol = protocol;
    this.#store = store;
    this.#listeners = listeners;
  }

  /** The same replica, asked by another protocol. */
  under(protocol: Protocol): Replica {
    return new Replica(protocol, this.description, this.#store, this.#listeners);
  }

  /** Tells which records come and go, whichever protocol they are given by. Answers how to end that. */
  onKept(listener: KeptListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Takes in records, in their order, and answers what became of each when that is stored: all in one commit. Nothing else may be
   * taken in meanwhile. If the store is full, nothing has changed, and what would have been taken is ignored for that.
   *
   * @param now in microseconds since 1970, never less than in an earlier question.
   */
  *ingest(records: readonly GivenRecord[], now: number): Task<Outcome[]> {
    return yield* this.settle(yield* this.judge(records, now), now);
  }

  /** The first half of taking in: what a verifier says of each record. Other records may be judged or settled meanwhile. */
  *judge(records: readonly GivenRecord[], now: number): Task<Judged[]> {
    const { heeds } = this.#protocol.steps.replica;
    const verdicts = yield* sideBySide(records, (record) => this.#verifying(record, now));
    return records.map(({ text, content }, index) =>
      judgedAs(heeds(verdicts[index] as Verdict<Statement>, text, this.#store), content),
    );
  }

  /** The second half, which is done for one list after another. */
  *settle(judged: readonly Judged[], now: number): Task<Outcome[]> {
    const store = this.#store;
    const [forgotten] = store.scan({ from: 'x', to: pastAll('x') });
    const plan = new Plan({ ...this.#view, now }, forgotten !== undefined);
    const outcomes = judged.map((each) => plan.add(each));
    const { changes } = plan;
    if (changes.length === 0) return outcomes;
    const first = describe(store, this.description);
    const isStored = yield () => stored(store, first.length === 0 ? changes : [...first, ...changes]);
    if (isStored !== true) return outcomes.map(refusedForRoom);
    for (const listener of this.#listeners) listener(plan.keptChanges);
    return outcomes;
  }

  state(now: number): ReplicaState {
    return stateOf(this.#view, now);
  }

  /** [QRY-1] to [QRY-23] */
  query(query: JsonValue, now: number): Answer | Rejected {
    return this.#reading(now).answer(query);
  }

  /** A record that is kept, accepted or held, by its id. */
  get(id: string, now: number): FoundRecord | undefined {
    const reading = this.#reading(now);
    const kept = reading.find(this.#digestOf(id));
    return kept && { ...kept, content: reading.contentOf(kept) };
  }

  /** The newest of the accepted documents at a path. */
  winnerAt(path: string, now: number): FoundRecord | undefined {
    const reading = this.#reading(now);
    const kept = reading.winnerAt(path);
    return kept && { ...kept, content: reading.contentOf(kept) };
  }

  /** Every record that is kept, in the order of the bytes of ids. Nothing may be taken in meanwhile. */
  *all(now: number): Iterable<FoundRecord> {
    const reading = this.#reading(now);
    for (const kept of livingRecords(this.#view, now)) yield { ...kept, content: reading.contentOf(kept) };
  }

  /** The accepted messages of an author's feed, by rising sequence. */
  *feed(author: string, log: number | undefined, now: number): Iterable<FoundRecord> {
    const reading = this.#reading(now);
    const from = `f${author}  ${log ?? ''} `;
    for (const [key] of this.#store.scan({ from, to: pastAll(from) })) {
      const kept = reading.find(key.slice(-64));
      if (kept !== undefined) yield { ...kept, content: reading.contentOf(kept) };
    }
  }

  /** The records that name a content and may have it, whether it is there or not. */
  *naming(contentHash: string, now: number): Iterable<FoundRecord> {
    const reading = this.#reading(now);
    const scan: Store['scan'] = (range) => this.#store.scan(range);
    for (const blob of [...blobsWith(contentHash, scan)]) {
      for (const { digest } of [...namingsIn(blob, (key) => this.#store.get(key), scan)]) {
        const kept = reading.find(digest);
        if (kept !== undefined) yield { ...kept, content: reading.contentOf(kept) };
      }
    }
  }

  /**
   * [NAT-4] The contents that are wanted at a time, in the order of identifiers.
   * @param isMeant whether the record with a digest is one for which they are asked.
   */
  wanted(now: number, isMeant?: (digest: string) => boolean): Iterable<string> {
    return wantedBlobs(this.#view, now, isMeant);
  }

  /** What is kept, by keys. Nothing may be taken in meanwhile. */
  listing(): Listing {
    return listingOf(this.#store, this.#protocol);
  }

  /** What a message links to, and by which members. */
  linksOf(id: string, now: number): readonly { readonly target: string; readonly relation: string }[] {
    const reading = this.#reading(now);
    const kept = reading.find(this.#digestOf(id));
    return kept === undefined ? [] : reading.linksOf(kept);
  }

  close(): void | Promise<void> {
    return this.#store.close();
  }

  get #view() {
    return { protocol: this.#protocol, description: this.description, store: this.#store };
  }

  #reading(now: number): Reading {
    return new Reading(this.#protocol, this.description, this.#store, now);
  }

  #digestOf(id: string): string {
    return encodeHex(decodeBase32(id, this.description.family.name === 'native' ? 1 : 0, idByteLength));
  }

  #verifying({ text, format: name, content }: GivenRecord, now: number): Task<Verdict<Statement>> {
    if (!this.description.family.formats.includes(name)) {
      throw new RangeError(`${name} is no format of the family ${this.description.family.name}`);
    }
    const format = formatOf(this.#protocol, name);
    const { readText: readAlone = readText } = format;
    const { withContent } = this.#protocol.steps.replica;
    const readWhole = (source: string | Uint8Array) => withContent(readAlone(source), content as string);
    const read = readValue(text, format.textRules, content === undefined ? readAlone : readWhole);
    if (!read.ok) return answered(read);
    return judgement(format.read(read.value, read.encoding), format, { protocol: this.#protocol, now });
  }
}

/** Whether there was room. */
function stored(store: Store, changes: readonly Change[]): boolean | Promise<boolean> {
  const full = (error: unknown): boolean => {
    if (error instanceof StoreFull) return false;
    throw error;
  };
  try {
    const committed = store.commit(changes);
    return committed instanceof Promise ? committed.then(() => true, full) : true;
  } catch (error) {
    return full(error);
  }
}

const refusedForRoom = (outcome: Outcome): Outcome =>
  isTaken(outcome) && 'id' in outcome ? { is: 'ignored', id: outcome.id, reason: 'quota' } : outcome;
