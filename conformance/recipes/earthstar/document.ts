import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { signEs4, signEs5, textHash } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { T } from '../cases/verify.ts';

export type EsFormat = 'es.4' | 'es.5';

export type EsChange = {
  /** `undefined` takes a member out; `content` and `text` set their hash too, unless that is given. */
  members?: Readonly<Record<string, Json | undefined>>;
  content?: string;
  author?: TestKey;
  /** Who signs, where it is not the author. */
  signer?: TestKey;
  /** Whose key signs for the share, where it is not the share's. */
  shareSigner?: TestKey;
};

const kept = (members: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as JsonObject;

export const es4 = ({
  members,
  content = 'Flowers are pretty 🌸',
  author = cast.suzy,
  signer,
}: EsChange = {}): JsonObject =>
  signEs4({
    document: kept({
      format: 'es.4',
      author: author.earthstarAddress,
      content,
      contentHash: textHash(content),
      deleteAfter: null,
      path: '/wiki/shared/Flowers',
      timestamp: T,
      workspace: cast.gardening.earthstarAddress,
      ...members,
    }),
    seed: (signer ?? author).seed,
  });

export const es5 = ({
  members,
  content = 'Flowers are pretty 🌸',
  author = cast.suzy,
  signer,
  shareSigner,
}: EsChange = {}): JsonObject =>
  signEs5({
    document: kept({
      format: 'es.5',
      author: author.earthstarAddress,
      text: content,
      textHash: textHash(content),
      path: '/wiki/shared/Flowers',
      timestamp: T,
      share: cast.gardening.earthstarAddress,
      ...members,
    }),
    seed: (signer ?? author).seed,
    shareSeed: (shareSigner ?? cast.gardening).seed,
  });

/** What differs between the two formats where they share a rule. */
export type EsKind = {
  format: EsFormat;
  area: 'earthstar-es4' | 'earthstar-es5';
  make: (change?: EsChange) => JsonObject;
  /** The rules of shape, of the path of what expires, of the hash of the content, of the signed lines. */
  shape: string;
  contentRule: string;
  hashRule: string;
  linesRule: string;
  ephemeral: string;
  address: string;
};

export const ES4: EsKind = {
  format: 'es.4',
  area: 'earthstar-es4',
  make: es4,
  shape: 'ES4-1',
  contentRule: 'ES4-4',
  hashRule: 'ES4-6',
  linesRule: 'ES4-5',
  ephemeral: 'ES4-3',
  address: 'ES4-2',
};

export const ES5: EsKind = {
  format: 'es.5',
  area: 'earthstar-es5',
  make: es5,
  shape: 'ES5-1',
  contentRule: 'ES5-5',
  hashRule: 'ES5-14',
  linesRule: 'ES5-11',
  ephemeral: 'ES5-3',
  address: 'ES5-2',
};
