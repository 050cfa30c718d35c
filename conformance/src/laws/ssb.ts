import fc from 'fast-check';
import { base64 } from '../forge/base64.ts';
import { encodeSsb, hex, type Json, type JsonObject, signSsb, ssbAuthor, ssbId } from '../forge/index.ts';
import { names, type Signer, seeds, signers, strings } from './arbitraries.ts';
import type { Family } from './family.ts';
import { ANYWHERE, otherBase64 } from './mutations.ts';

export const ssbIdOf = (bytes: Uint8Array): string => `%${base64(bytes)}.sha256`;

/** Doubles of all sizes, and those where ECMAScript changes how it writes them. */
export const doubles: fc.Arbitrary<number> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -100, max: 100 }),
  fc.constantFrom(0, -0, 1e20, 1e21, 123e18, 1e-6, 1e-7, 5e-324, 1.7976931348623157e308, 2 ** 53 + 2, 0.1, -1.5),
);

/** Names whose place changes when they are read, and others that only look so. */
const awkwardNames = fc.oneof(
  fc.constantFrom('0', '1', '10', '2', '01', '-1', '1.5', '', '4294967294', '4294967295', '__proto__', 'constructor'),
  names,
);

const fromEntries = (entries: readonly (readonly [string, Json])[]): JsonObject => Object.fromEntries(entries);

/** Any JSON, nested at most `depth` deep. */
const anything = (depth: number): fc.Arbitrary<Json> => {
  const leaves: fc.Arbitrary<Json> = fc.oneof(strings, doubles, fc.constantFrom(true, false, null));
  if (depth === 0) return leaves;
  const inner = anything(depth - 1);
  return fc.oneof(
    { withCrossShrink: true },
    leaves,
    fc.array(inner, { maxLength: 4 }),
    fc.uniqueArray(fc.tuple(awkwardNames, inner), { maxLength: 5, selector: ([name]) => name }).map(fromEntries),
  );
};

const types = fc.constantFrom('post', 'about', 'vote', 'x'.repeat(52), '🌸🌸', 'a b', 'été');
/** Leaves room for everything else in a message. */
const MAX_CONTENT_UNITS = 7_000;

/** Valid content: open, with `type` somewhere among other members, or encrypted. */
export const classicContents: fc.Arbitrary<Json> = fc.oneof(
  fc
    .tuple(
      types,
      fc.nat(4),
      fc.uniqueArray(fc.tuple(awkwardNames, anything(3)), { maxLength: 5, selector: ([name]) => name }),
    )
    .map(([type, at, others]): Json => {
      const members = others.filter(([name]) => name !== 'type');
      return fromEntries([...members.slice(0, at), ['type', type], ...members.slice(at)]);
    })
    .map((content) => (encodeSsb(content).length <= MAX_CONTENT_UNITS ? content : { type: 'post' })),
  fc
    .tuple(fc.uint8Array({ maxLength: 60 }), fc.constantFrom('', '2', ' and more', '.sig'))
    .map(([bytes, suffix]) => `${base64(bytes)}.box${suffix}`),
);

/** Milliseconds since 1970, or anything else that is a number. */
export const moments = fc.oneof(fc.constantFrom(1_700_000_000_000, 1_700_000_000_000.5), doubles);

/** Mostly none. */
export const hmacs: fc.Arbitrary<Uint8Array | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: seeds },
);

type SsbDraft = {
  author: Signer;
  sequence: number;
  previous: Uint8Array;
  timestamp: number;
  content: Json;
  authorFirst: boolean;
  hmac: Uint8Array | undefined;
};

const drafts: fc.Arbitrary<SsbDraft> = fc.record({
  author: signers,
  sequence: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1_000 }), fc.constant(Number.MAX_SAFE_INTEGER)),
  previous: seeds,
  timestamp: moments,
  content: classicContents,
  authorFirst: fc.boolean(),
  hmac: hmacs,
});

const isOpen = (content: Json | undefined): content is JsonObject => typeof content === 'object' && content !== null;

/** Classic Scuttlebutt messages, one by one. */
export const CLASSIC: Family<SsbDraft> = {
  name: 'ssb',
  format: 'ssb-classic',
  verifier: 'ssb-classic',
  signer: 'ssb-signer',
  requirements: {
    accepted: ['SSB-2', 'SSB-6', 'SSB-7', 'SSB-9', 'SSB-10', 'SSB-18', 'SSB-19'],
    tampered: ['SSB-18', 'SSB-19'],
    made: ['SSB-18', 'SSB-19'],
  },
  drafts,
  unsigned: ({ author, sequence, previous, timestamp, content, authorFirst }) => {
    const link = { previous: sequence === 1 ? null : ssbIdOf(previous) };
    const key = ssbAuthor(author.key);
    const rest = { timestamp, hash: 'sha256', content };
    return authorFirst ? { ...link, author: key, sequence, ...rest } : { ...link, sequence, author: key, ...rest };
  },
  seeds: ({ author }) => ({ seed: hex(author.seed) }),
  params: ({ hmac }) => (hmac === undefined ? {} : { hmac: hex(hmac) }),
  sign: ({ author, hmac }, message) => signSsb({ message, seed: author.seed, hmac }),
  id: { of: ssbId, requirements: ['SSB-13', 'SSB-14', 'SSB-15', 'SSB-16', 'SSB-17'] },
  ordered: true,
  mutations: [
    ...ANYWHERE,
    (record, at) => ({ ...record, signature: otherBase64(String(record.signature), at % 80) }),
    (record, at) => ({ ...record, author: otherBase64(String(record.author), at % 40) }),
    (record) => ({ ...record, sequence: Number(record.sequence) + 1 }),
    (record) => ({ ...record, sequence: Number(record.sequence) + 0.5 }),
    (record) => ({ ...record, previous: record.previous === null ? ssbIdOf(new Uint8Array(32)) : null }),
    (record) => ({ ...record, timestamp: Number(record.timestamp) / 2 + 1 }),
    (record) => ({ ...record, hash: 'sha-256' }),
    (record) => ({ ...record, hash: 'SHA256' }),
    (record) => ({
      ...record,
      content: isOpen(record.content) ? { ...record.content, more: 1 } : `${record.content}.`,
    }),
    (record) => ({ ...record, content: isOpen(record.content) ? { ...record.content, type: 'ab' } : 'x.box' }),
    (record) => ({ ...record, content: 'x'.repeat(8_192) }),
    (record) => Object.fromEntries(Object.entries(record).reverse()),
    ({ sequence, author, ...record }) => ({ ...record, sequence, author }) as JsonObject,
  ],
};
