import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { ssbId } from '../../src/forge/ssb.ts';
import type { Given } from '../cases/feed.ts';
import { nearKeys } from '../cases/near-keys.ts';
import { ssbAppend, ssbBatch, ssbChained, ssbSingle } from './ask.ts';
import { nearIds, replaced, SSB_T, ssb, ssbAuthorOf, ssbChain, ssbNext } from './message.ts';
import { ALL_CHARACTERS } from './values.ts';

const FEED = ssbChain(12);
const PLACED = ['FEED-1', 'FEED-2', 'FEED-3'];
const nth = (n: number): JsonObject => FEED[n - 1] as JsonObject;
const upTo = (n: number): JsonObject[] => FEED.slice(0, n);
const text = (message: JsonObject): string => JSON.stringify(message);

/** A message in the middle of a feed of which the messages before it are not known. */
const numbered = (sequence: number): JsonObject => ssb({ members: { previous: ssbId(nth(1)), sequence } });

/** The text of the message after another one, with another value of a member than the one that was signed. */
const sentAs = (message: JsonObject, name: string, sent: Json): string =>
  replaced(text(message), `"${name}":${JSON.stringify(message[name])}`, `"${name}":${JSON.stringify(sent)}`);

/** Links and numbers that loose comparisons take for the right ones. */
const loose = (): VectorCase[] => {
  const second = nth(2);
  const refused = (
    slug: string,
    title: string,
    message: string | JsonObject,
    breaks: string[],
    before: JsonObject[],
    parent: string,
  ) => ssbSingle(`loose-${slug}`, title, message, [], { before, breaks, parent });
  const chained = (slug: string, title: string, third: string, breaks: string[]): VectorCase =>
    ssbChained(`loose-chain-${slug}`, title, [...upTo(2), third, ...FEED.slice(3, 6)], ['FEED-6'], {
      breaks,
      parent: 'chain-six',
    });
  const far = (more: number) => 2 ** 32 + more;
  return [
    refused(
      'previous-list',
      'previous is a list with the id in it, signed as the id',
      sentAs(second, 'previous', [ssbId(nth(1))]),
      ['SSB-1'],
      upTo(1),
      'second',
    ),
    refused(
      'previous-list-signed',
      'previous is a list with the id in it',
      ssb({ members: { ...withoutSignature(second), previous: [ssbId(nth(1))] } }),
      ['SSB-1'],
      upTo(1),
      'second',
    ),
    refused(
      'sequence-text',
      'the sequence is a text, signed as the number',
      sentAs(second, 'sequence', '2'),
      ['SSB-1'],
      upTo(1),
      'second',
    ),
    refused(
      'author-list',
      'the author is a list with the author in it, signed as the author',
      sentAs(second, 'author', [ssbAuthorOf(cast.suzy)]),
      ['SSB-1'],
      upTo(1),
      'second',
    ),
    refused(
      'previous-empty',
      'a first message whose previous is empty, signed as null',
      sentAs(nth(1), 'previous', ''),
      ['SSB-4'],
      [],
      'first',
    ),
    refused(
      'previous-false',
      'a first message whose previous is false, signed as null',
      sentAs(nth(1), 'previous', false),
      ['SSB-1'],
      [],
      'first',
    ),
    chained(
      'previous-list',
      'six messages, previous of the third a list with the id in it',
      sentAs(nth(3), 'previous', [ssbId(nth(2))]),
      ['SSB-1'],
    ),
    chained('sequence-text', 'six messages, the sequence of the third a text', sentAs(nth(3), 'sequence', '3'), [
      'SSB-1',
    ]),
    refused(
      '32-bits',
      'a 3 after 2^32 + 2',
      ssbNext(numbered(far(2)), { members: { sequence: 3 } }),
      ['FEED-2'],
      [numbered(far(2))],
      'second',
    ),
    refused(
      '32-bits-back',
      '2^32 + 3 after a 2',
      ssbNext(nth(2), { members: { sequence: far(3) } }),
      ['FEED-2'],
      upTo(2),
      'second',
    ),
    refused('as-text', 'a 21 after a 2', ssbNext(nth(2), { members: { sequence: 21 } }), ['FEED-2'], upTo(2), 'second'),
    refused('half', 'a 2.5 after a 2', ssbNext(nth(2), { members: { sequence: 2.5 } }), ['SSB-6'], upTo(2), 'second'),
    ...nearIds(ssbId(nth(1))).map(([slug, words, previous]) =>
      refused(
        `previous-near-${slug}`,
        `previous is the id of the first message ${words}`,
        ssbNext(nth(1), { members: { previous } }),
        ['FEED-3'],
        upTo(1),
        'second',
      ),
    ),
    ssbSingle('after-2-to-31', '2^31 after 2^31 − 1', ssbNext(numbered(2 ** 31 - 1)), PLACED, {
      before: [numbered(2 ** 31 - 1)],
    }),
    ssbSingle('after-2-to-32', '2^32 + 2 after 2^32 + 1', ssbNext(numbered(far(1))), PLACED, {
      before: [numbered(far(1))],
    }),
    ssbSingle('tenth', 'the tenth message after the ninth', nth(10), PLACED, { before: upTo(9) }),
  ];
};

