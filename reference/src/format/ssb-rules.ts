import { encodeBase64, isBase64, isBase64Of } from '../bytes/base64.ts';
import type { RulesByPhase } from '../rule/rule.ts';
import { signatureRulebook } from '../signature/check.ts';
import { isObject, type JsonValue } from '../value/json.ts';
import type { Witness } from './format.ts';
import { misfit, shape } from './shape.ts';
import type { SsbMessage } from './ssb-message.ts';

/** The longest encoding of a message, in UTF-16 code units. */
export const maxMessageUnits = 8_192;

/** The shortest and the longest type of content, in UTF-16 code units. */
const minTypeUnits = 3;
const maxTypeUnits = 52;

const signatureSuffix = '.sig.ed25519';

const messageShape = shape({
  previous: 'string or null',
  sequence: 'number',
  author: 'string',
  timestamp: 'number',
  hash: 'string',
  content: 'object or string',
  signature: 'string',
});

/** [SSB-2] The order of the members. */
const order: readonly string[] = ['previous', 'sequence', 'author', 'timestamp', 'hash', 'content', 'signature'];
const olderOrder: readonly string[] = ['previous', 'author', 'sequence', 'timestamp', 'hash', 'content', 'signature'];

/** Whether the names that an order has come in that order; others are not its concern. */
function isOrdered(names: readonly string[], order: readonly string[]): boolean {
  let last = -1;
  for (const name of names) {
    const place = order.indexOf(name);
    if (place < 0) continue;
    if (place < last) return false;
    last = place;
  }
  return true;
}

/** Whether a text is a sigil, the canonical base64 of 32 bytes, and a suffix. */
function hasSigilForm(text: string, sigil: string, suffix: string): boolean {
  return text.startsWith(sigil) && text.endsWith(suffix) && isBase64Of(32, text, 1, text.length - suffix.length);
}

const isSignature = (text: string) =>
  text.endsWith(signatureSuffix) && isBase64Of(64, text, 0, text.length - signatureSuffix.length);

const hasType = ({ type }: { readonly [name: string]: JsonValue }) =>
  typeof type === 'string' && type.length >= minTypeUnits && type.length <= maxTypeUnits;

/** Whether a text is canonical base64, `.box`, and anything on the same line. */
function isCiphertext(text: string): boolean {
  const end = text.indexOf('.');
  return text.startsWith('.box', end) && end >= 0 && isBase64(text, 0, end) && !/[\n\r\u2028\u2029]/.test(text);
}

/** The rules for classic messages. */
export const ssbRules: RulesByPhase<SsbMessage> = {
  shape: [
    {
      requirement: 'SSB-1',
      code: 'message-shape',
      title: 'the seven members of a classic message',
      path: '',
      check: ({ value }) => misfit(value, messageShape) === undefined,
      locate: ({ value }) => misfit(value, messageShape) ?? '',
    },
    {
      requirement: 'SSB-2',
      code: 'member-order',
      title: 'the members in one of the two orders',
      path: '',
      check: ({ names }) => isOrdered(names, order) || isOrdered(names, olderOrder),
    },
  ],
  form: [
    {
      requirement: 'SSB-3',
      code: 'sigil-form',
      title: 'author is @, 32 bytes in base64, .ed25519',
      path: '/author',
      check: ({ author }) => hasSigilForm(author, '@', '.ed25519'),
    },
    {
      requirement: 'SSB-4',
      code: 'sigil-form',
      title: 'previous is %, 32 bytes in base64, .sha256',
      path: '/previous',
      check: ({ previous }) => previous === undefined || hasSigilForm(previous, '%', '.sha256'),
    },
    {
      requirement: 'SSB-5',
      code: 'signature-form',
      title: 'signature is 64 bytes in base64, .sig.ed25519',
      path: '/signature',
      check: ({ signature }) => isSignature(signature),
    },
    {
      requirement: 'SSB-6',
      code: 'sequence-range',
      title: 'sequence is an integer from 1 to 2^53 − 1',
      path: '/sequence',
      check: ({ sequence }) => Number.isSafeInteger(sequence) && sequence >= 1,
    },
    {
      requirement: 'SSB-7',
      code: 'time-range',
      title: 'timestamp is not infinite',
      path: '/timestamp',
      check: ({ timestamp }) => Math.abs(timestamp) !== Number.POSITIVE_INFINITY,
    },
    {
      requirement: 'SSB-8',
      code: 'hash-name',
      title: 'hash is sha256',
      path: '/hash',
      check: ({ hash }) => hash === 'sha256',
    },
    {
      requirement: 'SSB-9',
      code: 'content-form',
      title: 'content has a type of 3 to 52 code units',
      path: '/content/type',
      check: ({ content }) => !isObject(content) || hasType(content),
    },
    {
      requirement: 'SSB-10',
      code: 'content-form',
      title: 'a ciphertext is base64, .box, and no line break',
      path: '/content',
      check: ({ content }) => typeof content !== 'string' || isCiphertext(content),
    },
  ],
  relations: [
    {
      requirement: 'SSB-11',
      code: 'previous-presence',
      title: 'previous is null in the first message alone',
      path: '/previous',
      check: ({ previous, sequence }) => (previous === undefined) === (sequence === 1),
    },
    {
      requirement: 'SSB-12',
      code: 'message-size',
      title: 'the encoding is at most 8,192 code units long',
      path: '',
      check: ({ encodedUnits }) => encodedUnits <= maxMessageUnits,
    },
  ],
  time: [],
  content: [],
};

/** The author's signature. */
export const ssbWitness: Witness<SsbMessage> = {
  requirement: 'SSB-18',
  code: 'signature-invalid',
  title: 'signature is one of the encoding without it, by the author',
  member: 'signature',
  path: '/signature',
  signer: 'author',
  signatures: signatureRulebook,
  question: (message, { hmac }) => message.signatureQuestion(hmac),
  encode: (signature) => encodeBase64(signature) + signatureSuffix,
};
