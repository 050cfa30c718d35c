import type { VectorCase } from '@rockpool/schemas';
import { base64url } from '../../src/forge/base64.ts';
import { unhex } from '../../src/forge/bytes.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { MOST_LISTED, PARTS } from '../../src/forge/session-ranges.ts';
import { END, encodeRanges, type Place, type RangeEntry, SHORT_ID, START } from '../../src/forge/sync-ranges.ts';
import { notes } from './notes.ts';
import { entriesOf, idsOfNobody, say, whole } from './said.ts';
import { EQUAL, meeting, Talk } from './talk.ts';
import { ANY } from './turns.ts';

const rangesOf = (bytes: string): SentMessage => ({ type: 'reconcile', ranges: base64url(unhex(bytes)) });

/** The same said of each of eight parts of the range. */
const eight = (entry: RangeEntry): RangeEntry[] => {
  const places = Array.from({ length: PARTS + 1 }, (_, part) => {
    if (part === 0) return START;
    return part === PARTS ? END : { time: BigInt(part), bytes: new Uint8Array(32) };
  });
  return places.slice(1).map((to, part) => ({ ...entry, from: places[part] ?? START, to }));
};

const ZERO_SUM = `01${'00'.repeat(16)}05`;

/** Ranges that have no form or no order, in the place of the first sum of a pass. */
const FORMLESS: readonly (readonly [slug: string, title: string, bytes: string, rule: 'RNG-1' | 'RNG-2'])[] = [
  ['none', 'ranges without an entry', '', 'RNG-1'],
  ['number-long', 'a number that is not as short as it can be', `0001${'00'.repeat(16)}8500`, 'RNG-1'],
  ['number-large', 'a number of 2^53', `0001${'00'.repeat(16)}8080808080808010`, 'RNG-1'],
  ['number-endless', 'a number of twenty bytes', `0001${'00'.repeat(16)}${'ff'.repeat(19)}01`, 'RNG-1'],
  ['number-cut', 'a number that is cut short', `0001${'00'.repeat(16)}85`, 'RNG-1'],
  ['sum-cut', 'a fingerprint that is cut short', `0001${'00'.repeat(15)}`, 'RNG-1'],
  ['left-over', 'a byte behind the last entry', `00${ZERO_SUM}00`, 'RNG-1'],
  ['unknown', 'an entry of a kind that there is not', '000500', 'RNG-1'],
  ['bound-long', 'a bound of 33 bytes', `0521${'11'.repeat(33)}${ZERO_SUM}`, 'RNG-1'],
  ['bound-zero', 'a bound whose last byte is zero', `05021100${ZERO_SUM}`, 'RNG-1'],
  ['bound-cut', 'a bound that is cut short', '05201111', 'RNG-1'],
  ['list-cut', 'a list of which an id is cut short', '0002021111111111112222222222', 'RNG-1'],
  ['list-vast', 'a list that says that it has 2^53 − 1 ids', '0002ffffffffffffff0f', 'RNG-1'],
  ['wish-spare', 'a wish with a bit that stands for nothing', '00030204', 'RNG-1'],
  ['wish-vast', 'a wish that says that it has 2^53 − 1 bits', '0003ffffffffffffff0f', 'RNG-1'],
  ['silence-last', 'silence at the end', '0000', 'RNG-1'],
  ['silence-twice', 'two silences side by side', `05000005000000${ZERO_SUM}`, 'RNG-1'],
  ['silence-trailing', 'silence behind a sum', `0500${ZERO_SUM}0000`, 'RNG-1'],
  ['bound-late', 'a bound whose timestamp is 2^53', `ffffffffffffff0f00${ZERO_SUM}0300${ZERO_SUM}`, 'RNG-1'],
  [
    'bound-late-first',
    'bounds that add up to far more than a timestamp',
    `ffffffffffffff0f00${ZERO_SUM}ffffffffffffff0f00${ZERO_SUM}`,
    'RNG-1',
  ],
  ['order-beginning', 'a first bound that is the beginning', `0100${ZERO_SUM}00${ZERO_SUM}`, 'RNG-2'],
  ['order-beginning-silent', 'silence up to the beginning', `01000000${ZERO_SUM}`, 'RNG-2'],
  ['order-equal', 'a bound that is that before it', `0500${ZERO_SUM}0100${ZERO_SUM}`, 'RNG-2'],
  ['order-falling', 'a bound before the one before it', `050122${ZERO_SUM}010111${ZERO_SUM}`, 'RNG-2'],
  ['order-end', 'an entry behind the end', `00${ZERO_SUM}00${ZERO_SUM}`, 'RNG-2'],
  ['order-behind', 'a bound behind the end', `00${ZERO_SUM}0500${ZERO_SUM}`, 'RNG-2'],
];