const withoutSignature = ({ signature: _, ...rest }: JsonObject): JsonObject => rest;

/** One fault in a batch or chain, in every place of which the messages around are good. */
const lastOnly = (): VectorCase[] => {
  const forged = (n: number): JsonObject => ({ ...nth(n), signature: nth(n === 1 ? 2 : 1).signature as Json });
  return [2, 4, 5].flatMap((n) => [
    ssbChained(
      `other-signature-${n}`,
      `six messages, the signature of message ${n} that of the first`,
      upTo(6).with(n - 1, forged(n)),
      ['FEED-6'],
      {
        breaks: ['SSB-18'],
        parent: 'chain-six',
      },
    ),
    ssbBatch(
      `batch-other-signature-${n}`,
      `a batch of six, the signature of message ${n} that of the first`,
      upTo(6).with(n - 1, forged(n)),
      n - 1,
    ),
  ]);
};

/** Chains that go wrong only by what the last messages are, or right only where ids and signatures are of the right bytes. */
const narrow = (): VectorCase[] => {
  const penultimate = numbered(2 ** 53 - 2);
  const greatest = ssbNext(penultimate);
  const beyond = ssbNext(greatest, { members: { sequence: 2 ** 53 } });
  const ofFern = ssbNext(nth(2), { author: cast.fern });
  const written = (...texts: string[]): JsonObject[] => {
    const messages: JsonObject[] = [];
    for (const each of texts) {
      const members = { content: { type: 'post', text: each } };
      const last = messages.at(-1);
      messages.push(last === undefined ? ssb({ members }) : ssbNext(last, { members }));
    }
    return messages;
  };
  const beyondGreatest = (slug: string, title: string, last: Given): VectorCase =>
    ssbChained(`narrow-${slug}`, title, [greatest, last], ['FEED-6'], {
      before: [penultimate],
      breaks: ['SSB-6'],
      parent: 'narrow-greatest',
    });
  const taken = (slug: string, title: string, messages: JsonObject[], rule: string): VectorCase =>
    ssbChained(`narrow-${slug}`, title, messages, [...PLACED, 'FEED-6', rule]);
  return [
    ssbChained('narrow-greatest', 'the greatest sequence after the one before', [greatest], [...PLACED, 'SSB-6'], {
      before: [penultimate],
    }),
    beyondGreatest('2-to-53', '2^53 after 2^53 − 1', beyond),
    beyondGreatest(
      '2-to-53-rounded',
      '2^53 + 1, which is rounded to 2^53, after 2^53 − 1',
      replaced(text(beyond), '9007199254740992', '9007199254740993'),
    ),
    ssbChained(
      'narrow-fern',
      "Suzy's feed, with which Fern goes on",
      [ofFern, ssbNext(ofFern, { author: cast.fern })],
      ['FEED-6'],
      { before: upTo(2), breaks: ['FEED-1'], parent: 'chain-six' },
    ),
    taken('delete', 'two messages with U+007F, which is not escaped', written('moss\u007f', '\u007fmoss'), 'SSB-16'),
    taken(
      'delete-and-umlauts',
      'three messages with U+007F and what is behind it',
      written('moss', '\u007f\u0080\u009f', 'Grüße\u007f'),
      'SSB-16',
    ),
    taken('umlauts', 'three messages with umlauts', written('Grüße', 'süß', 'Möhren'), 'SSB-17'),
    taken('emoji', 'two messages with emoji', written('🌸', '🌿'), 'SSB-17'),
  ];
};

