import type { VectorCase } from '@rockpool/schemas';
import { NOW, refuses, takes } from '../cases/verify.ts';
import type { EsKind } from './document.ts';

/** The last time that is written in 14 digits. */
const DIGITS = 99_999_999_999_999;
const LATEST = 9_007_199_254_740_990;
const AHEAD = 600_000_000;
const [HALF, WHOLE] = [2 ** 31, 2 ** 32];

/** When it was written, when it goes away, and when it is read. */
type Row = [slug: string, title: string, timestamp: number, deleteAfter: number | undefined, now: number];

const input = ({ format, make }: EsKind, timestamp: number, deleteAfter: number | undefined, now: number) => ({
  format,
  now,
  record: make({ members: deleteAfter === undefined ? { timestamp } : { path: '/!moss', timestamp, deleteAfter } }),
});

/** Times that are in another order as texts, as numbers of 32 bits, or in units that are longer. */
export const timesOf = (kind: EsKind): VectorCase[] => {
  const take = (requirements: string[], rows: readonly Row[]): VectorCase[] =>
    rows.map(([slug, title, ...times]) =>
      takes(`${kind.area}/times-${slug}`, title, input(kind, ...times), requirements),
    );
  const refuse = (breaks: string, parent: string, rows: readonly Row[]): VectorCase[] =>
    rows.map(([slug, title, ...times]) =>
      refuses(`${kind.area}/times-${slug}`, `${kind.area}/${parent}`, title, input(kind, ...times), [breaks]),
    );
  return [
    ...take(
      ['ES-12'],
      [
        ['old-as-text', 'written long ago, at a time that is later as a text', 90_000_000_000_000, undefined, NOW],
        ['old-as-32-bits', '2^31 + 1 microseconds before now', NOW - HALF - 1, undefined, NOW],
        [
          'old-as-32-bits-ahead',
          '2^32 microseconds before 20 minutes from now',
          NOW + 2 * AHEAD - WHOLE,
          undefined,
          NOW,
        ],
        [
          'ahead-digits',
          '10 minutes from now, with one digit more than now',
          DIGITS + 1,
          undefined,
          DIGITS + 1 - AHEAD,
        ],
      ],
    ),
    ...(
      [
        ['2-to-53-plus-1', '2^53 + 1, which no double holds and 2^53 is read for', 2 ** 53, '9007199254740993', LATEST],
        [
          '2-to-53-rounded',
          'a timestamp that is rounded to one after the latest',
          LATEST + 1,
          '9007199254740990.6',
          LATEST,
        ],
        ['minus-zero', 'a timestamp of -0, signed as 0', 0, '-0', NOW],
        ['vanishing', 'a timestamp of 1e-400, which is 0', 0, '1e-400', NOW],
      ] as const
    ).map(([slug, defect, timestamp, spelling, now]) =>
      refuses(
        `${kind.area}/times-${slug}`,
        `${kind.area}/timestamp-latest`,
        defect,
        {
          format: kind.format,
          now,
          text: JSON.stringify(kind.make({ members: { timestamp } })).replace(
            `"timestamp":${timestamp}`,
            () => `"timestamp":${spelling}`,
          ),
        },
        ['ES-9'],
      ),
    ),
    ...refuse('ES-12', 'timestamp-ahead', [
      ['ahead-as-text', 'a microsecond too far ahead, with one digit more', DIGITS + 1, undefined, DIGITS - AHEAD],
      ['ahead-32-bits', '2^31 + 1 microseconds from now', NOW + HALF + 1, undefined, NOW],
      ['ahead-32-bits-whole', '2^32 microseconds from now', NOW + WHOLE, undefined, NOW],
      ['ahead-32-bits-more', '2^32 + 10 minutes from now', NOW + WHOLE + AHEAD, undefined, NOW],
      [
        'ahead-in-milliseconds',
        '999 microseconds more than 10 minutes from a full millisecond',
        NOW + AHEAD + 999,
        undefined,
        NOW,
      ],
      [
        'ahead-latest',
        'the latest timestamp, 10 minutes and a microsecond early',
        LATEST,
        undefined,
        LATEST - AHEAD - 1,
      ],
    ]),
    ...take(
      ['ES-11', 'ES-13'],
      [
        ['expiry-digits', 'it goes away at a time that is earlier as a text', DIGITS, DIGITS + 1, DIGITS],
        ['expiry-digits-now', 'now has fewer digits than the time of expiry', DIGITS - 1, DIGITS + 2, DIGITS],
        ['expiry-32-bits', 'it goes away 2^31 + 1 microseconds from now', NOW, NOW + HALF + 1, NOW],
        ['expiry-32-bits-whole', 'it goes away 2^32 microseconds from now', NOW, NOW + WHOLE, NOW],
        [
          'expiry-32-bits-more',
          'it goes away 2^32 + 2^31 + 1 microseconds after it was written',
          NOW,
          NOW + WHOLE + HALF + 1,
          NOW,
        ],
        ['expiry-same-second', 'it goes away 999 microseconds after it was written', NOW, NOW + 999, NOW + 999],
      ],
    ),
    ...refuse('ES-11', 'times-expiry-digits', [
      [
        'expiry-before-as-text',
        'it goes away before it was written, at a time that is later as a text',
        DIGITS + 1,
        DIGITS,
        DIGITS - 5,
      ],
    ]),
    ...refuse('ES-11', 'ephemeral-latest', [
      ['expiry-same-latest', 'it goes away when it was written, at the latest time', LATEST, LATEST, LATEST - 5],
    ]),
    ...refuse('ES-13', 'times-expiry-digits', [
      ['expired-as-text', 'expired, at a time that is later as a text', DIGITS - 5, DIGITS, DIGITS + 1],
    ]),
    ...refuse('ES-11', 'ephemeral', [
      [
        'expiry-before-millisecond',
        'it goes away a microsecond before it was written, in one millisecond',
        NOW + 500,
        NOW + 499,
        NOW,
      ],
      ['expiry-before-minutes', 'it goes away 10 minutes before it was written', NOW + AHEAD, NOW, NOW],
    ]),
    ...refuse('ES-13', 'ephemeral', [
      ['expired-32-bits', 'expired 2^31 + 1 microseconds ago', NOW - WHOLE, NOW - HALF - 1, NOW],
      ['expired-32-bits-whole', 'expired 2^32 microseconds ago', NOW - WHOLE - 1, NOW - WHOLE, NOW],
      ['expired-millisecond', 'expired a microsecond ago, in one millisecond', NOW - 1000, NOW + 499, NOW + 500],
      ['expired-minutes', 'expired 10 minutes ago', NOW - 2 * AHEAD, NOW - AHEAD, NOW],
    ]),
  ];
};
