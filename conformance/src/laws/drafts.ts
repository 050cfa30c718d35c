import fc from 'fast-check';
import {
  base32,
  blobId,
  hex,
  type Json,
  type JsonObject,
  openSpaceId,
  signEs4,
  signEs5,
  signNative,
  textHash,
  utf8,
} from '../forge/index.ts';
import { type Signer, scalars, seeds, signerOf } from './arbitraries.ts';
import type { Family, Mutation } from './family.ts';
import { ANYWHERE, inside, otherCharacter, setting } from './mutations.ts';

/** What a generated document says, before a format gives it a form. */
export type Draft = {
  author: Signer;
  share: Signer;
  /** A path without `~`, `!` and extension. */
  place: string;
  /** The path names its author. */
  owned: boolean;
  content: string;
  /** Microseconds before now, at least 0. */
  age: number;
  /** Microseconds after now until it expires; absent for never. */
  lifetime: number | undefined;
};

/** A family whose records are documents, which take each other's place. */
export type DocumentFamily = Family<Draft> & {
  /** What the law about merging exercises. */
  merged: readonly string[];
  /** The address of the place where drafts of this share go. */
  space(share: Signer): string;
};

const places = fc
  .array(fc.constantFrom('wiki', 'a', "it's", 'x-1', '100%', '+1', '_', 'A'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
/** Short texts, some of them empty, some beyond ASCII. */
export const contents = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: scalars, maxLength: 12 }),
  fc.constantFrom('', '🌸', '"\\\n\u0000'),
);

/** Drafts by any author in any share; `author` and `share` are drawn from few where many documents should meet. */
export const drafts = (
  people: fc.Arbitrary<Signer> = seeds.map(signerOf),
  shares: fc.Arbitrary<Signer> = seeds.map(signerOf),
  paths: fc.Arbitrary<string> = places,
): fc.Arbitrary<Draft> =>
  fc.record({
    author: people,
    share: shares,
    place: paths,
    owned: fc.boolean(),
    content: contents,
    age: fc.oneof(fc.nat(5), fc.nat(1_000_000_000)),
    lifetime: fc.option(
      fc.oneof(fc.nat(5), fc.nat(1_000_000_000)).map((each) => each + 1),
      { nil: undefined },
    ),
  });

const MUTATIONS: readonly Mutation[] = [
  ...ANYWHERE,
  (record, at) => ({ ...record, signature: otherCharacter(String(record.signature), at) }),
  setting(({ timestamp }) => ({ timestamp: Number(timestamp) - 1 })),
  setting((_, now) => ({ timestamp: now + 600_000_001 })),
  setting(() => ({ timestamp: 1 })),
  setting(({ path }) => ({ path: `${path}-` })),
  setting(({ path }) => ({ path: `${path}/` })),
  setting(({ path }) => ({ path: `${path}~` })),
  (record, at) => inside(record, (members) => ({ ...members, author: otherCharacter(String(members.author), at) })),
  (record) =>
    'text' in record ? { ...record, text: `${record.text}.` } : { ...record, content: `${record.content ?? ''}.` },
];

/** What all three families have in common. */
const SHARED = { drafts: drafts(), ordered: false, mutations: MUTATIONS } as const;

const pathOf = ({ place, owned, lifetime }: Draft, author: string): string =>
  `/${place}${owned ? `/~${author}/x` : ''}${lifetime === undefined ? '' : '/!'}`;

const address = ({ key }: Signer): string => `@pool.${base32(key)}`;
const shareAddress = ({ key }: Signer): string => `+pool.${base32(key)}`;

export const NATIVE: DocumentFamily = {
  ...SHARED,
  name: 'document',
  verifier: 'documents',
  signer: 'documents',
  format: 'rp.document.1',
  requirements: { accepted: ['REC-15'], tampered: ['REC-15', 'REC-18'], made: ['REC-15'] },
  merged: ['DOC-16', 'DOC-17', 'DOC-18', 'DOC-19', 'DOC-20', 'DOC-21'],
  unsigned: (draft, now) => {
    const bytes = utf8(draft.content);
    const header: Record<string, Json> = {
      format: 'rp.document.1',
      space: NATIVE.space(draft.share),
      author: draft.author.id,
      path: pathOf(draft, draft.author.id),
      timestamp: now - draft.age,
      contentHash: blobId(bytes),
      contentSize: bytes.length,
    };
    if (draft.lifetime !== undefined) header.expires = now + draft.lifetime;
    return { header, content: draft.content };
  },
  seeds: ({ author }) => ({ seed: hex(author.seed) }),
  sign: ({ author }, { header, content }) =>
    signNative({ header: header as JsonObject, content: content as string | undefined, seed: author.seed }),
  space: ({ key }) => openSpaceId('pool', key),
};

const MERGED = ['ES-16', 'ES-17', 'ES-18', 'ES-19'] as const;

export const ES4: DocumentFamily = {
  ...SHARED,
  name: 'es4',
  verifier: 'earthstar-es4',
  signer: 'earthstar-es4',
  format: 'es.4',
  requirements: { accepted: ['ES-15', 'ES4-5'], tampered: ['ES-15'], made: ['ES-15'] },
  merged: MERGED,
  unsigned: (draft, now) => ({
    format: 'es.4',
    author: address(draft.author),
    path: pathOf(draft, address(draft.author)),
    content: draft.content,
    contentHash: textHash(draft.content),
    timestamp: now - draft.age,
    deleteAfter: draft.lifetime === undefined ? null : now + draft.lifetime,
    workspace: shareAddress(draft.share),
  }),
  seeds: ({ author }) => ({ seed: hex(author.seed) }),
  sign: ({ author }, document) => signEs4({ document, seed: author.seed }),
  space: shareAddress,
};

export const ES5: DocumentFamily = {
  ...SHARED,
  name: 'es5',
  verifier: 'earthstar-es5',
  signer: 'earthstar-es5',
  format: 'es.5',
  requirements: { accepted: ['ES-15', 'ES5-11', 'ES5-13'], tampered: ['ES-15'], made: ['ES-15', 'ES5-13'] },
  merged: MERGED,
  unsigned: (draft, now) => ({
    format: 'es.5',
    author: address(draft.author),
    path: pathOf(draft, address(draft.author)),
    text: draft.content,
    textHash: textHash(draft.content),
    timestamp: now - draft.age,
    ...(draft.lifetime === undefined ? {} : { deleteAfter: now + draft.lifetime }),
    share: shareAddress(draft.share),
  }),
  seeds: ({ author, share }) => ({ seed: hex(author.seed), shareSeed: hex(share.seed) }),
  sign: ({ author, share }, document) => signEs5({ document, seed: author.seed, shareSeed: share.seed }),
  space: shareAddress,
};

/** Two people, for documents that are to meet. */
export const FEW: readonly Signer[] = [1, 2].map((first) => signerOf(new Uint8Array(32).fill(first)));
