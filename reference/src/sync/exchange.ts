import { blobId } from '../blob/blob-id.ts';
import { decodeBase32 } from '../bytes/base32.ts';
import { encodeHex } from '../bytes/hex.ts';
import { utf8Length } from '../bytes/utf8.ts';
import { idByteLength } from '../id/id.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { isNative, type KeepableRecord } from '../replica/family.ts';
import { isTaken, type Outcome } from '../replica/outcome.ts';
import type { FoundRecord, GivenRecord } from '../replica/passed-record.ts';
import type { Task } from '../signature/task.ts';
import type { JsonObject } from '../value/json.ts';
import { identify } from '../verify.ts';
import type { Item } from './item.ts';
import type { ItemView } from './item-view.ts';
import type { SessionMemory } from './steps.ts';
import type { SyncReplica } from './sync-replica.ts';

/** Takes records in, and answers what became of each when that is stored. */
export type Take = (records: readonly GivenRecord[], now: number) => Task<readonly Outcome[]>;

/** What an exchange needs. */
export interface ExchangeOptions {
  readonly source: SyncReplica;
  readonly view: ItemView;
  readonly take: Take;
  readonly transcript: string;
  /** Whether the partner wants records without content. */
  readonly sparse: boolean;
  readonly memory: SessionMemory;
}

/**
 * The records and contents that go to and fro in a session, and what both peers know by that. It remembers 32 bytes and a short id
 * of each record that was sent or got, until the session ends.
 */
export class Exchange {
  readonly #options: ExchangeOptions;
  #refused = 0;

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  get #memory(): SessionMemory {
    return this.#options.memory;
  }

  get refused(): number {
    return this.#refused;
  }

  get sentCount(): number {
    return this.#memory.sent.size;
  }

  get gotCount(): number {
    return this.#memory.got.size;
  }

  wasSent({ hex }: Item): boolean {
    return this.#memory.sent.has(hex);
  }

  wasGot({ hex }: Item): boolean {
    return this.#memory.got.has(hex);
  }

  /**
   * [RNG-16] Whether an item was got, by what a list or a long list has of it. No session knows what another one refused: an id says
   * nothing of the signature, so a forged copy would keep the record itself out.
   */
  wasGotById(id: string): boolean {
    return this.#memory.gotShort.has(id) || this.#memory.got.has(id);
  }

  /** The records of items that may be sent, one by one: what is kept no longer is left out [SYN-15] to [SYN-17]. */
  *outgoing(items: Iterable<Item>, protocol: Protocol, now: () => number): Generator<JsonObject> {
    const { sync } = protocol.steps;
    for (const item of items) {
      if (!sync.maySendAgain(this.wasSent(item)) || !sync.maySendBack(this.wasGot(item))) continue;
      const found = this.#options.view.read(item, now());
      if (found === undefined) continue;
      this.#memory.sent.add(item.hex);
      yield { format: found.record.format, text: sync.textOf(found, this.#options.sparse) };
    }
  }

  /** [SYN-18] */
  *incoming(records: readonly GivenRecord[], protocol: Protocol, now: number): Task<void> {
    const { family } = this.#options.source.replica.description;
    const ours = records.filter(({ format }) => family.formats.includes(format));
    this.#refused += records.length - ours.length;
    const given = protocol.steps.sync.given(ours);
    const outcomes = given.length === 0 ? [] : yield* this.#options.take(given, now);
    for (const [position, outcome] of outcomes.entries()) {
      if (protocol.steps.sync.isRefused(outcome)) this.#refused++;
      const hex = this.#bytesOf(given[position] as GivenRecord, outcome, protocol);
      if (hex === undefined) continue;
      this.#memory.got.add(hex);
      this.#memory.gotShort.add(protocol.steps.sync.shortId(this.#options.transcript, hex, protocol.sha256));
    }
  }

  /** The bytes of the item that a record is; undefined if it cannot be known. */
  #bytesOf({ text, format }: GivenRecord, outcome: Outcome, protocol: Protocol): string | undefined {
    const { source } = this.#options;
    if (source.replica.description.family.name === 'native' && outcome.is !== 'rejected') {
      return encodeHex(decodeBase32(outcome.id, 1, idByteLength));
    }
    const identified = identify(text, { protocol, format });
    // What a format of the family reads is a record that can be kept.
    return identified.ok ? source.itemFor(identified.record as KeepableRecord).hex : undefined;
  }

  /** [SYN-20] The contents of a list that are here for items. */
  *contents(wanted: Iterable<string>, protocol: Protocol, now: () => number): Generator<string> {
    for (const id of wanted) {
      const content = this.contentOf(id, protocol, now());
      if (content !== undefined) yield content;
    }
  }

  contentOf(id: string, protocol: Protocol, now: number): string | undefined {
    const { source, view } = this.#options;
    for (const { record, content } of source.replica.naming(id, now)) {
      if (content !== undefined && protocol.steps.sync.gives(view.isItem(record, now))) return content;
    }
    return undefined;
  }

  /** [SYN-21] Contents come like those beside a record: each is tried with the records that lack it, until one takes it. */
  *incomingContents(contents: readonly string[], protocol: Protocol, now: number): Task<void> {
    const { source, take } = this.#options;
    if (!protocol.steps.sync.keepsContents) return;
    for (const content of contents) {
      const id = blobId(content, protocol.sha256, protocol.steps);
      const size = utf8Length(content);
      for (const lacking of source.replica.naming(id, now)) {
        if (!isNative(lacking.record) || lacking.record.contentSize !== size) continue;
        if (lacking.content !== undefined) break;
        const [outcome] = yield* take([withContent(lacking, content)], now);
        if (outcome !== undefined && isTaken(outcome)) break;
      }
    }
  }
}

const withContent = ({ record, text }: FoundRecord, content: string): GivenRecord => ({
  text,
  format: record.format,
  content,
});
