import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base64, unbase64 } from '../../src/forge/base64.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { publicKey } from '../../src/forge/signature.ts';
import { signatureBytes, ssbAuthor, ssbId, ssbSignature } from '../../src/forge/ssb.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { posted, type Signer, ssb, ssbAuthorOf, ssbSecond } from './message.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

type Spelling = readonly [slug: string, words: string, text: string];

/** Base64 with each of its spare bits set alone: the bytes stay. */
const spareBits = (code: string): Spelling[] => {
  const padding = /=*$/.exec(code)?.[0] ?? '';
  const letters = code.slice(0, code.length - padding.length);
  const last = ALPHABET.indexOf(letters.slice(-1));
  return Array.from({ length: 2 * padding.length }, (_, bit) => [
    `spare-bit-${bit + 1}`,
    `spare bit ${bit + 1} of ${2 * padding.length} set`,
    letters.slice(0, -1) + ALPHABET.charAt(last + 2 ** bit) + padding,
  ]);
};

/** The last `count` full stops of a text, each replaced by what a careless pattern takes for one. */
const stops = (text: string, count = 1): Spelling[] => {
  const letters: readonly (readonly [string, string, string])[] = [
    ['hyphen', 'a hyphen', '-'],
    ['letter', 'the letter x', 'x'],
    ['ideographic', 'U+3002', '。'],
    ['none', 'nothing', ''],
  ];
  const places = Array.from(text.matchAll(/\./g), ({ index }) => index).slice(-count);
  return places.flatMap((at, place) =>
    letters.map(
      ([slug, name, letter]): Spelling => [
        `stop-${count > 1 ? `${place + 1}-` : ''}${slug}`,
        `${name} for the ${count > 1 ? `full stop ${place + 1}` : 'full stop'}`,
        text.slice(0, at) + letter + text.slice(at + 1),
      ],
    ),
  );
};

const within = (before: string, behind: string, rows: readonly Spelling[]): Spelling[] =>
  rows.map(([slug, words, code]) => [slug, words, `${before}${code}${behind}`]);

const rowsOf = (
  prefix: string,
  what: string,
  rows: readonly Spelling[],
  make: (text: string) => JsonObject,
): SsbRow[] => rows.map(([slug, words, text]) => [`spelled-${prefix}-${slug}`, `${what}: ${words}`, make(text)]);

/** A key that ends with a byte 00, which those forget who lose what is 0. */
const endsWithZero = { seed: sha256(utf8('a key that ends with a byte 00, 152')) };

const authors = (): VectorCase[] => {
  const author = ssbAuthorOf(cast.suzy);
  const code = author.slice(1, -'.ed25519'.length);
  const short = publicKey(endsWithZero.seed).subarray(0, 31);
  const kitchen = ssbAuthorOf(cast.kitchen);
  const by = (signer: Signer) => (text: string) => ssb({ members: { author: text }, signer });
  return [
    ...takeSsb(
      ['SSB-3'],
      [['author-ends-with-zero', 'the author’s key ends with a byte 00', ssb({ author: endsWithZero })]],
    ),
    ...refuseSsb(['SSB-3'], 'page', [
      ...rowsOf('author', 'the author', [...within('@', '.ed25519', spareBits(code)), ...stops(author)], by(cast.suzy)),
      ...rowsOf(
        'author',
        'the author',
        [
          ['short', 'the last byte of the key is 0 and is missing', ssbAuthor(short)],
          [
            'short-unpadded',
            'the last byte of the key is 0 and is missing, with the padding',
            ssbAuthor(short).replace('==', ''),
          ],
        ],
        by(endsWithZero),
      ),
      ...rowsOf(
        'author',
        'the author',
        [
          [
            'url-unpadded',
            'the alphabet for URLs, without padding',
            kitchen.replaceAll('/', '_').replaceAll('+', '-').replace('=', ''),
          ],
          ['url-plus', '- for +', kitchen.replaceAll('+', '-')],
          ['url-slash', '_ for /', kitchen.replaceAll('/', '_')],
          ['blank-for-plus', 'a blank for +', kitchen.replaceAll('+', ' ')],
          ['suffix-capital', 'a capital letter in the suffix', kitchen.replace('.ed', '.Ed')],
        ],
        by(cast.kitchen),
      ),
    ]),
  ];
};

