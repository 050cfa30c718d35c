import type { VectorCase } from '@rockpool/schemas';
import { compareBytes } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { ssbId, ssbIdBytes } from '../../src/forge/ssb.ts';
import { feedCase, type Given } from '../cases/feed.ts';
import { nearKeys } from '../cases/near-keys.ts';
import { nearIds, replaced, ssb, ssbAuthorOf, ssbChain, ssbNext } from './message.ts';

const { suzy, fern } = cast;
const FEED = ssbChain(12);
const SUZY = ssbAuthorOf(suzy);
const nth = (n: number): JsonObject => FEED[n - 1] as JsonObject;
const idBytes = (message: JsonObject): Uint8Array => ssbIdBytes(ssbId(message)) as Uint8Array;
const UNKNOWN = ssbId(ssb({ members: { content: { type: 'vote' } } }));
const SETTLED = ['FEED-18', 'FEED-20'];
const FORKED = ['FEED-15', 'FEED-18', 'FEED-19', 'FEED-20'];

type Wanted = { author: string; settled: number[]; disputed: number[]; length: number; evidence?: Json };

const state = (
  slug: string,
  title: string,
  records: readonly Given[],
  requirements: readonly string[],
  wanted?: readonly Wanted[],
): VectorCase =>
  feedCase({
    id: `ssb-state/${slug}`,
    title,
    profile: 'ssb-state',
    operation: 'feed.state',
    requirements,
    input: { format: 'ssb-classic', records },
    ...(wanted === undefined ? {} : { wanted: { feeds: wanted } }),
  });

const settled = (positions: number[], length: number): Wanted => ({
  author: SUZY,
  settled: positions,
  disputed: [],
  length,
});
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

const altered = (n: number, words: string): JsonObject =>
  ssbNext(nth(n - 1), { members: { content: { type: 'post', text: words } } });

/** A message in the middle of a feed of which the messages before it are not known. */
const numbered = (sequence: number, words = 'moss', previous = UNKNOWN): JsonObject =>
  ssb({ members: { previous, sequence, content: { type: 'post', text: words } } });

/** Sequences that are in another order as texts or as numbers of 32 bits. */
const sequences = (): VectorCase[] => {
  const [first, far] = [numbered(2 ** 31), numbered(2 ** 32 + 1)];
  const forks = [altered(9, 'a'), altered(10, 'b')];
  return [
    state('twelve', 'twelve messages, which as texts are in another order', FEED, SETTLED, [settled(range(0, 12), 12)]),
    state('twelve-backwards', 'twelve messages backwards', [...FEED].reverse(), SETTLED, [
      settled(range(0, 12).reverse(), 12),
    ]),
    state('gap-tenth', 'the tenth of twelve is missing', FEED.toSpliced(9, 1), SETTLED, [settled(range(0, 11), 9)]),
    state('32-bits', 'sequences of 2^31, 2^32 + 1, 1 and 2', [far, first, nth(2), nth(1)], SETTLED, [
      settled([3, 2, 1, 0], 2),
    ]),
    state(
      '32-bits-no-fork',
      '2^32 + 1 beside a 1 is no fork',
      [nth(1), far],
      [...SETTLED, 'FEED-15'],
      [settled([0, 1], 1)],
    ),
    state('fork-ninth-and-tenth', 'forks at the ninth and the tenth message', [...FEED, ...forks], FORKED),
    state(
      'fork-ninth-and-tenth-backwards',
      'forks at the tenth and the ninth message, backwards',
      [...forks, ...FEED].reverse(),
      FORKED,
    ),
    state(
      'fork-32-bits',
      'a fork at 2^32 + 2, and messages 1 and 2',
      [nth(1), nth(2), numbered(2 ** 32 + 2, 'a'), numbered(2 ** 32 + 2, 'b')],
      FORKED,
    ),
    state(
      'link-32-bits',
      '2^32 + 2 names the first message: evidence',
      [nth(1), numbered(2 ** 32 + 2, 'a', ssbId(nth(1)))],
      ['FEED-17', 'FEED-18', 'FEED-19', 'FEED-20'],
    ),
  ];
};

/** Two authors whose keys begin with the same 42 bits have two feeds. */
const nearAuthors = (): VectorCase[] =>
  [nearKeys, [...nearKeys].reverse()].map((authors, index) =>
    state(
      `authors-near-${index + 1}`,
      `first messages of two authors whose keys begin with the same 42 bits, order ${index + 1}: no fork`,
      authors.map((author) => ssb({ author })),
      [...SETTLED, 'FEED-15'],
      nearKeys.map((author) => ({ ...settled([authors.indexOf(author)], 1), author: ssbAuthorOf(author) })),
    ),
  );

/** Links that are almost the right ones. */
const links = (): VectorCase[] =>
  nearIds(ssbId(nth(1))).map(([slug, words, previous]) => {
    const other = ssbNext(nth(1), { members: { previous } });
    const [lower, higher] = compareBytes(idBytes(nth(1)), idBytes(other)) < 0 ? [0, 1] : [1, 0];
    return state(
      `link-near-${slug}`,
      `the second message names the id of the first ${words}`,
      [nth(1), other],
      ['FEED-16', 'FEED-18', 'FEED-19'],
      [
        {
          author: SUZY,
          settled: [0],
          disputed: [1],
          length: 1,
          evidence: { sequence: 2, proof: [lower, higher] },
        },
      ],
    );
  });

