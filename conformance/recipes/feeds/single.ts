// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { hasSkip, lipmaa } from '../../src/forge/lipmaa.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { chain, idOf, type MessageChange, message, next, numbered, unknownId } from '../messages/message.ts';
import { TELLING_SEQUENCES } from '../messages/skips.ts';
import { single } from './ask.ts';

const { fern, phone, spaces } = cast;
const MOST = 9_007_199_254_740_991;

/** Suzy's feed in the gardening space. */
export const FEED = chain(45);
const before = (n: number): NativeRecord[] => FEED.slice(0, n);
const at = (n: number): NativeRecord => FEED[n - 1] as NativeRecord;

/** The message after the first `n` of Suzy's feed, with something about it changed before it was signed. */
const after = (n: number, header: MessageChange['header'] = {}, change: MessageChange = {}): NativeRecord =>
  next(before(n), { ...change, header });

const stripped = ({ header, signature }: NativeRecord): NativeRecord => ({ header, signature });

const ORDER = ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-5'];

const accepted = (): VectorCase[] => [
  single('first', 'a first message', at(1), ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-5']),
  ...[2, 3, 5, 6, 7].map((n) =>
    single(`after-${n - 1}`, `message ${n} after those before it`, at(n), ORDER, { before: before(n - 1) }),
  ),
  ...[4, 8, 12, 13].map((n) =>
    single(
      `after-${n - 1}`,
      `message ${n} after those before it, with a skip link to message ${lipmaa(n)}`,
      at(n),
      [...ORDER, 'FEED-4', 'MSG-8'],
      { before: before(n - 1) },
    ),
  ),
  single('after-last-alone', 'message 7, of whose feed only message 6 is known', at(7), ORDER, { before: [at(6)] }),
  single('skip-not-known', 'message 8, of whose feed only message 7 is known', at(8), ['FEED-4'], { before: [at(7)] }),
  single(
    'skip-wrong-not-known',
    'message 4 whose skip link is another id than that of the first, which is not known',
    after(3, { skip: unknownId('lost') }),
    ['FEED-4'],
    {
      before: [at(2), at(3)],
    },
  ),
  single(
    'skip-wrong-not-known-eighth',
    'message 8 whose skip link leads to message 1, where message 4 is not known',
    after(7, { skip: idOf(at(1)) }),
    ['FEED-4'],
    {
      before: [at(1), at(5), at(6), at(7)],
    },
  ),
  single('with-gaps', 'message 13, of whose feed only messages 4 and 12 are known', at(13), ['FEED-4'], {
    before: [at(4), at(12)],
  }),
  single('mid-feed', 'message 30 after messages 24 to 29', at(30), [...ORDER, 'FEED-4'], {
    before: FEED.slice(23, 29),
  }),
  single(
    'timestamp-plus-1',
    'a microsecond later than the message before it',
    after(1, { timestamp: T + 1 }),
    ['FEED-5'],
    { before: before(1) },
  ),
  single(
    'timestamp-ahead',
    'the message before it is not old, and it is 10 minutes ahead',
    after(1, { timestamp: NOW + 600_000_000 }),
    ['FEED-5', 'REC-13'],
    { before: before(1) },
  ),
  single(
    'timestamp-years',
    'years after the message before it',
    next([message({ header: { timestamp: 10_000_000_000_000 } })]),
    ['FEED-5'],
    {
      before: [message({ header: { timestamp: 10_000_000_000_000 } })],
    },
  ),
  single('by-fern', "Fern's second message", chain(2, { author: fern })[1] as NativeRecord, ORDER, {
    before: chain(1, { author: fern }),
  }),
  single(
    'with-log',
    'the second message of a feed with a log',
    chain(2, { header: { log: 7 } })[1] as NativeRecord,
    ['FEED-1'],
    { before: chain(1, { header: { log: 7 } }) },
  ),
  single('first-with-log', 'the first message of a feed with a log', message({ header: { log: 7 } }), [
    'FEED-1',
    'FEED-2',
  ]),
  single(
    'type-changes',
    'a content type, where the message before it had none',
    after(1, { contentType: 'text/markdown' }),
    ['FEED-1'],
    { before: before(1) },
  ),
  single('same-content', 'the content of the message before it once more', after(1, {}, { content: '1' }), ['FEED-2'], {
    before: before(1),
  }),
  single('without-content', 'a message without its content', stripped(at(4)), ['FEED-8', 'FEED-4'], {
    before: before(3),
  }),
  single('before-without-content', 'the messages before it without their contents', at(4), ['FEED-8', 'FEED-4'], {
    before: before(3).map(stripped),
  }),
  single(
    'all-without-content',
    'neither it nor those before it have their contents',
    stripped(at(8)),
    ['FEED-8', 'FEED-4'],
    { before: before(7).map(stripped) },
  ),
  single('other-witness-before', 'one of those before it written with blanks', at(4), ['FEED-3'], {
    before: [at(1), at(2), JSON.stringify(at(3), null, 1)],
  }),
];

type Defect = [slug: string, words: string, message: NativeRecord, parent: string, before: readonly NativeRecord[]];

const refuseAll = (breaks: string[], defects: Defect[], also: string[] = []): VectorCase[] =>
  defects.map(([slug, words, record, parent, known]) =>
    single(slug, words, record, also, { before: known, breaks, parent }),
  );

/** Another first message of the same feed. */
const OTHER_FIRST = message({ content: 'another beginning' });
const [SECOND_LOG] = chain(1, { header: { log: 2 } }) as [NativeRecord];

const otherFeeds = (): VectorCase[] => [
  ...refuseAll(
    ['FEED-1'],
    [
      ['other-author', "Fern goes on in Suzy's feed", after(1, {}, { author: fern }), 'after-1', before(1)],
      [
        'other-author-fourth',
        "Fern goes on in Suzy's feed with a message that has both links",
        after(3, {}, { author: fern }),
        'after-3',
        before(3),
      ],
      ['other-space', 'the same author, in another space', after(1, { space: spaces.kitchen }), 'after-1', before(1)],
      [
        'other-space-kind',
        'the same name and bytes of the space, but a space with a key',
        after(1, { space: spaces.gardening.replace('.x', '.b') }),
        'after-1',
        before(1),
      ],
      ['log-added', 'a log, where the message before it has none', after(1, { log: 1 }), 'after-1', before(1)],
      ['log-removed', 'no log, where the message before it has one', next([SECOND_LOG]), 'with-log', [SECOND_LOG]],
      [
        'log-other',
        'another log than that of the message before it',
        next([SECOND_LOG], { header: { log: 3 } }),
        'with-log',
        [SECOND_LOG],
      ],
      [
        'key-added',
        "Suzy's phone goes on in the feed that Suzy signs: that is not held",
        after(1, { key: phone.keyId }, { signer: phone }),
        'after-1',
        before(1),
      ],
      [
        'key-added-fern',
        "Fern's key goes on in the feed that Suzy signs",
        after(3, { key: fern.keyId }, { signer: fern }),
        'after-3',
        before(3),
      ],
      [
        'other-author-sparse',
        "Fern goes on in Suzy's feed, without content",
        after(1, {}, { author: fern, sparse: true }),
        'after-1',
        before(1),
      ],
    ],
  ),
  ...refuseAll(
    ['FEED-1', 'FEED-3'],
    [
      [
        'fern-second',
        "Fern's second message after Suzy's first",
        chain(2, { author: fern })[1] as NativeRecord,
        'after-1',
        before(1),
      ],
      [
        'kitchen-second',
        "Suzy's second message of the kitchen after her first in the garden",
        chain(2, { header: { space: spaces.kitchen } })[1] as NativeRecord,
        'after-1',
        before(1),
      ],
    ],
  ),
];

const sequences = (): VectorCase[] => [
  ...refuseAll(
    ['FEED-2'],
    [
      ['second-first', 'the second message, where nothing is known', at(2), 'after-1', []],
      ['fourth-first', 'the fourth message, where nothing is known', at(4), 'after-3', []],
      ['largest-first', 'the message of the largest sequence, where nothing is known', numbered(MOST), 'first', []],
      ['jump', 'message 3 after message 1, which it names', after(1, { sequence: 3 }), 'after-1', before(1)],
      [
        'jump-far',
        'message 1000 after message 1, which it names',
        after(1, { sequence: 1000, skip: unknownId('x') }),
        'after-1',
        before(1),
      ],
      [
        'number-twice',
        'another message 2 after message 2, which it names',
        after(2, { sequence: 2 }),
        'after-2',
        before(2),
      ],
      ['number-back', 'message 2 after message 6, which it names', after(6, { sequence: 2 }), 'after-6', before(6)],
      [
        'number-back-sparse',
        'message 3 after message 6, which it names, without content',
        after(6, { sequence: 3 }, { sparse: true }),
        'after-6',
        before(6),
      ],
    ],
  ),
  ...refuseAll(
    ['FEED-2', 'FEED-3'],
    [
      ['left-out', 'message 3 after message 1', at(3), 'after-2', before(1)],
      [
        'first-again',
        'another first message after a first one',
        message({ content: 'again', header: { timestamp: T + 1 } }),
        'after-1',
        before(1),
      ],
      [
        'first-after-seven',
        'a first message after seven others',
        message({ content: 'again', header: { timestamp: T + 10_000 } }),
        'after-7',
        before(7),
      ],
    ],
  ),
  ...refuseAll(
    ['FEED-2', 'FEED-3', 'FEED-5'],
    [
      ['same-again', 'the message before it once more', at(3), 'after-2', before(3)],
      ['older-again', 'an older message once more', at(2), 'after-6', before(6)],
    ],
  ),
];

const links = (): VectorCase[] => [
  ...refuseAll(
    ['FEED-3'],
    [
      [
        'previous-twin',
        'previous is another message of the same sequence',
        after(1, { previous: idOf(OTHER_FIRST) }),
        'after-1',
        before(1),
      ],
      [
        'previous-older',
        'previous is the message before the one before it',
        after(2, { previous: idOf(at(1)) }),
        'after-2',
        before(2),
      ],
      [
        'previous-unknown',
        'previous is a message that nobody has seen',
        after(2, { previous: unknownId('x') }),
        'after-2',
        before(2),
      ],
      [
        'previous-fern',
        'previous is the message that Fern wrote then',
        after(1, { previous: idOf(message({ author: fern })) }),
        'after-1',
        before(1),
      ],
      [
        'previous-is-skip',
        'previous is the skip link once more',
        after(3, { previous: idOf(at(1)) }),
        'after-3',
        before(3),
      ],
      [
        'links-swapped',
        'previous is right in the place of skip, where that is not known',
        after(7, { previous: idOf(at(4)), skip: idOf(at(7)) }),
        'after-last-alone',
        [at(7)],
      ],
      [
        'previous-sparse',
        'previous is another message of the same sequence, without content',
        after(1, { previous: idOf(OTHER_FIRST) }, { sparse: true }),
        'after-1',
        before(1),
      ],
    ],
  ),
  ...refuseAll(
    ['FEED-4'],
    [
      [
        'skip-unknown',
        'skip is a message that nobody has seen, where the right one is known',
        after(3, { skip: unknownId('x') }),
        'after-3',
        before(3),
      ],
      ['skip-is-previous', 'skip is previous once more', after(3, { skip: idOf(at(3)) }), 'after-3', before(3)],
      ['skip-to-second', 'skip of message 4 leads to message 2', after(3, { skip: idOf(at(2)) }), 'after-3', before(3)],
      ['skip-too-far', 'skip of message 8 leads to message 1', after(7, { skip: idOf(at(1)) }), 'after-7', before(7)],
      [
        'skip-too-near',
        'skip of message 13 leads to message 8',
        after(12, { skip: idOf(at(8)) }),
        'after-12',
        before(12),
      ],
      [
        'skip-half',
        'skip of message 40 leads to message 20',
        after(39, { skip: idOf(at(20)) }),
        'skip-40',
        [at(13), at(20), at(38), at(39)],
      ],
      ['skip-twin', 'skip is another first message', after(3, { skip: idOf(OTHER_FIRST) }), 'after-3', before(3)],
      [
        'skip-known-alone',
        'skip is wrong, and nothing but the right one and the message before is known',
        after(7, { skip: idOf(at(3)) }),
        'with-gaps',
        [at(4), at(7)],
      ],
      [
        'skip-sparse',
        'skip leads to another message, and nobody has any content',
        after(3, { skip: idOf(at(2)) }, { sparse: true }),
        'all-without-content',
        before(3).map(stripped),
      ],
    ],
  ),
  ...refuseAll(
    ['FEED-3', 'FEED-4'],
    [
      [
        'links-exchanged',
        'previous and skip changed places',
        after(7, { previous: idOf(at(4)), skip: idOf(at(7)) }),
        'after-7',
        before(7),
      ],
      [
        'both-of-twins',
        'both links lead into another branch of the feed',
        after(3, { previous: unknownId('x'), skip: idOf(OTHER_FIRST) }),
        'after-3',
        before(3),
      ],
    ],
  ),
];

const timestamps = (): VectorCase[] => [
  ...refuseAll(
    ['FEED-5'],
    [
      [
        'timestamp-equal',
        'at the same microsecond as the message before it',
        after(1, { timestamp: T }),
        'timestamp-plus-1',
        before(1),
      ],
      [
        'timestamp-minus-1',
        'a microsecond before the message before it',
        after(1, { timestamp: T - 1 }),
        'timestamp-plus-1',
        before(1),
      ],
      [
        'timestamp-years-ago',
        'years before the message before it',
        after(3, { timestamp: 10_000_000_000_000 }),
        'after-3',
        before(3),
      ],
      [
        'timestamp-between',
        'later than the first message, and earlier than the one before it',
        after(3, { timestamp: T + 1500 }),
        'after-3',
        before(3),
      ],
      [
        'timestamp-equal-sparse',
        'at the same microsecond as the message before it, and nobody has any content',
        after(3, { timestamp: T + 2000 }, { sparse: true }),
        'all-without-content',
        before(3).map(stripped),
      ],
    ],
  ),
  ...refuseAll(
    ['FEED-3', 'FEED-5'],
    [
      [
        'previous-and-timestamp',
        'previous leads nowhere, and the timestamp is that of the message before it',
        after(1, { previous: unknownId('x'), timestamp: T }),
        'after-1',
        before(1),
      ],
    ],
  ),
  ...refuseAll(
    ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-5'],
    [['fern-first', "Fern's first message after Suzy's first", message({ author: fern }), 'after-1', before(1)]],
  ),
];

/** The phase *feed* is the last one. */
const orders = (): VectorCase[] => [
  ...(
    [
      ['order-form', 'a log of 0, which is another feed too', after(1, { log: 0 }), ['MSG-3']],
      ['order-relations', 'message 2 without previous', after(1, { previous: undefined }), ['MSG-6']],
      [
        'order-time',
        'from the future, and previous leads nowhere',
        after(1, { previous: unknownId('x'), timestamp: NOW + 600_000_001 }),
        ['REC-13'],
      ],
      [
        'order-signature',
        'signed by Fern, and previous leads nowhere',
        after(1, { previous: unknownId('x') }, { signer: fern }),
        ['REC-15'],
      ],
      [
        'order-content',
        'content that was changed, and previous leads nowhere',
        { ...after(1, { previous: unknownId('x') }), content: '3' },
        ['REC-17'],
      ],
      [
        'order-content-sequence',
        'content that was changed, and a sequence that jumps',
        { ...after(1, { sequence: 3 }), content: '3' },
        ['REC-17'],
      ],
    ] as [string, string, NativeRecord, string[]][]
  ).map(([slug, words, record, breaks]) =>
    single(slug, words, record, ['REC-18'], { before: before(1), breaks, parent: 'after-1' }),
  ),
  single('text-null', 'null as the log', JSON.stringify(after(1)).replace('"sequence"', '"log":null,"sequence"'), [], {
    before: before(1),
    breaks: ['TXT-7'],
    parent: 'after-1',
  }),
];

const phoned = (header: MessageChange['header'] = {}): NativeRecord =>
  message({ header: { key: phone.keyId, ...header }, signer: phone });

const held = (): VectorCase[] => [
  single('held', "the first message of Suzy's phone", phoned(), ['REC-19', 'FEED-1'], { held: true }),
  single(
    'held-sparse',
    "the first message of Suzy's phone, without content",
    stripped(phoned()),
    ['REC-19', 'FEED-8'],
    { held: true },
  ),
  single(
    'not-held-sequence',
    "the second message of Suzy's phone, where nothing is known",
    next([phoned()], { header: { key: phone.keyId }, signer: phone }),
    ['REC-19'],
    { breaks: ['FEED-2'], parent: 'held' },
  ),
];

/** The messages around message `n` that a peer needs to judge its links: none is from a real feed. */
const alone = (n: number): { linked: NativeRecord; beside: NativeRecord; last: NativeRecord } => ({
  linked: numbered(lipmaa(n)),
  beside: numbered(lipmaa(n) + 1, { header: { timestamp: T + 1 } }),
  last: numbered(n - 1, { header: { timestamp: T + 2 } }),
});

/** Some of the sequences that have a skip link: small ones, and those at which a wrong computation shows. */
const SKIPPING = TELLING_SEQUENCES.filter(
  (n) => hasSkip(n) && (n < 45 || n > 2 ** 31 || [80, 120, 121, 363, 364, 1092, 1093].includes(n)),
);

const skips = (): VectorCase[] =>
  SKIPPING.flatMap((n) => {
    const { linked, beside, last } = alone(n);
    const known = lipmaa(n) + 1 === n - 1 ? [linked, last] : [linked, beside, last];
    const wrong = lipmaa(n) + 1 === n - 1 ? last : beside;
    const made = (skip: NativeRecord): NativeRecord =>
      numbered(n, { header: { previous: idOf(last), skip: idOf(skip), timestamp: T + 3 } });
    return [
      single(
        `skip-${n}`,
        `the skip link of message ${n} leads to message ${lipmaa(n)}`,
        made(linked),
        ['FEED-4', 'MSG-8'],
        { before: known },
      ),
      single(
        `skip-${n}-wrong`,
        `the skip link of message ${n} leads to message ${lipmaa(n) + 1}`,
        made(wrong),
        ['MSG-8'],
        {
          before: known,
          breaks: ['FEED-4'],
          parent: `skip-${n}`,
        },
      ),
    ];
  });

/** One message after those before it. */
export const singleMessages = (): VectorCase[] => [
  ...accepted(),
  ...held(),
  ...skips(),
  ...otherFeeds(),
  ...sequences(),
  ...links(),
  ...timestamps(),
  ...orders(),
];
