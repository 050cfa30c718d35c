import {
  blobId,
  cast,
  hasSkip,
  type Json,
  type JsonObject,
  lipmaa,
  publicKey,
  recordId,
  signEs4,
  signEs5,
  signNative,
  signSsb,
  ssbAuthor,
  ssbId,
  textHash,
  utf8,
} from '../forge/index.ts';

const { suzy, gardening, spaces } = cast;

/** The latest time of the records, in microseconds since 1970. */
export const NOW = 1_700_000_000_000_000;

const LATEST = 9_007_199_254_740_990;

/** Where records are received. */
export const SPACE = spaces.gardening;
export const SHARE = gardening.earthstarAddress;

/** Whole numbers up to a million give times that rise and are no later than now. */
const timeOf = (each: number): number => NOW - 1_000_000 + each;

const contentOf = (each: number): string => `${each} ${'moss '.repeat(60)}`;

const native = (each: number, header: JsonObject): JsonObject => {
  const content = contentOf(each);
  const bytes = utf8(content);
  const about = { space: spaces.gardening, author: suzy.keyId, contentHash: blobId(bytes), contentSize: bytes.length };
  return signNative({ header: { ...about, ...header }, content, seed: suzy.seed });
};

const document = (each: number, header: JsonObject): JsonObject =>
  native(each, { format: 'rp.document.1', timestamp: timeOf(each), ...header });

/** Documents of one slot, all of which are kept: the newer one is, the sooner it expires. */
export const fading = (each: number): JsonObject => document(each, { path: '/chat/!moss', expires: LATEST - each });

/** Documents that each have a slot. */
export const apart = (each: number): JsonObject => document(each, { path: `/wiki/${each}` });

/** Documents of one slot. */
export const es4 = (each: number): JsonObject =>
  signEs4({
    document: {
      format: 'es.4',
      author: suzy.earthstarAddress,
      content: contentOf(each),
      contentHash: textHash(contentOf(each)),
      deleteAfter: null,
      path: '/wiki/moss',
      timestamp: timeOf(each),
      workspace: gardening.earthstarAddress,
    },
    seed: suzy.seed,
  });

/** Documents of one slot. */
export const es5 = (each: number): JsonObject =>
  signEs5({
    document: {
      format: 'es.5',
      author: suzy.earthstarAddress,
      text: contentOf(each),
      textHash: textHash(contentOf(each)),
      path: '/wiki/moss',
      timestamp: timeOf(each),
      share: gardening.earthstarAddress,
    },
    seed: suzy.seed,
    shareSeed: gardening.seed,
  });

const message = (each: number, header: JsonObject): JsonObject =>
  native(each, { format: 'rp.message.1', timestamp: timeOf(each), ...header });

/** First messages of one feed. */
export const fork = (each: number): JsonObject => message(each, { sequence: 1 });

const classic = (each: number, sequence: number, previous: string | null): JsonObject =>
  signSsb({
    message: {
      previous,
      sequence,
      author: ssbAuthor(publicKey(suzy.seed)),
      timestamp: NOW / 1000 + each,
      hash: 'sha256',
      content: { type: 'post', text: contentOf(each) } as Json,
    },
    seed: suzy.seed,
  });

/** First messages of one feed. */
export const classicFork = (each: number): JsonObject => classic(each, 1, null);

/** The first messages of a feed; `make` is given the ids of those before. */
const feed = (length: number, make: (sequence: number, before: readonly string[]) => [JsonObject, id: string]) => {
  const messages: JsonObject[] = [];
  const before: string[] = [];
  while (messages.length < length) {
    const [made, id] = make(messages.length + 1, before);
    messages.push(made);
    before.push(id);
  }
  return messages;
};

export const nativeFeed = (length: number): JsonObject[] =>
  feed(length, (sequence, before) => {
    const made = message(sequence, {
      sequence,
      ...(sequence === 1 ? {} : { previous: before[sequence - 2] as string }),
      ...(hasSkip(sequence) ? { skip: before[lipmaa(sequence) - 1] as string } : {}),
    });
    return [made, recordId(made.header as JsonObject)];
  });

export const classicFeed = (length: number): JsonObject[] =>
  feed(length, (sequence, before) => {
    const made = classic(sequence, sequence, before[sequence - 2] ?? null);
    return [made, ssbId(made)];
  });
