import type { Document } from '../format/document.ts';
import { isDocumentFormat } from '../format/format.ts';
import type { Statement } from '../format/statement.ts';
import { nativeReplication } from '../merge/native-replication.ts';
import type { Replication } from '../merge/replication.ts';
import { formatOf, type Protocol } from '../protocol/protocol.ts';
import { isHeld, isRejected, type Verdict } from '../rule/verdict.ts';
import { blobOf, Contents } from './contents.ts';
import type { Description } from './description.ts';
import { expiresOf, isDocument, isMessage, isNative, type KeepableRecord, signerOf } from './family.ts';
import { isHeldValue, readKept, writeKept } from './kept.ts';
import type { KeptChange } from './kept-change.ts';
import type { Kept } from './kept-record.ts';
import {
  arrivalCounterKey,
  arrivalKey,
  digestLength,
  expiryKey,
  feedKey,
  heldKey,
  messageKey,
  momentOf,
  numberKey,
  pastAll,
  pathKey,
  recordKey,
  tagOf,
  timeKey,
  timeOfAuthorKey,
} from './keys.ts';
import type { IgnoreReason, Outcome } from './outcome.ts';
import { Pending } from './pending.ts';
import { passes } from './selectors.ts';
import { type Candidate, type SlotChange, Slots } from './slots.ts';
import type { ReplicaSteps } from './steps.ts';
import type { Change, Store } from './store.ts';

/** A record that was judged, with the content that came in it or beside it. */
export interface Judged {
  readonly verdict: Verdict<Statement>;
  readonly content: string | undefined;
}

/** What a verifier said of a record, whose own content is the one that counts [NAT-2]. */
export function judgedAs(verdict: Verdict<Statement>, beside?: string): Judged {
  const within = 'record' in verdict && isNative(verdict.record) ? verdict.record.content : undefined;
  return { verdict, content: within ?? beside };
}

/** What a plan is made for. */
export interface PlanOptions {
  readonly protocol: Protocol;
  readonly description: Description;
  readonly store: Store;
  /** In microseconds since 1970. */
  readonly now: number;
}

/** A record that is about to be kept. */
interface Newcomer {
  readonly record: KeepableRecord;
  readonly digest: string;
  /** Of the record in the store: put together once, since the store has to hash it. */
  readonly key: string;
  readonly isHeld: boolean;
  readonly content: string | undefined;
}

/** What a list of records changes in a replica: record after record, and nothing in the store. */
export class Plan {
  readonly #options: PlanOptions;
  readonly #pending: Pending;
  readonly #contents: Contents;
  readonly #slots: Slots;
  /** How many were accepted so far, and before this list. */
  #arrived: number;
  readonly #arrivedBefore: number;
  readonly #keptChanges: KeptChange[] = [];

  constructor(options: PlanOptions, anyForgotten: boolean) {
    const { protocol, description, store } = options;
    this.#options = options;
    this.#pending = new Pending(store);
    this.#arrivedBefore = Number(store.get(arrivalCounterKey) ?? 0);
    this.#arrived = this.#arrivedBefore;
    const find = (digest: string) => this.#find(digest);
    this.#contents = new Contents(this.#pending, protocol, find, anyForgotten);
    const kept = (digest: string) => this.#find(digest) as Kept;
    this.#slots = new Slots(this.#pending, replicationOf(options), this.#steps, kept, description.family.ageOf);
    this.#purge();
  }

