// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { compareIds } from '../../src/forge/identifiers.ts';
import { lipmaa } from '../../src/forge/lipmaa.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { FEED } from '../feeds/single.ts';
import { chain, extend, idOf, type MessageChange, message, next, numbered, unknownId } from '../messages/message.ts';
import { byIds, crossed, quiet, state, torn } from './ask.ts';

const { fern, phone, spaces } = cast;
const MOST = 9_007_199_254_740_991;

const upTo = (n: number): NativeRecord[] => FEED.slice(0, n);
const pick = (...sequences: number[]): NativeRecord[] => sequences.map((n) => FEED[n - 1] as NativeRecord);
const at = (n: number): NativeRecord => FEED[n - 1] as NativeRecord;

/** The message after the first `n` of Suzy's feed, with something changed before it was signed. */
const after = (
  n: number,
  header: NonNullable<MessageChange['header']> = {},
  change: MessageChange = {},
): NativeRecord => next(upTo(n), { ...change, header });

/** Another message `n` of Suzy's feed, told apart by its content. */
const twin = (n: number, content = `another ${n}`): NativeRecord => after(n - 1, {}, { content });

const stripped = ({ header, signature }: NativeRecord): NativeRecord => ({ header, signature });

type Pair = [lower: number, higher: number];
const pairOf = (records: readonly NativeRecord[], one: number, other: number): Pair =>
  byIds(records, one, other) as Pair;

