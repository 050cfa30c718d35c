// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { cast } from '../../src/forge/cast.ts';
import { lipmaa } from '../../src/forge/lipmaa.ts';
import { type NativeRecord, recordMessage } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { NOW, T } from '../cases/verify.ts';
import { FEED } from '../feeds/single.ts';
import { chain, idOf, type MessageChange, message, next, numbered, unknownId } from '../messages/message.ts';
import { scalarOf } from '../signatures/craft.ts';
import { quiet, state } from './ask.ts';

const { suzy, fern, quinn, phone, spaces } = cast;
const MOST = 9_007_199_254_740_991;

const upTo = (n: number): NativeRecord[] => FEED.slice(0, n);
const pick = (...sequences: number[]): NativeRecord[] => sequences.map((n) => FEED[n - 1] as NativeRecord);
const at = (n: number): NativeRecord => FEED[n - 1] as NativeRecord;
const after = (n: number, header: NonNullable<MessageChange['header']>, change: MessageChange = {}): NativeRecord =>
  next(upTo(n), { ...change, header });
const stripped = ({ header, signature }: NativeRecord): NativeRecord => ({ header, signature });

const KEPT = ['FEED-18', 'FEED-20'];

const gaps = (): VectorCase[] => [
  state('none', 'no messages', KEPT, [], { wanted: [] }),
  state('one', 'a first message', KEPT, upTo(1), { wanted: [quiet([0], 1)] }),
  state('five', 'five messages', KEPT, upTo(5), { wanted: [quiet([0, 1, 2, 3, 4], 5)] }),
  state('reversed', 'four messages, the newest first', KEPT, upTo(4).reverse(), { wanted: [quiet([3, 2, 1, 0], 4)] }),
  state('long', '17 messages, the newest first', KEPT, upTo(17).reverse(), {
    wanted: [
      quiet(
        Array.from({ length: 17 }, (_, index) => 16 - index),
        17,
      ),
    ],
  }),
  state('gap', 'message 3 of five is missing', KEPT, pick(1, 2, 4, 5), { wanted: [quiet([0, 1, 2, 3], 2)] }),
  state('gaps', 'messages 2 and 5 of six are missing', KEPT, pick(6, 4, 3, 1), { wanted: [quiet([3, 2, 1, 0], 1)] }),
  state('first-missing', 'the first message is missing', KEPT, pick(2, 3, 4), { wanted: [quiet([0, 1, 2], 0)] }),
  state('newest-alone', 'nothing but message 40', KEPT, pick(40), { wanted: [quiet([0], 0)] }),
  state('subset', 'the messages of a subset proof', KEPT, pick(13, 12, 8, 4, 1), {
    wanted: [quiet([4, 3, 2, 1, 0], 1)],
  }),
  state(
    'link-to-nowhere',
    'message 3 names a message 2 that is not there',
    KEPT,
    [at(1), after(2, { previous: unknownId('x') })],
    { wanted: [quiet([0, 1], 1)] },
  ),
  state(
    'skip-to-nowhere',
    'message 4 has a skip link to a message 1 that is not there',
    KEPT,
    [at(2), at(3), after(3, { skip: unknownId('x') })],
    { wanted: [quiet([0, 1, 2], 0)] },
  ),
  state(
    'no-link-between',
    'message 3 is older than message 1, which it does not name',
    ['FEED-16', ...KEPT],
    [at(1), after(2, { timestamp: T - 1 })],
    { wanted: [quiet([0, 1], 1)] },
  ),
  state(
    'no-link-between-eighth',
    'message 8 is older than messages 3 and 6, which it does not name',
    ['FEED-16', ...KEPT],
    [at(3), at(6), after(7, { timestamp: T - 1 })],
    { wanted: [quiet([0, 1, 2], 0)] },
  ),
  state(
    'huge',
    'a message of the largest sequence, and one beside that which its skip link leads to',
    ['FEED-16', 'MSG-8'],
    [numbered(MOST), numbered(lipmaa(MOST) + 1), numbered(lipmaa(MOST) - 1)],
    { wanted: [quiet([2, 1, 0], 0)] },
  ),
  state('without-content', 'four messages without their contents', ['FEED-8', ...KEPT], upTo(4).map(stripped), {
    wanted: [quiet([0, 1, 2, 3], 4)],
  }),
  state(
    'some-content',
    'four messages, some of them without their contents',
    ['FEED-8', ...KEPT],
    [at(1), stripped(at(2)), at(4), stripped(at(3))],
    { wanted: [quiet([0, 1, 3, 2], 4)] },
  ),
];

const other = (author: typeof suzy, n = 1, header: MessageChange['header'] = {}): NativeRecord[] =>
  chain(n, { author, header });

