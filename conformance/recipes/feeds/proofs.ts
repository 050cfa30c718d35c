// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { hasSkip, lipmaa, proofPath } from '../../src/forge/lipmaa.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import type { Given } from '../cases/feed.ts';
import { NOW, T } from '../cases/verify.ts';
import { chain, idOf, type MessageChange, message, numbered, unknownId } from '../messages/message.ts';
import { proofOf, subset } from './ask.ts';
import { FEED } from './single.ts';

const { fern, phone, spaces } = cast;
const MOST = 9_007_199_254_740_991;

const stripped = ({ header, signature }: NativeRecord): NativeRecord => ({ header, signature });
const at = (n: number): NativeRecord => FEED[n - 1] as NativeRecord;
const pick = (...sequences: number[]): NativeRecord[] => sequences.map(at);

/** What differs from a made message, by its sequence. */
type Changes = Readonly<Record<number, MessageChange>>;

/**
 * Messages with these sequences, highest first, each of which names the next one by the link that leads there; where
 * none does, by `skip`. The other links lead to messages that nobody has seen.
 */
const linked = (sequences: readonly number[], changes: Changes = {}): NativeRecord[] => {
  const made: NativeRecord[] = [];
  for (const [index, sequence] of [...sequences].reverse().entries()) {
    const below = made[0];
    const link =
      below === undefined ? {} : { [below.header.sequence === sequence - 1 ? 'previous' : 'skip']: idOf(below) };
    const change = changes[sequence] ?? {};
    made.unshift(numbered(sequence, { ...change, header: { ...link, timestamp: T + index, ...change.header } }));
  }
  return made;
};

const COMPLETE = ['FEED-9', 'FEED-10', 'FEED-11', 'FEED-12'];

/** The targets that are proved, by the first message of the proof. */
const TARGETS: Readonly<Record<number, readonly number[]>> = {
  1: [1],
  2: [1, 2],
  3: [1, 2, 3],
  4: [1, 2, 3, 4],
  5: [1, 2, 3, 4, 5],
  8: [1, 3, 4, 5, 7, 8],
  12: [6, 11],
  13: [1, 3, 5, 12, 13],
  20: [11],
  24: [10],
  26: [13],
  27: [14],
  35: [30],
  39: [22],
  40: [1, 14, 40],
  41: [20],
  45: [1, 33],
};

const accepted = (): VectorCase[] => [
  ...Object.entries(TARGETS).flatMap(([first, targets]) =>
    targets.map((target) =>
      subset(
        `proof-${first}-${target}`,
        `message ${target}, to who has message ${first}`,
        proofOf(FEED, Number(first), target),
        target,
        COMPLETE,
      ),
    ),
  ),
  subset(
    'proof-without-content',
    'message 6 to who has message 12, and nobody has any content',
    proofOf(FEED, 12, 6).map(stripped),
    6,
    ['FEED-8', ...COMPLETE],
  ),
  subset(
    'proof-some-content',
    'of message 6 alone the content is there',
    proofOf(FEED, 12, 6).map((one) => (one === at(6) ? one : stripped(one))),
    6,
    ['FEED-8', ...COMPLETE],
  ),
  subset(
    'proof-by-fern',
    "a message of Fern's feed in the kitchen, with a log",
    proofOf(chain(8, { author: fern, header: { space: spaces.kitchen, log: 4 } }), 8, 5),
    5,
    COMPLETE,
  ),
  subset('proof-of-skips', 'messages of which the other links lead nowhere', linked(proofPath(12, 6)), 6, COMPLETE),
  subset(
    'proof-ahead',
    'the first message of the proof is exactly 10 minutes ahead',
    linked([2, 1], { 2: { header: { timestamp: NOW + 600_000_000 } } }),
    1,
    ['FEED-12', 'REC-13'],
  ),
  subset(
    'proof-written',
    'messages written with blanks',
    proofOf(FEED, 4, 2).map((one) => JSON.stringify(one, null, 1)),
    2,
    COMPLETE,
  ),
];