/** Two second messages whose ids begin with the same byte, the lower one first. */
const alike = (): [JsonObject, JsonObject] => {
  const one = altered(2, 'one of two');
  for (let count = 0; ; count += 1) {
    const other = altered(2, `the other of two, ${count}`);
    if (idBytes(one)[0] === idBytes(other)[0])
      return compareBytes(idBytes(one), idBytes(other)) < 0 ? [one, other] : [other, one];
  }
};

const alikeProofs = (): VectorCase[] => {
  const [lower, higher] = alike();
  const torn = (proof: [number, number], disputed: [number, number]): Wanted[] => [
    { author: SUZY, settled: [0], disputed, length: 1, evidence: { sequence: 2, proof } },
  ];
  return [
    state(
      'proof-alike',
      'two second messages whose ids begin with the same byte, the lower one first',
      [nth(1), lower, higher],
      FORKED,
      torn([1, 2], [1, 2]),
    ),
    state(
      'proof-alike-swapped',
      'two second messages whose ids begin with the same byte, the higher one first',
      [nth(1), higher, lower],
      FORKED,
      torn([2, 1], [2, 1]),
    ),
  ];
};

/** Several pairs at one sequence, of which the first by the bytes of the ids is the proof. */
const proofs = (): VectorCase[] => {
  const rivals = range(0, 6).map((index) => altered(3, `rival ${index}`));
  const base = [nth(1), nth(2)];
  const turned = (by: number): JsonObject[] => [...rivals.slice(by), ...rivals.slice(0, by)];
  const followers = rivals
    .slice(0, 3)
    .map((rival) => ssbNext(rival, { members: { content: { type: 'post', text: 'next' } } }));
  return [
    ...[0, 2, 4].map((by) =>
      state(
        `proof-of-six-${by + 1}`,
        `six third messages, beginning with number ${by + 1}`,
        [...turned(by), ...base],
        FORKED,
      ),
    ),
    state(
      'proof-of-six-twice',
      'six third messages, each twice',
      [...base, ...rivals, ...turned(3)],
      [...FORKED, 'FEED-14'],
    ),
    state(
      'proof-of-six-followed',
      'six third messages, three of them followed',
      [...followers, ...rivals, ...base],
      FORKED,
    ),
    state('proof-followers', 'three fourth messages, and the third ones missing', followers, FORKED),
    state(
      'proof-of-two-feeds',
      'six third messages of Suzy between those of Fern',
      [
        ...ssbChain(3, { author: fern }).flatMap((one, index) => [one, ...rivals.slice(2 * index, 2 * index + 2)]),
        ...base,
      ],
      FORKED,
    ),
  ];
};

/** What is left out, though those accept it who compare loosely. */
const leftOut = (): VectorCase[] => {
  const text = (message: JsonObject): string => JSON.stringify(message);
  const other = altered(2, 'another second');
  const sentAs = (name: string, sent: Json): string =>
    replaced(text(other), `"${name}":${JSON.stringify(other[name])}`, `"${name}":${JSON.stringify(sent)}`);
  const rows: readonly [slug: string, words: string, given: Given][] = [
    ['previous-list', 'another second message, whose previous is a list', sentAs('previous', [ssbId(nth(1))])],
    ['sequence-text', 'another second message, whose sequence is a text', sentAs('sequence', '2')],
    [
      'infinite',
      'another second message, whose timestamp is infinite',
      replaced(
        text(ssbNext(nth(1), { members: { timestamp: Number.POSITIVE_INFINITY } })),
        '"timestamp":null',
        '"timestamp":1e400',
      ),
    ],
    [
      'half',
      'another second message with half of a pair, signed as U+FFFD',
      replaced(text(altered(2, 'moss\ufffd')), '\ufffd', '\\ud83c'),
    ],
    [
      'deep',
      'another second message with 70 lists in each other',
      replaced(text(altered(2, 'moss')), '"moss"', '['.repeat(70) + ']'.repeat(70)),
    ],
    [
      'box-stop',
      'another second message, a hyphen for the full stop of its ciphertext',
      ssbNext(nth(1), { members: { content: 'bW9z-box' } }),
    ],
    ['name', 'another second message with a member named Hash', replaced(text(other), '"hash"', '"Hash"')],
    ['comma', 'another second message with a comma behind its last member', `${text(other).slice(0, -1)},}`],
    ['nul', 'another second message with U+0000 behind', `${text(other)}\0`],
  ];
  return rows.map(([slug, words, given]) =>
    state(`without-loose-${slug}`, `${words}, is no fork`, [nth(1), given, nth(2)], ['FEED-13'], [settled([0, 2], 2)]),
  );
};

/** The state of feeds as those see it who compare texts, 32 bits, or loosely. */
export const moreSsbStates = (): VectorCase[] => [
  ...sequences(),
  ...nearAuthors(),
  ...links(),
  ...proofs(),
  ...alikeProofs(),
  ...leftOut(),
];