  get changes(): readonly Change[] {
    const { changes } = this.#pending;
    if (this.#arrived !== this.#arrivedBefore) changes.push([arrivalCounterKey, String(this.#arrived)]);
    return changes;
  }

  /** The records that come and go by these changes, in their order. */
  get keptChanges(): readonly KeptChange[] {
    return this.#keptChanges;
  }

  /** Whether a wish was ever kept. */
  get anyForgotten(): boolean {
    return this.#contents.anyForgotten;
  }

  /** What becomes of one record [REP-2] to [REP-6]. */
  add({ verdict, content }: Judged): Outcome {
    if (isRejected(verdict)) return { is: 'rejected', rejected: verdict };
    // What the formats of a family read can be kept.
    const record = verdict.record as KeepableRecord;
    const { family, space, filter } = this.#options.description;
    const ignored = (reason: IgnoreReason): Outcome => ({ is: 'ignored', id: record.id, reason });
    if (this.#steps.isForeign(record, space, passes(record, filter, this.#steps.selectors, noLinks))) {
      return ignored('foreign');
    }
    const digest = family.digestOf(record);
    const newcomer = { record, digest, key: recordKey(digest), isHeld: isHeld(verdict), content };
    const before = this.#findAt(newcomer.key, digest);
    if (before !== undefined && isSame(before.record, record)) {
      if (this.#steps.isDuplicate(this.#contents.isBroughtBy(newcomer, content))) return ignored('duplicate');
      this.#addAgain(before, content);
      return this.#steps.answer(verdict);
    }
    const candidate = isDocument(record) ? { document: record, digest, age: family.ageOf(record) } : undefined;
    const slot = candidate && this.#slots.changeBy(candidate);
    if (candidate !== undefined && slot === undefined) {
      const blob = blobOf(record, this.#steps);
      if (this.#steps.keepsContentOfIgnored && blob !== undefined && content !== undefined)
        this.#contents.arrive(blob, content);
      return ignored('obsolete');
    }
    if (newcomer.isHeld && !this.#hasRoom(newcomer, slot)) {
      const victim = this.#steps.victim(() => this.#held());
      if (victim === undefined) return ignored('quota');
      this.#remove(victim);
    }
    if (this.#steps.keeps(record, content)) this.#insert(newcomer, candidate, slot);
    return this.#steps.answer(verdict);
  }

  get #steps(): ReplicaSteps {
    return this.#options.protocol.steps.replica;
  }

  #find(digest: string): Kept | undefined {
    return this.#findAt(recordKey(digest), digest);
  }

  #findAt(key: string, digest: string): Kept | undefined {
    const value = this.#pending.get(key);
    return value === undefined ? undefined : readKept(digest, value, this.#options.protocol);
  }

  #addAgain(before: Kept, content: string | undefined): void {
    const { digest, isHeld, record } = before;
    if (this.#contents.isBroughtBy(before, content))
      this.#contents.arrive(blobOf(record, this.#steps) as string, content as string);
    if (isHeld) return;
    const arrival = this.#steps.arrivalAgain(before.arrival, this.#arrived + 1);
    if (arrival === before.arrival) return;
    this.#pending.delete(arrivalKey(before.arrival));
    this.#pending.set(recordKey(digest), writeKept(record, false, arrival, this.#options.description.family));
    this.#arrive(arrival, digest, record);
  }

  /** [NAT-1] */
  #hasRoom({ record }: Newcomer, slot: SlotChange | undefined): boolean {
    const held = slot?.drops.filter(({ isHeld }) => isHeld) ?? [];
    const signer = signerOf(record);
    const droppedOfKey = held.filter((dropped) => signerOf(dropped.record) === signer).length;
    const ofKey = this.#countHeld(signer) + 1 - droppedOfKey;
    const inAll = this.#countHeld('') + 1 - held.length;
    return this.#steps.hasRoom({ ofKey, inAll, dropped: held.length }, this.#options.description.quota);
  }

  /** Of one signing key, or of all with the empty text. */
  #countHeld(signer: string): number {
    return Number(this.#pending.get(heldKey(signer)) ?? 0);
  }

  #changeHeld(record: KeepableRecord, by: 1 | -1): void {
    for (const signer of [signerOf(record), '']) {
      const count = this.#countHeld(signer) + by;
      this.#pending.set(heldKey(signer), count === 0 ? undefined : String(count));
    }
  }

  /** Answers what stands at an accepted record's places. */
  #arrive(arrival: number, digest: string, { author }: KeepableRecord): string {
    const place = `${digest}${tagOf(author)}`;
    this.#arrived = arrival;
    this.#pending.set(arrivalKey(arrival), place);
    return place;
  }

