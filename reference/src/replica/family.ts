import { decodeBase32, encodeBase32FromHex } from '../bytes/base32.ts';
import { encodeHex } from '../bytes/hex.ts';
import type { Document } from '../format/document.ts';
import { EarthstarDocument } from '../format/earthstar-document.ts';
import type { Message } from '../format/message.ts';
import { NativeRecord } from '../format/native-record.ts';
import { NativeDocument } from '../format/rp-document.ts';
import { NativeMessage } from '../format/rp-message.ts';
import type { Statement } from '../format/statement.ts';
import { idByteLength } from '../id/id.ts';
import { canonical } from '../value/canonical.ts';
import { fallingNumberKey, fallingTextKey } from './keys.ts';

/** The records that a replica can keep. */
export type KeepableRecord = NativeDocument | NativeMessage | EarthstarDocument;

/** Records that can stand side by side in one replica. */
export interface Family {
  readonly name: FamilyName;
  /** The names of its formats. */
  readonly formats: readonly string[];
  /** The 32 bytes of a record's id in hexadecimal. */
  digestOf(record: KeepableRecord): string;
  /** The id with these bytes. */
  idOf(digest: string): string;
  /** A text of ASCII: of two documents of one path the newer one's comes first. */
  ageOf(document: KeepableRecord): string;
  /** The record's text as it is kept: without content that can stand beside it. */
  textOf(record: KeepableRecord): string;
}

/** Formats whose records can stand side by side in one replica. */
export type FamilyName = 'native' | 'earthstar';

const native: Family = {
  name: 'native',
  formats: ['rp.document.1', 'rp.message.1'],
  digestOf: (record) => (record as NativeRecord).headerHash,
  idOf: (digest) => `%${encodeBase32FromHex(digest)}`,
  ageOf: (document) => fallingNumberKey(document.timestamp) + fallingTextKey((document as NativeRecord).headerHash),
  textOf: (record) => {
    const { headerText, signature } = record as NativeRecord;
    return `{"header":${headerText},"signature":${JSON.stringify(signature)}}`;
  },
};

const earthstar: Family = {
  name: 'earthstar',
  formats: ['es.4', 'es.5'],
  digestOf: ({ id }) => encodeHex(decodeBase32(id, 0, idByteLength)),
  idOf: (digest) => encodeBase32FromHex(digest),
  ageOf: ({ timestamp, signature }) => fallingNumberKey(timestamp) + fallingTextKey(signature),
  textOf: ({ value }) => canonical(value),
};

export const families: Readonly<Record<FamilyName, Family>> = { native, earthstar };

export const isDocument = (record: Statement): record is Document & KeepableRecord =>
  record instanceof NativeDocument || record instanceof EarthstarDocument;

export const isMessage = (record: Statement): record is Message & NativeMessage => record instanceof NativeMessage;

export const isNative = (record: Statement): record is NativeRecord & KeepableRecord => record instanceof NativeRecord;

/** When a record goes away; undefined if never. */
export const expiresOf = (record: Statement): number | undefined => (isDocument(record) ? record.expires : undefined);

/** Whose key signed. */
export const signerOf = (record: KeepableRecord): string =>
  (isNative(record) ? record.key : undefined) ?? record.author;
