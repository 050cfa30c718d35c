import { decodeBase32 } from '../bytes/base32.ts';
import { encodeHex } from '../bytes/hex.ts';
import { idByteLength } from '../id/id.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { canLink, linksIn } from './content-object.ts';
import { expiresOf, isNative, type KeepableRecord } from './family.ts';
import type { Kept } from './kept-record.ts';
import { blobName, contentKey, forgottenKey, linkKey, momentOf, namingKey, pastAll, wantedKey } from './keys.ts';
import { contentIn, type Naming, readBlob, readNaming, writeBlob, writeNaming } from './naming.ts';
import type { Pending } from './pending.ts';
import { readObject } from './read-object.ts';
import { relationKey } from './relation-key.ts';
import type { ReplicaSteps } from './steps.ts';
import type { Store } from './store.ts';

/** A record whose content is spoken of. */
export type Named = Pick<Kept, 'digest' | 'isHeld' | 'record'>;

/** What names the content of a native record that is more than nothing: a record that lies about its size names another one. */
export const blobOf = (
  record: KeepableRecord,
  { lacksContent }: Pick<ReplicaSteps, 'lacksContent'>,
): string | undefined =>
  isNative(record) && lacksContent(record.contentSize) ? blobName(record.contentHash, record.contentSize) : undefined;

const digestOfId = (id: string) => encodeHex(decodeBase32(id, 1, idByteLength));

/** The key of a blob that is wanted, which is in the order of bytes [NAT-4]. */
const wantedKeyOf = (blob: string): string => {
  const [hash = '', size = ''] = blob.split(' ');
  return wantedKey(blobName(digestOfId(hash), size));
};

/** The blobs with one `contentHash`: mostly one, which has the size that the author says. */
export function* blobsWith(contentHash: string, scan: Store['scan']): Iterable<string> {
  const from = contentKey(blobName(contentHash, ''));
  for (const [key] of scan({ from, to: pastAll(from) })) yield key.slice(contentKey('').length);
}

/** The records that name a blob. */
export function* namingsIn(blob: string, get: Store['get'], scan: Store['scan']): Iterable<Naming> {
  const value = get(contentKey(blob));
  if (value === undefined) return;
  yield readBlob(value).first;
  const from = namingKey(blob, '');
  for (const [key, naming] of scan({ from, to: pastAll(from) })) yield readNaming(key, naming);
}

/**
 * Content beside the records [NAT-3] to [NAT-6]: which records name which blob, what is wanted, and what has to be forgotten.
 * Content is there once, for all records that name it and need not forget it.
 */
export class Contents {
  readonly #pending: Pending;
  readonly #protocol: Protocol;
  readonly #find: (digest: string) => Kept | undefined;
  #anyForgotten: boolean;

  /** @param anyForgotten whether a wish was ever kept: mostly not, and then there is nothing to look up. */
  constructor(pending: Pending, protocol: Protocol, find: (digest: string) => Kept | undefined, anyForgotten: boolean) {
    this.#pending = pending;
    this.#protocol = protocol;
    this.#find = find;
    this.#anyForgotten = anyForgotten;
  }

  get anyForgotten(): boolean {
    return this.#anyForgotten;
  }

