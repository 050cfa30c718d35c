// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { Given } from '../cases/feed.ts';
import { NOW } from '../cases/verify.ts';
import { chain, extend, idOf, type MessageChange, message, next, unknownId } from '../messages/message.ts';
import { batch, chained } from './ask.ts';
import { FEED } from './single.ts';

const { fern, phone, spaces } = cast;
const FUTURE = NOW + 600_000_001;

const upTo = (n: number): NativeRecord[] => FEED.slice(0, n);
const part = (first: number, last: number): NativeRecord[] => FEED.slice(first - 1, last);
const stripped = ({ header, signature }: NativeRecord): NativeRecord => ({ header, signature });

/** A list with something else in the place of message `n`. */
const replaced = (messages: readonly Given[], n: number, other: Given): Given[] => messages.with(n - 1, other);

/** Message `n` of Suzy's feed, with something changed before it was signed. */
const altered = (n: number, header: MessageChange['header'] = {}, change: MessageChange = {}): NativeRecord =>
  next(upTo(n - 1), { ...change, header });

const phoneChange: MessageChange = { header: { key: phone.keyId }, signer: phone };
const PHONE = chain(3, phoneChange);

const ALL = ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-4', 'FEED-5', 'FEED-6'];

const accepted = (): VectorCase[] => [
  chained('chain-none', 'no messages', [], ['FEED-6']),
  chained('chain-none-after', 'no messages after others', [], ['FEED-6'], { before: upTo(2) }),
  ...[1, 2, 4, 5, 8, 13].map((n) =>
    chained(`chain-${n}`, n === 1 ? 'the first message alone' : `the first ${n} messages`, upTo(n), ALL),
  ),
  chained('chain-45', 'the first 45 messages, with 12 skip links', FEED, ALL),
  chained('chain-mid-feed', 'messages 14 to 20 after all before them', part(14, 20), ALL, { before: upTo(13) }),
  chained('chain-mid-feed-alone', 'messages 14 to 20 after message 13 alone', part(14, 20), ALL, {
    before: [FEED[12] as NativeRecord],
  }),
  chained('chain-mid-feed-gaps', 'messages 38 to 41 after messages 13, 26, 36 and 37', part(38, 41), ALL, {
    before: [13, 26, 36, 37].map((n) => FEED[n - 1] as NativeRecord),
  }),
  chained('chain-without-content', 'eight messages without their contents', upTo(8).map(stripped), [
    'FEED-8',
    'FEED-6',
  ]),
  chained(
    'chain-some-content',
    'eight messages, every second one without its content',
    upTo(8).map((one, index) => (index % 2 === 0 ? one : stripped(one))),
    ['FEED-8', 'FEED-6'],
  ),
  chained(
    'chain-by-fern',
    "Fern's feed in the kitchen",
    chain(5, { author: fern, header: { space: spaces.kitchen } }),
    ALL,
  ),
  chained('chain-log', 'a feed with a log', chain(5, { header: { log: 3 } }), ALL),
  chained(
    'chain-written',
    'messages written with blanks and with members in another order',
    [
      FEED[0] as NativeRecord,
      JSON.stringify(FEED[1], null, 2),
      JSON.stringify({ content: FEED[2]?.content, signature: FEED[2]?.signature, header: FEED[2]?.header }),
    ],
    ALL,
  ),
  chained(
    'chain-ahead',
    'the last message is exactly 10 minutes ahead',
    [...upTo(2), altered(3, { timestamp: FUTURE - 1 })],
    ['FEED-6', 'REC-13'],
  ),
];

