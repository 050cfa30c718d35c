import { unbase64 } from './base64.ts';
import type { Json } from './canonical.ts';
import type { JsonObject } from './native.ts';
import { hasShape } from './path-rules.ts';
import { type Rule, rule } from './rule.ts';
import { authorKey, signatureBytes, ssbIdBytes, verifySsb } from './ssb.ts';
import { encodesWithin } from './ssb-encoding.ts';

/** A message that has come through the phases text and shape, and the hmac key, 32 bytes, where peers have one. */
export type SsbInput = { message: JsonObject; now: number; hmac?: Uint8Array };

type Message = {
  previous: string | null;
  sequence: number;
  author: string;
  timestamp: number;
  hash: string;
  content: string | JsonObject;
  signature: string;
};

const of = ({ message }: SsbInput): Message => message as unknown as Message;

const SHAPE = {
  previous: 'string|null',
  sequence: 'integer|number',
  author: 'string',
  timestamp: 'integer|number',
  hash: 'string',
  content: 'object|string',
  signature: 'string',
};

/** The two orders of the members. */
export const SSB_ORDERS: readonly (readonly string[])[] = [
  ['previous', 'sequence', 'author', 'timestamp', 'hash', 'content', 'signature'],
  ['previous', 'author', 'sequence', 'timestamp', 'hash', 'content', 'signature'],
];

/** The longest encoding, in UTF-16 code units. */
export const MAX_UNITS = 8192;

/** Whether what is there is in one of the orders; what is missing or too many is for SSB-1 to say. */
const inOrder = (message: Json): boolean => {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return true;
  const names = Object.keys(message).filter((name) => Object.hasOwn(SHAPE, name));
  return SSB_ORDERS.some((order) => order.filter((name) => names.includes(name)).join() === names.join());
};

const hasType = (content: JsonObject): boolean => {
  const type = Object.hasOwn(content, 'type') ? content.type : undefined;
  return typeof type === 'string' && type.length >= 3 && type.length <= 52;
};

/** Base64 has no full stop in it, so the first one ends it. */
const isCiphertext = (content: string): boolean => {
  const dot = content.indexOf('.');
  if (dot < 0 || unbase64(content.slice(0, dot)) === undefined) return false;
  const rest = content.slice(dot);
  return rest.startsWith('.box') && ['\n', '\r', '\u2028', '\u2029'].every((letter) => !rest.includes(letter));
};

/** Every rule with a code for a classic message by itself, save those of texts. */
export const ssbRules: readonly Rule<SsbInput>[] = [
  rule('SSB-1', 'message-shape', 'shape', ({ message }) => hasShape(message, SHAPE)),
  rule('SSB-2', 'member-order', 'shape', ({ message }) => inOrder(message)),
  rule('SSB-3', 'sigil-form', 'form', (input) => authorKey(of(input).author) !== undefined),
  rule('SSB-4', 'sigil-form', 'form', (input) => {
    const { previous } = of(input);
    return previous === null || ssbIdBytes(previous) !== undefined;
  }),
  rule('SSB-5', 'signature-form', 'form', (input) => signatureBytes(of(input).signature) !== undefined),
  rule('SSB-6', 'sequence-range', 'form', (input) => {
    const { sequence } = of(input);
    return Number.isInteger(sequence) && sequence >= 1 && sequence <= 9_007_199_254_740_991;
  }),
  rule('SSB-7', 'time-range', 'form', (input) => Number.isFinite(of(input).timestamp)),
  rule('SSB-8', 'hash-name', 'form', (input) => of(input).hash === 'sha256'),
  rule('SSB-9', 'content-form', 'form', (input) => {
    const { content } = of(input);
    return typeof content === 'string' || hasType(content);
  }),
  rule('SSB-10', 'content-form', 'form', (input) => {
    const { content } = of(input);
    return typeof content !== 'string' || isCiphertext(content);
  }),
  rule('SSB-11', 'previous-presence', 'relations', (input) => {
    const { previous, sequence } = of(input);
    return (previous === null) === (sequence === 1);
  }),
  rule('SSB-12', 'message-size', 'relations', ({ message }) => encodesWithin(message, MAX_UNITS)),
  rule('SSB-18', 'signature-invalid', 'signature', ({ message, hmac }) => verifySsb(message, hmac)),
];