const TEXTS: readonly (readonly [slug: string, title: string, change: (ranges: string) => string])[] = [
  ['padding', 'ranges with padding', (ranges) => `${ranges}==`],
  ['spare', 'ranges with spare bits', (ranges) => `${ranges.slice(0, -1)}${ranges.endsWith('B') ? 'C' : 'B'}`],
  ['space', 'ranges with a space', (ranges) => `${ranges} `],
  ['plus', 'ranges in the other letters of base64', (ranges) => ranges.replace(/^..../, 'AA+/')],
  ['letter', 'ranges with a letter left over', (ranges) => `${ranges}AAA`],
];

const thirtyThree = notes(1, 34);

const formless = (): VectorCase[] => {
  const parent = 'sync/pass-caller';
  const talk = (): Talk =>
    new Talk({ role: 'caller', subject: { keeps: thirtyThree }, partner: { keeps: thirtyThree } }).until('reconcile');
  return [
    meeting(
      'pass-caller',
      'a pass, which begins with the sum of the whole range',
      ['RNG-1', 'RNG-2', 'RNG-3', 'RNG-4', 'RNG-5', 'RNG-6', 'RNG-7', 'RNG-8'],
      talk().go(),
      EQUAL,
    ),
    ...FORMLESS.map(([slug, title, bytes, rule]) =>
      meeting(
        `range-${slug}`,
        title,
        [rule, 'SYN-5'],
        talk().alter(() => [rangesOf(bytes)]),
        { code: rule === 'RNG-1' ? 'range-form' : 'range-order', sent: 'error' },
        { parent },
      ),
    ),
    ...TEXTS.map(([slug, title, change]) =>
      meeting(
        `range-${slug}`,
        title,
        ['RNG-1', 'SYN-5'],
        talk().alter((sent) => [{ ...sent, ranges: change(String(sent.ranges)) }]),
        { code: 'range-form', sent: 'error' },
        { parent },
      ),
    ),
    ...(
      [
        ['list', 'a list in the place of the first sum', () => say({ kind: 'list', long: false, ids: [], ...whole })],
        [
          'part',
          'a sum of a part of the range in the place of the first',
          (sent) => say(...entriesOf(sent).map((entry) => ({ ...entry, to: { time: 5n, bytes: new Uint8Array(32) } }))),
        ],
        ['more', 'the first sum, with more', (sent) => ({ ...sent, more: true })],
        [
          'last',
          'a sum up to the last timestamp that there is',
          () => rangesOf(`ffffffffffffff0f00${ZERO_SUM}0200${ZERO_SUM}`),
        ],
        ['two', 'eight sums in the place of the first', (sent) => say(...eight(entriesOf(sent)[0] as RangeEntry))],
        ['wish', 'a wish in the place of the first sum', () => say({ kind: 'wish', bits: [true], ...whole })],
      ] as const satisfies readonly (readonly [string, string, (sent: SentMessage) => SentMessage])[]
    ).map(([slug, title, change]) =>
      meeting(
        `first-${slug}`,
        title,
        ['RNG-3', 'SYN-5'],
        talk().alter((sent) => [change(sent)]),
        { code: 'range-answer', sent: 'error' },
        { parent },
      ),
    ),
  ];
};

type Change = (entries: RangeEntry[]) => RangeEntry[];
type Bad = readonly [slug: string, title: string, rule: string, change: Change];