const forks = (): VectorCase[] => {
  const first = [at(1), twin(1)];
  const third = [...upTo(3), twin(3), at(4)];
  const alone = [at(3), twin(3)];
  const three = [at(1), twin(2), at(2), twin(2, 'a third one')];
  const low = [at(1), at(2), twin(2), at(5), twin(5), at(6)];
  const high = [...upTo(5), at(6), twin(6)];
  const ten = [...upTo(9), twin(9), at(10), twin(10)];
  const missing = [at(1), at(2), at(6), twin(6), at(7)];
  const branches = [...upTo(4), ...extend([...upTo(2), twin(3)], 4).slice(2)];
  const bare = [at(1), stripped(at(2)), stripped(twin(2))];
  const typed = [at(1), at(2), after(1, { contentType: 'text/plain' }, { content: '2' })];
  const later = [at(1), at(2), after(1, { timestamp: T + 1001 }, { content: '2' })];
  const logged = [at(1), ...[1, 2].map((n) => message({ content: `${n}`, header: { log: 1 } }))];
  const ferns = [at(1), ...['a', 'b'].map((content) => message({ author: fern, content }))];
  const apart = [...['a', 'b'].map((label) => numbered(5, { header: { previous: unknownId(label) } })), at(1)];
  const apartSkips = ['a', 'b'].map((label) =>
    numbered(8, { header: { previous: unknownId(label), skip: unknownId(`skip ${label}`) } }),
  );
  const distant = [at(1), at(2), numbered(40), numbered(40, { content: 'another' })];
  return [
    state('fork-first', 'two first messages', ['FEED-15', 'FEED-18', 'FEED-19', 'FEED-20'], first, {
      wanted: [torn([], byIds(first, 0, 1), 0, [1, ...pairOf(first, 0, 1)])],
    }),
    state(
      'fork-third',
      'two messages 3, and a message 4 after the one',
      ['FEED-15', 'FEED-18', 'FEED-19', 'FEED-20'],
      third,
      { wanted: [torn([0, 1], [...byIds(third, 2, 3), 4], 2, [3, ...pairOf(third, 2, 3)])] },
    ),
    state('fork-alone', 'two messages 3, and nothing else', ['FEED-15', 'FEED-18', 'FEED-20'], alone, {
      wanted: [torn([], byIds(alone, 0, 1), 0, [3, ...pairOf(alone, 0, 1)])],
    }),
    state('fork-of-three', 'three messages 2', ['FEED-15', 'FEED-19'], three, {
      wanted: [torn([0], byIds(three, 1, 2, 3), 1, [2, ...(byIds(three, 1, 2, 3).slice(0, 2) as Pair)])],
    }),
    state('fork-twice', 'two messages 2, and two messages 5: the lower sequence counts', ['FEED-18', 'FEED-19'], low, {
      wanted: [torn([0], [...byIds(low, 1, 2), ...byIds(low, 3, 4), 5], 1, [2, ...pairOf(low, 1, 2)])],
    }),
    state(
      'fork-nine-ten',
      'two messages 9, and two messages 10: nine is the lower number',
      ['FEED-18', 'FEED-19'],
      ten,
      {
        wanted: [
          torn([0, 1, 2, 3, 4, 5, 6, 7], [...byIds(ten, 8, 9), ...byIds(ten, 10, 11)], 8, [9, ...pairOf(ten, 8, 9)]),
        ],
      },
    ),
    state('fork-at-the-end', 'five messages, and two messages 6: five are settled', ['FEED-18', 'FEED-20'], high, {
      wanted: [torn([0, 1, 2, 3, 4], byIds(high, 5, 6), 5, [6, ...pairOf(high, 5, 6)])],
    }),
    state(
      'fork-above-gap',
      'messages 1 and 2, and two messages 6: messages 3 to 5 are missing',
      ['FEED-18', 'FEED-20'],
      missing,
      { wanted: [torn([0, 1], [...byIds(missing, 2, 3), 4], 2, [6, ...pairOf(missing, 2, 3)])] },
    ),
    state(
      'fork-branches',
      'two branches from message 3 on, of two messages each',
      ['FEED-15', 'FEED-18', 'FEED-19'],
      branches,
      {
        wanted: [torn([0, 1], [...byIds(branches, 2, 4), ...byIds(branches, 3, 5)], 2, [3, ...pairOf(branches, 2, 4)])],
      },
    ),
    state('fork-without-content', 'two messages 2, of which nobody has the contents', ['FEED-15', 'FEED-8'], bare, {
      wanted: [torn([0], byIds(bare, 1, 2), 1, [2, ...pairOf(bare, 1, 2)])],
    }),
    state('fork-of-types', 'two messages 2 that differ in the content type', ['FEED-15'], typed, {
      wanted: [torn([0], byIds(typed, 1, 2), 1, [2, ...pairOf(typed, 1, 2)])],
    }),
    state('fork-of-times', 'two messages 2 that differ by a microsecond', ['FEED-15'], later, {
      wanted: [torn([0], byIds(later, 1, 2), 1, [2, ...pairOf(later, 1, 2)])],
    }),
    state('fork-in-log', 'a fork in a feed with a log leaves the other feed alone', ['FEED-15', 'FEED-18'], logged, {
      wanted: [quiet([0], 1), torn([], byIds(logged, 1, 2), 0, [1, ...pairOf(logged, 1, 2)], { log: 1 })],
    }),
    state('fork-of-fern', "a fork in Fern's feed leaves Suzy's alone", ['FEED-15', 'FEED-18'], ferns, {
      wanted: [quiet([0], 1), torn([], byIds(ferns, 1, 2), 0, [1, ...pairOf(ferns, 1, 2)], { author: fern })],
    }),
    state('fork-apart', 'two messages 5 that name different messages before them', ['FEED-15'], apart, {
      wanted: [torn([2], byIds(apart, 0, 1), 1, [5, ...pairOf(apart, 0, 1)])],
    }),
    state('fork-apart-skips', 'two messages 8 of which both links are different', ['FEED-15'], apartSkips, {
      wanted: [torn([], byIds(apartSkips, 0, 1), 0, [8, ...pairOf(apartSkips, 0, 1)])],
    }),
    state(
      'fork-far-away',
      'messages 1 and 2, and two messages 40 of which nothing else is known',
      ['FEED-15', 'FEED-18'],
      distant,
      { wanted: [torn([0, 1], byIds(distant, 2, 3), 2, [40, ...pairOf(distant, 2, 3)])] },
    ),
  ];
};

/** In all of these the order of the bytes of the ids and that of their texts lead to other answers. */
const idOrders = (): VectorCase[] => {
  const firsts = (count: number): NativeRecord => message({ content: `${count}` });
  const thirds = (count: number): NativeRecord => twin(3, `${count}`);
  const [low, high] = crossed(firsts, firsts);
  const [lowThird, highThird] = crossed(thirds, thirds);
  const settledPair = [...pick(1, 2), highThird, lowThird];
  // A third one between the two by bytes: by text the pair would be another one.
  const between = Array.from({ length: 1000 }, (_, count) => firsts(count + 5000)).find(
    (one) => compareIds(idOf(one), idOf(low)) > 0 && idOf(one) > idOf(high) && compareIds(idOf(one), idOf(high)) < 0,
  ) as NativeRecord;
  return [
    state(
      'ids-by-bytes',
      'two first messages, of which the one that is lower by bytes is higher by text',
      ['FEED-19', 'ID-6'],
      [low, high],
      { wanted: [torn([], [0, 1], 0, [1, 0, 1])] },
    ),
    state('ids-by-bytes-turned', 'the same, in the other order', ['FEED-19', 'ID-6'], [high, low], {
      wanted: [torn([], [1, 0], 0, [1, 1, 0])],
    }),
    state('ids-by-bytes-third', 'two such messages 3', ['FEED-19', 'ID-6'], settledPair, {
      wanted: [torn([0, 1], [3, 2], 2, [3, 3, 2])],
    }),
    state(
      'ids-by-bytes-three',
      'three first messages: by text the proof would be another pair',
      ['FEED-19', 'ID-6'],
      [high, between, low],
      { wanted: [torn([], [2, 1, 0], 0, [1, 2, 1])] },
    ),
  ];
};