const feeds = (): VectorCase[] => [
  state(
    'two-authors',
    'two authors by turns: each has a feed',
    KEPT,
    [at(1), ...other(fern), at(2), ...other(fern, 2).slice(1)],
    {
      wanted: [quiet([0, 2], 2), quiet([1, 3], 2, { author: fern })],
    },
  ),
  state(
    'authors-by-bytes',
    'three authors: the order of their keys is not that of the names',
    KEPT,
    [...other(fern), ...other(quinn), at(1)],
    {
      wanted: [quiet([2], 1), quiet([1], 1, { author: quinn }), quiet([0], 1, { author: fern })],
    },
  ),
  state(
    'authors-bytes-not-text',
    'an author whose key is the last by its bytes, and would be the first by its text',
    KEPT,
    [...other(phone), ...other(fern), at(1)],
    {
      wanted: [quiet([2], 1), quiet([1], 1, { author: fern }), quiet([0], 1, { author: phone })],
    },
  ),
  state(
    'authors-bytes-not-text-two',
    'two authors of whom the other one would be the first by text, in the order of the bytes',
    KEPT,
    [at(1), at(2), ...other(phone, 2)],
    {
      wanted: [quiet([0, 1], 2), quiet([2, 3], 2, { author: phone })],
    },
  ),
  state(
    'two-logs',
    'a feed without a log and one with: that of no log comes first',
    ['FEED-15', ...KEPT],
    [message({ header: { log: 1 } }), at(1)],
    {
      wanted: [quiet([1], 1), quiet([0], 1, { log: 1 })],
    },
  ),
  state(
    'logs-by-number',
    'logs 10, 9, 2 and none: they are numbers',
    KEPT,
    [10, 9, 2, undefined].map((log) => message({ header: { log } })),
    {
      wanted: [quiet([3], 1), quiet([2], 1, { log: 2 }), quiet([1], 1, { log: 9 }), quiet([0], 1, { log: 10 })],
    },
  ),
  state(
    'logs-large',
    'the two largest logs',
    KEPT,
    [MOST, MOST - 1].map((log) => message({ header: { log } })),
    {
      wanted: [quiet([1], 1, { log: MOST - 1 }), quiet([0], 1, { log: MOST })],
    },
  ),
  state(
    'logs-of-two',
    'two authors with two feeds each',
    KEPT,
    [message({ author: fern, header: { log: 1 } }), message({ header: { log: 7 } }), ...other(fern), at(1)],
    {
      wanted: [
        quiet([3], 1),
        quiet([1], 1, { log: 7 }),
        quiet([2], 1, { author: fern }),
        quiet([0], 1, { author: fern, log: 1 }),
      ],
    },
  ),
];

const phoned = message({ header: { key: phone.keyId }, signer: phone });
const future = (microseconds: number): NativeRecord => after(2, { timestamp: NOW + 600_000_000 + microseconds });
const kitchen = message({ header: { space: spaces.kitchen } });

