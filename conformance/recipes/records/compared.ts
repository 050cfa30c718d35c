import type { VectorCase } from '@rockpool/schemas';
import { blobId } from '../../src/forge/blob.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { DIGITS, GAPS } from '../cases/times.ts';
import { NOW, T } from '../cases/verify.ts';
import { accepted, DOCUMENTS, type Family, MESSAGES, type Row, refused } from './family.ts';
import { NEAR, otherAt } from './spelled.ts';

const AHEAD = 600_000_000;
const EMPTY = blobId(new Uint8Array());

/** A record from the future is that however far it is, and one from the past is never too far away. */
const clocks = (family: Family): VectorCase[] => {
  const { make } = family;
  const at = (timestamp: number): NativeRecord => make({ timestamp });
  const wide = GAPS.filter(([, , gap]) => gap >= 2 ** 31 - 1);
  return [
    ...refused(
      family,
      ['REC-13'],
      [
        ...wide.map(
          ([name, words, gap]): Row => [
            `future-by-${name}`,
            `written ${words} from now`,
            { record: at(NOW + gap) },
            'ahead-10-minutes',
          ],
        ),
        [
          'future-milliseconds',
          'written 600,000.001 milliseconds from now',
          { record: at(NOW + AHEAD + 1) },
          'ahead-10-minutes',
        ],
        [
          'future-999',
          'written 10 minutes and 999 microseconds from now',
          { record: at(NOW + AHEAD + 999) },
          'ahead-10-minutes',
        ],
        ['future-eleven', 'written 11 minutes from now', { record: at(NOW + AHEAD + 60_000_000) }, 'ahead-10-minutes'],
        ...DIGITS.map(
          ([name, earlier, later]): Row => [
            `future-digits-${name}`,
            `written at a time of ${name.split('-')[1]} digits, and now has ${name.split('-')[0]}`,
            { record: at(later + 2 * AHEAD) },
            'earliest',
            earlier,
          ],
        ),
      ],
    ),
    ...accepted(
      family,
      ['REC-13'],
      [
        ...wide.map(([name, words, gap]): [string, string, NativeRecord] => [
          `past-by-${name}`,
          `written ${words} ago`,
          at(NOW - gap),
        ]),
        ['past-by-wrapped', 'written 2^32 microseconds less 20 minutes ago', at(NOW - 2 ** 32 + 2 * AHEAD)],
        ...DIGITS.map(([name, earlier, later]): [string, string, NativeRecord, number] => [
          `past-digits-${name}`,
          `written at a time of ${name.split('-')[0]} digits, and now has ${name.split('-')[1]}`,
          at(earlier),
          later,
        ]),
        [
          'ahead-digits',
          'written at a time of 15 digits, a second ahead of now, which has 14',
          at(100_000_000_000_000),
          99_999_999_000_000,
        ],
      ],
    ),
  ];
};

/** Hashes that are almost the right one. */
const hashes = (family: Family): VectorCase[] => {
  const { make } = family;
  const right = String(make({}).header.contentHash);
  return [
    ...refused(
      family,
      ['REC-17'],
      NEAR.map(
        ([slug, words, index]): Row => [
          `hash-near-${slug}`,
          `a hash that differs from the right one ${words}`,
          { record: make({ contentHash: otherAt(right, index) }) },
        ],
      ),
    ),
    ...refused(
      family,
      ['REC-11'],
      NEAR.map(
        ([slug, words, index]): Row => [
          `empty-near-${slug}`,
          `a size of 0, and a hash that differs from that of no bytes ${words}`,
          { record: make({ contentHash: otherAt(EMPTY, index), contentSize: 0 }, { sparse: true }) },
          'content-empty-sparse',
        ],
      ),
    ),
    ...accepted(
      family,
      ['REC-11'],
      NEAR.map(([slug, words, index]): [string, string, NativeRecord] => [
        `not-empty-near-${slug}`,
        `a size of 1, and a hash that differs from that of no bytes ${words}`,
        make({ contentHash: otherAt(EMPTY, index), contentSize: 1 }, { sparse: true }),
      ]),
    ),
    ...refused(
      family,
      ['REC-16'],
      [
        [
          'size-plus-2-32',
          'a size that is 2^32 more than the right one',
          { record: make({ contentSize: utf8('abc').length + 2 ** 32 }, { content: 'abc' }) },
        ],
        [
          'size-plus-2-16',
          'a size that is 65,536 more than the right one',
          { record: make({ contentSize: utf8('abc').length + 65_536 }, { content: 'abc' }) },
        ],
        [
          'size-plus-256',
          'a size that is 256 more than the right one',
          { record: make({ contentSize: utf8('abc').length + 256 }, { content: 'abc' }) },
        ],
      ],
    ),
  ];
};

/** Keys that are almost the author: another key, whose signature this is not. */
const keys = (family: Family): VectorCase[] => {
  const { author } = family.make({}).header as { author: string };
  return refused(
    family,
    ['REC-15'],
    NEAR.map(
      ([slug, words, index]): Row => [
        `key-near-${slug}`,
        `a key that differs from the author ${words}, and the author signed`,
        { record: family.make({ key: otherAt(author, index) }) },
        family.held,
      ],
    ),
  );
};