const links = (): VectorCase[] => {
  const id = ssbId(ssb());
  const code = id.slice(1, -'.sha256'.length);
  const spellings: Spelling[] = [
    ...within('%', '.sha256', spareBits(code)),
    ...stops(id),
    ['suffix-long-s', 'U+017F in the suffix', id.replace('.sha256', '.ſha256')],
    ['suffix-capital', 'a capital letter in the suffix', id.replace('.sha256', '.Sha256')],
    ['suffix-digits', 'Arabic digits in the suffix', id.replace('.sha256', '.sha٢٥٦')],
    ['letter-long-s', 'a letter that is not in the alphabet', `%ſ${code.slice(1)}.sha256`],
  ];
  return refuseSsb(
    ['SSB-4'],
    'second',
    rowsOf('previous', 'previous', spellings, (previous) => ssbSecond({ members: { previous } })),
  );
};

/** The first of the messages, told apart by their content, whose signature ends with a byte 00. */
const withLastByteZero = (): [JsonObject, Uint8Array] => {
  for (let count = 0; count < 1000; count += 1) {
    const message = posted({ type: 'post', count });
    const bytes = signatureBytes(String(message.signature)) as Uint8Array;
    if (bytes[63] === 0) return [message, bytes];
  }
  throw new Error('no signature ends with a byte 00');
};

const signatures = (): VectorCase[] => {
  const page = ssb();
  const text = String(page.signature);
  const code = text.slice(0, -'.sig.ed25519'.length);
  const [zero, bytes] = withLastByteZero();
  const spellings: Spelling[] = [
    ...within('', '.sig.ed25519', spareBits(code)),
    ...stops(text, 2),
    ['stops', 'hyphens for both full stops', text.replace('.sig.ed25519', '-sig-ed25519')],
    ['suffix-long-s', 'U+017F in the suffix', text.replace('.sig', '.ſig')],
    ['suffix-capital', 'a capital letter in the suffix', text.replace('.sig', '.Sig')],
  ];
  return [
    ...takeSsb(['SSB-5'], [['signature-ends-with-zero', 'the signature ends with a byte 00', zero]]),
    ...refuseSsb(['SSB-5'], 'page', [
      ...rowsOf('signature', 'the signature', spellings, (signature) => ({ ...page, signature })),
      [
        'spelled-signature-short',
        'the signature: its last byte is 0 and is missing',
        { ...zero, signature: ssbSignature(bytes.subarray(0, 63)) },
      ],
    ]),
  ];
};

const contents = (): VectorCase[] => {
  const codes = ['bW9zcw==', 'bW9zc2U=', 'bW9z'] as const;
  if (codes.some((code) => unbase64(code) === undefined || base64(unbase64(code) as Uint8Array) !== code))
    throw new Error('a code is not canonical');
  const spellings: Spelling[] = [
    ...codes
      .slice(0, 2)
      .flatMap((code, index) =>
        within('', '.box', spareBits(code)).map(
          ([slug, words, text]): Spelling => [`${slug}-${index + 1}`, words, text],
        ),
      ),
    ...stops('bW9z.box'),
    ['stop-line-feed', 'a line feed for the full stop', 'bW9z\nbox'],
    ['stop-padding', 'padding and the letter x for the full stop', 'bW9zcw==xbox'],
    ['two-stops', 'two full stops', 'bW9z..box'],
    ['kelvin', 'a letter that is not in the alphabet', 'bW9\u212a.box'],
    ['wide', 'fullwidth letters', 'ｂＷ９ｚ.box'],
    ['suffix-long', 'the suffix without its last letter', 'bW9z.bo\u03c7'],
    ['spread', 'a ciphertext behind another one', 'bW9zcw==bW9z.box'],
    ['line-feed-before', 'a line of words in front of the ciphertext', 'moss\nbW9z.box'],
    ['line-feed-first', 'a line feed in front of an empty ciphertext', '\n.box'],
  ];
  return refuseSsb(
    ['SSB-10'],
    'box',
    rowsOf('box', 'the ciphertext', spellings, (content) => posted(content)),
  );
};

/** Keys, links, signatures and ciphertexts whose bytes are right and whose spelling is another one. */
export const ssbSpellings = (): VectorCase[] => [...authors(), ...links(), ...signatures(), ...contents()];