/** Sequences so large that sums and products of them are not exact any more. */
const huge = (): VectorCase[] =>
  (
    [
      [121, 41],
      [364, 1],
      [8_338_590_849_833_284, 1],
      [MOST, MOST],
    ] as const
  ).flatMap(([first, target]) => {
    const path = proofPath(first, target);
    const name = `proof-${first}-${target}`;
    const step = path.findIndex((n) => hasSkip(n) && hasSkip(n - 1) && path.includes(lipmaa(n)));
    const whole = subset(
      name,
      `message ${target}, to who has message ${first}`,
      linked(path).map(stripped),
      target,
      COMPLETE,
    );
    const above = path[step];
    if (above === undefined || path.length > 30) return [whole];
    const words = `message ${above - 1} stands between message ${above} and message ${path[step + 1]}`;
    const longer = linked(path.toSpliced(step + 1, 0, above - 1)).map(stripped);
    return [whole, subset(`${name}-longer`, words, longer, target, [], { breaks: ['FEED-9'], parent: name })];
  });

type Row = [slug: string, words: string, proof: readonly Given[], target: number, breaks: string[], parent: string];

const refuseAll = (rows: Row[], also: string[] = []): VectorCase[] =>
  rows.map(([slug, words, proof, target, breaks, parent]) =>
    subset(`proof-${slug}`, words, proof, target, also, { breaks, parent: `proof-${parent}` }),
  );

/** 12, 8, 7, 6, 5, 4, 1: which most of the defects are about. */
const PATH = proofPath(12, 6);
const PROOF = proofOf(FEED, 12, 6);

/** The proof without its message `n`. */
const without = (n: number): NativeRecord[] => PROOF.filter(({ header }) => header.sequence !== n);

const paths = (): VectorCase[] =>
  refuseAll([
    ['empty', 'no messages', [], 1, ['FEED-9'], '1-1'],
    ['target-below', 'the proof is one of message 6, and message 4 is asked for', PROOF, 4, ['FEED-9'], '12-6'],
    ['target-above', 'the proof is one of message 6, and message 8 is asked for', PROOF, 8, ['FEED-9'], '12-6'],
    [
      'target-not-reached',
      'the proof begins below the message that is asked for',
      proofOf(FEED, 8, 5),
      9,
      ['FEED-9'],
      '8-5',
    ],
    [
      'target-1',
      'the proof is one of message 3, and message 1 is asked for',
      proofOf(FEED, 8, 3),
      1,
      ['FEED-9'],
      '8-3',
    ],
    [
      'target-first',
      'the proof is one of message 5, and its first message is asked for',
      proofOf(FEED, 8, 5),
      8,
      ['FEED-9'],
      '8-5',
    ],
    ['target-0', 'message 0 is asked for', pick(1), 0, ['FEED-9'], '1-1'],
    ['target-negative', 'message −1 is asked for', pick(4, 1), -1, ['FEED-9'], '4-1'],
    [
      'first-half',
      'the way to the message is there, and not the way from it to message 1',
      proofOf(FEED, 12, 6).slice(0, PATH.indexOf(6) + 1),
      6,
      ['FEED-9'],
      '12-6',
    ],
    ['first-half-near', 'message 3 to who has message 4, without the way on', pick(4, 3), 3, ['FEED-9'], '4-3'],
    ['alone', 'message 5 by itself', pick(5), 5, ['FEED-9'], '5-5'],
    ['last-missing', 'message 1 is missing', without(1), 6, ['FEED-9'], '12-6'],
    ['itself-missing', 'the message itself is missing', without(6), 6, ['FEED-9', 'FEED-11'], '12-6'],
    [
      'itself-missing-first',
      'the message itself is missing, which is the first of the proof',
      pick(4, 1),
      8,
      ['FEED-9'],
      '8-8',
    ],
    ['second-missing', 'the second message is missing', PROOF.toSpliced(1, 1), 6, ['FEED-9', 'FEED-11'], '12-6'],
    ['one-missing', 'the last but one is missing', PROOF.toSpliced(-2, 1), 6, ['FEED-9', 'FEED-11'], '12-6'],
    [
      'long-way',
      'all messages from 13 to 1, which are linked by previous',
      FEED.slice(0, 13).reverse(),
      1,
      ['FEED-9'],
      '13-1',
    ],
    [
      'detour-above',
      'one message more above the target, on a way that is linked too',
      pick(13, 12, 8, 4, 1),
      4,
      ['FEED-9'],
      '13-1',
    ],
    [
      'detour-below',
      'from the target down not by its skip link',
      pick(13, 12, 11, 10, 9, 8, 4, 1),
      13,
      ['FEED-9'],
      '13-13',
    ],
    ['detour-last', 'messages 4, 3, 2 and 1', pick(4, 3, 2, 1), 4, ['FEED-9'], '4-4'],
    [
      'detour-past',
      'below the target and up again',
      pick(8, 4, 7, 6, 5, 4, 1),
      7,
      ['FEED-9', 'FEED-11', 'FEED-12'],
      '8-7',
    ],
    [
      'too-many-behind',
      'a second first message behind the first',
      [...proofOf(FEED, 4, 2), at(1)],
      2,
      ['FEED-9', 'FEED-11', 'FEED-12'],
      '4-2',
    ],
    [
      'twice',
      'the target comes twice',
      PROOF.toSpliced(PATH.indexOf(6), 0, at(6)),
      6,
      ['FEED-9', 'FEED-11', 'FEED-12'],
      '12-6',
    ],
    ['twice-first', 'the first message comes twice', [at(12), ...PROOF], 6, ['FEED-9', 'FEED-11', 'FEED-12'], '12-6'],
    ['reversed', 'the lowest sequence comes first', [...PROOF].reverse(), 6, ['FEED-9', 'FEED-11', 'FEED-12'], '12-6'],
    ['reversed-two', 'message 1, and then message 2', pick(1, 2), 1, ['FEED-9', 'FEED-11', 'FEED-12'], '2-1'],
    ['swapped', 'two neighbours changed places', pick(8, 5, 7, 6, 4, 1), 5, ['FEED-9', 'FEED-11', 'FEED-12'], '8-5'],
    [
      'halves-swapped',
      'the way from the target down comes first',
      [...proofOf(FEED, 5, 5), ...pick(8, 7, 6)],
      5,
      ['FEED-9', 'FEED-11', 'FEED-12'],
      '8-5',
    ],
    ['too-far-down', 'past the target by a skip link, which was to be left aside', pick(8, 4, 1), 5, ['FEED-9'], '8-5'],
    [
      'without-content-long',
      'messages 4, 3, 2 and 1 without their contents',
      pick(4, 3, 2, 1).map(stripped),
      4,
      ['FEED-9'],
      'without-content',
    ],
  ]);