const LINKS = ['FEED-16', 'FEED-18'];

const contradictions = (): VectorCase[] => {
  const torn2 = (records: NativeRecord[], sequence = 2): ReturnType<typeof torn>[] => [
    torn([0], [1], 1, [sequence, ...pairOf(records, 0, 1)]),
  ];
  const wrongPrevious = [at(1), after(1, { previous: unknownId('x') })];
  const otherBranch = [at(1), next([twin(1)])];
  const middle = [...upTo(4), after(4, { previous: unknownId('x') }), at(6)];
  const wrongSkip = [at(1), after(3, { skip: unknownId('x') })];
  const skipInFeed = [...upTo(3), after(3, { skip: idOf(at(2)) })];
  const eighth = [at(4), at(7), after(7, { skip: unknownId('x') })];
  const equal = [at(1), after(1, { timestamp: T })];
  const older = [at(1), after(1, { timestamp: T - 1 })];
  const bySkip = [at(1), after(3, { timestamp: T })];
  const bySkipOlder = [at(4), after(7, { timestamp: 10_000_000_000_000 })];
  const bare = [at(1), after(1, { previous: unknownId('x') }, { sparse: true })].map(stripped);
  const huge = [numbered(lipmaa(MOST)), numbered(MOST)];
  const hugePrevious = [numbered(MOST - 1), numbered(MOST)];
  const rightLinkLater = [at(1), after(1, { timestamp: NOW + 600_000_000 })];
  return [
    state('previous-wrong', 'message 2 names another one than message 1', LINKS, wrongPrevious, {
      wanted: torn2(wrongPrevious),
    }),
    state('previous-of-branch', 'message 2 of a branch whose message 1 is not there', LINKS, otherBranch, {
      wanted: torn2(otherBranch),
    }),
    state(
      'previous-wrong-fifth',
      'message 5 names another one than message 4: messages 1 to 4 are settled',
      ['FEED-16', 'FEED-18', 'FEED-20'],
      middle,
      { wanted: [torn([0, 1, 2, 3], [4, 5], 4, [5, ...pairOf(middle, 3, 4)])] },
    ),
    state('skip-wrong', 'the skip link of message 4 is not message 1', LINKS, wrongSkip, {
      wanted: torn2(wrongSkip, 4),
    }),
    state(
      'skip-wrong-in-feed',
      'the skip link of message 4 is message 2, and all others are there',
      ['FEED-16', 'FEED-17', 'FEED-18', 'FEED-19'],
      skipInFeed,
      {
        wanted: [
          torn([0, 1, 2], [3], 3, [
            4,
            ...firstOf(skipInFeed, [
              [0, 3],
              [1, 3],
            ]),
          ]),
        ],
      },
    ),
    state('skip-wrong-eighth', 'the skip link of message 8 is not message 4', LINKS, eighth, {
      wanted: [torn([0, 1], [2], 0, [8, ...pairOf(eighth, 0, 2)])],
    }),
    state('timestamp-equal', 'messages 1 and 2 are of one microsecond', LINKS, equal, { wanted: torn2(equal) }),
    state('timestamp-falls', 'message 2 is a microsecond older than message 1', LINKS, older, { wanted: torn2(older) }),
    state(
      'timestamp-equal-by-skip',
      'messages 1 and 4 are of one microsecond, and those between are missing',
      LINKS,
      bySkip,
      { wanted: torn2(bySkip, 4) },
    ),
    state(
      'timestamp-falls-by-skip',
      'message 8 is years older than message 4, and those between are missing',
      LINKS,
      bySkipOlder,
      { wanted: [torn([0], [1], 0, [8, ...pairOf(bySkipOlder, 0, 1)])] },
    ),
    state(
      'timestamp-rises',
      'message 2 is much later than message 1, and still no further ahead than it may be',
      LINKS,
      rightLinkLater,
      { wanted: [quiet([0, 1], 2)] },
    ),
    state(
      'previous-wrong-sparse',
      'message 2 names another one than message 1, and nobody has any content',
      ['FEED-16', 'FEED-8'],
      bare,
      { wanted: torn2(bare) },
    ),
    state(
      'skip-wrong-huge',
      'the skip link of the message of the largest sequence is not the message there',
      ['FEED-16', 'MSG-8'],
      huge,
      { wanted: [torn([0], [1], 0, [MOST, ...pairOf(huge, 0, 1)])] },
    ),
    ...[13, 26, 80].map((n) => {
      const pair = [numbered(lipmaa(n)), numbered(n)];
      return state(
        `skip-wrong-${n}`,
        `the skip link of message ${n} is not message ${lipmaa(n)}, and no other message is there`,
        ['FEED-16', 'MSG-8'],
        pair,
        { wanted: [torn([0], [1], 0, [n, ...pairOf(pair, 0, 1)])] },
      );
    }),
    state(
      'previous-wrong-huge',
      'the message of the largest sequence names another one than that before it',
      ['FEED-16'],
      hugePrevious,
      { wanted: [torn([0], [1], 0, [MOST, ...pairOf(hugePrevious, 0, 1)])] },
    ),
  ];
};

