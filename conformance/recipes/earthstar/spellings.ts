import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32, unbase32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import { textHash } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { publicKey } from '../../src/forge/signature.ts';
import { refuses, takes } from '../cases/verify.ts';
import { ES4, ES5, type EsChange, type EsKind } from './document.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

type Spelling = [slug: string, words: string, text: string];

/** `b` and base32 with each of the spare bits of its last character set alone: the bytes stay. */
export const spareBits = (text: string, spare: 2 | 3 | 4): Spelling[] => {
  const last = ALPHABET.indexOf(text.slice(-1));
  return Array.from({ length: spare }, (_, bit) => [
    `spare-bit-${bit + 1}`,
    `spare bit ${bit + 1} of ${spare} set`,
    text.slice(0, -1) + ALPHABET.charAt(last + 2 ** bit),
  ]);
};

/** The same bytes in letters that careless decoders forgive; a letter that is not there is not replaced. */
export const respelled = (text: string): Spelling[] => {
  const [head, tail] = [text.slice(0, 1), text.slice(1)];
  const one = (from: string, to: string): string => head + tail.replace(from, () => to);
  const letter = /[a-z]/.exec(tail)?.[0] ?? '';
  const all: Spelling[] = [
    ['capital', 'one letter in capitals', one(letter, letter.toUpperCase())],
    ['capitals-behind', 'all letters but the first in capitals', head + tail.toUpperCase()],
    ['zero-for-o', '0 for the letter o', one('o', '0')],
    ['one-for-l', '1 for the letter l', one('l', '1')],
    ['eight-for-b', '8 for the letter b', one('b', '8')],
    ['long-s', 'U+017F for the letter s', one('s', 'ſ')],
    ['kelvin', 'U+212A for the letter k', one('k', '\u212a')],
    ['hyphen', 'a hyphen inside', `${text.slice(0, 20)}-${text.slice(20)}`],
    ['padding', 'with padding', `${text}${'='.repeat((8 - (tail.length % 8)) % 8)}`],
    ['line-feed-behind', 'a line feed behind', `${text}\n`],
    ['nul-behind', 'U+0000 behind', `${text}\0`],
  ];
  return all.filter(([, , other]) => other !== text);
};

/** Of long lists, what is enough for a value that is compared and not decoded. */
const A_FEW = ['capital', 'capitals-behind', 'line-feed-behind'];
const few = (rows: Spelling[]): Spelling[] => rows.filter(([slug]) => A_FEW.includes(slug));

/** What a careless pattern takes for a full stop. */
const STOPS: readonly [slug: string, name: string, letter: string][] = [
  ['hyphen', 'a hyphen', '-'],
  ['letter', 'the letter x', 'x'],
  ['ideographic', 'U+3002', '。'],
  ['none', 'nothing', ''],
  ['two', 'two full stops', '..'],
];

const keyOf = (address: string): string => address.slice(address.lastIndexOf('.') + 1);

/** A key that ends with a byte 00, which those forget who lose what is 0. */
const endsWithZero = sha256(utf8('a key that ends with a byte 00, 152'));

/** An address without its last character, and without its last byte. */
const shortened = (before: string): Spelling[] => {
  const key = publicKey(endsWithZero);
  if (key[31] !== 0) throw new Error('the key ends with another byte');
  return [
    ['short-padded', 'the last byte of the key is 0 and its last letter is missing', before + base32(key).slice(0, -1)],
    ['short-31-bytes', 'the last byte of the key is 0 and is missing', before + base32(key.subarray(0, 31))],
  ];
};

const REFUSED =
  (kind: EsKind, breaks: string, prefix: string, what: string, make: (text: string) => JsonObject) =>
  (rows: readonly Spelling[]): VectorCase[] =>
    rows.map(([slug, words, text]) =>
      refuses(
        `${kind.area}/${prefix}-${slug}`,
        `${kind.area}/page`,
        `${what}: ${words}`,
        { format: kind.format, record: make(text) },
        [breaks],
      ),
    );

const placed = (name: string, text: string, more: EsChange = {}): EsChange => ({ ...more, members: { [name]: text } });

const authors = (kind: EsKind): VectorCase[] => {
  const refuse = (short: string, by: Pick<TestKey, 'seed'>) =>
    REFUSED(kind, 'ES-1', `author-${short}`, 'the author', (author) =>
      kind.make({ members: { author }, signer: by as TestKey }),
    );
  const of = (by: TestKey, short: string, rows: (key: string) => Spelling[]): Spelling[] =>
    rows(keyOf(by.earthstarAddress)).map(([slug, words, key]) => [slug, words, `@${short}.${key}`]);
  const key = keyOf(cast.suzy.earthstarAddress);
  const zero = { seed: endsWithZero };
  return [
    takes(
      `${kind.area}/author-ends-with-zero`,
      'the last byte of the author’s key is 0',
      {
        format: kind.format,
        record: kind.make({
          members: { author: `@suzy.${base32(publicKey(endsWithZero))}` },
          signer: zero as TestKey,
        }),
      },
      ['ES-1', 'ES-15'],
    ),
    ...refuse('suzy', cast.suzy)(of(cast.suzy, 'suzy', (text) => [...spareBits(text, 4), ...respelled(text)])),
    ...refuse(
      'kitchen',
      cast.kitchen,
    )(of(cast.kitchen, 'kitc', (text) => respelled(text).filter(([slug]) => ['kelvin', 'long-s'].includes(slug)))),
    ...refuse(
      'stop',
      cast.suzy,
    )(STOPS.map(([slug, name, letter]) => [slug, `${name} for the full stop`, `@suzy${letter}${key}`])),
    ...refuse('zero', zero)(shortened('@suzy.')),
    ...refuse(
      'name',
      cast.suzy,
    )([
      ['long-s', 'U+017F in the short name', `@ſuzy.${key}`],
      ['kelvin', 'U+212A in the short name', `@suz\u212a.${key}`],
      ['digit', 'an Arabic digit in the short name', `@suz٣.${key}`],
      ['capital-inside', 'a capital letter inside the short name', `@suZy.${key}`],
    ]),
  ];
};