  /** [REP-8] [REP-9] */
  #insert(newcomer: Newcomer, candidate: Candidate | undefined, slot: SlotChange | undefined): void {
    const { record, digest, key, isHeld, content } = newcomer;
    const { family } = this.#options.description;
    for (const dropped of slot?.drops ?? []) this.#unlist(dropped);
    if (candidate !== undefined && slot !== undefined) this.#slots.apply(slot, candidate);
    const arrival = isHeld ? 0 : this.#arrived + 1;
    this.#pending.set(key, writeKept(record, isHeld, arrival, family));
    this.#keptChanges.push({ record, digest, isKept: true });
    const expires = expiresOf(record);
    if (expires !== undefined) this.#pending.set(expiryKey(expires, digest), '');
    if (isHeld) this.#changeHeld(record, 1);
    else {
      const place = this.#arrive(arrival, digest, record);
      const moment = momentOf(record.timestamp, digest);
      this.#pending.set(timeKey(moment), '');
      this.#pending.set(timeOfAuthorKey(record.author, moment), '');
      if (candidate !== undefined) {
        this.#pending.set(pathKey(candidate.document.path, candidate.age), place);
      } else if (isMessage(record)) {
        this.#pending.set(messageKey(moment), place);
        this.#pending.set(feedKey(record, digest), '');
      }
    }
    // What is dropped for it can still give it its content [NAT-3].
    this.#contents.attach(newcomer, content);
    for (const dropped of slot?.drops ?? []) this.#contents.release(dropped);
  }

  /** Takes a document away, from everywhere but its slot and its content. */
  #unlist(kept: Kept): void {
    const { digest, isHeld, arrival, record } = kept;
    const expires = expiresOf(record);
    this.#keptChanges.push({ record, digest, isKept: false });
    this.#pending.delete(recordKey(digest));
    if (expires !== undefined) this.#pending.delete(expiryKey(expires, digest));
    if (isHeld) this.#changeHeld(record, -1);
    else {
      const moment = momentOf(record.timestamp, digest);
      this.#pending.delete(timeKey(moment));
      this.#pending.delete(timeOfAuthorKey(record.author, moment));
      this.#pending.delete(arrivalKey(arrival));
      if (isDocument(record)) {
        this.#pending.delete(pathKey(record.path, this.#options.description.family.ageOf(record)));
      }
    }
  }

  /** [REP-10] What has expired is in no answer; here it goes for good. */
  #purge(): void {
    const { store, now } = this.#options;
    for (const [key] of [...store.scan({ from: 'e', to: `e${numberKey(Math.max(0, now))}` })]) {
      const digest = key.slice(-digestLength);
      const kept = this.#find(digest);
      if (kept !== undefined) this.#remove(kept);
    }
  }

  #remove(kept: Kept): void {
    const { digest, record } = kept;
    const { ageOf } = this.#options.description.family;
    if (isDocument(record)) this.#slots.remove({ document: record, digest, age: ageOf(record) });
    this.#unlist(kept);
    this.#contents.release(kept);
  }

  *#held(): Iterable<Kept> {
    for (const [key, value] of this.#options.store.scan({ from: 'r', to: pastAll('r') })) {
      const kept = isHeldValue(value) ? this.#find(key.slice(1)) : undefined;
      if (kept !== undefined) yield kept;
    }
  }
}

/** How documents of a family replace each other. */
function replicationOf({ protocol, description }: PlanOptions): Replication<Document> {
  const format = formatOf(protocol, description.family.formats[0] as string);
  if (!isDocumentFormat(format)) throw new RangeError(`${format.name} is no format of documents`);
  return format.replication;
}

/** Filters do not ask for links. */
const noLinks = { links: () => [], native: nativeReplication.native };

/** [REP-4] Records of one id are the same, of Earthstar documents if one author's signature is on both. */
const isSame = (a: KeepableRecord, b: KeepableRecord): boolean => isNative(a) || a.signature === b.signature;
