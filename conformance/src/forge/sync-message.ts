import type { Json } from './canonical.ts';
import { isId } from './identifiers.ts';
import type { JsonObject } from './native.ts';
import { readText } from './text.ts';

/** A message, the members of which have their form. */
export type SyncMessage = JsonObject & { readonly type: string };

const MAX_BYTES = 2_097_152;

type Check = (value: Json) => boolean;
const is =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isString: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isTrue: Check = (value) => value === true;
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isWhole =
  (from: number, to: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
const isCount = isWhole(0, 9_007_199_254_740_991);
const listOf =
  (check: Check, least: number): Check =>
  (value) =>
    Array.isArray(value) && value.length >= least && (value as Json[]).every(check);

const isHash = is(/^b[a-z2-7]{51}[aq]$/);
const isFingerprint = is(/^b[a-z2-7]{25}[aeimquy4]$/);
const isSignature = is(/^b[a-z2-7]{102}[aiqy]$/);
/** As the timestamp of a record [REC-7]. */
const isTime = isWhole(10_000_000_000_000, 9_007_199_254_740_990);
const isRecord: Check = (value) =>
  isObject(value) && isString((value as JsonObject).format ?? null) && isString((value as JsonObject).text ?? null);

type Members = { needs: Readonly<Record<string, Check>>; may?: Readonly<Record<string, Check>> };
const FINGERPRINT = { needs: { fingerprint: isFingerprint, count: isCount } };

/** The members of each type of message. */
const TYPES: Readonly<Record<string, Members>> = {
  hello: {
    needs: { version: isCount, nonce: isHash },
    may: {
      key: (value) => typeof value === 'string' && isId(value, 'key'),
      address: is(/^[ -~]{1,255}$/),
    },
  },
  auth: { needs: { signature: isSignature } },
  open: {
    needs: { space: isHash, now: isTime },
    may: { filter: isObject, sparse: isFlag, live: isFlag, lift: isWhole(0, 1) },
  },
  reconcile: { needs: { ranges: isString }, may: { more: isTrue } },
  records: { needs: { records: listOf(isRecord, 1) } },
  done: FINGERPRINT,
  want: {
    needs: { contents: listOf((value) => typeof value === 'string' && isId(value, 'blob'), 0) },
    may: { more: isTrue },
  },
  contents: { needs: { contents: listOf(isString, 1) } },
  end: { needs: {} },
  state: FINGERPRINT,
  error: { needs: { code: isString }, may: { detail: isString } },
};

export const isKnownType = (type: string): boolean => Object.hasOwn(TYPES, type);

const hasShape = (value: Json): value is SyncMessage => {
  if (!isObject(value) || typeof (value as JsonObject).type !== 'string') return false;
  const message = value as SyncMessage;
  if (!isKnownType(message.type)) return true;
  const { needs, may = {} } = TYPES[message.type] as Members;
  const has = (name: string, check: Check): boolean => Object.hasOwn(message, name) && check(message[name] as Json);
  return (
    Object.entries(needs).every(([name, check]) => has(name, check)) &&
    Object.entries(may).every(([name, check]) => !Object.hasOwn(message, name) || has(name, check))
  );
};

export type ReadMessage = { message: SyncMessage } | { broken: 'SYN-1' | 'SYN-2' };

/** Reads one message [SYN-1] [SYN-2]; of a type that the chapter does not have, the members are not looked at. */
export const readMessage = (bytes: Uint8Array): ReadMessage => {
  const { broken, value } = readText(bytes, 'native');
  const isText = broken.every(({ requirement }) => requirement === 'TXT-5') && bytes.length <= MAX_BYTES;
  if (!isText) return { broken: 'SYN-1' };
  return hasShape(value) ? { message: value } : { broken: 'SYN-2' };
};

/** The text of a message. */
export const messageText = (message: Json): string => JSON.stringify(message);