/** What writers make of content that many programs write otherwise, or that none may sign. */
const written = (): VectorCase[] => {
  const draft = (content: Json) => ({ content, timestamp: SSB_T });
  const taken = (slug: string, title: string, content: Json, rule: string): VectorCase =>
    ssbAppend(`append-${slug}`, title, draft(content), ['FEED-23', rule], { before: upTo(1) });
  const refused = (slug: string, title: string, content: Json, breaks: string, parent = 'umlauts'): VectorCase =>
    ssbAppend(`append-${slug}`, title, draft(content), ['FEED-23'], { breaks: [breaks], parent: `append-${parent}` });
  const arrays = (depth: number): Json => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json;
  const crowd = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`m${(index * 29 + 17) % 40}`, index]));
  const post = (body: string): Json => ({ type: 'post', text: body });
  return [
    taken('characters', 'characters that are not escaped', post(ALL_CHARACTERS), 'SSB-16'),
    taken(
      'characters-name',
      'characters that are not escaped, in a name',
      { type: 'post', [ALL_CHARACTERS]: 1 },
      'SSB-16',
    ),
    taken(
      'controls-all',
      'all characters below U+0020',
      post(String.fromCharCode(...Array.from({ length: 33 }, (_, code) => code))),
      'SSB-16',
    ),
    taken('40-names', '40 names stay as they came', { type: 'post', ...crowd }, 'SSB-14'),
    taken(
      'names-of-numbers',
      'names that are numbers and names that are like numbers',
      { type: 'post', '4294967294': 1, '4294967295': 2, '-0': 3, '00': 4, '0': 5, '1e3': 6, '10': 7, '9': 8 },
      'SSB-14',
    ),
    taken(
      'numbers-small',
      'numbers at the edges of their spellings',
      { type: 'post', list: [1e-6, 1.5e-7, 123456789012345680000, 2 ** 53, -1e21, 1.7976931348623157e308] },
      'SSB-15',
    ),
    taken('emoji', 'whole emoji, and what is made of several', post('🌿🏴\u{e0067}\u{e007f}👩\u200d🌾'), 'SSB-16'),
    taken('replacement', 'U+FFFD, which is a character like others', post('a\ufffdb'), 'SSB-16'),
    taken('deep-lists', '60 lists in each other', { type: 'abc', deep: arrays(59) }, 'SSB-12'),
    taken('box-padded', 'ciphertexts with words behind', 'bW9zcw==.box and more', 'SSB-10'),
    refused('half-high', 'the first half of an emoji in a text', post('moss \ud83c'), 'TXT-4'),
    refused('half-low', 'the second half of an emoji in a text', post('\udf3f moss'), 'TXT-4'),
    refused('halves-apart', 'both halves of an emoji, and words between', post('\ud83cmoss\udf3f'), 'TXT-4'),
    refused('halves-swapped', 'both halves of an emoji in the wrong order', post('\udf3f\ud83c'), 'TXT-4'),
    refused('half-name', 'half of an emoji in a name', { type: 'post', 'a\ud83c': 1 }, 'TXT-4'),
    refused('half-type', 'half of an emoji in the type', { type: 'post\ud83c' }, 'TXT-4', 'type-3'),
    refused(
      'half-list',
      'half of an emoji in a list in an object',
      { type: 'post', more: { list: ['a', '\udc00'] } },
      'TXT-4',
      'layout',
    ),
    refused('half-box', 'half of an emoji behind .box', 'AAAA.box\ud83c', 'TXT-4', 'box'),
    refused(
      'deep-65',
      'a draft that is 65 deep (the encoding of the message is too long as well)',
      { type: 'post', deep: arrays(63) },
      'TXT-10',
      'deep',
    ),
    refused('box-stop', 'a hyphen for the full stop of a ciphertext', 'bW9z-box', 'SSB-10', 'box'),
    refused('box-letter', 'a letter for the full stop of a ciphertext', 'bW9zxbox', 'SSB-10', 'box'),
    refused('box-url', 'a ciphertext in the alphabet for URLs', '-_-_.box', 'SSB-10', 'box'),
    refused('box-spare-2', 'a ciphertext with its second spare bit set', 'bW9zcy==.box', 'SSB-10', 'box'),
    refused('box-separator', 'U+2028 behind .box', 'bW9z.box\u2028', 'SSB-10', 'box-2'),
    refused('type-list', 'the type is a list with a type in it', { type: ['post'] }, 'SSB-9', 'type-3'),
    refused('type-capital', 'a member named Type', { Type: 'post' }, 'SSB-9', 'type-3'),
    refused('type-deeper', 'a type in an object', { text: 'moss', more: { type: 'post' } }, 'SSB-9', 'type-3'),
    refused(
      'type-emoji-and-letters',
      'a type of 26 emoji and a letter, which are 53 units',
      { type: `${'🌿'.repeat(26)}x` },
      'SSB-9',
      'type-26-emoji',
    ),
  ];
};

/** Two authors whose keys begin with the same 42 bits. */
const nearAuthors = (): VectorCase[] => {
  const [near, other] = nearKeys;
  const before = [ssb({ author: near })];
  return [
    ssbSingle(
      'near-author',
      'a message after one of an author whose key begins with the same 42 bits',
      ssbNext(before[0] as JsonObject, { author: other }),
      [],
      { before, breaks: ['FEED-1'], parent: 'second' },
    ),
  ];
};

/** Feeds as those judge them who compare loosely, look at the last signature alone, or write what none may sign. */
export const moreSsbFeeds = (): VectorCase[] => [
  ...loose(),
  ...nearAuthors(),
  ...lastOnly(),
  ...narrow(),
  ...written(),
];
