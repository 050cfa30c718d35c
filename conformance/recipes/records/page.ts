import { blobId } from '../../src/forge/blob.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { type JsonObject, type NativeRecord, signNative } from '../../src/forge/native.ts';
import { T } from '../cases/verify.ts';

export const FLOWERS = 'Flowers are pretty 🌸';

/** What differs from Suzy's page about flowers. */
export type PageChange = {
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

/** The header of a page; everything in it is true unless `header` says otherwise. */
export const pageHeader = ({ header, content = FLOWERS, blob, author = cast.suzy }: PageChange = {}): JsonObject => {
  const bytes = blob ?? utf8(content);
  const members: Record<string, Json | undefined> = {
    format: 'rp.document.1',
    space: cast.spaces.gardening,
    author: author.keyId,
    path: '/wiki/flowers',
    timestamp: T,
    contentHash: blobId(bytes),
    contentSize: bytes.length,
    ...header,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as JsonObject;
};

/** A document, honestly signed whatever its header says. */
export const page = (change: PageChange = {}): NativeRecord => {
  const absent = change.blob !== undefined || change.sparse === true;
  return signNative({
    header: pageHeader(change),
    ...(absent ? {} : { content: change.content ?? FLOWERS }),
    seed: (change.signer ?? change.author ?? cast.suzy).seed,
  });
};