/** The partner answers the whole sum with eight sums. */
const DIVIDED: readonly Bad[] = [
  ['seven', 'seven sums in the place of eight', 'RNG-4', (entries) => entries.slice(0, PARTS - 1)],
  ['gap', 'eight sums with silence in the place of one', 'RNG-4', (entries) => entries.filter((_, at) => at !== 3)],
  [
    'mixed',
    'a list among eight sums',
    'RNG-4',
    (entries) =>
      entries.map((entry, index) => (index === 3 ? { ...entry, kind: 'list', long: false, ids: [] } : entry)),
  ],
  [
    'short',
    'eight sums that end before the range does',
    'RNG-4',
    (entries) =>
      entries.map((entry, index) =>
        index === PARTS - 1 ? { ...entry, to: { time: 9_000_000_000_000_000n, bytes: new Uint8Array(32) } } : entry,
      ),
  ],
  [
    'self',
    'a sum of the whole range in answer to one',
    'RNG-4',
    (entries) => [{ ...(entries[0] as RangeEntry), ...whole }],
  ],
  [
    'uneven',
    'eight sums of which one has two more than another',
    'RNG-7',
    (entries) =>
      entries.map((entry, index) =>
        index === 0 && entry.kind === 'sum' ? { ...entry, count: entry.count + 2 } : entry,
      ),
  ],
  [
    'few',
    'eight sums that add up to 32',
    'RNG-7',
    (entries) => entries.map((entry) => (entry.kind === 'sum' ? { ...entry, count: MOST_LISTED / PARTS } : entry)),
  ],
  [
    'none',
    'eight sums of no items',
    'RNG-7',
    (entries) => entries.map((entry) => (entry.kind === 'sum' ? { ...entry, count: 0 } : entry)),
  ],
  ['wish', 'a wish in answer to a sum', 'RNG-4', () => [{ kind: 'wish', bits: [true], ...whole }]],
];

/** More than a list may name. */
const TOO_MANY = idsOfNobody(MOST_LISTED + 1);

/** The partner answers the whole sum with a list of three. */
const LISTED: readonly Bad[] = [
  [
    'long',
    'a long list in the first pass',
    'RNG-5',
    () => [{ kind: 'list', long: true, ids: [new Uint8Array(32)], ...whole }],
  ],
  [
    'large',
    'a list of 33 items',
    'RNG-6',
    () => [
      {
        kind: 'list',
        long: false,
        ids: TOO_MANY,
        ...whole,
      },
    ],
  ],
  [
    'part',
    'a list for a part of the range',
    'RNG-4',
    (entries) => entries.map((entry) => ({ ...entry, to: { time: 1n << 52n, bytes: new Uint8Array(32) } })),
  ],
  [
    'behind',
    'a list that begins within the range',
    'RNG-4',
    (entries) => entries.map((entry) => ({ ...entry, from: { time: 5n, bytes: new Uint8Array(32) } })),
  ],
];

const CODES: Readonly<Record<string, string>> = {
  'RNG-1': 'range-form',
  'RNG-2': 'range-order',
  'RNG-3': 'range-answer',
  'RNG-4': 'range-answer',
  'RNG-5': 'range-answer',
};
const code = (rule: string): string => CODES[rule] ?? 'range-count';

const lengthened = (entry: RangeEntry): RangeEntry =>
  entry.kind === 'list' ? { ...entry, long: true, ids: entry.ids.map(() => new Uint8Array(32)) } : entry;
const tooMany: Change = ([first, ...rest]) =>
  first?.kind === 'list' ? [{ ...first, ids: [...first.ids, new Uint8Array(SHORT_ID)] }, ...rest] : [];

/** Eight sums of a range, the last of which has too many items. */
const parted = (from: Place, to: Place): RangeEntry[] => {
  const places = Array.from({ length: PARTS + 1 }, (_, part) => {
    if (part === 0) return from;
    return part === PARTS ? to : { time: from.time, bytes: new Uint8Array(32).fill(part) };
  });
  return places.slice(1).map((end, part) => ({
    ...{ kind: 'sum', fingerprint: new Uint8Array(16), count: part === PARTS - 1 ? 9 : 5 },
    ...{ from: places[part] ?? from, to: end },
  })) as RangeEntry[];
};

