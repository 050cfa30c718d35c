import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { ssbId } from '../../src/forge/ssb.ts';
import { SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { type Around, around, replaced } from '../cases/around.ts';
import { refuseSsb, type SsbRow } from './case.ts';
import { posted, type Signer, ssb, ssbAuthorOf, ssbSecond } from './message.ts';

const [ORDER = []] = SSB_ORDERS;

/** What decoders of base64 take for the letter A who do not look whether it is one of the alphabet. */
const STRANGERS = ['{', '@', '.', 'é', '-'];

/** The words of a suffix, left out, twice, in capitals, and longer. */
const suffixes = (text: string, words: readonly string[]): Around[] =>
  words.flatMap((word): Around[] => [
    [`no-${word}`, `without ${word}`, text.replace(word, '')],
    [`two-${word}`, `${word} twice`, text.replace(word, word + word)],
    [`capitals-${word}`, `${word} in capitals`, text.replace(word, word.toUpperCase())],
    [`longer-${word}`, `a letter behind ${word}`, text.replace(word, `${word}x`)],
    [`two-stops-${word}`, `two full stops before ${word}`, text.replace(`.${word}`, `..${word}`)],
  ]);

/** The first of the messages, told apart by their content, that has what is asked for. */
const first = (make: (count: number) => JsonObject, has: (message: JsonObject) => boolean): JsonObject => {
  for (let count = 0; count < 2000; count += 1) {
    const message = make(count);
    if (has(message)) return message;
  }
  throw new Error('no message has it');
};

const zero = { seed: sha256(utf8('a key that ends with a byte 00, 152')) };

const authors = (): SsbRow[] => {
  const author = ssbAuthorOf(cast.suzy);
  const ends = ssbAuthorOf(zero);
  const rows: [rows: Around[], signer: Signer][] = [
    [
      [
        ...around(author),
        ...replaced(author, 'A', STRANGERS, 1),
        ...suffixes(author, ['ed25519']),
        ['wide-digit', 'a fullwidth digit', author.replace('6', '６')],
      ],
      cast.suzy,
    ],
    [
      [
        ['kelvin', 'U+212A for a k', ssbAuthorOf(cast.gardening).replace('k', '\u212a')],
        ['suffix-digits', 'fullwidth digits in the suffix', ssbAuthorOf(cast.gardening).replace('25519', '２５５１９')],
      ],
      cast.gardening,
    ],
    [[['long-s', 'U+017F for an s', ssbAuthorOf(cast.quinn).replace('s', 'ſ')]], cast.quinn],
    [
      [
        ['cut', 'its last letter, an A, is missing', ends.replace('A=', '=')],
        ['longer', 'its last letter, an A, twice', ends.replace('A=', 'AA=')],
      ],
      zero,
    ],
  ];
  return rows.flatMap(([spelled, signer]) =>
    spelled
      .filter(([, , text]) => text !== author)
      .map(
        ([slug, words, text]): SsbRow => [
          `around-author-${slug}`,
          `the author: ${words}`,
          ssb({ members: { author: text }, signer }),
        ],
      ),
  );
};

const links = (): SsbRow[] => {
  const before = first(
    (count) => posted({ type: 'fern', count }),
    (message) => ssbId(message).endsWith('A=.sha256') && ssbId(message).slice(1, 20).includes('A'),
  );
  const id = ssbId(before);
  const rows: Around[] = [
    ...around(id),
    ...replaced(id, 'A', STRANGERS, 1),
    ...suffixes(id, ['sha256']),
    ['cut', 'its last letter, an A, is missing', id.replace('A=', '=')],
    ['longer', 'its last letter, an A, twice', id.replace('A=', 'AA=')],
    ['kelvin', 'U+212A inside', `${id.slice(0, 9)}\u212a${id.slice(10)}`],
  ];
  return rows.map(
    ([slug, words, previous]): SsbRow => [
      `around-previous-${slug}`,
      `previous: ${words}`,
      ssbSecond({ members: { previous } }),
    ],
  );
};

const signatures = (): SsbRow[] => {
  const message = first(
    (count) => posted({ type: 'fern', count }),
    ({ signature }) => /A[^=]*A==\.sig/.test(String(signature)) && /k.*[0-9].*==/.test(String(signature)),
  );
  const text = String(message.signature);
  const rows: Around[] = [
    ...around(text),
    ...replaced(text, 'A', STRANGERS, 0),
    ...suffixes(text, ['sig', 'ed25519']),
    ['cut', 'its last letter, an A, is missing', text.replace('A==', '==')],
    ['longer', 'its last letter, an A, twice', text.replace('A==', 'AA==')],
    ['four-equals', 'four =', text.replace('==', '====')],
    ['kelvin', 'U+212A for a k', text.replace('k', '\u212a')],
    [
      'wide-digit',
      'a fullwidth digit',
      text.replace(/[0-9]/, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
  ];
  return rows.map(
    ([slug, words, signature]): SsbRow => [
      `around-signature-${slug}`,
      `the signature: ${words}`,
      { ...message, signature },
    ],
  );
};

const hashes = (): SsbRow[] => {
  const rows: Around[] = [
    ...around('sha256'),
    ['long-s', 'U+017F for the s', 'ſha256'],
    ['wide', 'fullwidth letters', 'ｓｈａ２５６'],
    ['arabic-digits', 'Arabic digits', 'sha٢٥٦'],
    ['twice', 'sha256 twice', 'sha256sha256'],
    ['longer', 'a letter behind', 'sha256x'],
    ['first-capital', 'a capital letter in front', 'Sha256'],
    ['low-line', 'a low line inside', 'sha_256'],
  ];
  return rows.map(
    ([slug, words, hash]): SsbRow => [`around-hash-${slug}`, `the hash: ${words}`, ssb({ members: { hash } })],
  );
};

/** What may stand behind .box is free, so what is around a ciphertext counts in front and inside alone. */
const ciphertexts = (): SsbRow[] => {
  const rows: Around[] = [
    ['crlf', 'a carriage return and a line feed behind', 'bWAz.box\r\n'],
    ['blank-before', 'a blank in front', ' bWAz.box'],
    ['mark', 'U+FEFF in front', '\ufeffbWAz.box'],
    ['zero-width', 'U+200B inside', 'bW\u200bAz.box'],
    ['nul', 'U+0000 inside', 'bWAz\0.box'],
    ...replaced('bWAz.box', 'A', STRANGERS, 0),
    ['wide-digit', 'a fullwidth digit', 'bWA２.box'],
    ['long-s', 'U+017F for an s', 'bWAſ.box'],
  ];
  return rows.map(
    ([slug, words, content]): SsbRow => [`around-box-${slug}`, `the ciphertext: ${words}`, posted(content)],
  );
};

const members = (): SsbRow[] =>
  ['$schema', '_x', 'constructor', 'toString', 'length', 'type'].map(
    (name): SsbRow => [
      `around-member-${name.replace('$', '').replace('_', 'underscore-').toLowerCase()}`,
      `a further member named ${name} at the end`,
      ssb({ members: { [name]: 1 }, order: [...ORDER, name] }),
    ],
  );

/** Members with something around them, and with letters that careless readers take for right ones. */
export const aroundSsb = (): VectorCase[] => [
  ...refuseSsb(['SSB-3'], 'page', authors()),
  ...refuseSsb(['SSB-4'], 'second', links()),
  ...refuseSsb(['SSB-5'], 'page', signatures()),
  ...refuseSsb(['SSB-8'], 'page', hashes()),
  ...refuseSsb(['SSB-10'], 'box', ciphertexts()),
  ...refuseSsb(['SSB-1'], 'page', members()),
];
