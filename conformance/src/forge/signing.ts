import { base32, unbase32 } from './base32.ts';
import { utf8 } from './bytes.ts';
import type { Json } from './canonical.ts';
import { addressKey, hashEs4, hashEs5 } from './earthstar.ts';
import { parseId } from './identifiers.ts';
import { type JsonObject, recordId, recordMessage } from './native.ts';
import type { Format } from './rule.ts';
import { authorKey, signatureBytes, ssbId, ssbSignature, ssbSigned } from './ssb.ts';

/** Where a signature stands in a record of some format, who should have made it, and how it is written. */
export type Place = {
  member: 'signature' | 'shareSignature';
  signer(record: JsonObject): Uint8Array | undefined;
  write(signature: Uint8Array): string;
  /** The 64 bytes, where they are written in that form. */
  read(text: string): Uint8Array | undefined;
};

const attempt = <T>(compute: () => T): T | undefined => {
  try {
    return compute();
  } catch {
    return undefined;
  }
};

const byAddress =
  (name: string) =>
  (record: JsonObject): Uint8Array | undefined =>
    attempt(() => addressKey(String(record[name])));

const readBase32 = (text: string): Uint8Array | undefined =>
  /^b[a-z2-7]{102}[aiqy]$/.test(text) ? unbase32(text) : undefined;

const native: Place = {
  member: 'signature',
  signer: ({ header }) =>
    attempt(() => parseId(String((header as JsonObject).key ?? (header as JsonObject).author))?.bytes),
  write: base32,
  read: readBase32,
};
const author: Place = { member: 'signature', signer: byAddress('author'), write: base32, read: readBase32 };
const share: Place = { member: 'shareSignature', signer: byAddress('share'), write: base32, read: readBase32 };
const classic: Place = {
  member: 'signature',
  signer: (record) => attempt(() => authorKey(String(record.author))),
  write: ssbSignature,
  read: signatureBytes,
};

const PLACES: Readonly<Record<Format, readonly Place[]>> = {
  'rp.document.1': [native],
  'rp.message.1': [native],
  'es.4': [author],
  'es.5': [author, share],
  'ssb-classic': [classic],
};

export const placesOf = (format: Format): readonly Place[] => PLACES[format];

/** What the signatures of a record are made over; undefined where it has no such bytes. */
export const messageOf = (format: Format, record: JsonObject, hmac: Uint8Array | undefined): Uint8Array | undefined =>
  attempt(() => {
    switch (format) {
      case 'es.4':
        return utf8(hashEs4(record));
      case 'es.5':
        return utf8(hashEs5(record));
      case 'ssb-classic':
        return ssbSigned(record, hmac);
      default:
        return recordMessage(record.header as JsonObject);
    }
  });

/** The id of a record without its sigil, by which others may name it. */
export const idBodyOf = (format: Format, record: Json | undefined): string | undefined => {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return undefined;
  const object = record as JsonObject;
  if (format === 'ssb-classic') return attempt(() => ssbId(object).slice(1, 45));
  return format.startsWith('rp.') ? attempt(() => recordId(object.header as JsonObject).slice(1)) : undefined;
};
