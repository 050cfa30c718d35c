import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base64 } from '../../src/forge/base64.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { MAX_UNITS, SSB_ORDERS } from '../../src/forge/ssb-rules.ts';
import { type SsbMeant, ssbAppend } from './ask.ts';
import { posted, replaced, SSB_T, ssb, ssbChain } from './message.ts';
import { HMAC, sized } from './sizes.ts';

const { suzy, fern } = cast;
const FEED = ssbChain(6);
const KEYED = ssbChain(2, { hmac: HMAC });
const GREATEST = 9_007_199_254_740_991;
const PLACED = ['FEED-1', 'FEED-2', 'FEED-3', 'FEED-23'];
const HELLO = { type: 'post', text: 'hello' };

const upTo = (n: number): JsonObject[] => FEED.slice(0, n);
const draftOf = (content: Json, timestamp: Json = SSB_T): Readonly<Record<string, Json>> => ({ content, timestamp });

const numbered = (sequence: number, author = suzy): JsonObject =>
  ssb({ author, members: { previous: `%${base64(sha256(utf8('nobody has seen it')))}.sha256`, sequence } });

const places = (): VectorCase[] => [
  ssbAppend('append-first', 'the first message of a feed', draftOf(HELLO), PLACED),
  ssbAppend('append-first-of-fern', 'the first message of Fern', draftOf(HELLO), PLACED, { author: fern }),
  ssbAppend('append-second', 'the second message of a feed', draftOf(HELLO), PLACED, { before: upTo(1) }),
  ssbAppend('append-seventh', 'the seventh message of a feed', draftOf(HELLO), PLACED, { before: FEED }),
  ssbAppend('append-after-one', 'the seventh message, of those before it only the last', draftOf(HELLO), PLACED, {
    before: FEED.slice(5),
  }),
  ssbAppend('append-greatest', 'the message with the greatest sequence', draftOf(HELLO), [...PLACED, 'SSB-6'], {
    before: [numbered(GREATEST - 1)],
  }),
  ssbAppend('append-no-more', 'no sequence is left', draftOf(HELLO), ['FEED-23'], {
    before: [numbered(GREATEST)],
    breaks: ['SSB-6'],
    parent: 'append-greatest',
  }),
  ssbAppend('append-no-more-of-fern', 'no sequence is left to Fern', draftOf(HELLO), ['FEED-23'], {
    author: fern,
    before: [numbered(GREATEST, fern)],
    breaks: ['SSB-6'],
    parent: 'append-greatest',
  }),
  ssbAppend(
    'append-after-author-first',
    'after a message with the author first',
    draftOf(HELLO),
    [...PLACED, 'SSB-2'],
    { before: [ssb({ order: SSB_ORDERS[1] ?? [] })] },
  ),
  ssbAppend('append-after-flowers', 'after a message that is not in ASCII', draftOf(HELLO), [...PLACED, 'SSB-17'], {
    before: [posted({ type: 'post', text: 'Grüße €😀' })],
  }),
  ssbAppend('append-after-encoding', 'after a message that came as its encoding', draftOf(HELLO), PLACED, {
    before: [JSON.stringify(ssb(), null, 2)],
  }),
  ssbAppend('append-after-spelling', 'after a message with another spelling of a number', draftOf(HELLO), PLACED, {
    before: [replaced(JSON.stringify(ssb()), '"sequence":1', '"sequence":1.0')],
  }),
  ssbAppend('append-hmac', 'a first message with an hmac key', draftOf(HELLO), [...PLACED, 'SSB-19'], { hmac: HMAC }),
  ssbAppend('append-hmac-later', 'a later message with an hmac key', draftOf(HELLO), [...PLACED, 'SSB-19'], {
    hmac: HMAC,
    before: KEYED,
  }),
];

const timestamps = (): VectorCase[] => {
  const taken = (slug: string, title: string, timestamp: number): VectorCase =>
    ssbAppend(`append-time-${slug}`, title, draftOf(HELLO, timestamp), ['FEED-23', 'SSB-7', 'SSB-15'], {
      before: upTo(2),
    });
  const refused = (slug: string, title: string, draft: Readonly<Record<string, Json>>): VectorCase =>
    ssbAppend(`append-time-${slug}`, title, draft, ['FEED-23'], {
      before: upTo(2),
      breaks: ['SSB-1'],
      parent: 'append-time-same',
    });
  return [
    taken('same', 'the timestamp is that of the message before', SSB_T + 1000),
    taken('earlier', 'the timestamp is earlier than that of the message before', 1),
    taken('zero', 'the timestamp is 0', 0),
    taken('negative', 'the timestamp is negative', -1),
    taken('fraction', 'the timestamp has a fraction', SSB_T + 0.25),
    taken('future', 'the timestamp is far in the future', 9e15),
    taken('1e21', 'the timestamp is 1e21', 1e21),
    taken('1e300', 'the timestamp is −1e300', -1e300),
    refused('string', 'the timestamp is a string', draftOf(HELLO, `${SSB_T}`)),
    refused('null', 'the timestamp is null', draftOf(HELLO, null)),
    refused('list', 'the timestamp is a list', draftOf(HELLO, [SSB_T])),
  ];
};

/** The text that makes the first message with it so many units long. */
const filling = (units: number, unit: string): string => String((sized(units, unit).content as JsonObject).text);

const nested = (depth: number): Json => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json;

