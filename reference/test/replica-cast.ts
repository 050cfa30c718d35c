import { encodeBase32FromHex } from '../src/bytes/base32.ts';
import { utf8Length } from '../src/bytes/utf8.ts';
import { type JsonObject, type JsonValue, run } from '../src/index.ts';
import { nodeSha256 } from '../src/node/sha256.ts';
import { MemoryStore } from '../src/replica/memory-store.ts';
import type { Outcome } from '../src/replica/outcome.ts';
import { type GivenRecord, openReplica, type Replica, type ReplicaOptions } from '../src/replica/replica.ts';
import { contentHash, engine, fern, gardening, hello, now, page, protocol, quinn, signed, suzy } from './cast.ts';

const people = [suzy, fern, quinn];

/** An open replica in memory, of the gardening space if nothing else is said. */
export function opened(options: Partial<ReplicaOptions> = {}): Replica {
  const result = openReplica({ protocol, store: new MemoryStore(), family: 'native', space: gardening, ...options });
  if (!result.ok) throw new Error(result.code);
  return result.replica;
}

/** A signed record with its id. */
export interface Made extends GivenRecord {
  readonly id: string;
}

/** What content a record has, and where. */
export interface ContentOptions {
  readonly content?: string;
  /** `within` the record, `beside` it, or `absent`. */
  readonly stands?: 'within' | 'beside' | 'absent';
}

function made(
  makeUnsigned: typeof page,
  format: string,
  changes: JsonObject,
  { content = 'Flowers are pretty 🌸', stands = 'within' }: ContentOptions,
): Made {
  const named = { contentHash: contentHash(content), contentSize: utf8Length(content), ...changes };
  const unsigned = makeUnsigned(named, stands === 'within' ? content : null);
  const header = unsigned.header as JsonObject;
  const signer = header.key ?? header.author;
  const text = signed(unsigned, people.find(({ id }) => id === signer)?.seed);
  const digest = protocol.steps.headerHash(header, (value) => protocol.steps.canonical(value), nodeSha256);
  return { text, format, id: `%${encodeBase32FromHex(digest)}`, ...(stands === 'beside' && { content }) };
}

/** A document, of Suzy's if nothing else is said, signed by whom its header names. */
export const document = (changes: JsonObject = {}, content: ContentOptions = {}): Made =>
  made(page, 'rp.document.1', changes, content);

/** A message, the same way. */
export const message = (changes: JsonObject = {}, content: ContentOptions = {}): Made =>
  made(hello, 'rp.message.1', changes, content);

/** A message with JSON content. */
export const json = (value: JsonValue, changes: JsonObject = {}, content: ContentOptions = {}): Made =>
  message({ contentType: 'application/json', ...changes }, { content: JSON.stringify(value), ...content });

/** A wish that the content of records be forgotten. */
export const wish = (messages: string[], changes: JsonObject = {}, content: ContentOptions = {}): Made =>
  json({ type: 'forget', messages }, { contentType: 'application/vnd.rockpool.forget+json', ...changes }, content);

/** An outcome in one word or two. */
export const say = (outcome: Outcome): string =>
  outcome.is === 'accepted'
    ? 'accepted'
    : `${outcome.is} ${outcome.is === 'rejected' ? outcome.rejected.code : outcome.reason}`;

/** Gives records to a replica at once, and answers what became of them. */
export const give = (replica: Replica, records: readonly GivenRecord[], at = now): string[] =>
  run(replica.ingest(records, at), engine).map(say);

/** What a query answers: ids, or a code. */
export function asked(replica: Replica, query: JsonValue = {}, at = now): readonly string[] | string {
  const answer = replica.query(query, at);
  return answer.ok ? answer.records.map(({ digest }) => replica.description.family.idOf(digest)) : answer.code;
}
