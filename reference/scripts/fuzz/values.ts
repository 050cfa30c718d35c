import type { Random } from './random.ts';
import type { Tree } from './tree.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Characters that some rule about strings looks at. */
const TELLING = [
  '~',
  '!',
  '=',
  '/',
  '@',
  '%',
  '&',
  '+',
  '.',
  '_',
  ' ',
  '-',
  '"',
  '\\',
  '\0',
  '\n',
  '\u007f',
  'é',
  '\u2028',
  '😀',
];

/** Half surrogate pairs: `JSON.stringify` escapes them, and other spellings do not. */
const HALVES = ['\ud83d', '\ude00'];

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '0',
  '10',
  '4294967294',
  'type',
  'key',
  'log',
];

const many = (random: Random, characters: string, length: number): string => {
  let text = '';
  for (let i = 0; i < length; i++) text += characters[random.below(characters.length)];
  return text;
};

/** Strings that look like what the formats have in them. */
const FORMED: readonly ((random: Random) => string)[] = [
  (random) => `${random.pick(['@', '%', '&', ''])}b${many(random, BASE32, 51)}${random.pick(['a', 'q', 'b'])}`,
  (random) => `+garden.${random.pick(['x', 'b'])}${many(random, BASE32, 51)}${random.pick(['a', 'q'])}`,
  (random) => `@suzy.b${many(random, BASE32, 51)}${random.pick(['a', 'q'])}`,
  (random) => `b${many(random, BASE32, 102)}${random.pick(['a', 'i', 'q', 'y'])}`,
  (random) => `/${many(random, "abcz09-._~!=@'/", 1 + random.below(12))}`,
  (random) =>
    `${random.pick(['@', '%', '&'])}${many(random, BASE64, 42)}${random.pick(['A', 'B'])}=${random.pick(['.ed25519', '.sha256'])}`,
  (random) => `${many(random, BASE64, 86)}==.sig.ed25519`,
  (random) => `${many(random, BASE64, 4 * random.below(20))}.box`,
  (random) => random.pick(['text/plain', 'a/b', 'sha256', 'sha512', 'es.4', 'es.5', 'rp.document.1', 'rp.message.1']),
];

/** Numbers in spellings that readers judge differently; the last ones are none. */
const SPELLINGS = [
  '-0',
  '0',
  '1',
  '-1',
  '1.0',
  '1.5',
  '1e3',
  '1E+3',
  '1e-7',
  '1e400',
  '-1e400',
  '5e-324',
  '0.1',
  '123456789012345678901234567890',
  '9007199254740991',
  '9007199254740992',
  '-9007199254740992',
  '10000000000000',
  '9999999999999',
  '9007199254740990',
  '1700000000000000.5',
  '01',
  '+1',
  '.5',
  '1.',
  '0x1',
  'NaN',
  'Infinity',
  '1e',
  '--1',
];

/** Another spelling of the same number, mostly. */
export function respelled(number: number, random: Random): string {
  const plain = JSON.stringify(number);
  return random.pick([
    `${plain}.0`,
    `${plain}e0`,
    `${plain}0e-1`,
    number.toExponential(),
    `-${plain}`,
    `0${plain}`,
    `${plain}.${'0'.repeat(40)}1`,
    `${plain}0`,
    plain.slice(0, -1) || '0',
  ]);
}

export const anyNumber = (random: Random): Tree =>
  random.oneIn(3) ? random.bits() - 2 ** random.below(54) : { raw: random.pick(SPELLINGS) };

export const anyName = (random: Random): string => (random.oneIn(4) ? anyString(random) : random.pick(NAMES));

export function anyString(random: Random): string {
  switch (random.below(8)) {
    case 0:
      return '';
    case 1:
      return random.pick(TELLING).repeat(1 + random.below(4));
    case 2:
      return random.pick(HALVES);
    case 3:
      return random.pick(NAMES);
    case 4:
      return many(random, ' aZ9\u00e9\u4e00\u0001"\\/', random.below(60));
    default:
      return random.pick(FORMED)(random);
  }
}

/** One character of a string exchanged, added or taken away; mostly for one of the same kind. */
export function tweaked(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const old = text[at] ?? '';
  const alphabet = BASE32.includes(old) && old !== '' ? BASE32 : BASE64;
  const fresh = random.oneIn(3) ? random.pick(TELLING) : alphabet[random.below(alphabet.length)];
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + fresh + text.slice(at);
    default:
      return text.slice(0, at) + fresh + text.slice(at + 1);
  }
}

/** Any JSON value, at most `depth` deep. */
export function anyTree(random: Random, depth: number): Tree {
  const kind = random.below(depth > 0 ? 9 : 6);
  if (kind === 0) return random.pick([null, true, false]);
  if (kind < 3) return anyNumber(random);
  if (kind < 6) return anyString(random);
  if (kind === 6) return Array.from({ length: random.below(5) }, () => anyTree(random, depth - 1));
  return { members: Array.from({ length: random.below(6) }, () => [anyName(random), anyTree(random, depth - 1)]) };
}