/** Messages in each of which one thing is wrong, for message `n`; rules, and how the words go on. */
const faults = (n: number): [slug: string, words: string, given: Given, breaks: string[]][] => [
  [
    'text',
    'has null as its log',
    JSON.stringify(FEED[n - 1]).replace('"sequence"', '"log":null,"sequence"'),
    ['TXT-7'],
  ],
  ['shape', 'has a further member', { ...(FEED[n - 1] as NativeRecord), id: 1 } as Given, ['REC-1']],
  ['form', 'has a log of 0', altered(n, { log: 0 }), ['MSG-3']],
  ['future', 'is from the future', altered(n, { timestamp: FUTURE }), ['REC-13']],
  ['signature', 'is signed by Fern', altered(n, {}, { signer: fern }), ['REC-15']],
  [
    'content',
    'has content that was changed',
    { ...(FEED[n - 1] as NativeRecord), content: 'x' },
    n > 9 ? ['REC-16', 'REC-17'] : ['REC-17'],
  ],
  ...(n === 1
    ? []
    : ([
        [
          'previous',
          'names a message before it that nobody has seen',
          altered(n, { previous: unknownId('x') }),
          ['FEED-3'],
        ],
        [
          'timestamp',
          'is as old as the one before it',
          altered(n, { timestamp: Number(FEED[n - 2]?.header.timestamp) }),
          ['FEED-5'],
        ],
        ['space', 'is of another space', altered(n, { space: spaces.kitchen }), ['FEED-1']],
        [
          'sequence',
          'has the sequence of the one before it',
          altered(n, { sequence: n - 1, skip: n === 5 ? idOf(FEED[0] as NativeRecord) : undefined }),
          ['FEED-2'],
        ],
      ] as [string, string, Given, string[]][])),
  ...(n === 4
    ? ([
        ['skip', 'has a skip link to another message', altered(n, { skip: idOf(FEED[1] as NativeRecord) }), ['FEED-4']],
      ] as [string, string, Given, string[]][])
    : []),
];

const places: readonly [n: number, place: string, words: string][] = [
  [1, 'start', 'the first of five messages'],
  [4, 'middle', 'the fourth of five messages'],
  [5, 'end', 'the last of five messages'],
];

/** The faults of which it is asked what is kept as well: one of each kind. */
const KEEPING = ['text', 'shape', 'future', 'signature', 'previous', 'skip'];

const oneBad = (): VectorCase[] =>
  places.flatMap(([n, place, words]) =>
    faults(n).flatMap(([slug, how, given, breaks]) => [
      chained(`chain-${place}-${slug}`, `${words} ${how}`, replaced(upTo(5), n, given), ['FEED-6'], {
        breaks,
        parent: 'chain-5',
      }),
      ...(KEEPING.includes(slug)
        ? [batch(`batch-${place}-${slug}`, `${words} ${how}: ${n - 1} are kept`, replaced(upTo(5), n, given), n - 1)]
        : []),
    ]),
  );

/** Suzy's feed, forked: another message 3 and what she wrote after it. */
const branch = (): NativeRecord[] => extend([...upTo(2), altered(3, {}, { content: 'another third' })], 8);

const wrongOrders = (): [
  slug: string,
  words: string,
  messages: Given[],
  kept: number,
  breaks: string[],
  parent: string,
  before?: NativeRecord[],
][] => [
  ['reversed', 'four messages, the newest first', upTo(4).reverse(), 0, ['FEED-2'], 'chain-4'],
  [
    'swapped',
    'messages 2 and 3 changed places',
    [FEED[0], FEED[2], FEED[1], FEED[3]] as Given[],
    1,
    ['FEED-2', 'FEED-3'],
    'chain-4',
  ],
  ['left-out', 'message 3 is missing', [...upTo(2), ...part(4, 5)], 2, ['FEED-2', 'FEED-3'], 'chain-4'],
  ['first-missing', 'the first message is missing', part(2, 4), 0, ['FEED-2'], 'chain-4'],
  ['twice', 'message 2 comes twice', [...upTo(2), ...part(2, 4)], 2, ['FEED-2', 'FEED-3', 'FEED-5'], 'chain-4'],
  [
    'known-again',
    'the first one is the last one of those before it',
    part(3, 5),
    0,
    ['FEED-2', 'FEED-3', 'FEED-5'],
    'chain-mid-feed',
    upTo(3),
  ],
  [
    'branches',
    'messages 1 to 3, and then those after another message 3',
    [...upTo(3), ...branch().slice(3)],
    3,
    ['FEED-3'],
    'chain-8',
  ],
  [
    'branch-behind',
    'another message 3 after message 3',
    [...upTo(3), ...branch().slice(2, 4)],
    3,
    ['FEED-2', 'FEED-3', 'FEED-5'],
    'chain-4',
  ],
  [
    'interleaved',
    "Suzy's and Fern's messages by turns",
    chain(2, { author: fern }).flatMap((one, index) => [FEED[index] as NativeRecord, one]),
    1,
    ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-5'],
    'chain-2',
  ],
  [
    'fern-behind',
    "Fern's first message after all of Suzy's",
    [...upTo(2), message({ author: fern, header: { timestamp: NOW } })],
    2,
    ['FEED-1', 'FEED-2', 'FEED-3'],
    'chain-2',
  ],
  [
    'logs',
    'a feed without a log, and then the same author with log 1',
    [...upTo(2), altered(3, { log: 1 })],
    2,
    ['FEED-1'],
    'chain-4',
  ],
  [
    'skip-inside',
    'message 13 has a skip link to message 5, which came before it',
    [...upTo(12), altered(13, { skip: idOf(FEED[4] as NativeRecord) })],
    12,
    ['FEED-4'],
    'chain-13',
  ],
  [
    'skip-before',
    'message 17 has a skip link to message 14, and the right one was known before',
    [...part(15, 16), altered(17, { skip: idOf(FEED[13] as NativeRecord) })],
    2,
    ['FEED-4'],
    'chain-mid-feed',
    upTo(14),
  ],
  ['not-first', 'message 14 after message 12', part(14, 16), 0, ['FEED-2', 'FEED-3'], 'chain-mid-feed', upTo(12)],
  [
    'without-content-twice',
    'message 2 comes twice, and nobody has any content',
    [...upTo(2), ...part(2, 4)].map(stripped),
    2,
    ['FEED-2', 'FEED-3', 'FEED-5'],
    'chain-without-content',
  ],
];

