import type { VectorCase } from '@rockpool/schemas';
import { unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { encodeSsb } from '../../src/forge/ssb-encoding.ts';
import { readText } from '../../src/forge/text.ts';
import { ESCAPES, HALVES, ILL_FORMED, ITEMS, texts } from '../cases/lenient.ts';
import { refuseSsb, type SsbRow } from './case.ts';
import { replaced, signedOver, signedText, ssb, unsignedText } from './message.ts';

const PLACE = '@@';
const holding = (text: string): string => JSON.stringify({ type: 'post', text });
const listing = (items: string): string => `{"type":"post","list":[${items}]}`;

/** The text of a message, signed over what a careless reader reads in the place of what travels. */
const misread = (content: string, seen: string, sent: string): string =>
  replaced(signedText(unsignedText(content)), seen, sent);

/** The same where what travels or what is signed there is no text: both are given as bytes. */
const misreadBytes = (sent: Uint8Array, read: Uint8Array): Uint8Array => {
  const unsigned = unsignedText(holding(PLACE));
  const message = readText(utf8(unsigned), 'ssb').value as { readonly [name: string]: Json };
  const placed = (text: string, bytes: Uint8Array): Uint8Array => {
    const [before = '', after = ''] = text.split(PLACE);
    return Uint8Array.from([...utf8(before), ...bytes, ...utf8(after)]);
  };
  const { signature } = signedOver(message, placed(encodeSsb(message), read));
  return placed(`${unsigned.slice(0, -1)},"signature":${JSON.stringify(signature)}}`, sent);
};

const moss = (hex: string): Uint8Array => Uint8Array.from([...utf8('moss'), ...unhex(hex), ...utf8('moss')]);

const noJson = (): VectorCase[] =>
  refuseSsb(['TXT-2'], 'page', [
    ...ESCAPES.map(
      ([slug, words, sent, seen]): SsbRow => [
        `lenient-${slug}`,
        `${words}: the text of a post, and its signature`,
        misread(holding(`moss${seen}`), JSON.stringify(`moss${seen}`), `"moss${sent}"`),
      ],
    ),
    ...ITEMS.map(
      ([slug, words, sent, seen]): SsbRow => [
        `lenient-${slug}`,
        `${words}: in a list`,
        misread(listing(seen), `"list":[${seen}]`, `"list":[${sent}]`),
      ],
    ),
    ...texts(JSON.stringify(ssb())).map(([slug, words, text]): SsbRow => [`lenient-${slug}`, words, text]),
  ]);

const illFormed = (): VectorCase[] => {
  const page = JSON.stringify(ssb());
  const slipped = (at: number): Uint8Array =>
    Uint8Array.from([...utf8(page.slice(0, at)), 0xff, ...utf8(page.slice(at))]);
  return refuseSsb(['TXT-1'], 'page', [
    ...ILL_FORMED.flatMap(([slug, words, hex, read]): SsbRow[] => [
      [`lenient-utf8-${slug}-raw`, `${words} in a text, signed as these bytes`, misreadBytes(moss(hex), moss(hex))],
      ...read.map(
        (seen, index): SsbRow => [
          `lenient-utf8-${slug}-${index + 1}`,
          `${words} in a text, signed as ${seen === '' ? 'nothing' : JSON.stringify(seen)}`,
          misreadBytes(moss(hex), utf8(`moss${seen}moss`)),
        ],
      ),
    ]),
    [
      'lenient-utf8-in-name',
      'a byte FF in the name hash, which is right without it',
      slipped(page.indexOf('"hash"') + 3),
    ],
    [
      'lenient-utf8-end',
      'a text that ends within a euro sign, signed as U+FFFD',
      misreadBytes(Uint8Array.from([...utf8('moss'), 0xe2, 0x82]), utf8('moss\ufffd')),
    ],
    [
      'lenient-utf8-end-dropped',
      'a text that ends within a euro sign, signed as nothing',
      misreadBytes(Uint8Array.from([...utf8('moss'), 0xe2, 0x82]), utf8('moss')),
    ],
    ['lenient-utf8-behind', 'a byte FF behind the text', slipped(page.length)],
  ]);
};

/** Halves of pairs, signed as careless encoders write them. */
const halves = (): VectorCase[] => {
  const raw = (before: string, hex: string, after = ''): Uint8Array =>
    Uint8Array.from([...utf8(before), ...unhex(hex), ...utf8(after)]);
  const rows: readonly [slug: string, words: string, sent: string, read: Uint8Array][] = [
    ['dropped', '\\ud800 behind moss, signed as nothing', 'moss\\ud800', utf8('moss')],
    ['inside-dropped', '\\udc00 inside moss, signed as nothing', 'm\\udc00oss', utf8('moss')],
    ['around-dropped', '\\ud83c and \\udf3f around moss, signed as nothing', '\\ud83cmoss\\udf3f', utf8('moss')],
    [
      'around-joined',
      '\\ud83c and \\udf3f around moss, signed as the herb behind',
      '\\ud83cmoss\\udf3f',
      utf8('moss🌿'),
    ],
    ['question', '\\udfff behind moss, signed as a question mark', 'moss\\udfff', utf8('moss?')],
    ['bytes', '\\udfff behind moss, signed as three bytes', 'moss\\udfff', raw('moss', 'edbfbf')],
    ['bytes-lowest', '\\ud800 behind moss, signed as three bytes', 'moss\\ud800', raw('moss', 'eda080')],
    ['escaped-capitals', '\\ud83c behind moss, signed as \\uD83C', 'moss\\ud83c', utf8('moss\\uD83C')],
  ];
  const page = JSON.stringify(ssb());
  return refuseSsb(['TXT-4'], 'surrogate-pair', [
    ...rows.map(
      ([slug, words, sent, read]): SsbRow => [
        `lenient-half-${slug}`,
        `${words}: the text of a post`,
        misreadBytes(utf8(sent), read),
      ],
    ),
    ...HALVES.map(
      ([slug, words, sent, seen]): SsbRow => [
        `lenient-${slug}`,
        `${words}: the text of a post, and its signature`,
        misread(holding(`moss${seen}`), `moss${seen}`, `moss${sent}`),
      ],
    ),
    [
      'lenient-half-in-name',
      'half of a pair in the name hash, which is right without it',
      replaced(page, '"hash"', '"ha\\ud83csh"'),
    ],
    [
      'lenient-half-in-hash',
      'half of a pair behind sha256, which is right without it',
      replaced(page, '"sha256"', '"sha256\\ud83c"'),
    ],
  ]);
};

/** Members that come twice, of which the first is the one that was signed. */
const duplicates = (): VectorCase[] => {
  const message = ssb();
  const page = JSON.stringify(message);
  const others: readonly (readonly [name: string, other: Json])[] = [
    ['previous', 'x'],
    ['sequence', 7],
    ['author', '@x'],
    ['timestamp', '1'],
    ['hash', 'sha512'],
    ['content', { type: 'vote' }],
    ['signature', 'x'],
  ];
  const twice = (name: string): string =>
    replaced(signedText(unsignedText(`{"type":"post","${name}":1}`)), `"${name}":1`, `"${name}":1,"${name}":2`);
  return refuseSsb(['TXT-3'], 'page', [
    ...others.map(
      ([name, other]): SsbRow => [
        `lenient-duplicate-${name}-first`,
        `${name} twice, the first one signed`,
        replaced(
          page,
          `"${name}":${JSON.stringify(message[name])}`,
          `"${name}":${JSON.stringify(message[name])},"${name}":${JSON.stringify(other)}`,
        ),
      ],
    ),
    ...['constructor', 'toString', '0'].map(
      (name): SsbRow => [
        `lenient-duplicate-${name.toLowerCase()}`,
        `${name} twice in the content, the first one signed`,
        twice(name),
      ],
    ),
    [
      'lenient-duplicate-apart',
      'hash twice, the last one behind the signature, the first one signed',
      `${page.slice(0, -1)},"hash":"sha512"}`,
    ],
  ]);
};

/** Texts that a careless reader would accept: each has the signature of what such a reader reads. */
export const lenientSsb = (): VectorCase[] => [...noJson(), ...illFormed(), ...halves(), ...duplicates()];
