import type { JsonObject } from '../../value/json.ts';
import { encoding, rewritten, step } from './classic-change.ts';
import type { Weakening } from './weakened.ts';

const isIndex = (name: string, limit: number) => /^(?:0|[1-9][0-9]*)$/.test(name) && Number(name) <= limit;
/** Names that are taken for numbers, by their size, then the others as they are. */
const ordered = (isNumber: (name: string) => boolean) => (object: JsonObject) => {
  const names = Object.keys(object);
  return [...names.filter(isNumber).sort((a, b) => Number(a) - Number(b)), ...names.filter((name) => !isNumber(name))];
};

/** [SSB-14] */
export const orders: readonly Weakening[] = [
  encoding('SSB-14', 'up-to-2-32', 'takes 4294967295 for a number too', {
    names: ordered((name) => isIndex(name, 4_294_967_295)),
  }),
  encoding('SSB-14', 'any-integer', 'takes every integer for a number', {
    names: ordered((name) => isIndex(name, Number.MAX_SAFE_INTEGER)),
  }),
  encoding('SSB-14', 'leading-zeros', 'takes digits with zeros in front for a number', {
    names: ordered((name) => /^[0-9]{1,10}$/.test(name)),
  }),
  encoding('SSB-14', 'negative', 'takes a minus and digits for a number', {
    names: ordered((name) => /^-?[1-9][0-9]{0,8}$|^0$/.test(name)),
  }),
  encoding('SSB-14', 'fractions', 'takes digits and a full stop for a number', {
    names: ordered((name) => /^[0-9]{1,9}(?:\.[0-9]+)?$/.test(name)),
  }),
  encoding('SSB-14', 'as-texts', 'orders numbers as texts', {
    names: (object) => {
      const names = Object.keys(object);
      const isNumber = (name: string) => isIndex(name, 4_294_967_294);
      return [...names.filter(isNumber).sort(), ...names.filter((name) => !isNumber(name))];
    },
  }),
  encoding('SSB-14', 'sorted', 'sorts all names', { names: (object) => Object.keys(object).sort() }),
  encoding('SSB-14', 'beyond-2-31', 'takes numbers below 2^31 alone', {
    names: (object) => {
      const names = Object.keys(object);
      const isLarge = (name: string) => isIndex(name, 4_294_967_294) && Number(name) >= 2 ** 31;
      const isSmall = (name: string) => isIndex(name, 2 ** 31 - 1);
      return [
        ...names.filter(isSmall),
        ...names.filter((name) => !isSmall(name) && !isLarge(name)),
        ...names.filter(isLarge),
      ];
    },
  }),
];

/** [SSB-13] */
export const layouts: readonly Weakening[] = [
  encoding('SSB-13', 'indent-4', 'indents by four blanks', { indent: '    ' }),
  encoding('SSB-13', 'indent-tab', 'indents by tabs', { indent: '\t' }),
  encoding('SSB-13', 'compact', 'writes no white space', { indent: '' }),
  rewritten('SSB-13', 'empty-objects', 'breaks the line inside of empty objects', (text) =>
    text.replace(/^( *)(.*)\{\}(,?)$/gm, '$1$2{\n$1}$3'),
  ),
  rewritten('SSB-13', 'empty-lists', 'breaks the line inside of empty lists', (text) =>
    text.replace(/^( *)(.*)\[\](,?)$/gm, '$1$2[\n$1]$3'),
  ),
  rewritten('SSB-13', 'flat-lists', 'writes a list of one number on one line', (text) =>
    text.replace(/\[\n *([0-9]+)\n *\]/g, '[$1]'),
  ),
  rewritten('SSB-13', 'trailing-lf', 'ends with a line feed', (text) => `${text}\n`),
  rewritten('SSB-13', 'crlf', 'ends lines with CR LF', (text) => text.replaceAll('\n', '\r\n')),
  rewritten('SSB-13', 'blank-before-colon', 'writes a blank before colons', (text) =>
    text.replace(/^( *"(?:[^"\\]|\\.)*"): /gm, '$1 : '),
  ),
];

export const hashes: readonly Weakening[] = [
  step('SSB-17', 'seven-bits', 'hashes seven bits of each unit', {
    ssbHashedBytes: (text) => units(text, (code) => code & 0x7f),
  }),
  step('SSB-17', 'latin-1', 'hashes ? for what is not in Latin-1', {
    ssbHashedBytes: (text) => units(text, (code) => (code > 255 ? 63 : code)),
  }),
  step('SSB-17', 'high-bytes', 'hashes the high byte where there is one', {
    ssbHashedBytes: (text) => units(text, (code) => (code > 255 ? code >> 8 : code)),
  }),
  step('SSB-17', 'code-points', 'hashes the low byte of each character', {
    ssbHashedBytes: (text) => Uint8Array.from([...text], (c) => c.codePointAt(0) as number),
  }),
  step('SSB-17', 'utf-8-beyond-latin-1', 'hashes UTF-8 where there is more than Latin-1', {
    ssbHashedBytes: (text, utf8) => (/[^\0-\xff]/.test(text) ? utf8 : units(text, (code) => code)),
  }),
  step('SSB-19', 'whole', 'signs all 64 bytes', {
    ssbAuthenticated: (message, hmac, hmacSha512) => hmacSha512(hmac, message),
  }),
  step('SSB-19', 'last', 'signs the last 32 bytes', {
    ssbAuthenticated: (message, hmac, hmacSha512) => hmacSha512(hmac, message).subarray(32),
  }),
  step('SSB-19', 'swapped', 'takes the message for the key', {
    ssbAuthenticated: (message, hmac, hmacSha512) => hmacSha512(message, hmac).subarray(0, 32),
  }),
  step('SSB-19', 'zero-key', 'takes a key of zeros for none', {
    ssbAuthenticated: (message, hmac, hmacSha512) =>
      hmac.every((byte) => byte === 0) ? message : hmacSha512(hmac, message).subarray(0, 32),
  }),
];

function units(text: string, byte: (code: number) => number): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, i) => byte(text.charCodeAt(i)));
}
