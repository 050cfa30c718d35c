// Long, and one list: each case stands where its neighbours can be compared with it.

import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base64 } from '../../src/forge/base64.ts';
import { compareBytes, hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { authorKey, ssbId, ssbIdBytes, ssbSignature, ssbSigned } from '../../src/forge/ssb.ts';
import { SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { feedCase, type Given } from '../cases/feed.ts';
import type { DraftFile } from '../cases/file.ts';
import { allOrders, someOrders } from '../cases/merge.ts';
import { scalarOf } from '../signatures/craft.ts';
import { strangeStates } from '../signatures/places.ts';
import {
  posted,
  replaced,
  type Signer,
  SSB_T,
  type SsbChange,
  ssb,
  ssbAuthorOf,
  ssbChain,
  ssbNext,
} from './message.ts';
import { withSpareBit } from './sigils.ts';
import { HMAC } from './sizes.ts';
import { moreSsbStates } from './states-more.ts';

const { suzy, fern, quinn } = cast;
const SUZY = ssbAuthorOf(suzy);
const FERN = ssbAuthorOf(fern);
const FEED = ssbChain(5);
const OF_FERN = ssbChain(3, { author: fern });
const GREATEST = 9_007_199_254_740_991;

/** The id of a message that nobody has seen. */
const UNKNOWN = ssbId(ssb({ members: { content: { type: 'vote' } } }));

const nth = (n: number): JsonObject => FEED[n - 1] as JsonObject;
const text = (message: JsonObject): string => JSON.stringify(message);
const idBytes = (message: JsonObject): Uint8Array => ssbIdBytes(ssbId(message)) as Uint8Array;

/** Another message `n` of Suzy's feed, told apart by its words. */
const altered = (n: number, words: string, change: SsbChange = {}): JsonObject => {
  const members = { content: { type: 'post', text: words }, ...change.members };
  return n === 1 ? ssb({ ...change, members }) : ssbNext(nth(n - 1), { ...change, members });
};

type Wanted = { author: string; settled: number[]; disputed: number[]; length: number; evidence?: Json };

type Options = { hmac?: Uint8Array; wanted?: readonly Wanted[] };

const state = (
  slug: string,
  title: string,
  records: readonly Given[],
  requirements: readonly string[],
  { hmac, wanted }: Options = {},
): VectorCase =>
  feedCase({
    id: `ssb-state/${slug}`,
    title,
    profile: 'ssb-state',
    operation: 'feed.state',
    requirements,
    input: { format: 'ssb-classic', ...(hmac === undefined ? {} : { hmac: hex(hmac) }), records },
    ...(wanted === undefined ? {} : { wanted: { feeds: wanted } }),
  });

const settled = (positions: number[], length: number, author = SUZY): Wanted => ({
  author,
  settled: positions,
  disputed: [],
  length,
});

const SETTLED = ['FEED-18', 'FEED-20'];

const arrivals = (): VectorCase[] => [
  state('none', 'no messages', [], SETTLED, { wanted: [] }),
  state('one', 'one message', [nth(1)], SETTLED, { wanted: [settled([0], 1)] }),
  state('five', 'five messages', FEED, SETTLED, { wanted: [settled([0, 1, 2, 3, 4], 5)] }),
  state('five-backwards', 'five messages backwards', [...FEED].reverse(), SETTLED, {
    wanted: [settled([4, 3, 2, 1, 0], 5)],
  }),
  ...allOrders(FEED.slice(0, 3)).map((order, index) =>
    state(`three-${index + 1}`, `three messages, order ${index + 1}`, order, SETTLED),
  ),
  state('gap', 'the third of five is missing', FEED.toSpliced(2, 1), SETTLED, { wanted: [settled([0, 1, 2, 3], 2)] }),
  state('gap-first', 'the first of five is missing', FEED.slice(1), SETTLED, { wanted: [settled([0, 1, 2, 3], 0)] }),
  state('gap-backwards', 'the second of five is missing, backwards', FEED.toSpliced(1, 1).reverse(), SETTLED, {
    wanted: [settled([3, 2, 1, 0], 1)],
  }),
  state('late', 'the fifth message alone', [nth(5)], SETTLED, { wanted: [settled([0], 0)] }),
  state(
    'greatest',
    'the first message and one with the greatest sequence',
    [ssb({ members: { previous: UNKNOWN, sequence: GREATEST } }), nth(1)],
    SETTLED,
    { wanted: [settled([1, 0], 1)] },
  ),
  state(
    'times-back',
    'each timestamp is earlier than the one before: no evidence',
    [nth(1), altered(2, 'b', { members: { timestamp: 5 } })],
    [...SETTLED, 'FEED-16'],
    { wanted: [settled([0, 1], 2)] },
  ),
  state(
    'author-first',
    'the author comes first in the second message',
    [nth(1), altered(2, 'b', { order: SSB_ORDERS[1] ?? [] })],
    [...SETTLED, 'SSB-2'],
    { wanted: [settled([0, 1], 2)] },
  ),
];

/** Two keys whose order as bytes is not that of their texts. */
const crossedKeys = (): [Signer, Signer] => {
  const signer = (label: string): Signer => ({ seed: sha256(utf8(label)) });
  const one = signer('a key for the order of keys');
  for (let count = 0; count < 1000; count += 1) {
    const other = signer(`a key for the order of keys, ${count}`);
    const [left, right] = [ssbAuthorOf(one), ssbAuthorOf(other)];
    const bytes = compareBytes(authorKey(left) as Uint8Array, authorKey(right) as Uint8Array);
    if (left < right !== bytes < 0) return bytes < 0 ? [one, other] : [other, one];
  }
  throw new Error('no two keys are crossed');
};

const feeds = (): VectorCase[] => {
  const [lower, higher] = crossedKeys();
  const [first, second] = [ssb({ author: lower }), ssb({ author: higher })];
  const crossed = [settled([0], 1, ssbAuthorOf(lower)), settled([1], 1, ssbAuthorOf(higher))];
  const garden = [...FEED.slice(0, 3), ...OF_FERN.slice(0, 2), ...ssbChain(2, { author: quinn })];
  return [
    state('two-feeds', 'messages of Suzy and of Fern', [nth(1), ...OF_FERN, nth(2)], SETTLED, {
      wanted: [settled([0, 4], 2), settled([1, 2, 3], 3, FERN)],
    }),
    state('two-feeds-fern-first', 'messages of Fern and of Suzy', [...OF_FERN, nth(2), nth(1)], SETTLED, {
      wanted: [settled([4, 3], 2), settled([0, 1, 2], 3, FERN)],
    }),
    state('keys', 'feeds in the order of the bytes of their keys, not of their texts', [first, second], SETTLED, {
      wanted: crossed,
    }),
    state('keys-swapped', 'the same two feeds, the other one first', [second, first], SETTLED, {
      wanted: [settled([1], 1, ssbAuthorOf(lower)), settled([0], 1, ssbAuthorOf(higher))],
    }),
    ...someOrders(garden, 6).map((order, index) =>
      state(`garden-${index + 1}`, `seven messages of three feeds, order ${index + 1}`, order, SETTLED),
    ),
  ];
};

/** Two messages of one sequence whose ids are in one order as bytes and in the other as texts; the lower one first. */
const crossedIds = (n: number): [JsonObject, JsonObject] => {
  const one = altered(n, 'one of two');
  for (let count = 0; count < 1000; count += 1) {
    const other = altered(n, `the other of two, ${count}`);
    const bytes = compareBytes(idBytes(one), idBytes(other));
    if (ssbId(one) < ssbId(other) !== bytes < 0) return bytes < 0 ? [one, other] : [other, one];
  }
  throw new Error('no two ids are crossed');
};

const sorted = (messages: readonly JsonObject[]): JsonObject[] =>
  [...messages].sort((left, right) => compareBytes(idBytes(left), idBytes(right)));

const forks = (): VectorCase[] => {
  const rules = ['FEED-15', 'FEED-18', 'FEED-19', 'FEED-20'];
  const [lower, higher] = crossedIds(3);
  const three = sorted(['a', 'b', 'c'].map((words) => altered(2, words)));
  const page = nth(3);
  const twin = { ...page, signature: ssbSignature(signWithNonce(suzy.seed, ssbSigned(page), scalarOf('a twin'))) };
  const stray = ssb({ members: { previous: UNKNOWN, sequence: 3 } });
  const firsts = sorted([altered(1, 'a'), altered(1, 'b')]);
  const disputed = (before: number[], after: number[], sequence: number, proof: [number, number]): Wanted[] => [
    { author: SUZY, settled: before, disputed: after, length: before.length, evidence: { sequence, proof } },
  ];
  const [early, late] = [altered(2, 'an early fork'), altered(4, 'a late fork')];
  return [
    state(
      'fork',
      'two third messages, the lower id first by bytes and not by text',
      [nth(1), nth(2), lower, higher],
      rules,
      {
        wanted: disputed([0, 1], [2, 3], 3, [2, 3]),
      },
    ),
    state('fork-swapped', 'two third messages, the higher id first', [nth(1), nth(2), higher, lower], rules, {
      wanted: disputed([0, 1], [3, 2], 3, [3, 2]),
    }),
    state('fork-backwards', 'two third messages come before the others', [higher, lower, nth(2), nth(1)], rules, {
      wanted: disputed([3, 2], [1, 0], 3, [1, 0]),
    }),
    state('fork-first', 'two first messages', firsts, rules, { wanted: disputed([], [0, 1], 1, [0, 1]) }),
    state(
      'fork-first-followed',
      'two first messages, and one after each',
      [...firsts, ...firsts.map((one) => ssbNext(one))],
      rules,
    ),
    state(
      'fork-apart',
      'two third messages that follow different ones, which are missing',
      [nth(1), page, stray],
      rules,
    ),
    state('fork-apart-backwards', 'the same, backwards', [stray, page, nth(1)], rules),
    state(
      'fork-followed',
      'a fork, and a message after each branch',
      [nth(1), nth(2), lower, higher, ssbNext(lower), ssbNext(higher)],
      rules,
    ),
    state('fork-gap', 'a fork, and the messages before it are missing', [lower, higher], rules, {
      wanted: disputed([], [0, 1], 3, [0, 1]),
    }),
    state('fork-above-gap', 'a fork above a gap', [nth(1), lower, higher], rules, {
      wanted: disputed([0], [1, 2], 3, [1, 2]),
    }),
    ...allOrders(three).map((order, index) =>
      state(`fork-three-${index + 1}`, `three second messages, order ${index + 1}`, [nth(1), ...order], rules),
    ),
    state('fork-two', 'two forks: the earlier one counts', [nth(1), nth(2), early, nth(3), nth(4), late], rules),
    state('fork-two-backwards', 'two forks, backwards', [late, nth(4), nth(3), early, nth(2), nth(1)], rules),
    state(
      'fork-order',
      'one message with its members in both orders',
      [nth(1), nth(2), page, reordered(page)],
      [...rules, 'SSB-2'],
    ),
    state(
      'fork-signature',
      'one message with two valid signatures',
      [nth(1), nth(2), page, twin],
      [...rules, 'SSB-17'],
    ),
    state(
      'fork-and-feed',
      'a fork of Suzy, and a feed of Fern',
      [lower, OF_FERN[0] as JsonObject, nth(1), higher, nth(2)],
      rules,
    ),
    state('fork-late', 'a fork at the end of five messages', [...FEED, altered(5, 'another end')], rules),
    state(
      'fork-greatest',
      'a fork at the greatest sequence',
      ['a', 'b'].map((words) =>
        ssb({ members: { previous: ssbId(nth(1)), sequence: GREATEST, content: { type: 'post', text: words } } }),
      ),
      rules,
    ),
    ...someOrders([...FEED, lower, early, late, ...OF_FERN], 6).map((order, index) =>
      state(`forks-${index + 1}`, `five messages, three forks and another feed, order ${index + 1}`, order, rules),
    ),
  ];
};

/** The same message with the author first, which is another message. */
const reordered = (message: JsonObject): JsonObject => {
  const { signature: _, ...members } = message;
  return ssb({ members, order: SSB_ORDERS[1] ?? [] });
};

const contradictions = (): VectorCase[] => {
  const rules = (...more: string[]): string[] => [...more, 'FEED-18', 'FEED-19', 'FEED-20'];
  const linked = (n: number, previous: string, author: Signer = suzy): JsonObject =>
    ssb({ author, members: { previous, sequence: n, timestamp: SSB_T + n, content: { type: 'post', text: `${n}` } } });
  const elsewhere = linked(3, UNKNOWN);
  const ofFern = OF_FERN as [JsonObject, JsonObject, JsonObject];
  const toFern = linked(3, ssbId(ofFern[1]));
  const toFirst = linked(3, ssbId(nth(1)));
  const toFernFirst = linked(3, ssbId(ofFern[0]));
  const upwards = linked(2, ssbId(nth(4)));
  const fromFern = linked(2, ssbId(nth(1)), fern);
  const pairAt = (sequence: number, pair: readonly JsonObject[], all: readonly JsonObject[]): Json => ({
    sequence,
    proof: sorted(pair).map((one) => all.indexOf(one)),
  });
  const three = (slug: string, title: string, last: JsonObject, more: JsonObject[], named: string[]): VectorCase =>
    state(slug, title, [nth(1), nth(2), last, ...more], rules(...named));
  const wrong = [nth(1), nth(2), elsewhere];
  const missing = [nth(1), toFirst];
  return [
    state('link', 'the third message names another second one', wrong, rules('FEED-16'), {
      wanted: [
        { author: SUZY, settled: [0, 1], disputed: [2], length: 2, evidence: pairAt(3, [nth(2), elsewhere], wrong) },
      ],
    }),
    state('link-backwards', 'the same, backwards', [...wrong].reverse(), rules('FEED-16')),
    state(
      'link-missing',
      'the third message names another second one, and no second one is there',
      [nth(1), elsewhere],
      [...SETTLED, 'FEED-16'],
      {
        wanted: [settled([0, 1], 1)],
      },
    ),
    state(
      'link-followed',
      'the third message names another second one, and a fourth follows it',
      [...wrong, ssbNext(elsewhere)],
      rules('FEED-16'),
    ),
    state(
      'link-right-later',
      'a timestamp that is earlier is no contradiction',
      [altered(2, 'b', { members: { timestamp: 1 } }), nth(1)],
      [...SETTLED, 'FEED-16'],
      {
        wanted: [settled([1, 0], 2)],
      },
    ),
    three(
      'link-and-fork',
      'the third message names another second one, and there is another third',
      elsewhere,
      [nth(3)],
      ['FEED-15', 'FEED-16'],
    ),
    three(
      'link-both',
      'two second messages: the third names only one of them',
      nth(3),
      [altered(2, 'another second')],
      ['FEED-15', 'FEED-16'],
    ),
    state(
      'link-utf8',
      'the second message names the hash of the UTF-8 of the first',
      utf8Linked(),
      rules('FEED-16', 'SSB-17'),
    ),
    state('link-umlauts', 'two messages with umlauts', umlauts(), rules('SSB-17'), {
      wanted: [{ author: SUZY, settled: [0, 1], disputed: [], length: 2 }],
    }),
    state('link-to-lower', 'the third message names the first, and no second is there', missing, rules('FEED-17'), {
      wanted: [{ author: SUZY, settled: [0], disputed: [1], length: 1, evidence: pairAt(3, missing, missing) }],
    }),
    state('link-to-lower-backwards', 'the same, backwards', [...missing].reverse(), rules('FEED-17')),
    three(
      'link-to-lower-with-second',
      'the third message names the first, and a second is there',
      toFirst,
      [],
      ['FEED-16', 'FEED-17'],
    ),
    state('link-upwards', 'the second message names a fourth', [upwards, nth(4)], rules('FEED-17')),
    state(
      'link-to-fern',
      'the third message names a second one of Fern',
      [nth(1), toFern, ...ofFern.slice(0, 2)],
      rules('FEED-17'),
    ),
    three(
      'link-to-fern-with-second',
      'the third message names a second one of Fern, and a second of Suzy is there',
      toFern,
      ofFern.slice(0, 2),
      ['FEED-16', 'FEED-17'],
    ),
    state(
      'link-to-fern-first',
      'the third message names the first one of Fern',
      [toFernFirst, ofFern[0], nth(1)],
      rules('FEED-17'),
    ),
    state(
      'link-to-fern-missing',
      'the third message names one of Fern that is not there',
      [nth(1), toFern, ofFern[0]],
      [...SETTLED, 'FEED-17'],
      {
        wanted: [settled([0, 1], 1), settled([2], 1, FERN)],
      },
    ),
    state(
      'link-from-fern',
      'the feed of Fern goes on from the first message of Suzy',
      [nth(1), fromFern, nth(2)],
      rules('FEED-17'),
    ),
    state(
      'link-from-fern-with-first',
      'the same, and the first message of Fern is there',
      [nth(1), fromFern, ofFern[0], nth(2)],
      rules('FEED-16', 'FEED-17'),
    ),
    ...someOrders([...FEED.slice(0, 4), elsewhere, toFirst, toFern, upwards, ...ofFern, fromFern], 6).map(
      (order, index) =>
        state(
          `links-${index + 1}`,
          `messages with all kinds of wrong links, order ${index + 1}`,
          order,
          rules('FEED-15', 'FEED-16', 'FEED-17'),
        ),
    ),
  ];
};

/** A message that is not in ASCII, and one after it that names the hash of its UTF-8. */
const utf8Linked = (): JsonObject[] => {
  const flowers = posted({ type: 'post', text: 'Grüße €😀' });
  const naive = '%VUOzQindek/3zOTjk0fiI586szY5HCvE/up7foRtTsI=.sha256';
  return [flowers, ssbNext(flowers, { members: { previous: naive } })];
};

const umlauts = (): JsonObject[] => {
  const first = posted({ type: 'post', text: 'Grüße aus dem Moor' });
  return [first, ssbNext(first, { members: { content: { type: 'post', text: 'süß' } } })];
};

const leftOut = (): VectorCase[] => {
  const out = ['FEED-13'];
  const bad: [slug: string, words: string, given: Given][] = [
    ['signature', 'another second message, signed by Fern', altered(2, 'b', { signer: fern })],
    ['shape', 'another second message with a further member', { ...altered(2, 'b'), id: 1 }],
    [
      'order',
      'another second message with its members by their names',
      Object.fromEntries(Object.entries(altered(2, 'b')).sort(([a], [b]) => (a < b ? -1 : 1))),
    ],
    [
      'content',
      'another second message with a type of 2 units',
      altered(2, 'b', { members: { content: { type: 'ab' } } }),
    ],
    ['previous', 'a second message that names none before it', altered(2, 'b', { members: { previous: null } })],
    [
      'spare',
      'another second message, a spare bit set in previous',
      altered(2, 'b', { members: { previous: `%${withSpareBit(base64(idBytes(nth(1))))}.sha256` } }),
    ],
    [
      'size',
      'another second message that is too long',
      altered(2, 'b', { members: { content: { type: 'post', text: 'x'.repeat(8000) } } }),
    ],
    [
      'text',
      'another second message with a member twice',
      replaced(text(altered(2, 'b')), '"hash":', '"hash":"sha256","hash":'),
    ],
    ['json', 'a text that is no JSON', text(altered(2, 'b')).slice(0, -1)],
    ['null', 'null', 'null'],
    ['native', 'a record of another format', '{"header":{},"signature":"b"}'],
  ];
  const euros = posted({ type: 'post', text: '€' });
  const collided = { ...euros, content: { type: 'post', text: '¬' } };
  if (ssbId(euros) !== ssbId(collided)) throw new Error('the ids do not collide');
  return [
    ...bad.flatMap(([slug, words, given]) => [
      state(`without-${slug}`, words, [nth(1), nth(2), given], out, { wanted: [settled([0, 1], 2)] }),
      state(`without-${slug}-first`, `${words}, and comes first`, [given, nth(2), nth(1)], out, {
        wanted: [settled([2, 1], 2)],
      }),
    ]),
    state(
      'without-all',
      'nothing is left',
      bad.map(([, , given]) => given),
      out,
      { wanted: [] },
    ),
    state('without-feed', 'nothing is left of one of two feeds', [ssb({ author: fern, signer: suzy }), nth(1)], out, {
      wanted: [settled([1], 1)],
    }),
    state(
      'without-link',
      'a message that was refused is no evidence for a link',
      [nth(1), altered(2, 'b', { signer: fern }), nth(3)],
      out,
      {
        wanted: [settled([0, 2], 1)],
      },
    ),
    state(
      'same-id-refused',
      'a message that is refused, before the accepted one with its id',
      [collided, euros],
      [...out, 'FEED-14', 'SSB-17'],
      {
        wanted: [settled([1], 1)],
      },
    ),
    state(
      'same-id-refused-later',
      'a message that is refused, after the accepted one with its id',
      [euros, collided],
      [...out, 'FEED-14', 'SSB-17'],
      {
        wanted: [settled([0], 1)],
      },
    ),
  ];
};

const repeated = (): VectorCase[] => {
  const once = ['FEED-14'];
  const spread = JSON.stringify(nth(2), null, 2);
  const spelled = replaced(text(nth(2)), '"sequence":2', '"sequence":2.0');
  return [
    state('twice', 'one message twice', [nth(1), nth(1)], once, { wanted: [settled([0], 1)] }),
    state('twice-apart', 'one message twice, another between', [nth(2), nth(1), nth(2)], once, {
      wanted: [settled([1, 0], 2)],
    }),
    state('twice-all', 'all messages twice', [...FEED, ...FEED], once, { wanted: [settled([0, 1, 2, 3, 4], 5)] }),
    state('twice-encoding', 'one message compact and as its encoding', [nth(1), nth(2), spread], once, {
      wanted: [settled([0, 1], 2)],
    }),
    state('twice-encoding-first', 'one message as its encoding and compact', [spread, nth(1), nth(2)], once, {
      wanted: [settled([1, 0], 2)],
    }),
    state('twice-spelled', 'one message in three spellings', [nth(1), spelled, nth(2), spread], once, {
      wanted: [settled([0, 1], 2)],
    }),
    state(
      'twice-fork',
      'a fork of which each branch comes twice',
      [nth(1), altered(2, 'a'), altered(2, 'b'), altered(2, 'a'), altered(2, 'b')],
      [...once, 'FEED-15'],
    ),
  ];
};

const hmacs = (): VectorCase[] => {
  const keyed = ssbChain(3, { hmac: HMAC });
  const mixed = [keyed[0] as JsonObject, nth(2), keyed[1] as JsonObject];
  return [
    state('hmac', 'three messages with an hmac key', keyed, [...SETTLED, 'SSB-19'], {
      hmac: HMAC,
      wanted: [settled([0, 1, 2], 3)],
    }),
    state('hmac-missing', 'three messages with an hmac key, and none is given', keyed, ['FEED-13', 'SSB-19'], {
      wanted: [],
    }),
    state(
      'hmac-none-used',
      'three messages without an hmac key, and one is given',
      FEED.slice(0, 3),
      ['FEED-13', 'SSB-19'],
      {
        hmac: HMAC,
        wanted: [],
      },
    ),
    state('hmac-mixed', 'messages with and without an hmac key', mixed, ['FEED-13', 'SSB-19'], {
      hmac: HMAC,
      wanted: [settled([0, 2], 2)],
    }),
    state(
      'hmac-fork',
      'a fork with an hmac key',
      [...keyed, ssbNext(keyed[0] as JsonObject, { hmac: HMAC })],
      ['FEED-15', 'SSB-19'],
      {
        hmac: HMAC,
      },
    ),
  ];
};

/** `feed.state` of classic messages. */
export const makeSsbState = (): DraftFile => ({
  name: 'ssb-state',
  title: 'The state of classic feeds',
  description: 'What a replica says about feeds of classic messages: what is settled, what is disputed, and the proof.',
  cases: [
    ...arrivals(),
    ...feeds(),
    ...forks(),
    ...contradictions(),
    ...leftOut(),
    ...repeated(),
    ...hmacs(),
    ...moreSsbStates(),
    ...strangeStates('ssb-state/signed-'),
  ],
});