  /** [REP-4] Whether content would come with a record that lacks it and may keep it. */
  isBroughtBy(named: Named, content: string | undefined): boolean {
    const blob = blobOf(named.record, this.#steps);
    if (content === undefined || blob === undefined) return false;
    return this.#contentOf(blob) === undefined && this.#mayKeep(named);
  }

  /** Begins to look after the content of a record that is kept from now on. */
  attach(named: Named, content: string | undefined): void {
    const blob = blobOf(named.record, this.#steps);
    if (blob === undefined) return;
    const key = contentKey(blob);
    const before = this.#pending.get(key);
    const known = contentIn(before);
    const shared = this.#steps.sharesContent || content !== undefined ? known : undefined;
    const text = content ?? shared;
    if (text === undefined) {
      this.#want(named, blob);
      return;
    }
    const isKept = this.#mayKeep(named);
    if (isKept && before === undefined) this.#write(key, text, namingOf(named));
    else if (isKept) this.#name(named, blob);
    if (known === undefined && before !== undefined) this.arrive(blob, text);
    else if (isKept) this.#take(named, text);
  }

  /** [NAT-3] Content comes, for every record that names it. */
  arrive(blob: string, content: string): void {
    const key = contentKey(blob);
    const before = this.#pending.get(key);
    if (before === undefined) return;
    this.#write(key, content, readBlob(before).first);
    if (this.#steps.sharesContent) this.#pending.delete(wantedKeyOf(blob));
    for (const { digest } of [...this.#namings(blob)]) {
      const named = this.#find(digest);
      if (named !== undefined) this.#take(named, content);
    }
  }

  /** Ends to look after the content of a record that is kept no longer. */
  release({ record, digest }: Named): void {
    const blob = blobOf(record, this.#steps);
    if (blob !== undefined) this.#unname(digest, blob);
  }

  get #steps() {
    return this.#protocol.steps.replica;
  }

  #contentOf(blob: string): string | undefined {
    return contentIn(this.#pending.get(contentKey(blob)));
  }

  #isForgotten({ record, digest }: Named): boolean {
    return this.#anyForgotten && this.#pending.get(forgottenKey(digest, record.author)) !== undefined;
  }

  /** [NAT-5] */
  #mayKeep(named: Named): boolean {
    return !this.#isForgotten(named) || (this.#steps.isWish(named.record) && !this.#steps.forgetsWishes);
  }

  #linksOf({ isHeld, record }: Named, content: string) {
    const object = isHeld || !canLink(record) ? undefined : readObject(content, this.#protocol);
    return object === undefined ? [] : linksIn(object);
  }

  #namedBy({ isHeld, record }: Named, content: string): readonly string[] {
    const object = isHeld || !this.#steps.isWish(record) ? undefined : readObject(content, this.#protocol);
    return (object && this.#steps.namedIn(object)) ?? [];
  }

  #write(key: string, content: string | undefined, first: Naming): void {
    this.#pending.set(key, writeBlob({ content, first }));
  }

  #name(named: Named, blob: string): void {
    const naming = namingOf(named);
    const key = contentKey(blob);
    const before = this.#pending.get(key);
    const entry = before === undefined ? undefined : readBlob(before);
    if (entry !== undefined && entry.first.digest < naming.digest) {
      this.#pending.set(namingKey(blob, naming.digest), writeNaming(naming));
      return;
    }
    this.#write(key, entry?.content, naming);
    if (entry === undefined || entry.first.digest === naming.digest) return;
    this.#pending.set(namingKey(blob, entry.first.digest), writeNaming(entry.first));
  }

  #unname(digest: string, blob: string): void {
    const [first, next] = this.#namings(blob);
    if (first === undefined) return;
    if (first.digest !== digest) this.#pending.delete(namingKey(blob, digest));
    else if (next === undefined) {
      this.#pending.delete(contentKey(blob));
      this.#pending.delete(wantedKeyOf(blob));
    } else {
      this.#pending.delete(namingKey(blob, next.digest));
      this.#write(contentKey(blob), this.#contentOf(blob), next);
    }
  }

  /** [NAT-4] [NAT-6] */
  #want(named: Named, blob: string): void {
    if (!this.#mayKeep(named) && !this.#steps.wantsForgotten) return;
    this.#name(named, blob);
    this.#pending.set(wantedKeyOf(blob), '');
  }

  /** A record has content from now on: what it says is heard. */
  #take(named: Named, content: string): void {
    const { digest, record } = named;
    for (const { target, relation } of this.#linksOf(named, content)) {
      this.#pending.set(`${linkKey(target, momentOf(record.timestamp, digest))} ${relationKey(relation)}`, '');
    }
    for (const id of this.#namedBy(named, content)) this.#forget(digestOfId(id), record.author);
  }

  /** [NAT-5] */
  #forget(digest: string, author: string): void {
    this.#anyForgotten = true;
    const named = this.#find(digest);
    if (named !== undefined && !this.#steps.isHers(named.record, author)) return;
    this.#pending.set(forgottenKey(digest, named?.record.author ?? author), '');
    const blob = named && blobOf(named.record, this.#steps);
    if (named === undefined || blob === undefined || this.#mayKeep(named)) return;
    const content = this.#contentOf(blob);
    if (content !== undefined) this.#unlink(named, content);
    this.#unname(digest, blob);
    this.#want(named, blob);
  }

  #unlink(named: Named, content: string): void {
    const { digest, record } = named;
    for (const { target, relation } of this.#linksOf(named, content)) {
      this.#pending.delete(`${linkKey(target, momentOf(record.timestamp, digest))} ${relationKey(relation)}`);
    }
  }

  #namings(blob: string): Iterable<Naming> {
    const pending = this.#pending;
    return namingsIn(
      blob,
      (key) => pending.get(key),
      ({ from, to }) => pending.rising(from, to),
    );
  }
}

const namingOf = ({ digest, record }: Named): Naming => ({ digest, expires: expiresOf(record) });