const leftOut = (): VectorCase[] => [
  state('other-space', 'a message of another space is left out', ['FEED-13'], [kitchen, at(1)], {
    wanted: [quiet([1], 1)],
  }),
  state(
    'other-space-twin',
    'another first message of the author in another space is no fork',
    ['FEED-13', 'FEED-15'],
    [at(1), kitchen, at(2)],
    { wanted: [quiet([0, 2], 2)] },
  ),
  state('other-space-asked', 'the same, and the other space is asked about', ['FEED-13'], [at(1), kitchen, at(2)], {
    space: spaces.kitchen,
    wanted: [quiet([1], 1)],
  }),
  state(
    'other-space-kind',
    'a space with a key of the same name and bytes is another space',
    ['FEED-13'],
    [message({ header: { space: spaces.gardening.replace('.x', '.b') } }), at(1)],
    { wanted: [quiet([1], 1)] },
  ),
  state('space-with-key', 'a space with a key', ['FEED-13'], chain(2, { header: { space: spaces.gardeningKey } }), {
    space: spaces.gardeningKey,
    wanted: [quiet([0, 1], 2)],
  }),
  state('nothing-left', 'of these nothing is kept', ['FEED-13'], [kitchen, phoned, message({ signer: fern })], {
    wanted: [],
  }),
  state('held', "messages of Suzy's phone are left out", ['FEED-13', 'REC-19'], [phoned, at(1)], {
    wanted: [quiet([1], 1)],
  }),
  state(
    'future',
    'a message from too far in the future is left out',
    ['FEED-13', 'REC-13'],
    [at(1), at(2), future(1)],
    { wanted: [quiet([0, 1], 2)] },
  ),
  state('future-later', 'the same, a microsecond later', ['FEED-13', 'REC-13'], [at(1), at(2), future(1)], {
    now: NOW + 1,
    wanted: [quiet([0, 1, 2], 3)],
  }),
  state('ahead', 'a message that is exactly 10 minutes ahead', ['FEED-13', 'REC-13'], [at(1), at(2), future(0)], {
    wanted: [quiet([0, 1, 2], 3)],
  }),
  state(
    'future-fork',
    'another message 3 from too far in the future is no fork yet',
    ['FEED-13', 'FEED-15'],
    [at(1), at(2), at(3), future(1)],
    { wanted: [quiet([0, 1, 2], 3)] },
  ),
  state(
    'signed-by-fern',
    'another message 2, signed by Fern, is no fork',
    ['FEED-13', 'FEED-15'],
    [at(1), at(2), after(1, {}, { content: 'other', signer: fern })],
    { wanted: [quiet([0, 1], 2)] },
  ),
  state(
    'content-changed',
    'a message whose content was changed is left out',
    ['FEED-13'],
    [at(1), { ...at(2), content: 'x' }, at(3)],
    { wanted: [quiet([0, 2], 1)] },
  ),
  state(
    'misshapen',
    'texts that are no messages are left out',
    ['FEED-13'],
    [
      '',
      '{}',
      JSON.stringify(at(1)).replace('"sequence"', '"log":null,"sequence"'),
      at(1),
      `\ufeff${JSON.stringify(at(2))}`,
    ],
    { wanted: [quiet([3], 1)] },
  ),
  state(
    'no-skip',
    'a message 4 without its skip link is left out',
    ['FEED-13'],
    [...upTo(3), after(3, { skip: undefined })],
    { wanted: [quiet([0, 1, 2], 3)] },
  ),
  state(
    'names-left-out',
    'message 2 names a message of another space, which is left out',
    ['FEED-13', 'FEED-17'],
    [kitchen, numbered(2, { header: { previous: idOf(kitchen), timestamp: T + 1 } })],
    { wanted: [quiet([1], 0)] },
  ),
  state(
    'names-held',
    "message 2 names a message of Suzy's phone, which is held",
    ['FEED-13', 'FEED-17'],
    [phoned, numbered(2, { header: { previous: idOf(phoned), timestamp: T + 1 } })],
    { wanted: [quiet([1], 0)] },
  ),
];

const again = (): VectorCase[] => {
  const signature = base32(signWithNonce(suzy.seed, recordMessage(at(1).header), scalarOf('again')));
  const twin = { ...at(1), signature };
  return [
    state('twice', 'the same message twice: the first counts', ['FEED-14', 'FEED-15'], [at(1), at(1)], {
      wanted: [quiet([0], 1)],
    }),
    state(
      'twice-behind',
      'the same message twice, and others before it',
      ['FEED-14'],
      [at(2), at(1), at(2), at(3), at(1)],
      { wanted: [quiet([1, 0, 3], 3)] },
    ),
    state(
      'twice-written',
      'the same message, once written with blanks',
      ['FEED-14'],
      [JSON.stringify(at(1), null, 1), at(1)],
      { wanted: [quiet([0], 1)] },
    ),
    state(
      'with-and-without-content',
      'the same message with its content and then without',
      ['FEED-14', 'FEED-8'],
      [at(1), stripped(at(1))],
      { wanted: [quiet([0], 1)] },
    ),
    state(
      'without-and-with-content',
      'the same message without its content and then with',
      ['FEED-14', 'FEED-8'],
      [stripped(at(1)), at(1)],
      { wanted: [quiet([0], 1)] },
    ),
    state(
      'two-signatures',
      'one header with two valid signatures is one message',
      ['FEED-14', 'FEED-15'],
      [at(2), twin, at(1)],
      { wanted: [quiet([1, 0], 2)] },
    ),
    state(
      'two-signatures-turned',
      'the same, the other signature first',
      ['FEED-14', 'FEED-15'],
      [at(2), at(1), twin],
      { wanted: [quiet([1, 0], 2)] },
    ),
    state(
      'first-rejected',
      'the same message, at first with other content: the second counts',
      ['FEED-14', 'FEED-13'],
      [{ ...at(1), content: '2' }, at(1)],
      { wanted: [quiet([1], 1)] },
    ),
    state(
      'first-signature-rejected',
      'the same message, at first with a signature that is not valid',
      ['FEED-14', 'FEED-13'],
      [{ ...at(1), signature: at(2).signature }, at(2), at(1)],
      { wanted: [quiet([2, 1], 2)] },
    ),
    state(
      'three-times',
      'the same message with other content, without content, and with its content',
      ['FEED-14', 'FEED-13'],
      [{ ...at(1), content: '2' }, stripped(at(1)), at(1)],
      { wanted: [quiet([1], 1)] },
    ),
  ];
};

/** Sets of messages in which there is no evidence. */
export const quietFeeds = (): VectorCase[] => [...gaps(), ...feeds(), ...leftOut(), ...again()];