/** A proof by a chain of Suzy's of which message 1 and perhaps others are of another feed. */
const spliced = (sequences: readonly number[], from: number, change: MessageChange): NativeRecord[] =>
  linked(sequences, Object.fromEntries(sequences.filter((n) => n <= from).map((n) => [n, change])));

const otherFeeds = (): VectorCase[] =>
  refuseAll([
    ['fern-last', "message 1 is Fern's, and is linked", spliced([4, 1], 1, { author: fern }), 4, ['FEED-10'], '4-4'],
    [
      'fern-below',
      "the messages below the target are Fern's, and are linked",
      spliced(PATH, 5, { author: fern }),
      6,
      ['FEED-10'],
      'of-skips',
    ],
    [
      'fern-target',
      "the message itself is Fern's, and all is linked",
      linked(PATH, { 6: { author: fern } }),
      6,
      ['FEED-10'],
      'of-skips',
    ],
    [
      'fern-first',
      "the first message is Fern's, and all is linked",
      linked([8, 4, 1], { 8: { author: fern } }),
      4,
      ['FEED-10'],
      '8-4',
    ],
    [
      'log-below',
      'the messages from the target down are of a feed with a log',
      spliced(PATH, 6, { header: { log: 1 } }),
      6,
      ['FEED-10'],
      'of-skips',
    ],
    [
      'log-other',
      'message 1 is of another log',
      linked([4, 1], { 4: { header: { log: 2 } }, 1: { header: { log: 3 } } }),
      4,
      ['FEED-10'],
      '4-4',
    ],
    [
      'space-below',
      'message 1 is of another space',
      spliced([4, 1], 1, { header: { space: spaces.kitchen } }),
      4,
      ['FEED-10'],
      '4-4',
    ],
    [
      'fern-spliced',
      "two messages of Fern's feed in the place of Suzy's",
      [...pick(8), ...proofOf(chain(4, { author: fern }), 4, 4)],
      4,
      ['FEED-10', 'FEED-11'],
      '8-4',
    ],
    [
      'fern-sparse',
      "message 1 is Fern's, and is linked, and nobody has any content",
      spliced([4, 1], 1, { author: fern }).map(stripped),
      4,
      ['FEED-10'],
      'without-content',
    ],
  ]);

