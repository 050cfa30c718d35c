import type { Json } from './canonical.ts';
import type { FeedContext, FeedDraft, FeedFormat, FeedItem } from './feed-format.ts';
import type { JsonObject } from './native.ts';
import { publicKey } from './signature.ts';
import { authorKey, signSsb, ssbAuthor, ssbId, ssbIdBytes } from './ssb.ts';
import { judgeValue } from './verdict.ts';

const item = (value: Json): FeedItem => {
  const message = value as JsonObject;
  const [author, id] = [String(message.author), ssbId(message)];
  return {
    feed: author,
    author: authorKey(author) ?? new Uint8Array(),
    authorId: author,
    sequence: Number(message.sequence),
    id,
    idBytes: ssbIdBytes(id) ?? new Uint8Array(),
    ...(message.previous === null ? {} : { previous: String(message.previous) }),
  };
};

/** The sequence comes before the author, and the timestamp is the caller's. */
const append = ({ draft, seed, before }: FeedDraft, { hmac }: FeedContext): Json => {
  const last = before.at(-1);
  const members: Record<string, Json | undefined> = {
    previous: last?.id ?? null,
    sequence: (last?.sequence ?? 0) + 1,
    author: ssbAuthor(publicKey(seed)),
    timestamp: draft.timestamp,
    hash: 'sha256',
    content: draft.content,
  };
  const message = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as JsonObject;
  return signSsb({ message, seed, hmac });
};

/** Classic messages: a feed is all messages of one author. */
export const ssbFeeds: FeedFormat = {
  judge: (value, { now, hmac }) => judgeValue('ssb-classic', value, now, undefined, hmac),
  item,
  append,
};
