import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { base64, unbase64 } from '../../src/forge/base64.ts';
import { hex } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import { publicKey } from '../../src/forge/signature.ts';
import { authorKey, signatureBytes, ssbId, ssbIdBytes } from '../../src/forge/ssb.ts';
import { refuseSsb, type SsbRow, takeSsb } from './case.ts';
import { ssb, ssbAuthorOf, ssbNext, ssbSecond } from './message.ts';

const { suzy, fern, quinn } = cast;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

type Misspelling = [slug: string, words: string, text: string];

const changed = (text: string, from: string | RegExp, to: string): string => {
  const after = text.replace(from, () => to);
  if (after === text) throw new Error(`${from} is not in ${text}`);
  return after;
};

/** The same bytes with the lowest of the spare bits set. */
export const withSpareBit = (code: string): string =>
  changed(code, /.(?==+$)/, ALPHABET[ALPHABET.indexOf(code.replace(/=+$/, '').slice(-1)) + 1] ?? '');

/** Canonical base64 spelled in other ways, which careless decoders read as the same bytes. */
export const misspelled = (code: string): Misspelling[] => {
  const bytes = unbase64(code) as Uint8Array;
  const pad = /=+$/.exec(code)?.[0] ?? '';
  const url = code.replaceAll('+', '-').replaceAll('/', '_');
  if (url === code) throw new Error(`${code} is the same in the alphabet for URLs`);
  const half = code.length / 2;
  const inside = (text: string): string => code.slice(0, half) + text + code.slice(half);
  return [
    ['url', 'base64 in the alphabet for URLs', url],
    ['unpadded', 'base64 without padding', code.slice(0, -pad.length)],
    ['padded-more', 'base64 with one = more', `${code}=`],
    ['spare', 'base64 with a spare bit set', withSpareBit(code)],
    ['newline-inside', 'a line feed inside the base64', inside('\n')],
    ['newline-behind-code', 'a line feed behind the base64', `${code}\n`],
    ['blank-inside', 'a blank inside the base64', inside(' ')],
    ['blank-behind-code', 'a blank behind the base64', `${code} `],
    ['blank-before-code', 'a blank before the base64', ` ${code}`],
    ['crlf-inside', 'a CRLF inside the base64', inside('\r\n')],
    ['equals-inside', 'a = inside the base64', inside('=')],
    ['stranger-inside', 'a character inside the base64 that is not in its alphabet', inside('!')],
    ['byte-less', 'base64 of one byte less', base64(bytes.subarray(1))],
    ['byte-more', 'base64 of one byte more', base64(Uint8Array.of(...bytes, 0))],
    ['no-bytes', 'base64 of no bytes', ''],
    ['hex', 'hexadecimal in the place of base64', hex(bytes)],
    ['base32', 'base32 in the place of base64', base32(bytes)],
  ];
};

/** What stands around the base64, in other ways. */
const framed = (before: string, code: string, behind: string): Misspelling[] => {
  const whole = `${before}${code}${behind}`;
  return [
    ['no-suffix', 'no suffix', `${before}${code}`],
    ['suffix-dot', 'a suffix that is a full stop', `${before}${code}.`],
    ['suffix-other', 'another suffix', `${before}${code}${behind === '.sha256' ? '.ed25519' : '.sha256'}`],
    ['suffix-capitals', 'the suffix in capital letters', `${before}${code}${behind.toUpperCase()}`],
    ['suffix-twice', 'the suffix twice', `${whole}${behind}`],
    ['suffix-cut', 'the last character of the suffix is missing', whole.slice(0, -1)],
    ['newline', 'a line feed at the end', `${whole}\n`],
    ['blank', 'a blank at the end', `${whole} `],
    ['blank-first', 'a blank in front', ` ${whole}`],
    ['newline-first', 'a line feed in front', `\n${whole}`],
    ['nul', 'a character U+0000 at the end', `${whole}\0`],
    ['empty', 'an empty text', ''],
    ['base64-only', 'base64 and nothing around it', code],
    ...(before === ''
      ? []
      : ([
          ['no-sigil', 'no sigil', `${code}${behind}`],
          ['sigil-and', 'the sigil is &', `&${code}${behind}`],
          ['sigil-twice', 'the sigil twice', `${before}${whole}`],
          ['sigil-escaped', 'the sigil in percent-encoding', `${before === '@' ? '%40' : '%25'}${code}${behind}`],
        ] as Misspelling[])),
  ];
};

const all = (before: string, code: string, behind: string): Misspelling[] => [
  ...misspelled(code).map(([slug, words, text]): Misspelling => [slug, words, `${before}${text}${behind}`]),
  ...framed(before, code, behind),
];