const inWrongOrder = (): VectorCase[] =>
  wrongOrders().flatMap(([slug, words, messages, kept, breaks, parent, before = []]) => [
    chained(`chain-${slug}`, words, messages, slug.startsWith('without') ? ['FEED-6', 'FEED-8'] : ['FEED-6'], {
      breaks,
      parent,
      before,
    }),
    batch(`batch-${slug}`, `${words}: ${kept} are kept`, messages, kept, { before }),
  ]);

/** Two messages that are not accepted: the first one is the answer, whatever its phase. */
const twoBad = (): VectorCase[] => {
  const at = (n: number, name: string): Given => faults(n).find(([slug]) => slug === name)?.[2] ?? '';
  const rows: [slug: string, words: string, first: [number, string], second: [number, string], breaks: string[]][] = [
    [
      'signature-text',
      'message 3 is signed by Fern, and message 5 has null as its log',
      [3, 'signature'],
      [5, 'text'],
      ['REC-15'],
    ],
    [
      'previous-shape',
      'message 3 names an unknown one, and message 5 has a further member',
      [3, 'previous'],
      [5, 'shape'],
      ['FEED-3'],
    ],
    [
      'content-form',
      'message 2 has other content, and message 3 has a log of 0',
      [2, 'content'],
      [3, 'form'],
      ['REC-17'],
    ],
    [
      'timestamp-signature',
      'message 3 is as old as message 2, and message 4 is signed by Fern',
      [3, 'timestamp'],
      [4, 'signature'],
      ['FEED-5'],
    ],
    [
      'text-previous',
      'message 3 has null as its log, and message 6 names an unknown one',
      [3, 'text'],
      [6, 'previous'],
      ['TXT-7'],
    ],
  ];
  return rows.flatMap(([slug, words, [first, one], [second, other], breaks]) => {
    const messages = replaced(replaced(upTo(6), first, at(first, one)), second, at(second, other));
    return [
      chained(`chain-two-${slug}`, words, messages, ['FEED-6'], { breaks, parent: 'chain-5' }),
      batch(`batch-two-${slug}`, `${words}: ${first - 1} are kept`, messages, first - 1),
    ];
  });
};

