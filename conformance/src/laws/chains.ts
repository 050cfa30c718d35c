import type { FormatName, ProfileName } from '@rockpool/schemas';
import fc from 'fast-check';
import {
  base32,
  blobId,
  hasSkip,
  hex,
  type Json,
  type JsonObject,
  lipmaa,
  openSpaceId,
  recordId,
  signNative,
  signSsb,
  ssbAuthor,
  ssbId,
  utf8,
} from '../forge/index.ts';
import { type Signer, signers } from './arbitraries.ts';
import { contents } from './drafts.ts';
import { classicContents, hmacs, moments, ssbIdOf } from './ssb.ts';

/** A genuine feed from its first message on, and what it takes to continue or to spoil it. */
export type Chain = {
  messages: readonly JsonObject[];
  author: Signer;
  /** Params that every question about it has besides `format` and `now`. */
  params: { hmac?: string };
  /** The message with some members changed, signed again. */
  resign(message: JsonObject, change: JsonObject): JsonObject;
  /** What a draft of the next message says besides its content. */
  draft: JsonObject;
};

/** What the laws about feeds need to know of a format. */
export type FeedFamily = {
  name: string;
  format: FormatName;
  verifier: ProfileName;
  writer: ProfileName;
  reporter: ProfileName;
  /** Chains of 1 to `maxLength` messages; `end` is how much later than now the last one is, in
   * microseconds, where the format compares it with a clock. */
  chains(maxLength: number, people?: fc.Arbitrary<Signer>, end?: number): fc.Arbitrary<(now: number) => Chain>;
  contents: fc.Arbitrary<Json>;
  /** Members that spoil the place of a message in its feed; `bytes` are 32 that nobody foresaw. */
  misplaced: readonly ((message: JsonObject, bytes: Uint8Array) => JsonObject)[];
  /** Members that spoil a draft. */
  badDrafts: readonly JsonObject[];
};

/** The places of all feeds that are to meet. */
export const SPACE = openSpaceId('pool', new Uint8Array(32).fill(3));
const OTHER_SPACE = openSpaceId('pool', new Uint8Array(32).fill(4));

export type NativeFeed = { author: Signer; space: string; log?: number };
export type Entry = { content: string; step: number };

/** Headers of a feed whose last message has the timestamp `end`; `step` is what lies between a message and the next. */
export const nativeHeaders = ({ author, space, log }: NativeFeed, entries: readonly Entry[], end: number) => {
  const headers: JsonObject[] = [];
  let timestamp = end - entries.slice(1).reduce((sum, { step }) => sum + step, 0);
  for (const [index, { content, step }] of entries.entries()) {
    if (index > 0) timestamp += step;
    const sequence = index + 1;
    const bytes = utf8(content);
    const [previous, skip] = [headers[index - 1], headers[lipmaa(sequence) - 1]];
    headers.push({
      format: 'rp.message.1',
      space,
      author: author.id,
      ...(log === undefined ? {} : { log }),
      sequence,
      ...(previous === undefined ? {} : { previous: recordId(previous) }),
      ...(skip === undefined || !hasSkip(sequence) ? {} : { skip: recordId(skip) }),
      timestamp,
      contentHash: blobId(bytes),
      contentSize: bytes.length,
    });
  }
  return headers;
};

const headerOf = (message: JsonObject): JsonObject => message.header as JsonObject;

/** Long enough for a few links that skip. */
export const nativeEntries = (maxLength: number): fc.Arbitrary<Entry[]> =>
  fc.array(fc.record({ content: contents, step: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 100_000 })) }), {
    minLength: 1,
    maxLength,
  });

const logs = fc.option(fc.constantFrom(1, 2), { nil: undefined });

export const NATIVE_FEEDS: FeedFamily = {
  name: 'message',
  format: 'rp.message.1',
  verifier: 'feeds',
  writer: 'feeds',
  reporter: 'feeds',
  chains: (maxLength, people = signers, end = 0) =>
    fc.tuple(people, logs, nativeEntries(maxLength), fc.nat(3)).map(([author, log, all, sparse]) => (now) => {
      const feed = { author, space: SPACE, ...(log === undefined ? {} : { log }) };
      const { seed } = author;
      const messages = nativeHeaders(feed, all, now + end).map((header, index) => {
        const absent = index === sparse;
        return signNative({ header, ...(absent ? {} : { content: all[index]?.content }), seed });
      });
      return {
        messages,
        author,
        params: {},
        resign: ({ header, content }, change) =>
          signNative({
            header: { ...(header as JsonObject), ...change },
            content: content as string | undefined,
            seed,
          }),
        draft: { space: SPACE, ...(log === undefined ? {} : { log }) },
      };
    }),
  contents,
  misplaced: [
    (_, bytes) => ({ previous: `%${base32(bytes)}` }),
    (_, bytes) => ({ skip: `%${base32(bytes)}` }),
    (message) => ({ sequence: Number(headerOf(message).sequence) + 1 }),
    (message) => ({ timestamp: Number(headerOf(message).timestamp) - 100_001 }),
    () => ({ timestamp: 10_000_000_000_000 }),
    () => ({ log: 7 }),
    () => ({ space: OTHER_SPACE }),
  ],
  badDrafts: [{ space: 'pool' }, { log: 0 }, { contentType: 'Text/Plain' }, { content: 'x'.repeat(65_537) }],
};

export const CLASSIC_FEEDS: FeedFamily = {
  name: 'ssb',
  format: 'ssb-classic',
  verifier: 'ssb-classic',
  writer: 'ssb-writer',
  reporter: 'ssb-state',
  chains: (maxLength, people = signers) =>
    fc
      .tuple(people, hmacs, fc.array(fc.tuple(classicContents, moments, fc.boolean()), { minLength: 1, maxLength }))
      .map(([author, hmac, all]) => () => {
        const parts = { seed: author.seed, hmac };
        const messages: JsonObject[] = [];
        for (const [index, [content, timestamp, authorFirst]] of all.entries()) {
          const last = messages[index - 1];
          const numbered = { sequence: index + 1, author: ssbAuthor(author.key) };
          const named = authorFirst ? { author: numbered.author, sequence: numbered.sequence } : numbered;
          const previous = last === undefined ? null : ssbId(last);
          messages.push(signSsb({ message: { previous, ...named, timestamp, hash: 'sha256', content }, ...parts }));
        }
        return {
          messages,
          author,
          params: hmac === undefined ? {} : { hmac: hex(hmac) },
          resign: (message, change) => signSsb({ message: { ...message, ...change }, ...parts }),
          draft: { timestamp: all.at(-1)?.[1] ?? 0 },
        };
      }),
  contents: classicContents,
  misplaced: [
    (_, bytes) => ({ previous: ssbIdOf(bytes) }),
    () => ({ previous: null }),
    ({ sequence }) => ({ sequence: Number(sequence) + 1 }),
    ({ sequence }) => ({ sequence: Number(sequence) - 1 }),
    (_, bytes) => ({ author: ssbAuthor(bytes) }),
  ],
  badDrafts: [
    { content: { type: 'ab' } },
    { content: { text: 'no type' } },
    { content: { type: 'x'.repeat(53) } },
    { content: { type: 'post', text: 'x'.repeat(8_192) } },
    { content: 'not a ciphertext' },
    { content: [] },
    { timestamp: 'now' },
  ],
};
