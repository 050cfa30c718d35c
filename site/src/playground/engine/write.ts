import type { GivenRecord, JsonObject, Message, Rejected, Signed } from '@rockpool/reference';
import { utf8Length } from '../../../../reference/src/bytes/utf8.ts';
import { wishType } from '../../../../reference/src/replica/content-object.ts';
import { engine } from './engine.ts';
import type { Peer } from './peer.ts';
import { type Author, withIds } from './people.ts';
import { append, blobId, KnownMessages, portableSha256, sign } from './reference.ts';

export const documentFormat = 'rp.document.1';
const messageFormat = 'rp.message.1';

/** A record that was written, or why it was not. */
export type Written = { readonly ok: true; readonly record: GivenRecord } | Rejected;

/** What a document says besides its content. */
export type DocumentDraft = {
  readonly path: string;
  readonly content: string;
  readonly timestamp: number;
  readonly lasts?: number | undefined;
  readonly author: Author;
  readonly space?: string;
  readonly key?: string;
};

/** A document without its signature. */
export const draftOf = ({ path, content, timestamp, lasts, author, space, key }: DocumentDraft, peer: Peer) => ({
  header: {
    format: documentFormat,
    space: space ?? peer.space,
    author: author.id,
    path: withIds(path),
    timestamp,
    contentHash: blobId(content, portableSha256, peer.protocol.steps),
    contentSize: utf8Length(content),
    ...(lasts !== undefined && { expires: timestamp + lasts }),
    ...(key !== undefined && { key }),
  } satisfies JsonObject,
  content,
});

/** Writes the newest document at a path, unless a verifier with the peer's clock would refuse it. */
export const writeDocument = (peer: Peer, draft: Pick<DocumentDraft, 'path' | 'content' | 'lasts'>): Written => {
  const { protocol, author, clock: now } = peer;
  const content = withIds(draft.content);
  const timestamp = Math.max(now, (newestAt(peer, withIds(draft.path)) ?? 0) + 1);
  const unsigned = draftOf({ ...draft, content, timestamp, author }, peer);
  return given(sign(unsigned, { protocol, engine, format: documentFormat, now, seed: author.seed }), documentFormat);
};

/** When the newest document at a path was written, whoever wrote it. */
const newestAt = (peer: Peer, path: string): number | undefined => {
  const found = peer.replica.query({ path, history: 'all', deleted: true, limit: 1 }, peer.now);
  return found.ok ? found.records[0]?.record.timestamp : undefined;
};

/** Goes on with the author's feed at this peer: with the next one, where the newest is disputed. */
export const writeMessage = (peer: Peer, content: string, contentType?: string): Written => {
  const log = logOf(peer);
  const draft = {
    space: peer.space,
    content: withIds(content),
    ...(contentType !== undefined && { contentType }),
    ...(log !== undefined && { log }),
  };
  return appended(peer, draft, knownOf(peer, log));
};

/** Writes another message in the place of one that there is: what no honest program does. */
export const writeInstead = (peer: Peer, content: string, sequence: number): Written => {
  const known = new KnownMessages([...messagesOf(peer, undefined)].filter((message) => message.sequence < sequence));
  return appended(peer, { space: peer.space, content }, known);
};

/** A wish that own messages be forgotten [NAT-5]. */
export const writeWish = (peer: Peer, sequence: number): Written | undefined => {
  const found = [...messagesOf(peer, undefined)].find((message) => message.sequence === sequence);
  if (found === undefined) return undefined;
  return writeMessage(peer, JSON.stringify({ type: 'forget', messages: [found.id] }), wishType);
};

/** The messages of the author's own feed, by rising sequence. */
export function* messagesOf(peer: Peer, log: number | undefined): Iterable<Message> {
  const { author, replica, now } = peer;
  for (const { record } of replica.feed(author.id, log, now)) if ('sequence' in record) yield record;
}

const logOf = ({ state, author }: Peer): number | undefined => {
  const own = (state.native?.feeds ?? []).filter((feed) => feed.author === author.id);
  const newest = own.sort((a, b) => (a.log ?? 0) - (b.log ?? 0)).at(-1);
  return newest?.evidence === undefined ? newest?.log : (newest.log ?? 0) + 1;
};

const knownOf = (peer: Peer, log: number | undefined) => new KnownMessages(messagesOf(peer, log));

const appended = (peer: Peer, draft: JsonObject, known: KnownMessages): Written => {
  const { protocol, author, clock: now } = peer;
  const signed = append(draft, known, { protocol, engine, format: messageFormat, now, seed: author.seed });
  return given(signed, messageFormat);
};

const given = (signed: Signed | Rejected, format: string): Written =>
  signed.ok ? { ok: true, record: { format, text: signed.text } } : signed;
