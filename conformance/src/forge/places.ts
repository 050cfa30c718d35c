import { base32 } from './base32.ts';
import { blobId } from './blob.ts';
import { utf8 } from './bytes.ts';
import { cast } from './cast.ts';
import { hashEs4, hashEs5, signEs4, signEs5, textHash } from './earthstar.ts';
import { keyId } from './identifiers.ts';
import { type JsonObject, recordMessage } from './native.ts';
import type { Format } from './rule.ts';
import { ssbAuthor, ssbSignature, ssbSigned } from './ssb.ts';

/** A place where a signature stands, and a record that is right but for that signature. */
export type SignaturePlace = {
  name: string;
  format: Format;
  /** What says that the signature has to be valid. */
  requirement: string;
  /** The record for this key, without the signature; the time in microseconds. */
  make(key: Uint8Array, micros: number): JsonObject;
  /** What is signed. */
  message(record: JsonObject): Uint8Array;
  put(record: JsonObject, signature: Uint8Array): JsonObject;
};

const CONTENT = 'Flowers are pretty 🌸';
const BYTES = utf8(CONTENT);
const { suzy, gardening, spaces } = cast;

const native = (format: 'rp.document.1' | 'rp.message.1', name: string, members: JsonObject): SignaturePlace => ({
  name,
  format,
  requirement: 'REC-15',
  make: (key, timestamp) => ({
    header: {
      format,
      space: spaces.gardening,
      author: keyId(key),
      ...members,
      timestamp,
      contentHash: blobId(BYTES),
      contentSize: BYTES.length,
    },
  }),
  message: ({ header }) => recordMessage(header as JsonObject),
  put: (record, signature) => ({ ...record, signature: base32(signature), content: CONTENT }),
});

const address = (key: Uint8Array): string => `@suzy.${base32(key)}`;
const shareAddress = (key: Uint8Array): string => `+gardening.${base32(key)}`;

const es4 = (key: Uint8Array, timestamp: number): JsonObject => ({
  format: 'es.4',
  author: address(key),
  content: CONTENT,
  contentHash: textHash(CONTENT),
  deleteAfter: null,
  path: '/wiki/shared/Flowers',
  timestamp,
  workspace: gardening.earthstarAddress,
});

const es5 = (author: string, share: string, timestamp: number): JsonObject => ({
  format: 'es.5',
  author,
  text: CONTENT,
  textHash: textHash(CONTENT),
  path: '/wiki/shared/Flowers',
  timestamp,
  share,
});

const es5Place = (
  name: string,
  requirement: string,
  member: 'signature' | 'shareSignature',
  make: SignaturePlace['make'],
): SignaturePlace => ({
  name,
  format: 'es.5',
  requirement,
  make,
  message: (document) => utf8(hashEs5(document)),
  // The other signature is an honest one.
  put: (document, signature) => ({
    ...signEs5({ document, seed: suzy.seed, shareSeed: gardening.seed }),
    [member]: base32(signature),
  }),
});

/** Every place where a signature of a record stands. */
export const SIGNATURE_PLACES: readonly SignaturePlace[] = [
  native('rp.document.1', 'document', { path: '/wiki/flowers' }),
  native('rp.message.1', 'message', { sequence: 1 }),
  {
    name: 'es4',
    format: 'es.4',
    requirement: 'ES-15',
    make: es4,
    message: (document) => utf8(hashEs4(document)),
    put: (document, signature) => ({ ...signEs4({ document, seed: suzy.seed }), signature: base32(signature) }),
  },
  es5Place('es5', 'ES-15', 'signature', (key, micros) => es5(address(key), gardening.earthstarAddress, micros)),
  es5Place('es5-share', 'ES5-13', 'shareSignature', (key, micros) =>
    es5(suzy.earthstarAddress, shareAddress(key), micros),
  ),
  {
    name: 'ssb',
    format: 'ssb-classic',
    requirement: 'SSB-18',
    make: (key, micros) => ({
      previous: null,
      sequence: 1,
      author: ssbAuthor(key),
      timestamp: micros / 1000,
      hash: 'sha256',
      content: { type: 'post', text: CONTENT },
    }),
    message: (message) => ssbSigned(message),
    put: (message, signature) => ({ ...message, signature: ssbSignature(signature) }),
  },
];
