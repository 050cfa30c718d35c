import fc from 'fast-check';
import { feedAnswer, type JsonObject, openSpaceId, proofPath, recordId, signNative } from '../forge/index.ts';
import { type Signer, signers } from './arbitraries.ts';
import { nativeEntries, nativeHeaders, SPACE } from './chains.ts';
import { ask, casesOf, type Law } from './law.ts';

type Parts = {
  author: Signer;
  /** All headers of the feed. */
  headers: readonly JsonObject[];
  now: number;
  path: readonly number[];
  target: number;
};

const sign = ({ seed }: Signer, header: JsonObject): JsonObject => signNative({ header, seed });

const messagesAt = ({ author, headers }: Parts, sequences: readonly number[]): JsonObject[] =>
  sequences.map((sequence) => sign(author, headers[sequence - 1] as JsonObject));

const resigned = (parts: Parts, at: number, change: JsonObject): JsonObject[] =>
  messagesAt(parts, parts.path).map((message, index) =>
    index === at ? sign(parts.author, { ...(message.header as JsonObject), ...change }) : message,
  );

/** Each spoils a proof in one way; `at` is a place on the path. */
const SPOIL: readonly ((parts: Parts, at: number) => JsonObject[])[] = [
  (parts, at) => messagesAt(parts, parts.path.toSpliced(at, 1)),
  (parts, at) => messagesAt(parts, parts.path.toSpliced(at, 0, parts.path[at] ?? 1)),
  (parts) => messagesAt(parts, [...parts.path].reverse()),
  (parts) =>
    messagesAt(
      parts,
      Array.from(parts.headers, (_, index) => parts.headers.length - index),
    ),
  (parts, at) => resigned(parts, at, { contentSize: 7, contentHash: parts.headers[0]?.contentHash ?? '' }),
  (parts, at) => resigned(parts, at, { timestamp: parts.now }),
  (parts, at) => resigned(parts, at, { log: 5 }),
  (parts, at) => resigned(parts, at, { space: openSpaceId('pool', new Uint8Array(32).fill(9)) }),
  (parts, at) => resigned(parts, at, { previous: recordId(parts.headers[0] as JsonObject) }),
];

const LENGTH = 45;
/** What is needed to prove that some message belongs to a feed of some length. */
const parts: fc.Arbitrary<(now: number) => Parts> = fc
  .tuple(signers, nativeEntries(LENGTH), fc.nat(LENGTH - 1))
  .map(([author, entries, place]) => (now) => {
    const headers = nativeHeaders({ author, space: SPACE }, entries, now - 1);
    const target = 1 + (place % headers.length);
    return { author, headers, now, path: proofPath(headers.length, target), target };
  });

const inputOf = (messages: readonly JsonObject[], { now, target }: Parts) => ({
  format: 'rp.message.1',
  now,
  mode: 'subset',
  target,
  messages: messages.map((message) => ({ text: JSON.stringify(message) })),
  before: [],
});

const BASE = { profile: 'feeds', operations: ['feed.verify'] } as const;

/** The laws about subset proofs. */
export const proofLaws: readonly Law[] = [
  {
    ...BASE,
    id: 'law/message-proof',
    title: 'the messages on the way show that a message belongs to a feed',
    requirements: ['MSG-8', 'FEED-8', 'FEED-9', 'FEED-11'],
    cases: casesOf(parts, (made, now) => {
      const given = made(now);
      const input = inputOf(messagesAt(given, given.path), given);
      return { questions: [ask('feed.verify', input, { ok: {} })] };
    }),
  },
  {
    ...BASE,
    id: 'law/message-broken-proof',
    title: 'a proof with one change is refused for it',
    requirements: ['FEED-9', 'FEED-10', 'FEED-11', 'FEED-12'],
    cases: casesOf(fc.tuple(parts, fc.constantFrom(...SPOIL), fc.nat(40)), ([made, spoil, place], now) => {
      const given = made(now);
      const input = inputOf(spoil(given, place % given.path.length), given);
      return { questions: [ask('feed.verify', input, feedAnswer('feed.verify', input))] };
    }),
  },
];
