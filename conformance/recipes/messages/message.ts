import { sha256 } from '@noble/hashes/sha2.js';
import { base32 } from '../../src/forge/base32.ts';
import { blobId } from '../../src/forge/blob.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { hasSkip, lipmaa } from '../../src/forge/lipmaa.ts';
import { type JsonObject, type NativeRecord, recordId, signNative } from '../../src/forge/native.ts';
import { T } from '../cases/verify.ts';

/** What differs from Suzy's first message. */
export type MessageChange = {
  /** `undefined` takes a member out. */
  header?: Readonly<Record<string, Json | undefined>>;
  content?: string;
  /** The content is these bytes, and does not travel along. */
  blob?: Uint8Array;
  /** The content is `content`, and does not travel along. */
  sparse?: boolean;
  author?: TestKey;
  /** Who signs, where it is not the author. */
  signer?: TestKey;
};

/** The header of a message; everything in it is true unless `header` says otherwise. */
export const messageHeader = ({
  header,
  content = 'hello',
  blob,
  author = cast.suzy,
}: MessageChange = {}): JsonObject => {
  const bytes = blob ?? utf8(content);
  const members: Record<string, Json | undefined> = {
    format: 'rp.message.1',
    space: cast.spaces.gardening,
    author: author.keyId,
    sequence: 1,
    previous: undefined,
    skip: undefined,
    timestamp: T,
    contentHash: blobId(bytes),
    contentSize: bytes.length,
    ...header,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as JsonObject;
};

/** A message, honestly signed whatever its header says. */
export const message = (change: MessageChange = {}): NativeRecord => {
  const absent = change.blob !== undefined || change.sparse === true;
  return signNative({
    header: messageHeader(change),
    ...(absent ? {} : { content: change.content ?? 'hello' }),
    seed: (change.signer ?? change.author ?? cast.suzy).seed,
  });
};

export const idOf = ({ header }: NativeRecord): string => recordId(header);

/** The id of a record that nobody has seen. */
export const unknownId = (label: string): string => `%${base32(sha256(utf8(label)))}`;

/** The links that a message of this sequence has, to messages that nobody has seen. */
export const unknownLinks = (sequence: number): Readonly<Record<string, Json>> => ({
  ...(sequence > 1 ? { previous: unknownId(`before ${sequence}`) } : {}),
  ...(hasSkip(sequence) ? { skip: unknownId(`far before ${sequence}`) } : {}),
});

/** A message by its sequence, the messages before which nobody has seen. */
export const numbered = (sequence: number, change: MessageChange = {}): NativeRecord =>
  message({
    content: `${sequence}`,
    ...change,
    header: { sequence, ...unknownLinks(sequence), ...change.header },
  });

/** The message after those of `before`, of which the last is the newest; its content is its sequence. */
export const next = (before: readonly NativeRecord[], change: MessageChange = {}): NativeRecord => {
  const last = before.at(-1);
  const sequence = Number(last?.header.sequence ?? 0) + 1;
  const linked = before.find(({ header }) => header.sequence === lipmaa(sequence));
  return message({
    content: `${sequence}`,
    ...change,
    header: {
      sequence,
      ...(last === undefined ? {} : { previous: idOf(last) }),
      ...(linked === undefined || !hasSkip(sequence) ? {} : { skip: idOf(linked) }),
      timestamp: last === undefined ? T : Number(last.header.timestamp) + 1000,
      ...change.header,
    },
  });
};

/** The first messages of a feed, a millisecond apart, from T on; `change` holds for each. */
export const chain = (length: number, change: MessageChange = {}): NativeRecord[] => extend([], length, change);

/** These messages and more of the same feed, up to `length`. */
export const extend = (before: readonly NativeRecord[], length: number, change: MessageChange = {}): NativeRecord[] => {
  const messages = [...before];
  while (messages.length < length) messages.push(next(messages, change));
  return messages;
};
