import { decodeBase32, encodeBase32, isBase32 } from '../bytes/base32.ts';
import { decodeHex, encodeHex } from '../bytes/hex.ts';
import { isMicros } from '../format/time.ts';
import { isBlobId, isHashText, isKeyId, isSignatureText } from '../id/id.ts';
import { isObject, type JsonObject, type JsonValue } from '../value/json.ts';
import type { Summary } from './fingerprint.ts';

/** The longest message, in bytes [SYN-1]. */
export const maxMessageBytes = 2_097_152;

/** How deep a message may be nested [SYN-1]. */
export const maxMessageDepth = 4;

/** Printable ASCII. */
const addressForm = /^[ -~]{1,255}$/;
const fingerprintBytes = 16;

type IsValue = (value: JsonValue) => boolean;

const isString: IsValue = (value) => typeof value === 'string';
const isBoolean: IsValue = (value) => typeof value === 'boolean';
const isTrue: IsValue = (value) => value === true;
const isWholeNumber: IsValue = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const text =
  (isText: (text: string) => boolean): IsValue =>
  (value) =>
    typeof value === 'string' && isText(value);
const isHash = text(isHashText);
const isFingerprint = text((value) => isBase32(value, 0, fingerprintBytes));
const isAddress = text((value) => addressForm.test(value));
const listOf =
  (isItem: IsValue, least = 0): IsValue =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(isItem);
const isSentRecord: IsValue = (value) =>
  isObject(value) && isString(value.format ?? null) && isString(value.text ?? null);

/** The members of a message. */
interface Members {
  readonly required?: Readonly<Record<string, IsValue>>;
  readonly optional?: Readonly<Record<string, IsValue>>;
}

const summary = { fingerprint: isFingerprint, count: isWholeNumber };

/** By type. */
const table: Readonly<Record<string, Members>> = {
  hello: { required: { version: isWholeNumber, nonce: isHash }, optional: { key: text(isKeyId), address: isAddress } },
  auth: { required: { signature: text(isSignatureText) } },
  open: {
    required: {
      space: isHash,
      now: (value) => typeof value === 'number' && Number.isInteger(value) && isMicros(value),
    },
    optional: {
      filter: isObject,
      sparse: isBoolean,
      live: isBoolean,
      lift: (value) => value === 0 || value === 1,
    },
  },
  reconcile: { required: { ranges: isString }, optional: { more: isTrue } },
  records: { required: { records: listOf(isSentRecord, 1) } },
  done: { required: summary },
  want: { required: { contents: listOf(text(isBlobId)) }, optional: { more: isTrue } },
  contents: { required: { contents: listOf(isString, 1) } },
  end: {},
  state: { required: summary },
  error: { required: { code: isString }, optional: { detail: isString } },
};

/** Whether a peer knows messages of a type. */
export const isKnownType = (type: string): boolean => Object.hasOwn(table, type);

/** The first member that is missing or has a value that it cannot have; undefined where all are right [SYN-2]. */
export function misfitOf(message: JsonValue): string | undefined {
  if (!isObject(message)) return '';
  if (typeof message.type !== 'string') return 'type';
  if (!isKnownType(message.type)) return undefined;
  const { required = {}, optional = {} } = table[message.type] as Members;
  const isWrong = (name: string, isValue: IsValue | undefined) => isValue?.(message[name] as JsonValue) !== true;
  return (
    Object.keys(required).find((name) => !Object.hasOwn(message, name) || isWrong(name, required[name])) ??
    Object.keys(optional).find((name) => Object.hasOwn(message, name) && isWrong(name, optional[name]))
  );
}

/** A fingerprint and a number as a message has them. */
export const writeSummary = ({ fingerprint, count }: Summary): JsonObject => ({
  fingerprint: encodeBase32(decodeHex(fingerprint)),
  count,
});

/** Of a message that keeps SYN-2. */
export const readSummary = (message: JsonObject): Summary => ({
  fingerprint: encodeHex(decodeBase32(String(message.fingerprint), 0, fingerprintBytes)),
  count: Number(message.count),
});