/** Of pairs of positions the one that is the proof: by the lower id, and then by the higher one. */
const firstOf = (records: readonly NativeRecord[], pairs: readonly (readonly [number, number])[]): Pair => {
  const [first] = pairs
    .map(([one, other]) => pairOf(records, one, other))
    .sort(([a, b], [c, d]) => {
      const by = (left: number, right: number): number =>
        compareIds(idOf(records[left] as NativeRecord), idOf(records[right] as NativeRecord));
      return by(a, c) || by(b, d);
    });
  return first as Pair;
};

const STRANGE = ['FEED-17', 'FEED-18'];

const strangers = (): VectorCase[] => {
  const fernFirst = message({ author: fern });
  const names = (
    one: NativeRecord,
    sequence = 2,
    link: 'previous' | 'skip' = 'previous',
    change: MessageChange = {},
  ): NativeRecord =>
    numbered(sequence, { ...change, header: { [link]: idOf(one), timestamp: T + 50_000, ...change.header } });
  const ferns = [names(fernFirst), fernFirst];
  const both = [at(1), names(fernFirst), fernFirst];
  const fernSkip = [names(fernFirst, 4, 'skip'), fernFirst];
  const logFirst = message({ header: { log: 1 } });
  const logs = [names(logFirst), logFirst];
  const logsTurned = [names(at(1), 2, 'previous', { header: { log: 1 } }), at(1)];
  const tooLow = [at(2), names(at(2), 4)];
  const tooHigh = [at(5), names(at(5), 3)];
  const itself = [at(6), names(at(6), 6)];
  const lowSkip = [at(1), names(at(1), 8, 'skip')];
  const highSkip = [at(5), names(at(5), 8, 'skip')];
  const skipIsPrevious = [
    at(7),
    numbered(8, { header: { previous: idOf(at(7)), skip: idOf(at(7)), timestamp: T + 50_000 } }),
  ];
  const previousIsSkip = [
    at(4),
    numbered(8, { header: { previous: idOf(at(4)), skip: idOf(at(4)), timestamp: T + 50_000 } }),
  ];
  const fernTorn = [at(1), at(2), names(at(1), 2, 'previous', { author: fern })];
  const fernOlder = [names(fernFirst, 2, 'previous', { header: { timestamp: T - 5 } }), fernFirst];
  const future = numbered(1, { author: fern, header: { timestamp: NOW + 600_000_001 } });
  const toFuture = [names(future), future];
  return [
    state('names-fern', "message 2 names Fern's first message: Fern's feed is not torn", STRANGE, ferns, {
      wanted: [torn([], [0], 0, [2, ...pairOf(ferns, 0, 1)]), quiet([1], 1, { author: fern })],
    }),
    state(
      'names-fern-after-own',
      "message 2 names Fern's first message, and Suzy's first is there too",
      ['FEED-16', 'FEED-17', 'FEED-19'],
      both,
      {
        wanted: [
          torn([0], [1], 1, [
            2,
            ...firstOf(both, [
              [0, 1],
              [1, 2],
            ]),
          ]),
          quiet([2], 1, { author: fern }),
        ],
      },
    ),
    state('skips-to-fern', "the skip link of message 4 is Fern's first message", STRANGE, fernSkip, {
      wanted: [torn([], [0], 0, [4, ...pairOf(fernSkip, 0, 1)]), quiet([1], 1, { author: fern })],
    }),
    state('names-other-log', 'message 2 names the first message of the same author with a log', STRANGE, logs, {
      wanted: [torn([], [0], 0, [2, ...pairOf(logs, 0, 1)]), quiet([1], 1, { log: 1 })],
    }),
    state(
      'names-no-log',
      'message 2 of a feed with a log names the first message of that without',
      STRANGE,
      logsTurned,
      { wanted: [quiet([1], 1), torn([], [0], 0, [2, ...pairOf(logsTurned, 0, 1)], { log: 1 })] },
    ),
    state('names-too-low', 'message 4 names message 2 as the one before it', STRANGE, tooLow, {
      wanted: [torn([0], [1], 0, [4, ...pairOf(tooLow, 0, 1)])],
    }),
    state('names-too-high', 'message 3 names message 5 as the one before it', STRANGE, tooHigh, {
      wanted: [torn([], [1, 0], 0, [3, ...pairOf(tooHigh, 0, 1)])],
    }),
    state('names-twin', 'message 6 names another message 6 as the one before it', ['FEED-15', 'FEED-17'], itself, {
      wanted: [torn([], byIds(itself, 0, 1), 0, [6, ...pairOf(itself, 0, 1)])],
    }),
    state('skips-too-low', 'the skip link of message 8 is message 1', STRANGE, lowSkip, {
      wanted: [torn([0], [1], 1, [8, ...pairOf(lowSkip, 0, 1)])],
    }),
    state('skips-too-high', 'the skip link of message 8 is message 5', STRANGE, highSkip, {
      wanted: [torn([0], [1], 0, [8, ...pairOf(highSkip, 0, 1)])],
    }),
    state('skips-to-previous', 'the skip link of message 8 is message 7', STRANGE, skipIsPrevious, {
      wanted: [torn([0], [1], 0, [8, ...pairOf(skipIsPrevious, 0, 1)])],
    }),
    state(
      'names-skipped',
      'message 8 names message 4 as the one before it, which its skip link is too',
      STRANGE,
      previousIsSkip,
      { wanted: [torn([0], [1], 0, [8, ...pairOf(previousIsSkip, 0, 1)])] },
    ),
    state('named-by-fern', "Fern's message 2 names Suzy's first: Suzy's feed is not torn", STRANGE, fernTorn, {
      wanted: [quiet([0, 1], 2), torn([], [2], 0, [2, ...pairOf(fernTorn, 0, 2)], { author: fern })],
    }),
    state('names-fern-older', "message 2 names Fern's first message, and is older", STRANGE, fernOlder, {
      wanted: [torn([], [0], 0, [2, ...pairOf(fernOlder, 0, 1)]), quiet([1], 1, { author: fern })],
    }),
    state(
      'names-future',
      "message 2 names a message of Fern's from too far in the future, which is left out",
      ['FEED-13', 'FEED-17'],
      toFuture,
      { wanted: [quiet([0], 0)] },
    ),
    state('names-future-later', 'the same, a microsecond later', ['FEED-13', 'FEED-17'], toFuture, {
      now: NOW + 1,
      wanted: [torn([], [0], 0, [2, ...pairOf(toFuture, 0, 1)]), quiet([1], 1, { author: fern })],
    }),
  ];
};