const OTHER = message({ content: 'another beginning' });

const links = (): VectorCase[] =>
  refuseAll([
    [
      'skip-unknown',
      'a skip link leads to a message that nobody has seen',
      linked([8, 4, 1], { 8: { header: { skip: unknownId('x') } } }),
      4,
      ['FEED-11'],
      '8-4',
    ],
    [
      'skip-unknown-below',
      'a skip link below the target leads to a message that nobody has seen',
      linked(PATH, { 4: { header: { skip: unknownId('x') } } }),
      6,
      ['FEED-11'],
      'of-skips',
    ],
    [
      'previous-unknown',
      'previous leads to a message that nobody has seen',
      linked(PATH, { 7: { header: { previous: unknownId('x') } } }),
      6,
      ['FEED-11'],
      'of-skips',
    ],
    [
      'previous-in-place-of-skip',
      'the right id is in previous, where skip leads there',
      linked([4, 1], { 4: { header: { previous: idOf(linked([1])[0] as NativeRecord), skip: unknownId('x') } } }),
      4,
      ['FEED-11'],
      '4-4',
    ],
    [
      'skip-in-place-of-previous',
      'the right id is in skip, where previous leads there',
      linked([8, 7, 6, 5, 4, 1], {
        8: { header: { previous: unknownId('x'), skip: idOf(linked([7, 6, 5, 4, 1])[0] as NativeRecord) } },
      }),
      7,
      ['FEED-11'],
      '8-7',
    ],
    [
      'other-first',
      'another message of the same author stands in the place of message 1',
      [...proofOf(FEED, 13, 4).slice(0, -1), OTHER],
      4,
      ['FEED-11'],
      '13-1',
    ],
    [
      'other-target',
      'another message of the same author and sequence stands in its place',
      proofOf(FEED, 5, 4).with(
        1,
        numbered(4, { header: { skip: idOf(at(1)), timestamp: at(4).header.timestamp as number } }),
      ),
      4,
      ['FEED-11'],
      '5-4',
    ],
    [
      'previous-sparse',
      'previous leads nowhere, and nobody has any content',
      linked([2, 1], { 2: { header: { previous: unknownId('x') } } }).map(stripped),
      1,
      ['FEED-11'],
      'without-content',
    ],
  ]);

const timestamps = (): VectorCase[] =>
  refuseAll([
    [
      'timestamp-equal',
      'two messages of one microsecond',
      linked([2, 1], { 2: { header: { timestamp: T } } }),
      1,
      ['FEED-12'],
      '2-1',
    ],
    [
      'timestamp-rising',
      'a message older than the one that it names',
      linked([8, 4, 1], { 4: { header: { timestamp: T - 1 } } }),
      4,
      ['FEED-12'],
      '8-4',
    ],
    [
      'timestamp-first',
      'the first message is older than all others',
      linked(PATH, { 12: { header: { timestamp: T - 1 } } }),
      6,
      ['FEED-12'],
      'of-skips',
    ],
    [
      'timestamp-last',
      'message 1 is younger than the others',
      linked([4, 1], { 1: { header: { timestamp: NOW } } }),
      4,
      ['FEED-12'],
      '4-4',
    ],
    [
      'timestamp-sparse',
      'two messages of one microsecond, and nobody has any content',
      linked([2, 1], { 2: { header: { timestamp: T } } }).map(stripped),
      1,
      ['FEED-12'],
      'without-content',
    ],
    [
      'timestamp-and-link',
      'two messages of one microsecond, of which the one names another',
      linked([2, 1], { 2: { header: { timestamp: T, previous: unknownId('x') } } }),
      1,
      ['FEED-11', 'FEED-12'],
      '2-1',
    ],
  ]);

