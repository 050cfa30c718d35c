import type { Protocol } from '../protocol/protocol.ts';
import { isDocument, type KeepableRecord } from '../replica/family.ts';
import type { ReplicaHost } from '../replica/host.ts';
import type { Outcome } from '../replica/outcome.ts';
import type { GivenRecord } from '../replica/passed-record.ts';
import { identify } from '../verify.ts';

/**
 * Takes records in as a host does, as long as their author has no more than so many of them in the replica. What is too much is
 * ignored for `quota`; a document that takes the place of one of the same author is none too much.
 */
export class AuthorQuota implements Pick<ReplicaHost, 'ingest'> {
  readonly #host: ReplicaHost;
  readonly #protocol: Protocol;
  readonly #most: number;
  readonly #kept = new Map<string, number>();

  /** Reads all records of the replica once. */
  constructor(host: ReplicaHost, protocol: Protocol, most: number) {
    this.#host = host;
    this.#protocol = protocol;
    this.#most = most;
    const { replica, now } = host;
    for (const { record } of replica.all(now)) this.#count(record.author, 1);
    replica.onKept((changes) => {
      for (const { record, isKept } of changes) this.#count(record.author, isKept ? 1 : -1);
    });
  }

  async ingest(records: readonly GivenRecord[]): Promise<readonly Outcome[]> {
    const coming = new Map<string, number>();
    const tooMuch = records.map((record) => this.#idOfTooMuch(record, coming));
    const outcomes = await this.#host.ingest(records.filter((_, at) => tooMuch[at] === undefined));
    let next = 0;
    return tooMuch.map((id) =>
      id === undefined ? (outcomes[next++] as Outcome) : { is: 'ignored', id, reason: 'quota' },
    );
  }

  #count(author: string, more: number): void {
    this.#kept.set(author, (this.#kept.get(author) ?? 0) + more);
  }

  /** The id of a record that is too much. What cannot be read is left to the host. */
  #idOfTooMuch({ text, format }: GivenRecord, coming: Map<string, number>): string | undefined {
    const identified = identify(text, { protocol: this.#protocol, format });
    if (!identified.ok) return undefined;
    // What a format of the family reads is a record that can be kept.
    const record = identified.record as KeepableRecord;
    const { author } = record;
    const more = coming.get(author) ?? 0;
    if ((this.#kept.get(author) ?? 0) + more >= this.#most && !this.#takesPlace(record)) return record.id;
    coming.set(author, more + 1);
    return undefined;
  }

  #takesPlace(record: KeepableRecord): boolean {
    if (!isDocument(record)) return false;
    const { replica, now } = this.#host;
    const answer = replica.query({ author: record.author, path: record.path, limit: 1 }, now);
    return answer.ok && answer.records.length > 0;
  }
}