const shareNames = (key: string): Spelling[] => [
  ['name-long-s', 'U+017F in the name', `+garſ.${key}`],
  ['name-kelvin', 'U+212A in the name', `+\u212aitchen.${key}`],
  ['name-digit', 'an Arabic digit in the name', `+garden٣.${key}`],
  ['name-hyphen', 'a hyphen in the name', `+garden-.${key}`],
];

const shareStops = (rest: string): Spelling[] =>
  STOPS.map(([slug, name, letter]) => [`stop-${slug}`, `${name} for the full stop`, `+gardening${letter}${rest}`]);

const shareKeys = (key: string): Spelling[] =>
  [...spareBits(key, 4), ...respelled(key)].map(([slug, words, text]) => [slug, words, `+gardening.${text}`]);

const sharesOfEs4 = (): VectorCase[] => {
  const key = keyOf(cast.gardening.earthstarAddress);
  /** With these the suffix is no key, and free. */
  const free: readonly string[] = ['zero-for-o', 'one-for-l', 'eight-for-b'];
  return REFUSED(ES4, 'ES4-2', 'share', 'the share', (workspace) => ES4.make(placed('workspace', workspace)))([
    ...shareKeys(key).filter(([slug]) => !free.includes(slug)),
    ...shareStops('friends'),
    ...shareNames(key),
  ]);
};

const sharesOfEs5 = (): VectorCase[] => {
  const key = keyOf(cast.gardening.earthstarAddress);
  const zero = { seed: endsWithZero } as TestKey;
  const by = (signer: TestKey) => (share: string) => ES5.make({ members: { share }, shareSigner: signer });
  return [
    ...REFUSED(
      ES5,
      'ES5-2',
      'share',
      'the share',
      by(cast.gardening),
    )([...shareKeys(key), ...shareStops(key), ...shareNames(key)]),
    takes(
      'earthstar-es5/share-ends-with-zero',
      'the last byte of the key of the share is 0',
      { format: 'es.5', record: by(zero)(`+gardening.${base32(publicKey(endsWithZero))}`) },
      ['ES5-2', 'ES5-13'],
    ),
    ...REFUSED(ES5, 'ES5-2', 'share-zero', 'the share', by(zero))(shortened('+gardening.')),
  ];
};

/** The first of the documents, told apart by their content, whose signature ends with a byte 00. */
const withLastByteZero = (kind: EsKind, name: 'signature' | 'shareSignature'): JsonObject => {
  for (let count = 0; count < 1000; count += 1) {
    const document = kind.make({ content: `moss ${count}` });
    if (unbase32(String(document[name]))[63] === 0) return document;
  }
  throw new Error('no signature ends with a byte 00');
};

const signatures = (kind: EsKind, name: 'signature' | 'shareSignature'): VectorCase[] => {
  const [breaks, what] = name === 'signature' ? ['ES-14', 'the signature'] : ['ES5-12', 'the signature of the share'];
  const prefix = name === 'signature' ? 'signature' : 'share-signature';
  const honest = kind.make();
  const text = String(honest[name]);
  const zero = withLastByteZero(kind, name);
  const short = base32(unbase32(String(zero[name])).subarray(0, 63));
  const spelled = [...spareBits(text, 3), ...respelled(text)].map(
    ([slug, words, other]): Spelling => [`spelled-${slug}`, words, other],
  );
  return [
    takes(
      `${kind.area}/${prefix}-ends-with-zero`,
      `${what} ends with a byte 00`,
      { format: kind.format, record: zero },
      [breaks],
    ),
    ...REFUSED(kind, breaks, prefix, what, (other) => ({ ...honest, [name]: other }))(spelled),
    ...REFUSED(kind, breaks, prefix, what, (other) => ({ ...zero, [name]: other }))([
      ['short-63-bytes', 'its last byte is 0 and is missing', short],
    ]),
  ];
};

const hashes = (kind: EsKind): VectorCase[] => {
  const name = kind.format === 'es.4' ? 'contentHash' : 'textHash';
  const text = String(kind.make()[name]);
  const rows = [...spareBits(text, 4), ...few(respelled(text))];
  return REFUSED(kind, kind.hashRule, 'hash-spelled', 'the hash', (hash) => kind.make(placed(name, hash)))(rows);
};

const attachments = (): VectorCase[] => {
  const hash = textHash('Hello, attachment!');
  const make = (attachmentHash: string): JsonObject =>
    ES5.make({ members: { path: '/pics/flower.txt', attachmentSize: 18, attachmentHash } });
  return REFUSED(
    ES5,
    'ES5-7',
    'attachment-hash-spelled',
    'the hash of the attachment',
    make,
  )([...spareBits(hash, 4), ...few(respelled(hash))]);
};

/** Addresses, hashes and signatures whose bytes are right and whose spelling is another one. */
export const spelledEs4 = (): VectorCase[] => [
  ...authors(ES4),
  ...sharesOfEs4(),
  ...signatures(ES4, 'signature'),
  ...hashes(ES4),
];
export const spelledEs5 = (): VectorCase[] => [
  ...authors(ES5),
  ...sharesOfEs5(),
  ...signatures(ES5, 'signature'),
  ...signatures(ES5, 'shareSignature'),
  ...hashes(ES5),
  ...attachments(),
];