/** Each message is judged by itself before the proof is [FEED-24]. */
const orders = (): VectorCase[] => [
  ...refuseAll(
    [
      ['signature', 'message 4 is signed by Fern', linked([8, 4, 1], { 4: { signer: fern } }), 4, ['REC-15'], '8-4'],
      [
        'signature-path',
        'message 1 is signed by Fern, and another target is asked for',
        linked([4, 1], { 1: { signer: fern } }),
        2,
        ['REC-15'],
        '4-2',
      ],
      [
        'text-last',
        'message 1 has null as its log, and the proof is too long',
        [...pick(4, 3, 2), JSON.stringify(at(1)).replace('"sequence"', '"log":null,"sequence"')],
        4,
        ['TXT-7'],
        '4-4',
      ],
      [
        'content',
        'the content of message 4 was changed, and message 1 is missing',
        [{ ...at(4), content: '5' }],
        4,
        ['REC-17'],
        '4-4',
      ],
      [
        'content-below',
        'the content of message 1 was changed',
        [at(4), { ...at(1), content: '2' }],
        4,
        ['REC-17'],
        '4-4',
      ],
      [
        'future',
        'the first message is from the future',
        linked([2, 1], { 2: { header: { timestamp: NOW + 600_000_001 } } }),
        1,
        ['REC-13'],
        'ahead',
      ],
      [
        'no-skip',
        'message 4 has no skip link',
        [numbered(4, { header: { skip: undefined } }), at(1)],
        4,
        ['MSG-7'],
        '4-4',
      ],
      [
        'before-held',
        "message 4 is signed by Fern, and message 1 is of Suzy's phone",
        [numbered(4, { signer: fern }), phone1()],
        4,
        ['REC-15'],
        '4-4',
      ],
      [
        'two-bad',
        'message 4 is signed by Fern, and message 1 has null as its log',
        [numbered(4, { signer: fern }), JSON.stringify(at(1)).replace('"sequence"', '"log":null,"sequence"')],
        4,
        ['REC-15'],
        '4-4',
      ],
    ],
    ['REC-18', 'FEED-24'],
  ),
  subset('proof-held', "messages of Suzy's phone", phoneProof(), 2, ['REC-19', 'FEED-24'], { held: true }),
  subset(
    'proof-held-one',
    "the first message of Suzy's phone",
    [message({ header: { key: phone.keyId }, signer: phone })],
    1,
    ['REC-19', 'FEED-24'],
    { held: true },
  ),
  subset(
    'proof-held-then-bad',
    "messages of Suzy's phone, the last of which Fern signed",
    [...phoneProof().slice(0, -1), message({ header: { key: phone.keyId }, signer: fern })],
    2,
    ['REC-19', 'FEED-24'],
    { held: true },
  ),
  ...heldAnyway(),
];

/** Proofs that break rules which nobody looks at, because a message is held. */
const heldAnyway = (): VectorCase[] =>
  (
    [
      ['path', "messages of Suzy's phone, of which message 1 is missing", phoneProof().slice(0, -1), 2],
      ['target', "messages of Suzy's phone, and another target is asked for", phoneProof(), 3],
      ['reversed', "messages of Suzy's phone, the lowest sequence first", phoneProof().reverse(), 2],
      ['link', "a message of Suzy's phone that names an unknown one", [phone2(unknownId('x'), T + 1), phone1()], 1],
      [
        'timestamp',
        "a message of Suzy's phone that is older than the one before it",
        [phone2(idOf(phone1()), T - 1), phone1()],
        1,
      ],
      ['feed', "the first of two messages is of Suzy's phone, the other of her feed without a key", mixed(), 1],
    ] as const
  ).map(([slug, words, proof, target]) =>
    subset(`proof-held-${slug}`, words, proof, target, ['REC-19', 'FEED-24'], { held: true }),
  );

const phone1 = (): NativeRecord => message({ header: { key: phone.keyId }, signer: phone });
const phone2 = (previous: string, timestamp: number): NativeRecord =>
  numbered(2, { header: { key: phone.keyId, previous, timestamp }, signer: phone });
const mixed = (): NativeRecord[] => [phone2(idOf(at(1)), T + 1), at(1)];

const phoneProof = (): NativeRecord[] => proofOf(chain(4, { header: { key: phone.keyId }, signer: phone }), 4, 2);

/** Subset proofs. */
export const proofs = (): VectorCase[] => [
  ...accepted(),
  ...huge(),
  ...paths(),
  ...otherFeeds(),
  ...links(),
  ...timestamps(),
  ...orders(),
];