const wrongAnswers = (): VectorCase[] => {
  const divided = (): Talk =>
    new Talk({ subject: { keeps: notes(1, 20) }, partner: { keeps: notes(3, 40) } }).until('reconcile');
  const listed = (): Talk =>
    new Talk({ subject: { keeps: notes(1, 20) }, partner: { keeps: notes(18, 21) } }).until('reconcile');
  /** The subject has divided a sum of 40 items, which its partner then speaks of. */
  const counted = (): Talk =>
    new Talk({ role: 'caller', subject: { keeps: notes(1, 41) }, partner: { keeps: notes(3, 43) } })
      .until('reconcile')
      .go(1)
      .until('reconcile');
  const wished = (): Talk =>
    new Talk({ role: 'caller', subject: { keeps: notes(1, 4) }, partner: { keeps: notes(3, 6) } })
      .until('reconcile')
      .go(1)
      .until('reconcile');
  const again = (bads: readonly Bad[], name: string, talk: () => Talk): VectorCase[] =>
    bads.map(([slug, title, rule, change]) =>
      meeting(
        `${name}-${slug}`,
        title,
        [rule, 'SYN-5'],
        talk().alter((sent) => [say(...change(entriesOf(sent)))]),
        { code: code(rule), sent: 'error' },
        { parent: `sync/${name}` },
      ),
    );
  /** The same in two messages, of which the first has so many entries. */
  const cut =
    (after: number, change: Change = (entries) => entries) =>
    (sent: SentMessage): SentMessage[] => {
      const entries = change(entriesOf(sent).filter(({ kind }) => kind !== 'silent'));
      const first = entries.slice(0, after);
      const begin = first.at(-1)?.to ?? START;
      return [
        { type: 'reconcile', ranges: encodeRanges(first), more: true },
        { type: 'reconcile', ranges: encodeRanges(entries.slice(after), begin) },
      ];
    };
  return [
    meeting(
      'divided',
      'a sum that is answered with eight sums',
      ['RNG-1', 'RNG-2', 'RNG-4', 'RNG-7', 'RNG-8', 'RNG-12'],
      divided().go(),
      EQUAL,
    ),
    meeting(
      'listed',
      'a sum that is answered with a list',
      ['RNG-1', 'RNG-2', 'RNG-4', 'RNG-5', 'RNG-6', 'RNG-14', 'RNG-15'],
      listed().go(),
      EQUAL,
    ),
    meeting('counted', 'eight sums that are answered', ['RNG-8', 'RNG-14'], counted().go(), EQUAL),
    meeting('wished', 'a list that is answered with a wish', ['RNG-4', 'RNG-17'], wished().go(), EQUAL),
    meeting(
      'counted-more',
      'an answer in two messages',
      ['RNG-2', 'RNG-4', 'RNG-8'],
      counted().alter(cut(1)).go(),
      EQUAL,
    ),
    meeting(
      'counted-more-first',
      'the first of two messages, in which too many items are named',
      ['RNG-8', 'SYN-3'],
      counted().alter((sent) => cut(1, tooMany)(sent).slice(0, 1)),
      { sent: '' },
    ),
    ...(
      [
        ['many', 'two messages that name too many items in the first', 'RNG-8', (sent) => cut(1, tooMany)(sent)],
        [
          'long',
          'a long list in the first of two messages',
          'RNG-5',
          (sent) => cut(1, (entries) => entries.map(lengthened))(sent).slice(0, 1),
        ],
        [
          'large',
          'a list of 33 items in the first of two messages',
          'RNG-6',
          (sent) =>
            cut(1, (entries) =>
              entries.map((entry): RangeEntry => ({ ...entry, kind: 'list', long: false, ids: TOO_MANY })),
            )(sent).slice(0, 1),
        ],
        [
          'uneven',
          'eight uneven sums in the first of two messages',
          'RNG-7',
          (sent) => {
            const [first] = entriesOf(sent).filter(({ kind }) => kind !== 'silent');
            const { from, to } = first as RangeEntry;
            return [{ ...say(...parted(from, to)), more: true }];
          },
        ],
        [
          'order',
          'a second message that begins before the first ended',
          'RNG-2',
          (sent) => [cut(1)(sent)[0] as SentMessage, rangesOf(`0100${ZERO_SUM}`)],
        ],
        [
          'nothing',
          'a second message without an entry',
          'RNG-1',
          (sent) => [cut(1)(sent)[0] as SentMessage, rangesOf('')],
        ],
      ] as const satisfies readonly (readonly [string, string, string, (sent: SentMessage) => SentMessage[]])[]
    ).map(([slug, title, rule, change]) =>
      meeting(
        `counted-more-${slug}`,
        title,
        [rule, 'SYN-5'],
        counted().alter(change),
        { code: code(rule), sent: 'error' },
        { parent: 'sync/counted-more' },
      ),
    ),
    meeting(
      'counted-more-behind',
      'a second message behind the end of the range',
      ['RNG-2', 'SYN-5'],
      listed().alter((sent) => [{ ...sent, more: true }, sent]),
      { code: 'range-order', sent: 'error' },
      { parent: 'sync/listed' },
    ),
    meeting(
      'divided-cut',
      'eight sums in two messages, which is no answer',
      ['RNG-4', 'SYN-5'],
      divided().alter((sent) => cut(6)(sent).slice(0, 1)),
      { code: 'range-answer', sent: 'error' },
      { parent: 'sync/divided' },
    ),
    ...again(DIVIDED, 'divided', divided),
    ...again(LISTED, 'listed', listed),
    ...again(
      [
        [
          'less',
          'an answer to eight sums that names fewer items than were said before',
          'RNG-8',
          (entries) => entries.map((entry) => (entry.kind === 'list' ? { ...entry, ids: entry.ids.slice(1) } : entry)),
        ],
        [
          'greater',
          'an answer to eight sums that names more items than were said before',
          'RNG-8',
          (entries) =>
            entries.map((entry) =>
              entry.kind === 'list' ? { ...entry, ids: [...entry.ids, new Uint8Array(SHORT_ID)] } : entry,
            ),
        ],
        [
          'large',
          'a list of 33 items in answer to one of eight sums',
          'RNG-6',
          (entries) => entries.map((entry) => (entry.kind === 'list' ? { ...entry, ids: TOO_MANY } : entry)),
        ],
        [
          'twice',
          'a part that is answered for another range',
          'RNG-4',
          (entries) =>
            entries.map((entry, index) =>
              index === 0 ? { ...entry, from: { time: 7n, bytes: new Uint8Array(32) } } : entry,
            ),
        ],
      ],
      'counted',
      counted,
    ),
    meeting(
      'counted-done',
      'silence about eight sums, which do not add up to what was said before',
      ['RNG-8', 'SYN-5'],
      new Talk({ role: 'caller', subject: { keeps: notes(1, 41) }, partner: { keeps: notes(3, 44) } })
        .until('reconcile')
        .go(1)
        .say(ANY.done as SentMessage),
      { code: 'range-count', sent: 'error' },
      { parent: 'sync/counted' },
    ),
    ...again(
      [
        [
          'other',
          'a wish of another number',
          'RNG-4',
          (entries) =>
            entries.map((entry) => (entry.kind === 'wish' ? { ...entry, bits: [...entry.bits, true] } : entry)),
        ],
        ['list', 'a list in answer to a list', 'RNG-4', () => [{ kind: 'list', long: false, ids: [], ...whole }]],
        [
          'sum',
          'a sum in answer to a list',
          'RNG-4',
          () => [{ kind: 'sum', fingerprint: new Uint8Array(16), count: 3, ...whole }],
        ],
      ],
      'wished',
      wished,
    ),
  ];
};

/** What is said of ranges, and what is not. */
export const answers = (): VectorCase[] => [...formless(), ...wrongAnswers()];