const A_FEW = ['url', 'unpadded', 'spare', 'newline', 'no-suffix'];
const few = (rows: Misspelling[]): Misspelling[] => rows.filter(([slug]) => A_FEW.includes(slug));

const authors = (): VectorCase[] => {
  const code = base64(publicKey(suzy.seed));
  const spellings: Misspelling[] = [
    ...all('@', code, '.ed25519'),
    ['sigil-percent', 'the sigil is %', `%${code}.ed25519`],
    ['native', 'the identifier of native records', suzy.keyId],
    ['uri', 'the key in the form of a URI', `ssb:feed/classic/${code.replaceAll('/', '_')}`],
  ];
  return [
    ...takeSsb(
      ['SSB-3'],
      [
        ['author-fern', 'Fern is the author', ssb({ author: fern })],
        ['author-quinn', 'Quinn is the author', ssb({ author: quinn })],
      ],
    ),
    ...refuseSsb(
      ['SSB-3'],
      'page',
      spellings.map(
        ([slug, words, author]): SsbRow => [`author-${slug}`, `the author: ${words}`, ssb({ members: { author } })],
      ),
    ),
    ...refuseSsb(
      ['SSB-3'],
      'second',
      few(spellings).map(
        ([slug, words, author]): SsbRow => [
          `later-author-${slug}`,
          `the author of a later message: ${words}`,
          ssbSecond({ members: { author } }),
        ],
      ),
    ),
  ];
};

/** A message whose id has both characters that the alphabet for URLs has not. */
const before = () => {
  for (let count = 0; count < 100; count += 1) {
    const message = ssb({ members: { content: { type: 'post', count } } });
    if (/(\+.*\/)|(\/.*\+)/.test(ssbId(message))) return message;
  }
  throw new Error('no id has both + and /');
};

const links = (): VectorCase[] => {
  const first = before();
  const code = base64(ssbIdBytes(ssbId(first)) as Uint8Array);
  const spellings: Misspelling[] = [
    ...all('%', code, '.sha256'),
    ['author', 'the author', ssbAuthorOf(suzy)],
    ['cloaked', 'the suffix of a cloaked id', `%${code}.cloaked`],
    ['native', 'an identifier of native records', `%${base32(ssbIdBytes(ssbId(first)) as Uint8Array)}`],
    ['null', 'the word null', 'null'],
  ];
  return [
    ...takeSsb(['SSB-4'], [['previous', 'an id with + and /', ssbNext(first)]]),
    ...refuseSsb(
      ['SSB-4'],
      'previous',
      spellings.map(
        ([slug, words, previous]): SsbRow => [
          `previous-${slug}`,
          `previous: ${words}`,
          ssbNext(first, { members: { previous } }),
        ],
      ),
    ),
  ];
};

const signatures = (): VectorCase[] => {
  const page = ssb();
  const code = base64(signatureBytes(String(page.signature)) as Uint8Array);
  const spellings: Misspelling[] = [
    ...all('', code, '.sig.ed25519'),
    ['suffix-of-author', 'the suffix of an author', `${code}.ed25519`],
    ['suffix-sig', 'the suffix is .sig', `${code}.sig`],
    ['at', 'an @ in front', `@${code}.sig.ed25519`],
    ['unpadded-half', 'base64 with one = less', `${code.slice(0, -1)}.sig.ed25519`],
    [
      'twice',
      'base64 of the signature twice',
      `${base64(Uint8Array.of(...(unbase64(code) as Uint8Array), ...(unbase64(code) as Uint8Array)))}.sig.ed25519`,
    ],
  ];
  const second = ssbSecond();
  const later = base64(signatureBytes(String(second.signature)) as Uint8Array);
  return [
    ...refuseSsb(
      ['SSB-5'],
      'page',
      spellings.map(
        ([slug, words, signature]): SsbRow => [`signature-${slug}`, `the signature: ${words}`, { ...page, signature }],
      ),
    ),
    ...refuseSsb(
      ['SSB-5'],
      'second',
      few(all('', later, '.sig.ed25519')).map(
        ([slug, words, signature]): SsbRow => [
          `later-signature-${slug}`,
          `the signature of a later message: ${words}`,
          { ...second, signature },
        ],
      ),
    ),
  ];
};

/** Authors, links and signatures, each in its one form. */
export const ssbSigils = (): VectorCase[] => {
  if (authorKey(ssbAuthorOf(suzy)) === undefined) throw new Error('Suzy has no address');
  return [...authors(), ...links(), ...signatures()];
};