const held = (): VectorCase[] => [
  chained('chain-held', "messages of Suzy's phone", PHONE, ['FEED-6', 'REC-19'], { held: true }),
  chained(
    'chain-held-then-bad',
    "the first message of Suzy's phone, and then one that is signed by Fern",
    replaced(PHONE, 2, next(PHONE.slice(0, 1), { header: { key: phone.keyId }, signer: fern })),
    ['FEED-6', 'REC-19'],
    { held: true },
  ),
  chained(
    'chain-held-then-other',
    "the first message of Suzy's phone, and then Suzy's first",
    [PHONE[0] as NativeRecord, FEED[0] as NativeRecord],
    ['FEED-6', 'REC-19'],
    { held: true },
  ),
  chained(
    'chain-key-behind',
    "a message of Suzy's phone that goes on in the feed that Suzy signs",
    [...upTo(2), altered(3, { key: phone.keyId }, { signer: phone })],
    ['FEED-6', 'REC-19'],
    { breaks: ['FEED-1'], parent: 'chain-2' },
  ),
  chained(
    'chain-bad-then-held',
    "a first message that is signed by Fern, and then one of Suzy's phone",
    [message({ signer: fern }), PHONE[0] as NativeRecord],
    ['FEED-6'],
    { breaks: ['REC-15'], parent: 'chain-1' },
  ),
  batch('batch-held', "messages of Suzy's phone: none is kept", PHONE, 0),
  batch(
    'batch-held-behind',
    "Suzy's first two messages, and then the first of her phone: two are kept",
    [...upTo(2), PHONE[0] as NativeRecord],
    2,
  ),
];

const nearly = altered(3, { timestamp: FUTURE - 2 });

const batches = (): VectorCase[] => [
  batch('batch-none', 'no messages: none is kept', [], 0),
  batch('batch-1', 'a first message: it is kept', upTo(1), 1),
  batch('batch-8', 'eight messages: all are kept', upTo(8), 8),
  batch('batch-without-content', 'eight messages without their contents: all are kept', upTo(8).map(stripped), 8),
  batch('batch-mid-feed', 'messages 14 to 17 after message 13: all are kept', part(14, 17), 4, {
    before: upTo(13).slice(-1),
  }),
  batch(
    'batch-mid-feed-signature',
    'messages 14 to 17, of which the third is signed by Fern: two are kept',
    replaced(part(14, 17), 3, altered(16, {}, { signer: fern })),
    2,
    { before: upTo(13).slice(-1) },
  ),
  batch(
    'batch-long',
    '20 messages, of which the last names an unknown one: 19 are kept',
    replaced(upTo(20), 20, altered(20, { previous: unknownId('x') })),
    19,
  ),
  batch(
    'batch-repaired',
    'message 3 is signed by Fern, and then comes again as it should be: two are kept',
    [...upTo(2), altered(3, {}, { signer: fern }), ...part(3, 5)],
    2,
  ),
  batch(
    'batch-ahead',
    'the last of four messages is exactly 10 minutes ahead: all are kept',
    [...upTo(2), nearly, next([...upTo(2), nearly], { header: { timestamp: FUTURE - 1 } })],
    4,
  ),
];

/** A fourth message after the third, where the first one, to which its skip link leads, is not known. */
const skips = (): VectorCase[] => {
  const fourth = (slug: string, title: string, skip: string | undefined, breaks: string): VectorCase =>
    chained(`chain-fourth-${slug}`, title, [altered(4, { skip }), ...part(5, 6)], ['FEED-6'], {
      before: part(3, 3),
      breaks: [breaks],
      parent: 'chain-fourth',
    });
  const first = idOf(FEED[0] as NativeRecord);
  return [
    chained('chain-fourth', 'messages 4 to 6 after message 3 alone', part(4, 6), ALL, { before: part(3, 3) }),
    fourth('skip-key', 'after message 3 alone, a message 4 whose skip link is a key', fern.keyId, 'MSG-5'),
    fourth('skip-bare', 'after message 3 alone, a message 4 whose skip link has no sigil', first.slice(1), 'MSG-5'),
    fourth('skip-blob', 'after message 3 alone, a message 4 whose skip link is a blob', `&${first.slice(1)}`, 'MSG-5'),
    fourth('no-skip', 'after message 3 alone, a message 4 without a skip link', undefined, 'MSG-7'),
    chained(
      'chain-second-skip',
      'two messages, of which the second names the first by skip as well',
      [...upTo(1), altered(2, { skip: first })],
      ['FEED-6'],
      { breaks: ['MSG-7'], parent: 'chain-2' },
    ),
  ];
};

/** Several messages, judged as a whole or kept as far as they are good. */
export const chains = (): VectorCase[] => [
  ...accepted(),
  ...held(),
  ...oneBad(),
  ...inWrongOrder(),
  ...twoBad(),
  ...skips(),
  ...batches(),
];
