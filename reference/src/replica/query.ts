import { nativeReplication } from '../merge/native-replication.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { Rejected } from '../rule/verdict.ts';
import type { JsonObject, JsonValue } from '../value/json.ts';
import { firstBroken } from '../verify.ts';
import { type ContentLink, canLink, linksIn } from './content-object.ts';
import { blobOf } from './contents.ts';
import { cursorSeal, placeOf, writeCursor } from './cursor.ts';
import type { Description } from './description.ts';
import { expiresOf, isDocument, isNative, type KeepableRecord } from './family.ts';
import { readKept } from './kept.ts';
import type { Kept } from './kept-record.ts';
import { arrivalCounterKey, contentKey, digestLength, forgottenKey, recordKey } from './keys.ts';
import { contentIn } from './naming.ts';
import type { Match } from './page.ts';
import { endOfArrivals, type Place, placesFor, winningPlacesFor } from './places.ts';
import { type Query, readQuery } from './query-members.ts';
import { readObject } from './read-object.ts';
import { firstOf } from './rules.ts';
import { narrowing, passes } from './selectors.ts';
import type { Store } from './store.ts';

/** The records that meet a query. */
export interface Answer {
  readonly ok: true;
  /** In the order of the query. */
  readonly records: readonly Kept[];
  /** The cursor of the next page. */
  readonly next: string | undefined;
}

/** Questions about what a store holds at a time. */
export class Reading {
  readonly #protocol: Protocol;
  readonly #description: Description;
  readonly #store: Store;
  readonly #now: number;
  /** What was found last: a record that meets a query is asked for once more when it is found to win. */
  #last: { readonly digest: string; readonly kept: Kept | undefined } | undefined;

  constructor(protocol: Protocol, description: Description, store: Store, now: number) {
    this.#protocol = protocol;
    this.#description = description;
    this.#store = store;
    this.#now = now;
  }

  /** A record that has not expired. */
  find(digest: string): Kept | undefined {
    if (this.#last?.digest !== digest) this.#last = { digest, kept: this.#read(digest) };
    return this.#last.kept;
  }

  #read(digest: string): Kept | undefined {
    const value = this.#store.get(recordKey(digest));
    if (value === undefined) return undefined;
    const kept = readKept(digest, value, this.#protocol);
    return this.#isLiving(kept.record) ? kept : undefined;
  }

  /** The content of a record, as far as the replica has it for that record. */
  contentOf({ digest, record }: Kept): string | undefined {
    if (!isNative(record)) return undefined;
    const blob = blobOf(record, this.#steps);
    if (blob === undefined) return '';
    const content = contentIn(this.#store.get(contentKey(blob)));
    const isForgotten =
      !this.#steps.isWish(record) && this.#store.get(forgottenKey(digest, record.author)) !== undefined;
    return isForgotten ? undefined : content;
  }

  /** What an accepted message links to. */
  linksOf(kept: Kept): readonly ContentLink[] {
    if (kept.isHeld || !canLink(kept.record)) return [];
    const content = this.contentOf(kept);
    const object = content === undefined ? undefined : readObject(content, this.#protocol);
    return object === undefined ? [] : linksIn(object);
  }

  /** The newest of all accepted documents at a path. */
  winnerAt(path: string): Kept | undefined {
    const place = this.#winningPlace(path, () => true);
    return place && this.find(place.digest);
  }

  /** [QRY-1] to [QRY-23] */
  answer(value: JsonValue): Answer | Rejected {
    const { replicaRules, sha256 } = this.#protocol;
    const misshapen = firstBroken(replicaRules.query, value, { now: this.#now });
    const asked = readQuery(value);
    const query = { ...asked, reverse: this.#steps.isReversed(asked) };
    const seal = cursorSeal(query, this.#sealed, sha256);
    const { cursor } = query;
    const foreign =
      cursor === undefined ? undefined : firstBroken(replicaRules.cursor, { cursor, seal }, { now: this.#now });
    const refused = firstOf(this.#steps, misshapen, foreign);
    if (refused !== undefined) return refused;
    const from = cursor === undefined ? undefined : placeOf(cursor);
    const limit = this.#steps.limitOf(query);
    const { matches, next } = this.#steps.page((place) => this.#matchesBehind(place, query), from, limit);
    const place = this.#steps.nextOf(next) ?? (this.#steps.isLive(query) ? this.#endOfArrivals : undefined);
    return {
      ok: true,
      records: this.#steps.arrange(matches, query).map(({ kept }) => kept),
      next: place === undefined ? undefined : writeCursor(place, seal),
    };
  }

  get #steps() {
    return this.#protocol.steps.replica;
  }

  /** What a cursor is bound to besides its query. */
  get #sealed(): JsonObject {
    const { space, family, filter } = this.#description;
    return { space, family: family.name, filter: { ...filter } };
  }

  get #endOfArrivals(): string {
    return endOfArrivals(Number(this.#store.get(arrivalCounterKey) ?? 0));
  }

  #isLiving(record: KeepableRecord): boolean {
    return this.#steps.isLiving(expiresOf(record), this.#now);
  }

  *#matchesBehind(place: string | undefined, query: Query): Iterable<Match> {
    const narrowed = narrowing(query, this.#steps.selectors);
    // In the order of paths the winners are found on the way; of an author it is quicker to look at her records alone.
    const wins =
      query.order === 'path' &&
      query.linksTo === undefined &&
      narrowed.author === undefined &&
      this.#steps.asksForWinners(query);
    for (const { key, digest } of this.#placesBehind(place, query, narrowed, wins)) {
      const kept = this.find(digest);
      if (kept !== undefined && this.#meets(kept, query) && (wins || this.#wins(kept, query)))
        yield { place: key, kept };
    }
  }

  #placesBehind(place: string | undefined, query: Query, narrowed: Query, byWinners: boolean): Iterable<Place> {
    return byWinners
      ? winningPlacesFor(narrowed, this.#store, place, (path) => this.#winningPlace(path, this.#judgeOf(query)))
      : placesFor(narrowed, this.#store, place);
  }

  /** [QRY-12] */
  #wins(kept: Kept, query: Query): boolean {
    if (!isDocument(kept.record) || !this.#steps.asksForWinners(query)) return true;
    return this.#winningPlace(kept.record.path, this.#judgeOf(query))?.digest === kept.digest;
  }

  /** Which documents of a path can win: all of them, as the chapter says. */
  #judgeOf(query: Query): (kept: Kept) => boolean {
    return this.#steps.winnerFirst ? () => true : (kept) => this.#meets(kept, query);
  }

  /** The first of the living documents at a path: they stand from the newest to the oldest. */
  #winningPlace(path: string, canWin: (kept: Kept) => boolean): Place | undefined {
    for (const [key, value] of this.#store.scan({ from: `p${path} `, to: `p${path}!` })) {
      const kept = this.find(value.slice(0, digestLength));
      if (kept !== undefined && canWin(kept)) return { key, digest: kept.digest };
    }
    return undefined;
  }

  /** [QRY-2] */
  #meets(kept: Kept, query: Query): boolean {
    const context = { links: () => this.linksOf(kept), native: nativeReplication.native };
    return (
      this.#steps.isGiven(kept.record, () => this.contentOf(kept) !== undefined) &&
      passes(kept.record, query, this.#steps.selectors, context)
    );
  }
}