/** A message `n` whose id lies between two others, or before or behind them; by its content. */
const seek = (make: (count: number) => NativeRecord, fits: (one: NativeRecord) => boolean): NativeRecord => {
  for (let count = 0; count < 2000; count += 1) {
    const one = make(count);
    if (fits(one)) return one;
  }
  throw new Error('no message fits');
};

const isBefore = (one: NativeRecord, other: NativeRecord): boolean => compareIds(idOf(one), idOf(other)) < 0;

/** Several pairs are evidence at the lowest sequence. */
const proofs = (): VectorCase[] => {
  const wrongFourth = (count: number): NativeRecord =>
    after(3, { skip: unknownId('x'), previous: unknownId('y') }, { content: `${count}` });
  const [first, third] = [at(1), at(3)] as const;
  const [lower, higher] = isBefore(first, third) ? [first, third] : [third, first];
  const lowest = seek(wrongFourth, (one) => isBefore(one, lower));
  const inside = seek(wrongFourth, (one) => isBefore(lower, one) && isBefore(one, higher));
  const last = seek(wrongFourth, (one) => isBefore(higher, one));
  const rows: [slug: string, words: string, records: NativeRecord[], pairs: [number, number][]][] = [
    [
      'lowest',
      'message 4 contradicts messages 1 and 3, and its id is the lowest',
      [first, third, lowest],
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'between',
      'message 4 contradicts messages 1 and 3, and its id lies between theirs',
      [first, third, inside],
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'highest',
      'message 4 contradicts messages 1 and 3, and its id is the highest',
      [first, third, last],
      [
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'fork-and-links',
      'two messages 4, and both contradict messages 1 and 3',
      [first, third, last, lowest],
      [
        [0, 2],
        [1, 2],
        [0, 3],
        [1, 3],
        [2, 3],
      ],
    ],
  ];
  const made = rows.map(([slug, words, records, pairs]) =>
    state(`proof-${slug}`, words, ['FEED-16', 'FEED-19'], records, {
      wanted: [
        torn(
          [0, 1],
          byIds(records, ...records.keys()).filter((position) => position > 1),
          1,
          [4, ...firstOf(records, pairs)],
        ),
      ],
    }),
  );
  const mixed = [at(1), twin(2), at(3), twin(3)];
  const deep = [at(3), at(1), at(4), twin(4), twin(3)];
  return [
    ...made,
    state(
      'proof-lower-sequence',
      'message 3 contradicts message 2 and is forked: both are evidence at 3',
      ['FEED-15', 'FEED-16', 'FEED-19'],
      mixed,
      {
        wanted: [
          torn([0, 1], byIds(mixed, 2, 3), 2, [
            3,
            ...firstOf(mixed, [
              [2, 3],
              [1, 2],
              [1, 3],
            ]),
          ]),
        ],
      },
    ),
    state('proof-not-of-higher', 'two messages 3, and two messages 4 of which one has a lower id', ['FEED-19'], deep, {
      wanted: [torn([1], [...byIds(deep, 0, 4), ...byIds(deep, 2, 3)], 1, [3, ...pairOf(deep, 0, 4)])],
    }),
  ];
};

const dividing = (): VectorCase[] => {
  const both = [...upTo(3), twin(2), ...chain(2, { author: fern }), message({ author: fern, content: 'again' })];
  const spaces2 = [at(1), twin(1), message({ header: { space: spaces.kitchen } })];
  const duplicates = [at(1), at(1), twin(1), twin(1), stripped(at(1))];
  const heldTwin = [at(1), message({ content: 'x', header: { key: phone.keyId }, signer: phone })];
  const onlyDisputed = [at(1), twin(1), at(2), at(3)];
  return [
    state('both-torn', 'forks in two feeds, each at its own sequence', ['FEED-18', 'FEED-19', 'FEED-20'], both, {
      wanted: [
        torn([0], [...byIds(both, 1, 3), 2], 1, [2, ...pairOf(both, 1, 3)]),
        torn([], [...byIds(both, 4, 6), 5], 0, [1, ...pairOf(both, 4, 6)], { author: fern }),
      ],
    }),
    state('fork-and-other-space', 'two first messages, and one of another space', ['FEED-13', 'FEED-15'], spaces2, {
      wanted: [torn([], byIds(spaces2, 0, 1), 0, [1, ...pairOf(spaces2, 0, 1)])],
    }),
    state(
      'fork-with-duplicates',
      'two first messages, each of them several times',
      ['FEED-14', 'FEED-15'],
      duplicates,
      { wanted: [torn([], byIds(duplicates, 0, 2), 0, [1, ...pairOf(duplicates, 0, 2)])] },
    ),
    state(
      'fork-with-held',
      "a first message, and another one by Suzy's phone, which is held: no fork",
      ['FEED-13', 'FEED-15'],
      heldTwin,
      { wanted: [quiet([0], 1)] },
    ),
    state(
      'all-disputed',
      'two first messages, and messages 2 and 3: nothing is settled',
      ['FEED-18', 'FEED-20'],
      onlyDisputed,
      { wanted: [torn([], [...byIds(onlyDisputed, 0, 1), 2, 3], 0, [1, ...pairOf(onlyDisputed, 0, 1)])] },
    ),
  ];
};

/** Sets of messages in which there is evidence, and some in which there only seems to be. */
export const tornFeeds = (): VectorCase[] => [
  ...forks(),
  ...idOrders(),
  ...contradictions(),
  ...strangers(),
  ...proofs(),
  ...dividing(),
];
