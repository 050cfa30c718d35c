import { blobId } from './blob.ts';
import { utf8 } from './bytes.ts';
import type { Json } from './canonical.ts';
import { keyId, parseId } from './identifiers.ts';
import { lipmaa } from './lipmaa.ts';
import type { MessageHeader } from './message-rules.ts';
import { type JsonObject, type NativeRecord, recordId, signNative } from './native.ts';
import { publicKey } from './signature.ts';
import { judgeValue, type Verdict } from './verdict.ts';

/** What the rules for feeds look at, of a message in any format. */
export type FeedItem = {
  /** Equal for two messages if they are of one feed, and only then. */
  feed: string;
  /** 32 bytes. */
  author: Uint8Array;
  authorId: string;
  log?: number;
  /** The space that the message belongs to, in formats that have one. */
  space?: string;
  sequence: number;
  id: string;
  /** 32 bytes. */
  idBytes: Uint8Array;
  /** Absent where the message says null. */
  previous?: string;
  skip?: string;
  /** Absent in formats that do not compare it with that of other messages. */
  timestamp?: number;
};

/** The receiver's or writer's clock, and the hmac key of classic messages, 32 bytes. */
export type FeedContext = { now: number; hmac?: Uint8Array };

export type FeedDraft = {
  draft: JsonObject;
  seed: Uint8Array;
  /** The messages that the writer was given, by rising sequence. */
  before: readonly FeedItem[];
};

/** What feeds have to know of a format. */
export type FeedFormat = {
  /** Judges a message by itself, by all phases but *text* and *feed*. */
  judge: (value: Json, context: FeedContext) => Verdict;
  /** Of a message that breaks no rule by itself. */
  item: (value: Json) => FeedItem;
  /** The message after those of `before`, signed, right or wrong. */
  append: (draft: FeedDraft, context: FeedContext) => Json;
};

const nativeItem = (value: Json): FeedItem => {
  const record = value as unknown as NativeRecord;
  const { space, author, key, log, sequence, previous, skip, timestamp } = record.header as unknown as MessageHeader;
  const id = recordId(record.header);
  return {
    feed: JSON.stringify([space, author, key ?? null, log ?? null]),
    author: parseId(author)?.bytes ?? new Uint8Array(),
    authorId: author,
    ...(log === undefined ? {} : { log }),
    space,
    sequence,
    id,
    idBytes: parseId(id)?.bytes ?? new Uint8Array(),
    ...(previous === undefined ? {} : { previous }),
    ...(skip === undefined ? {} : { skip }),
    timestamp,
  };
};

/** The members of the header that continue a feed: numbers, links, and the timestamp of FEED-21. */
const continuation = (before: readonly FeedItem[], now: number): Record<string, Json> => {
  const last = before.at(-1);
  const sequence = (last?.sequence ?? 0) + 1;
  const target = Number.isSafeInteger(sequence) ? lipmaa(sequence) : sequence - 1;
  const skip = target === sequence - 1 ? undefined : before.find((item) => item.sequence === target)?.id;
  return {
    sequence,
    ...(last === undefined ? {} : { previous: last.id }),
    ...(skip === undefined ? {} : { skip }),
    timestamp: Math.max(now, (last?.timestamp ?? 0) + 1),
  };
};

const nativeAppend = ({ draft, seed, before }: FeedDraft, { now }: FeedContext): Json => {
  const { space, content, contentType, log } = draft;
  const bytes = utf8(String(content ?? ''));
  const members: Record<string, Json | undefined> = {
    format: 'rp.message.1',
    space,
    author: keyId(publicKey(seed)),
    log,
    ...continuation(before, now),
    contentHash: blobId(bytes),
    contentSize: bytes.length,
    contentType,
  };
  const header = Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as JsonObject;
  return { ...signNative({ header, seed }), content: content ?? null } as Json;
};

/** Messages of the format `rp.message.1`. */
export const nativeFeeds: FeedFormat = {
  judge: (value, { now }) => judgeValue('rp.message.1', value, now),
  item: nativeItem,
  append: nativeAppend,
};
