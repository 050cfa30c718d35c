import { unbase32 } from './base32.ts';
import { compareBytes, utf8 } from './bytes.ts';
import type { Json } from './canonical.ts';
import { hashEs4, hashEs5 } from './earthstar.ts';
import { parseId } from './identifiers.ts';
import { remembering } from './memo.ts';
import { type JsonObject, type NativeRecord, recordId } from './native.ts';
import { type Broken, type Format, isNative, rule } from './rule.ts';
import { readText, textRules } from './text.ts';
import { judgeValue, type Verdict } from './verdict.ts';

/** A record as a replica is given it; `content` is what is given beside it. */
export type Given = { format: Format; bytes: Uint8Array; content?: string };

/** What the rules for replicas look at, of a record in any format. */
export type Entry = {
  format: Format;
  value: Json;
  kind: 'document' | 'message';
  /** Of an Earthstar document, its hash. */
  id: string;
  /** 32 bytes. */
  idBytes: Uint8Array;
  /** Equal for two records if they are the same, and only then. */
  identity: string;
  space: string;
  author: string;
  /** Absent is a value of its own. */
  key?: string;
  /** Of messages, absent. */
  path?: string;
  timestamp: number;
  /** By these bytes documents of one time are told apart [DOC-16] [ES-17]. */
  tie: Uint8Array;
  expires: number;
  contentHash?: string;
  contentSize?: number;
  contentType?: string;
  content?: string;
};

const nativeEntry = (format: Format, value: Json): Entry => {
  const { header, content } = value as unknown as NativeRecord;
  const id = recordId(header);
  const idBytes = parseId(id)?.bytes ?? new Uint8Array();
  return {
    ...(header as unknown as Pick<Entry, 'space' | 'author' | 'key' | 'path' | 'timestamp' | 'contentHash'>),
    ...(header as unknown as Pick<Entry, 'contentSize' | 'contentType'>),
    format,
    value,
    kind: format === 'rp.document.1' ? 'document' : 'message',
    id,
    idBytes,
    identity: id,
    tie: idBytes,
    expires: Number(header.expires ?? Number.POSITIVE_INFINITY),
    ...(content === undefined ? {} : { content }),
  };
};

const earthstarEntry = (format: Format, value: Json): Entry => {
  const document = value as JsonObject;
  const id = format === 'es.4' ? hashEs4(document) : hashEs5(document);
  return {
    format,
    value,
    kind: 'document',
    id,
    idBytes: unbase32(id),
    identity: `${id} ${document.signature}`,
    space: String(document.share ?? document.workspace),
    author: String(document.author),
    path: String(document.path),
    timestamp: Number(document.timestamp),
    tie: utf8(String(document.signature)),
    expires: Number(document.deleteAfter ?? Number.POSITIVE_INFINITY),
  };
};

/** Of a record that breaks no rule. */
export const entryOf = (format: Format, value: Json): Entry =>
  isNative(format) ? nativeEntry(format, value) : earthstarEntry(format, value);

/** Whether content beside a record counts: one with content in it has that alone [NAT-2]. */
const isJoinable = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, 'content');

const SURROGATE: Broken = rule('TXT-4', 'text-surrogate', 'text', () => false);
const verified = remembering<Verdict>();

/** What a verifier with this clock says of the record and of the content beside it [REP-2] [NAT-2]. */
export const judgeGiven = ({ format, bytes, content }: Given, now: number): Verdict & { value: Json } => {
  const { broken, value } = readText(bytes, textRules(format));
  if (broken.length > 0) return { broken, held: false, value };
  const beside = isJoinable(value) ? content : undefined;
  if (beside?.isWellFormed() === false) return { broken: [SURROGATE], held: false, value };
  const whole = beside === undefined ? value : { ...(value as JsonObject), content: beside };
  const early = judgeValue(format, whole, now, ['shape', 'form', 'relations', 'time']);
  if (early.broken.length > 0) return { ...early, value: whole };
  // Neither the clock nor the content matters to a signature, which is asked about again and again.
  const signed = verified(`${format} ${JSON.stringify(value)}`, () => judgeValue(format, value, now, ['signature']));
  if (signed.broken.length > 0) return { ...signed, value: whole };
  return { ...judgeValue(format, whole, now, ['content']), value: whole };
};

export const byIds = (left: Entry, right: Entry): number => compareBytes(left.idBytes, right.idBytes);