const contents = (): VectorCase[] => {
  const taken = (
    slug: string,
    title: string,
    content: Json,
    rules: readonly string[],
    more: SsbMeant = {},
  ): VectorCase => ssbAppend(`append-${slug}`, title, draftOf(content), ['FEED-23', ...rules], more);
  const refused = (
    slug: string,
    title: string,
    content: Json,
    breaks: readonly string[],
    parent: string,
    more: SsbMeant = {},
  ): VectorCase =>
    ssbAppend(`append-${slug}`, title, draftOf(content), ['FEED-23'], { breaks, parent: `append-${parent}`, ...more });
  const text = (body: string): Json => ({ type: 'post', text: body });
  return [
    taken('umlauts', 'content that is not in ASCII', text('Grüße €😀 \u2028\ufeff\u007f'), ['SSB-16', 'SSB-18']),
    taken('controls', 'content with quotes and control characters', text('"\\\b\t\n\v\f\r\0\u001f'), ['SSB-16']),
    taken('members', 'numbers as names', { type: 'post', 10: 'a', 9: 'b', '01': 'c', 4294967295: 'd' }, ['SSB-14']),
    taken('proto', 'a member named __proto__', JSON.parse('{"type":"post","__proto__":{"a":1},"z":1}') as Json, [
      'SSB-14',
    ]),
    taken('numbers', 'numbers of all sizes', { type: 'post', list: [0, -1.5, 0.1 + 0.2, 1e20, 1e21, 1e-7, 5e-324] }, [
      'SSB-15',
    ]),
    taken('layout', 'objects and lists, some of them empty', { type: 'post', a: {}, b: [], c: [[{}], null, true] }, [
      'SSB-13',
    ]),
    taken('deep', '50 lists in each other', { type: 'post', deep: nested(50) }, ['SSB-12', 'SSB-13']),
    taken('box', 'a ciphertext', 'aGVsbG8gRmVybiwgdGhpcyBpcyBTdXp5.box', ['SSB-10']),
    taken('box-empty', 'a ciphertext of no bytes', '.box', ['SSB-10']),
    taken('box-2', 'a ciphertext with the suffix .box2', 'AAAA.box2', ['SSB-10']),
    taken('type-3', 'a type of 3 units', { type: 'pub' }, ['SSB-9']),
    taken('type-52', 'a type of 52 units', { type: 'x'.repeat(52) }, ['SSB-9']),
    taken('type-26-emoji', 'a type of 26 emoji, which are 52 units', { type: '🌸'.repeat(26) }, ['SSB-9']),
    taken('type-last', 'the type is not the first member', { text: 'x', type: 'post' }, ['SSB-9', 'SSB-14']),
    taken('8192', '8,192 units', text(filling(MAX_UNITS, 'x')), ['SSB-12']),
    taken('8192-emoji', '8,192 units of emoji', text(filling(MAX_UNITS, '🌸')), ['SSB-12']),
    taken('8192-hmac', '8,192 units, with an hmac key', text(filling(MAX_UNITS, 'x')), ['SSB-12', 'SSB-19'], {
      hmac: HMAC,
    }),
    refused('8193', '8,193 units', text(filling(MAX_UNITS + 1, 'x')), ['SSB-12'], '8192'),
    refused('8193-emoji', '8,193 units of emoji', text(filling(MAX_UNITS + 1, '🌸')), ['SSB-12'], '8192-emoji'),
    refused('8193-hmac', '8,193 units, with an hmac key', text(filling(MAX_UNITS + 1, 'x')), ['SSB-12'], '8192-hmac', {
      hmac: HMAC,
    }),
    refused(
      '8193-later',
      'content that fits into a first message and not into a later one',
      text(filling(MAX_UNITS, 'x')),
      ['SSB-12'],
      '8192',
      { before: upTo(1) },
    ),
    refused('type-2', 'a type of 2 units', { type: 'pu' }, ['SSB-9'], 'type-3'),
    refused('type-1-emoji', 'a type of 1 emoji, which is 2 units', { type: '🌸' }, ['SSB-9'], 'type-3'),
    refused('type-53', 'a type of 53 units', { type: 'x'.repeat(53) }, ['SSB-9'], 'type-52'),
    refused('type-27-emoji', 'a type of 27 emoji', { type: '🌸'.repeat(27) }, ['SSB-9'], 'type-26-emoji'),
    refused('type-none', 'no type', { text: 'hello' }, ['SSB-9'], 'type-last'),
    refused('type-number', 'the type is a number', { type: 123 }, ['SSB-9'], 'type-3'),
    refused(
      'type-inherited',
      'the type is in a member named __proto__',
      JSON.parse('{"__proto__":{"type":"post"}}') as Json,
      ['SSB-9'],
      'proto',
    ),
    refused('content-empty', 'an object without members', {}, ['SSB-9'], 'type-3'),
    refused('content-null', 'the content is null', null, ['SSB-1'], 'first'),
    refused('content-list', 'the content is a list', [HELLO], ['SSB-1'], 'first'),
    refused('content-number', 'the content is a number', 7, ['SSB-1'], 'first'),
    refused('content-true', 'the content is true', true, ['SSB-1'], 'first'),
    refused('content-null-later', 'the content of a later message is null', null, ['SSB-1'], 'second', {
      before: upTo(1),
    }),
    refused('text', 'a text in plain words', 'hello Fern', ['SSB-10'], 'box'),
    refused('text-empty', 'an empty text', '', ['SSB-10'], 'box-empty'),
    refused('box-spare', 'a ciphertext with a spare bit set', 'AB==.box', ['SSB-10'], 'box'),
    refused('box-unpadded', 'a ciphertext without padding', 'AA.box', ['SSB-10'], 'box'),
    refused('box-newline', 'a line feed behind .box', 'AAAA.box\n', ['SSB-10'], 'box-2'),
    refused('box-capitals', 'the suffix is .BOX', 'AAAA.BOX', ['SSB-10'], 'box-2'),
  ];
};

/** `feed.append` of classic messages. */
export const ssbFeedsAppended = (): VectorCase[] => [...places(), ...timestamps(), ...contents()];
