import type { ProfileName } from '@rockpool/schemas';
import fc from 'fast-check';
import {
  base32,
  blobId,
  type Json,
  type JsonObject,
  openSpaceId,
  publicKey,
  signEs4,
  signEs5,
  signNative,
  textHash,
  utf8,
} from '../forge/index.ts';
import { type Signer, scalars, seeds, signerOf } from './arbitraries.ts';
import { NOW } from './law.ts';

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

export type Family = {
  name: string;
  profile: ProfileName;
  format: 'rp.document.1' | 'es.4' | 'es.5';
  /** The record without its signatures. */
  unsigned(draft: Draft): JsonObject;
  /** What `record.sign` takes beside it. */
  seeds(draft: Draft): Record<string, string>;
  sign(draft: Draft, unsigned: JsonObject): JsonObject;
  /** The address of the place where drafts of this share go. */
  space(share: Signer): string;
};

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const pathOf = ({ place, owned, lifetime }: Draft, author: string): string =>
  `/${place}${owned ? `/~${author}/x` : ''}${lifetime === undefined ? '' : '/!'}`;

const address = ({ key }: Signer): string => `@pool.${base32(key)}`;
const shareAddress = ({ key }: Signer): string => `+pool.${base32(key)}`;

export const NATIVE: Family = {
  name: 'document',
  profile: 'documents',
  format: 'rp.document.1',
  unsigned: (draft) => {
    const bytes = utf8(draft.content);
    const header: Record<string, Json> = {
      format: 'rp.document.1',
      space: NATIVE.space(draft.share),
      author: draft.author.id,
      path: pathOf(draft, draft.author.id),
      timestamp: NOW - draft.age,
      contentHash: blobId(bytes),
      contentSize: bytes.length,
    };
    if (draft.lifetime !== undefined) header.expires = NOW + draft.lifetime;
    return { header, content: draft.content };
  },
  seeds: ({ author }) => ({ seed: hexOf(author.seed) }),
  sign: ({ author }, { header, content }) =>
    signNative({ header: header as JsonObject, content: content as string | undefined, seed: author.seed }),
  space: ({ key }) => openSpaceId('pool', key),
};

export const ES4: Family = {
  name: 'es4',
  profile: 'earthstar-es4',
  format: 'es.4',
  unsigned: (draft) => ({
    format: 'es.4',
    author: address(draft.author),
    path: pathOf(draft, address(draft.author)),
    content: draft.content,
    contentHash: textHash(draft.content),
    timestamp: NOW - draft.age,
    deleteAfter: draft.lifetime === undefined ? null : NOW + draft.lifetime,
    workspace: shareAddress(draft.share),
  }),
  seeds: ({ author }) => ({ seed: hexOf(author.seed) }),
  sign: ({ author }, document) => signEs4({ document, seed: author.seed }),
  space: shareAddress,
};

export const ES5: Family = {
  name: 'es5',
  profile: 'earthstar-es5',
  format: 'es.5',
  unsigned: (draft) => ({
    format: 'es.5',
    author: address(draft.author),
    path: pathOf(draft, address(draft.author)),
    text: draft.content,
    textHash: textHash(draft.content),
    timestamp: NOW - draft.age,
    ...(draft.lifetime === undefined ? {} : { deleteAfter: NOW + draft.lifetime }),
    share: shareAddress(draft.share),
  }),
  seeds: ({ author, share }) => ({ seed: hexOf(author.seed), shareSeed: hexOf(share.seed) }),
  sign: ({ author, share }, document) => signEs5({ document, seed: author.seed, shareSeed: share.seed }),
  space: shareAddress,
};

const places = fc
  .array(fc.constantFrom('wiki', 'a', "it's", 'x-1', '100%', '+1', '_', 'A'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const contents = fc.oneof(
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

/** Two people, for documents that are to meet. */
export const FEW: readonly Signer[] = [1, 2].map((first) => {
  const seed = new Uint8Array(32).fill(first);
  const key = publicKey(seed);
  return { seed, key, id: signerOf(seed).id };
});
