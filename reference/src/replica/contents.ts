import { decodeBase32 } from '../bytes/base32.ts';
import { encodeHex } from '../bytes/hex.ts';
import { idByteLength } from '../id/id.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { isObjectMessage, linksIn } from './content-object.ts';
import { expiresOf, isNative, type KeepableRecord } from './family.ts';
import type { Kept } from './kept-record.ts';
import { contentKey, digestLength, forgottenKey, linkKey, namingKey, pastAll, wantedKey } from './keys.ts';
import type { Pending } from './pending.ts';
import { readObject } from './read-object.ts';
import { relationKey } from './relation-key.ts';
import type { ReplicaSteps } from './steps.ts';

/** A record whose content is spoken of. */
export type Named = Pick<Kept, 'digest' | 'isHeld' | 'record'>;

/** How a record names a blob: it has a right to it, or it has only if its content turns out to be a wish. */
const entitled = 'n';
const perhapsWish = 'x';

/** Whether a naming has a right to its content, by its value. */
export const isEntitled = (sort: string): boolean => sort.startsWith(entitled);

const presentMark = '+';

/** What stands in the place of content that records name and that is not there. */
const lacking = '-';

/** Content of a native record that is more than nothing, by its blob. */
export const blobOf = (
  record: KeepableRecord,
  { lacksContent }: Pick<ReplicaSteps, 'lacksContent'>,
): string | undefined =>
  isNative(record) && lacksContent(record.contentSize) ? digestOfId(record.contentHash) : undefined;

const digestOfId = (id: string) => encodeHex(decodeBase32(id, 1, idByteLength));

/** The content of the blob with this digest, if it is there. */
export function contentIn(get: (key: string) => string | undefined, blob: string): string | undefined {
  const value = get(contentKey(blob));
  return value?.startsWith(presentMark) ? value.slice(1) : undefined;
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
    return this.#contentOf(blob) === undefined && this.#mayKeep(named, content);
  }

  /** Begins to look after the content of a record that is kept from now on. */
  attach(named: Named, content: string | undefined): void {
    const blob = blobOf(named.record, this.#steps);
    if (blob === undefined) return;
    const before = this.#pending.get(contentKey(blob));
    const known = contentIn(() => before, blob);
    const shared = this.#steps.sharesContent || content !== undefined ? known : undefined;
    const text = content ?? shared;
    if (text === undefined) {
      this.#want(named, blob);
      return;
    }
    const isKept = this.#mayKeep(named, text);
    if (isKept) this.#name(named, blob, entitled);
    if (known === undefined && before !== undefined) this.arrive(blob, text);
    else if (isKept) {
      // Nobody else names it, or those who do have it already.
      if (known === undefined) this.#pending.set(contentKey(blob), `${presentMark}${text}`);
      this.#take(named, text);
    }
  }

  /** [NAT-3] Content comes, for every record that names it. */
  arrive(blob: string, content: string): void {
    this.#pending.set(contentKey(blob), `${presentMark}${content}`);
    if (this.#steps.sharesContent) this.#pending.delete(wantedKey(blob));
    for (const [key, sort] of [...this.#namings(blob)]) {
      const named = this.#find(key.slice(-digestLength));
      if (named === undefined) continue;
      if (sort.startsWith(perhapsWish)) {
        // Now it is known whether it is a wish.
        if (this.#wishesOf(named, content) === undefined) {
          this.#pending.delete(key);
          continue;
        }
        this.#name(named, blob, entitled);
      }
      this.#take(named, content);
    }
    this.#tidy(blob);
  }

  /** Ends to look after the content of a record that is kept no longer. */
  release({ record, digest }: Named): void {
    const blob = blobOf(record, this.#steps);
    if (blob === undefined) return;
    this.#pending.delete(namingKey(blob, digest));
    this.#tidy(blob);
  }

  get #steps() {
    return this.#protocol.steps.replica;
  }

  #contentOf(blob: string): string | undefined {
    return contentIn((key) => this.#pending.get(key), blob);
  }

  #isForgotten({ record, digest }: Named): boolean {
    return this.#anyForgotten && this.#pending.get(forgottenKey(digest, record.author)) !== undefined;
  }

  /** [NAT-5] */
  #mayKeep(named: Named, content: string): boolean {
    if (!this.#isForgotten(named)) return true;
    return !this.#steps.forgetsWishes && this.#wishesOf(named, content) !== undefined;
  }

  #objectOf({ isHeld, record }: Named, content: string) {
    return isHeld || !isObjectMessage(record) ? undefined : readObject(content, this.#protocol);
  }

  #wishesOf(named: Named, content: string): readonly string[] | undefined {
    const object = this.#objectOf(named, content);
    return object && this.#steps.wishedIn(object);
  }

  #name({ digest, record }: Named, blob: string, sort: string): void {
    this.#pending.set(namingKey(blob, digest), `${sort}${expiresOf(record) ?? ''}`);
  }

  /** [NAT-4] [NAT-6] */
  #want(named: Named, blob: string): void {
    const isForgotten = this.#isForgotten(named);
    if (isForgotten && !this.#steps.wantsForgotten) {
      if (named.isHeld || !isObjectMessage(named.record)) return;
      this.#name(named, blob, perhapsWish);
    } else {
      this.#name(named, blob, entitled);
      this.#pending.set(wantedKey(blob), '');
    }
    if (this.#contentOf(blob) === undefined) this.#pending.set(contentKey(blob), lacking);
  }

  /** A record has content from now on: what it says is heard. */
  #take(named: Named, content: string): void {
    const object = this.#objectOf(named, content);
    if (object === undefined) return;
    const { digest, record } = named;
    for (const { target, relation } of linksIn(object)) {
      this.#pending.set(`${linkKey(target, record.timestamp, digest)} ${relationKey(relation)}`, '');
    }
    for (const id of this.#steps.wishedIn(object) ?? []) this.#forget(digestOfId(id), record.author);
  }

  /** [NAT-5] */
  #forget(digest: string, author: string): void {
    this.#anyForgotten = true;
    const named = this.#find(digest);
    if (named !== undefined && !this.#steps.isHers(named.record, author)) return;
    this.#pending.set(forgottenKey(digest, named?.record.author ?? author), '');
    const blob = named && blobOf(named.record, this.#steps);
    if (named === undefined || blob === undefined) return;
    const content = this.#contentOf(blob);
    if (content === undefined) {
      this.#pending.delete(namingKey(blob, digest));
      this.#want(named, blob);
    } else if (!this.#mayKeep(named, content)) {
      this.#pending.delete(namingKey(blob, digest));
      this.#unlink(named, content);
      if (this.#steps.wantsForgotten) this.#want(named, blob);
    }
    this.#tidy(blob);
  }

  #unlink(named: Named, content: string): void {
    for (const { target, relation } of linksIn(this.#objectOf(named, content) ?? {})) {
      this.#pending.delete(`${linkKey(target, named.record.timestamp, named.digest)} ${relationKey(relation)}`);
    }
  }

  #namings(blob: string): Iterable<readonly [key: string, sort: string]> {
    const from = namingKey(blob, '');
    return this.#pending.rising(from, pastAll(from));
  }

  /** Drops content that no record has a right to any longer, and the wish for it. */
  #tidy(blob: string): void {
    let isNamed = false;
    for (const [, sort] of this.#namings(blob)) {
      if (isEntitled(sort)) return;
      isNamed = true;
    }
    this.#pending.set(contentKey(blob), isNamed ? lacking : undefined);
    this.#pending.delete(wantedKey(blob));
  }
}
