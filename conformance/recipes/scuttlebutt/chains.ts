// Long, and one list: each case stands where its neighbours can be compared with it.

import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base64 } from '../../src/forge/base64.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { ssbId, ssbIdBytes, ssbSignature, ssbSigned } from '../../src/forge/ssb.ts';
import { encodeSsb } from '../../src/forge/ssb-encoding.ts';
import { SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import type { Given } from '../cases/feed.ts';
import { scalarOf } from '../signatures/craft.ts';
import { type SsbMeant, ssbBatch, ssbChained, ssbSingle } from './ask.ts';
import { posted, replaced, SSB_T, type SsbChange, ssb, ssbAuthorOf, ssbChain, ssbNext } from './message.ts';
import { withSpareBit } from './sigils.ts';
import { HMAC, sized } from './sizes.ts';

const { suzy, fern } = cast;
const [, AUTHOR_FIRST = []] = SSB_ORDERS;
const FEED = ssbChain(6);
const KEYED = ssbChain(4, { hmac: HMAC });
const ALL = ['FEED-1', 'FEED-2', 'FEED-3'];
const GREATEST = 9_007_199_254_740_991;

const upTo = (n: number): JsonObject[] => FEED.slice(0, n);
const nth = (n: number): JsonObject => FEED[n - 1] as JsonObject;
const text = (message: JsonObject): string => JSON.stringify(message);
const sha = (bytes: Uint8Array): string => `%${base64(sha256(bytes))}.sha256`;

/** The id of a message that nobody has seen. */
const unknownId = sha(utf8('a message that nobody has seen'));

/** Message `n` of Suzy's feed, with something changed before it was signed. */
const altered = (n: number, members: SsbChange['members'] = {}, change: SsbChange = {}): JsonObject =>
  ssbNext(nth(n - 1), { ...change, members });

/** The message before the greatest sequence, and one at it. */
const late = ssb({ members: { previous: unknownId, sequence: GREATEST - 1 } });

const inPlace = (): VectorCase[] => {
  const flowers = posted({ type: 'post', text: 'Grüße €😀' });
  return [
    ssbSingle('first', 'the first message of a feed', nth(1), ALL),
    ssbSingle('second', 'the second message after the first', nth(2), ALL, { before: upTo(1) }),
    ssbSingle('third', 'the third message after two others', nth(3), ALL, { before: upTo(2) }),
    ssbSingle('third-after-one', 'the third message, of those before it only the second', nth(3), ALL, {
      before: [nth(2)],
    }),
    ssbSingle('sixth', 'the sixth message after five others', nth(6), ALL, { before: upTo(5) }),
    ssbSingle('sixth-after-two', 'the sixth message after the fourth and the fifth', nth(6), ALL, {
      before: FEED.slice(3, 5),
    }),
    ssbSingle('greatest', 'the message with the greatest sequence', ssbNext(late), ALL, { before: [late] }),
    ssbSingle('first-of-fern', 'the first message of Fern', ssb({ author: fern }), ALL),
    ssbSingle(
      'after-flowers',
      'after a message whose id is not the hash of its UTF-8',
      ssbNext(flowers),
      [...ALL, 'SSB-17'],
      {
        before: [flowers],
      },
    ),
    ssbSingle(
      'order-changed',
      'the author comes first from here on',
      altered(3, {}, { order: AUTHOR_FIRST }),
      [...ALL, 'SSB-2'],
      {
        before: upTo(2),
      },
    ),
    ssbSingle(
      'order-changed-back',
      'the sequence comes first from here on',
      ssbNext(ssb({ order: AUTHOR_FIRST })),
      [...ALL, 'SSB-2'],
      { before: [ssb({ order: AUTHOR_FIRST })] },
    ),
    ssbSingle(
      'earlier',
      'the timestamp is earlier than that of the message before',
      altered(3, { timestamp: 1 }),
      [...ALL, 'SSB-7'],
      {
        before: upTo(2),
      },
    ),
    ssbSingle(
      'same-time',
      'the timestamp is that of the message before',
      altered(3, { timestamp: SSB_T + 1000 }),
      ALL,
      {
        before: upTo(2),
      },
    ),
    ssbSingle('negative-time', 'the timestamp is negative', altered(3, { timestamp: -1.5 }), [...ALL, 'SSB-7'], {
      before: upTo(2),
    }),
    ssbSingle('box', 'a ciphertext after an open message', altered(2, { content: 'AAAA.box' }), ALL, {
      before: upTo(1),
    }),
    ssbSingle('after-box', 'an open message after a ciphertext', ssbNext(posted('AAAA.box')), ALL, {
      before: [posted('AAAA.box')],
    }),
    ssbSingle('after-encoding', 'the message before came as its encoding', nth(2), ALL, {
      before: [JSON.stringify(nth(1), null, 2)],
    }),
    ssbSingle('after-spelling', 'the message before came with another spelling of a number', nth(2), ALL, {
      before: [replaced(text(nth(1)), '"sequence":1', '"sequence":1.0')],
    }),
    ssbSingle('hmac', 'a message with an hmac key', KEYED[1] as JsonObject, [...ALL, 'SSB-19'], {
      before: KEYED.slice(0, 1),
      hmac: HMAC,
    }),
    ssbSingle('hmac-first', 'a first message with an hmac key', KEYED[0] as JsonObject, [...ALL, 'SSB-19'], {
      hmac: HMAC,
    }),
  ];
};

const feedMismatches = (): VectorCase[] => {
  const wrong = (slug: string, title: string, message: Given, breaks: string[], before: Given[], parent: string) =>
    ssbSingle(`feed-${slug}`, title, message, [], { before, breaks, parent });
  return [
    wrong(
      'fern-second',
      'Fern goes on in the feed of Suzy',
      altered(2, {}, { author: fern }),
      ['FEED-1'],
      upTo(1),
      'second',
    ),
    wrong(
      'fern-third',
      'Fern goes on in the feed of Suzy after two messages',
      altered(3, {}, { author: fern }),
      ['FEED-1'],
      upTo(2),
      'third',
    ),
    wrong(
      'fern-author-first',
      'Fern goes on in the feed of Suzy, her author first',
      altered(2, {}, { author: fern, order: AUTHOR_FIRST }),
      ['FEED-1'],
      upTo(1),
      'second',
    ),
    wrong(
      'fern-first',
      'the first message of Fern after the first of Suzy',
      ssb({ author: fern }),
      ALL,
      upTo(1),
      'second',
    ),
    wrong(
      'fern-own-second',
      'the second message of Fern after the first of Suzy',
      ssbNext(ssb({ author: fern }), { author: fern }),
      ['FEED-1', 'FEED-3'],
      upTo(1),
      'second',
    ),
  ];
};

const sequenceMismatches = (): VectorCase[] => {
  const wrong = (slug: string, title: string, message: Given, breaks: string[], before: Given[], parent: string) =>
    ssbSingle(`sequence-${slug}`, title, message, [], { before, breaks, parent });
  return [
    wrong('second-alone', 'the second message, and none before it', nth(2), ['FEED-2'], [], 'first'),
    wrong('sixth-alone', 'the sixth message, and none before it', nth(6), ['FEED-2'], [], 'first'),
    wrong('greatest-alone', 'the greatest sequence, and no message before it', ssbNext(late), ['FEED-2'], [], 'first'),
    wrong('skipped', 'a 3 after a 1', altered(2, { sequence: 3 }), ['FEED-2'], upTo(1), 'second'),
    wrong('skipped-later', 'a 5 after a 3', altered(4, { sequence: 5 }), ['FEED-2'], upTo(3), 'third'),
    wrong('same', 'a 2 after a 2', altered(3, { sequence: 2 }), ['FEED-2'], upTo(2), 'third'),
    wrong('less', 'a 2 after a 5', altered(6, { sequence: 2 }), ['FEED-2'], upTo(5), 'sixth'),
    wrong(
      'greatest',
      'the greatest sequence after a 1',
      altered(2, { sequence: GREATEST }),
      ['FEED-2'],
      upTo(1),
      'second',
    ),
    wrong('first-again', 'another first message after the first', ssb(), ['FEED-2', 'FEED-3'], upTo(1), 'second'),
    wrong('gap', 'the fourth message after the second', nth(4), ['FEED-2', 'FEED-3'], upTo(2), 'third'),
    wrong('again', 'the second message after itself', nth(2), ['FEED-2', 'FEED-3'], upTo(2), 'third'),
    wrong('backwards', 'the second message after the third', nth(2), ['FEED-2', 'FEED-3'], upTo(3), 'third'),
  ];
};

const previousMismatches = (): VectorCase[] => {
  const flowers = posted({ type: 'post', text: 'Grüße €😀' });
  const twin = {
    ...flowers,
    signature: ssbSignature(signWithNonce(suzy.seed, ssbSigned(flowers), scalarOf('a twin'))),
  };
  const { signature: _, ...unsigned } = flowers;
  const other = posted({ type: 'post', text: 'Ponds' });
  const after = (slug: string, title: string, previous: string): VectorCase =>
    ssbSingle(`previous-${slug}`, title, ssbNext(flowers, { members: { previous } }), ['SSB-17'], {
      before: [flowers],
      breaks: ['FEED-3'],
      parent: 'after-flowers',
    });
  const code = base64(ssbIdBytes(ssbId(flowers)) as Uint8Array);
  return [
    after('utf8', 'previous is the hash of the UTF-8', sha(utf8(encodeSsb(flowers)))),
    after('compact', 'previous is the hash of the compact text', sha(utf8(JSON.stringify(flowers)))),
    after('unsigned', 'previous is the id of the message without its signature', ssbId(unsigned)),
    after(
      'author-first',
      'previous is the id with the author first',
      ssbId(ssb({ members: { content: flowers.content }, order: AUTHOR_FIRST })),
    ),
    after('twin', 'previous is the id of the same message with another signature', ssbId(twin)),
    after('fork', 'previous is the id of another message with the same sequence', ssbId(other)),
    after('unknown', 'previous is the id of a message that nobody has seen', unknownId),
    ssbSingle(
      'previous-first',
      'previous is the id of the first message, after the second',
      altered(3, { previous: ssbId(nth(1)) }),
      [],
      {
        before: upTo(2),
        breaks: ['FEED-3'],
        parent: 'third',
      },
    ),
    ssbSingle(
      'previous-fern',
      'previous is the id of a message of Fern',
      altered(3, { previous: ssbId(ssb({ author: fern })) }),
      [],
      {
        before: upTo(2),
        breaks: ['FEED-3'],
        parent: 'third',
      },
    ),
    ssbSingle(
      'previous-spare',
      'previous has the bytes of the id and a spare bit set',
      ssbNext(flowers, { members: { previous: `%${withSpareBit(code)}.sha256` } }),
      [],
      { before: [flowers], breaks: ['SSB-4'], parent: 'after-flowers' },
    ),
    ssbSingle(
      'previous-unpadded',
      'previous has the bytes of the id and no padding',
      ssbNext(flowers, { members: { previous: `%${code.replace('=', '')}.sha256` } }),
      [],
      { before: [flowers], breaks: ['SSB-4'], parent: 'after-flowers' },
    ),
    ssbSingle('previous-null', 'the second message names none before it', altered(2, { previous: null }), [], {
      before: upTo(1),
      breaks: ['SSB-11'],
      parent: 'second',
    }),
  ];
};

type Fault = {
  slug: string;
  words: string;
  breaks: readonly string[];
  /** Message `n` of the feed with the fault. */
  make: (n: number) => Given;
};

const at = (n: number, change: SsbChange = {}): JsonObject =>
  n === 1
    ? ssb({ ...change, members: { timestamp: SSB_T, content: { type: 'post', text: '1' }, ...change.members } })
    : altered(
        n,
        { timestamp: SSB_T + 1000 * (n - 1), content: { type: 'post', text: `${n}` }, ...change.members },
        change,
      );

const faults: readonly Fault[] = [
  { slug: 'signature', words: 'signed by Fern', breaks: ['SSB-18'], make: (n) => at(n, { signer: fern }) },
  {
    slug: 'sequence',
    words: 'with 9 for its sequence',
    breaks: ['FEED-2'],
    make: (n) => at(n, { members: { sequence: 9, ...(n === 1 ? { previous: unknownId } : {}) } }),
  },
  { slug: 'shape', words: 'with a further member', breaks: ['SSB-1'], make: (n) => ({ ...at(n), id: n }) },
  {
    slug: 'shape-type',
    words: 'with a string for its timestamp',
    breaks: ['SSB-1'],
    make: (n) => at(n, { members: { timestamp: '1' } }),
  },
  {
    slug: 'order',
    words: 'with its members by their names',
    breaks: ['SSB-2'],
    make: (n) => Object.fromEntries(Object.entries(at(n)).sort(([a], [b]) => (a < b ? -1 : 1))),
  },
  {
    slug: 'content',
    words: 'with a type of 2 units',
    breaks: ['SSB-9'],
    make: (n) => at(n, { members: { content: { type: 'ab' } } }),
  },
  { slug: 'hash', words: 'with another hash', breaks: ['SSB-8'], make: (n) => at(n, { members: { hash: 'sha512' } }) },
  {
    slug: 'size',
    words: 'that is too long',
    breaks: ['SSB-12'],
    make: (n) => at(n, { members: { content: sized(8193).content as JsonObject } }),
  },
  {
    slug: 'text',
    words: 'with a member twice',
    breaks: ['TXT-3'],
    make: (n) => replaced(text(at(n)), '"hash":', '"hash":"sha256","hash":'),
  },
  { slug: 'json', words: 'that is no JSON', breaks: ['TXT-2'], make: (n) => text(at(n)).slice(0, -1) },
  { slug: 'author', words: 'by Fern', breaks: ['FEED-1'], make: (n) => at(n, { author: fern }) },
  {
    slug: 'previous',
    words: 'that follows another one',
    breaks: ['FEED-3'],
    make: (n) => at(n, { members: { previous: unknownId } }),
  },
];

const PLACES: readonly [n: number, slug: string, words: string][] = [
  [1, 'first', 'the first'],
  [3, 'third', 'the third'],
  [6, 'last', 'the last'],
];

/** What the first message of all cannot have. */
const ONLY_LATER = ['author', 'previous'];

/** What is given as a batch at every place. */
const BATCHED = ['signature', 'text', 'previous'];

const spoiled = (): VectorCase[] =>
  PLACES.flatMap(([n, place, words]) =>
    faults
      .filter(({ slug }) => n > 1 || !ONLY_LATER.includes(slug))
      .flatMap((fault): VectorCase[] => {
        const messages: Given[] = FEED.with(n - 1, fault.make(n) as JsonObject);
        const title = `six messages, ${words} ${fault.words}`;
        const chain = ssbChained(`chain-${fault.slug}-${place}`, title, messages, ['FEED-6'], {
          breaks: fault.breaks,
          parent: 'chain-six',
        });
        const batch = ssbBatch(`batch-${fault.slug}-${place}`, `${title}, as a batch`, messages, n - 1);
        return n === 3 || BATCHED.includes(fault.slug) ? [chain, batch] : [chain];
      }),
  );

const chains = (): VectorCase[] => {
  const order = [...ALL, 'FEED-6'];
  const wrong = (slug: string, title: string, messages: Given[], breaks: string[], more: SsbMeant = {}): VectorCase =>
    ssbChained(`chain-${slug}`, title, messages, ['FEED-6'], { breaks, parent: 'chain-six', ...more });
  const fork = altered(3, { content: { type: 'post', text: 'another third' } });
  const [bad, worse] = [at(3, { signer: fern }), text(at(4)).slice(0, -1)];
  return [
    ssbChained('chain-none', 'no messages', [], ['FEED-6']),
    ssbChained('chain-none-after', 'no messages after others', [], ['FEED-6'], { before: upTo(2) }),
    ssbChained('chain-one', 'one message', upTo(1), order),
    ssbChained('chain-six', 'six messages', FEED, order),
    ssbChained('chain-later', 'the last four messages after the first two', FEED.slice(2), order, { before: upTo(2) }),
    ssbChained('chain-later-one-before', 'the last three messages after the third', FEED.slice(3), order, {
      before: [nth(3)],
    }),
    ssbChained('chain-hmac', 'four messages with an hmac key', KEYED, [...order, 'SSB-19'], { hmac: HMAC }),
    ssbChained('chain-author-first', 'six messages with the author first', ssbChain(6, { order: AUTHOR_FIRST }), order),
    ssbChained('chain-time-back', 'four messages, each earlier than the one before', timesBack(), [...order, 'SSB-7']),
    ssbChained('chain-texts', 'three messages, each spelled in its own way', spelledOtherwise(), order),
    ssbChained('chain-twenty', 'twenty messages of Fern', ssbChain(20, { author: fern }), order),
    ...spoiled(),
    wrong(
      'two-faults',
      'the third signed by Fern, and the fourth no JSON',
      FEED.with(2, bad).map((one, index) => (index === 3 ? worse : one)) as Given[],
      ['SSB-18'],
    ),
    wrong(
      'gap',
      'the third message is missing',
      FEED.filter((_, index) => index !== 2),
      ['FEED-2', 'FEED-3'],
    ),
    wrong('twice', 'the second message twice', [nth(1), nth(2), ...FEED.slice(1)], ['FEED-2', 'FEED-3']),
    wrong('backwards', 'six messages backwards', [...FEED].reverse(), ['FEED-2']),
    wrong(
      'swapped',
      'the third and the fourth message swapped',
      [...upTo(2), nth(4), nth(3), nth(5)],
      ['FEED-2', 'FEED-3'],
    ),
    wrong('fork', 'two third messages', [...upTo(3), fork, nth(4)], ['FEED-2', 'FEED-3']),
    wrong('fork-followed', 'another third message, followed by the fourth', [...upTo(2), fork, nth(4)], ['FEED-3']),
    wrong('two-feeds', 'messages of Fern between those of Suzy', [nth(1), ssb({ author: fern }), nth(2)], ALL),
    wrong('without-first', 'the first message is missing', FEED.slice(1), ['FEED-2']),
    wrong('hmac-missing', 'four messages with an hmac key, verified without it', KEYED, ['SSB-18'], {
      parent: 'chain-hmac',
    }),
    wrong(
      'hmac-one-without',
      'the third of four messages was signed without the hmac key',
      KEYED.with(2, ssbNext(KEYED[1] as JsonObject)),
      ['SSB-18'],
      {
        parent: 'chain-hmac',
        hmac: HMAC,
      },
    ),
    wrong(
      'later-fault',
      'the last four messages after the first two, the fourth of all signed by Fern',
      FEED.slice(2).with(1, at(4, { signer: fern })),
      ['SSB-18'],
      {
        parent: 'chain-later',
        before: upTo(2),
      },
    ),
  ];
};

const timesBack = (): JsonObject[] => {
  const messages = [ssb({ members: { timestamp: 1e15 } })];
  for (const timestamp of [1, 0, -1e300])
    messages.push(ssbNext(messages.at(-1) as JsonObject, { members: { timestamp } }));
  return messages;
};

const spelledOtherwise = (): Given[] => [
  JSON.stringify(nth(1), null, 2),
  replaced(text(nth(2)), '"sequence":2', '"sequence":2.0'),
  replaced(text(nth(3)), '"hash"', '"\\u0068ash"'),
];

const batches = (): VectorCase[] => {
  const fork = altered(3, { content: { type: 'post', text: 'another third' } });
  return [
    ssbBatch('batch-none', 'no messages as a batch', [], 0),
    ssbBatch('batch-six', 'six messages as a batch', FEED, 6),
    ssbBatch('batch-later', 'the last four messages as a batch after the first two', FEED.slice(2), 4, {
      before: upTo(2),
    }),
    ssbBatch('batch-hmac', 'four messages with an hmac key as a batch', KEYED, 4, { hmac: HMAC }),
    ssbBatch('batch-hmac-missing', 'a batch with an hmac key, verified without it', KEYED, 0),
    ssbBatch('batch-fork', 'a batch with two third messages', [...upTo(3), fork, nth(4)], 3),
    ssbBatch(
      'batch-gap',
      'a batch without the third message',
      FEED.filter((_, index) => index !== 2),
      2,
    ),
    ssbBatch(
      'batch-after-bad',
      'a good message of the feed after a bad one is not kept',
      [nth(1), at(2, { signer: fern }), nth(2)],
      1,
    ),
    ssbBatch('batch-twice', 'a batch with the second message twice', [nth(1), nth(2), nth(2)], 2),
    ssbBatch('batch-other-feed', 'a batch with a message of Fern at the end', [...upTo(2), ssb({ author: fern })], 2),
    ssbBatch('batch-null', 'a batch with null at the end', [...upTo(2), 'null'], 2),
  ];
};

const faultsBefore = (): VectorCase[] => {
  const wrong = (slug: string, title: string, message: Given, breaks: string[]): VectorCase =>
    ssbSingle(`fault-${slug}`, title, message, [], { before: upTo(2), breaks, parent: 'third' });
  return [
    ...faults.map(({ slug, words, breaks, make }) => wrong(slug, `the third message ${words}`, make(3), [...breaks])),
    wrong('of-two-phases', 'the third message by Fern, signed by Suzy', at(3, { author: fern, signer: suzy }), [
      'SSB-18',
    ]),
    wrong(
      'author-form',
      'the third message, the author in another spelling',
      at(3, { members: { author: ssbAuthorOf(suzy).replace('=', '') } }),
      ['SSB-3'],
    ),
  ];
};

/** `feed.verify` of classic messages. */
export const ssbFeedsVerified = (): VectorCase[] => [
  ...inPlace(),
  ...feedMismatches(),
  ...sequenceMismatches(),
  ...previousMismatches(),
  ...faultsBefore(),
  ...chains(),
  ...batches(),
];