/** What readers make of content before they hash it. */
const MENDED: readonly [slug: string, words: string, content: string, mended: string][] = [
  ['mark', 'without the byte order mark in front', '\ufeffmoss', 'moss'],
  ['crlf', 'with line feeds in the place of CR LF', 'moss\r\nfern', 'moss\nfern'],
  ['cr', 'with line feeds in the place of CR', 'moss\rfern', 'moss\nfern'],
  ['lf', 'with CR LF in the place of line feeds', 'moss\nfern', 'moss\r\nfern'],
  ['nfc', 'in normal form C', 'fe\u0301rn', 'f\u00e9rn'],
  ['nfd', 'in normal form D', 'f\u00e9rn', 'fe\u0301rn'],
  ['nfkc', 'in normal form KC', '\ufb01eld', 'field'],
  ['trimmed', 'without the blanks around it', ' moss ', 'moss'],
  ['last-line', 'without the line feed behind it', 'moss\n', 'moss'],
  ['nul', 'up to the first NUL', 'moss\u0000fern', 'moss'],
  ['lower-case', 'in small letters', 'Moss', 'moss'],
  ['escaped', 'with its line feed as an escape', 'moss\n', 'moss\\n'],
];

/** The hash is that of other content; the size is right for what is there, or for what the reader makes of it. */
const mended = (family: Family): VectorCase[] => {
  const { make } = family;
  const long = `${'moss '.repeat(1200)}`;
  return refused(
    family,
    ['REC-17'],
    [
      ...MENDED.map(
        ([slug, words, content, seen]): Row => [
          `hash-mended-${slug}`,
          `the hash is that of the content ${words}`,
          { record: make({ contentHash: blobId(utf8(seen)) }, { content }) },
        ],
      ),
      [
        'hash-of-one-letter',
        'another letter as the content',
        { record: { ...make({}, { content: 'a' }), content: 'b' } },
      ],
      [
        'hash-of-long-end',
        '6,000 bytes of content, of which the last one was changed',
        { record: { ...make({}, { content: long }), content: `${long.slice(0, -1)}.` } },
      ],
      [
        'hash-of-long-start',
        '6,000 bytes of content, of which the first one was changed',
        { record: { ...make({}, { content: long }), content: `M${long.slice(1)}` } },
      ],
    ],
  );
};

/** Times of expiry, which documents alone have. */
const expiries = (): VectorCase[] => {
  const at = (expires: number, timestamp = T): NativeRecord =>
    DOCUMENTS.make({ path: '/chat/!hello', expires, timestamp });
  const wide = GAPS.filter(([, , gap]) => gap >= 2 ** 31 - 1);
  const edge = 100_000_000_000_000;
  return [
    ...accepted(
      DOCUMENTS,
      ['DOC-11', 'DOC-13'],
      [
        ...wide.map(([name, words, gap]): [string, string, NativeRecord, number] => [
          `expires-behind-${name}`,
          `expires ${words} after it was written, and is read when it was written`,
          at(T + gap),
          T,
        ]),
        [
          'expires-digits',
          'written at a time of 14 digits, and expires at one of 15',
          at(edge + 5, edge - 5),
          edge - 5,
        ],
        [
          'expires-digits-16',
          'expires at a time of 16 digits, and now has 14',
          at(T, 20_000_000_000_000),
          20_000_000_000_000,
        ],
      ],
    ),
    ...refused(
      DOCUMENTS,
      ['DOC-11'],
      [
        [
          'expires-before-digits',
          'written at a time of 15 digits, and expires at one of 14',
          { record: at(edge - 1, edge + 5) },
          'ahead-10-minutes',
          edge - 5,
        ],
        [
          'expires-minute-before',
          'expires a minute before it was written',
          { record: at(NOW + 1, NOW + 60_000_001) },
          'ahead-10-minutes',
        ],
      ],
    ),
    ...refused(
      DOCUMENTS,
      ['DOC-11'],
      [
        [
          'expires-earliest',
          'written and expired at the earliest time',
          { record: at(10_000_000_000_000, 10_000_000_000_000) },
          'earliest',
          10_000_000_000_000,
        ],
      ],
    ),
    ...refused(
      DOCUMENTS,
      ['DOC-13'],
      [
        ...wide.map(
          ([name, words, gap]): Row => [
            `expired-since-${name}`,
            `expired ${words} ago`,
            { record: at(T + 1) },
            'page',
            T + 1 + gap,
          ],
        ),
        [
          'expired-digits',
          'expired at a time of 14 digits, and now has 15',
          { record: at(edge - 1, edge - 5) },
          'page',
          edge,
        ],
        [
          'expired-digits-16',
          'expired at a time of 15 digits, and now has 16',
          { record: at(200_000_000_000_000, edge) },
          'page',
          T,
        ],
        ['expired-999', 'expired 999 microseconds ago', { record: at(T + 1) }, 'page', T + 1000],
      ],
    ),
  ];
};

/** How a document's times and hashes are compared. */
export const comparedDocuments = (): VectorCase[] => [
  ...clocks(DOCUMENTS),
  ...hashes(DOCUMENTS),
  ...mended(DOCUMENTS),
  ...keys(DOCUMENTS),
  ...expiries(),
];

/** How a message's times and hashes are compared. */
export const comparedMessages = (): VectorCase[] => [
  ...clocks(MESSAGES),
  ...hashes(MESSAGES),
  ...mended(MESSAGES),
  ...keys(MESSAGES),
];
