import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import { type NativeRecord, recordMessage } from '../../src/forge/native.ts';
import { signWithNonce } from '../../src/forge/signature.ts';
import { NOW, takes } from '../cases/verify.ts';
import { FLOWERS } from '../records/page.ts';
import { scalarOf } from '../signatures/craft.ts';
import { chain, idOf, type MessageChange, message, messageHeader, next, numbered, unknownId } from './message.ts';

const FORMAT = 'rp.message.1';
const { fern, phone, spaces } = cast;
const MOST = 9_007_199_254_740_991;
const LATEST = 9_007_199_254_740_990;

const take = (
  slug: string,
  title: string,
  record: NativeRecord,
  requirements: readonly string[],
  now?: number,
): VectorCase =>
  takes(`messages/${slug}`, title, { format: FORMAT, record, ...(now === undefined ? {} : { now }) }, requirements);

const header = (members: MessageChange['header'] & object): NativeRecord => message({ header: members });

/** Suzy's first eight messages; the last one is the example of the chapter. */
const FEED = chain(7);
export const HELLO = message();
export const EIGHTH = next(FEED, { content: FLOWERS });

/** A message with every member but `key`. */
export const FULL = next(FEED, { header: { log: 2, contentType: 'text/plain' } });

const HEADER = ['MSG-1', 'MSG-2', 'MSG-6', 'MSG-7'];
const CONTENT = ['REC-10', 'REC-16', 'REC-17'];

const places = (): VectorCase[] => [
  take('hello', "Suzy's first message", HELLO, [...HEADER, 'REC-1', 'REC-2', 'REC-3', 'REC-5', 'REC-15', ...CONTENT]),
  take('second', 'the second message: it names the first', chain(2)[1] as NativeRecord, [...HEADER, 'MSG-4']),
  take('third', 'the third message', chain(3)[2] as NativeRecord, HEADER),
  take('fourth', 'the fourth message: the first with a skip link', chain(4)[3] as NativeRecord, [
    ...HEADER,
    'MSG-4',
    'MSG-5',
    'MSG-8',
  ]),
  take('eighth', 'a message that names the one before it and an older one', EIGHTH, [
    ...HEADER,
    'MSG-4',
    'MSG-5',
    'MSG-8',
    'REC-14',
  ]),
  take('hello-by-fern', "Fern's first message", message({ author: fern }), HEADER),
  take(
    'hello-space-name-14',
    'a first message in a space whose name is 14 characters',
    header({ space: spaces.gardening.replace('gardening', 'abcdefghijklm4') }),
    ['REC-2'],
  ),
  take(
    'hello-space-name-15',
    'a first message in a space whose name is 15 characters',
    header({ space: spaces.gardening.replace('gardening', 'gardening234567') }),
    ['REC-2'],
  ),
  take('hello-in-kitchen', 'a first message in another space', header({ space: spaces.kitchen }), ['REC-2']),
  take('hello-in-space-with-key', 'a first message in a space with a key', header({ space: spaces.gardeningKey }), [
    'REC-2',
  ]),
  take('one-link-twice', 'previous and skip are one id', numbered(4, { header: { skip: unknownId('before 4') } }), [
    'MSG-4',
    'MSG-5',
    'MSG-6',
    'MSG-7',
  ]),
  take('sequence-largest', 'the largest sequence', numbered(MOST), ['MSG-2', 'MSG-6', 'MSG-7', 'MSG-8']),
  take('sequence-largest-but-one', 'the largest sequence but one', numbered(MOST - 1), [
    'MSG-2',
    'MSG-6',
    'MSG-7',
    'MSG-8',
  ]),
];

const members = (): VectorCase[] => [
  take('log-1', 'log 1: not the feed without a log', header({ log: 1 }), ['MSG-1', 'MSG-3']),
  take('log-2', 'log 2', header({ log: 2 }), ['MSG-1', 'MSG-3']),
  take('log-largest', 'the largest log', header({ log: MOST }), ['MSG-3']),
  take(
    'log-eighth',
    'the eighth message of a feed with a log',
    next(chain(7, { header: { log: 1 } }), { header: { log: 1 } }),
    ['MSG-1', 'MSG-3', 'MSG-7'],
  ),
  take('full', 'every member but key', FULL, ['MSG-1']),
  take('type', 'a content type', header({ contentType: 'text/plain' }), ['MSG-1', 'REC-8']),
  take('type-127', 'a content type of 127 characters', header({ contentType: `text/${'x'.repeat(122)}` }), ['REC-8']),
  take('earliest', 'the earliest timestamp', header({ timestamp: 10_000_000_000_000 }), ['REC-7']),
  take('latest', 'the latest timestamp, read at that time', header({ timestamp: LATEST }), ['REC-7'], LATEST),
  take('timestamp-is-now', 'written now', header({ timestamp: NOW }), ['REC-13']),
  take('ahead-10-minutes', 'written exactly 10 minutes from now', header({ timestamp: NOW + 600_000_000 }), ['REC-13']),
  take('long-ago', 'read long after it was written', HELLO, ['REC-13'], MOST),
  take('without-content', 'the content does not travel along', message({ sparse: true }), ['REC-1', ...CONTENT]),
  take(
    'eighth-without-content',
    'the content of the eighth message does not travel along',
    next(FEED, { content: FLOWERS, sparse: true }),
    ['REC-1', ...CONTENT],
  ),
  take('content-empty', 'no bytes of content', message({ content: '' }), ['REC-6', 'REC-11', ...CONTENT]),
  take('content-empty-sparse', 'no bytes of content, and no content', message({ content: '', sparse: true }), [
    'REC-6',
    'REC-11',
  ]),
  take('content-65536', '65,536 bytes of content', message({ content: 'x'.repeat(65_536) }), CONTENT),
  take(
    'content-65536-letters',
    '65,536 bytes of content that are 32,768 characters',
    message({ content: 'é'.repeat(32_768) }),
    [...CONTENT, 'BLB-1'],
  ),
  take('blob-65537', 'a blob one byte too long to travel along', message({ blob: new Uint8Array(65_537).fill(0x61) }), [
    'REC-6',
    'REC-10',
  ]),
  take(
    'size-largest',
    'the largest size of a blob that nobody has seen',
    message({ sparse: true, header: { contentSize: MOST, contentHash: unknownId('a film').replace('%', '&') } }),
    ['REC-6'],
  ),
  take('unicode', 'content in many scripts', message({ content: 'süß, 花, λουλούδι, פרח, زهرة, 🌸🧑‍🌾' }), CONTENT),
  take('json-inside', 'content that is JSON', message({ content: '{"type":"post","text":null,"text":1.5}' }), CONTENT),
];

const TEXT = JSON.stringify(EIGHTH);

const takeText = (slug: string, title: string, text: string, requirements: string[]): VectorCase =>
  takes(`messages/${slug}`, title, { format: FORMAT, text }, requirements);

const texts = (): VectorCase[] => [
  takeText(
    'text-member-order',
    'the members in another order',
    JSON.stringify({
      content: EIGHTH.content,
      signature: EIGHTH.signature,
      header: Object.fromEntries(Object.entries(EIGHTH.header).reverse()),
    }),
    ['MSG-1', 'REC-14'],
  ),
  takeText('text-blanks', 'blanks between all tokens', JSON.stringify(EIGHTH, null, 2), ['TXT-2', 'REC-14']),
  takeText(
    'text-escapes',
    'escapes in names, in an id and in the content',
    TEXT.replace('"previous"', '"pre\\u0076ious"').replace('"%b', '"\\u0025b').replace('🌸', '\\ud83c\\udf38'),
    ['TXT-4', 'MSG-4', 'REC-14'],
  ),
  takeText(
    'text-size-524288',
    'blanks that make the text 524,288 bytes long',
    `${TEXT}${' '.repeat(524_288 - utf8(TEXT).length)}`,
    ['TXT-5'],
  ),
];

const byPhone = (change: MessageChange, before: readonly NativeRecord[] = []): NativeRecord =>
  next(before, { ...change, header: { key: phone.keyId, ...change.header }, signer: phone });

const held = (): VectorCase[] =>
  (
    [
      ['held-phone', "the first message of Suzy's phone", byPhone({})],
      ['held-phone-sparse', "the first message of Suzy's phone, without its content", byPhone({ sparse: true })],
      ['held-phone-log', "the first message in a further feed of Suzy's phone", byPhone({ header: { log: 1 } })],
      [
        'held-phone-eighth',
        "the eighth message of Suzy's phone",
        byPhone(
          {},
          [1, 2, 3, 4, 5, 6, 7].reduce<NativeRecord[]>((feed) => [...feed, byPhone({}, feed)], []),
        ),
      ],
      [
        'held-by-fern',
        "Fern signs in Suzy's name: nobody can tell yet that she may not",
        message({ header: { key: fern.keyId }, signer: fern }),
      ],
    ] as const
  ).map(([slug, title, record]) =>
    takes(`messages/${slug}`, title, { format: FORMAT, record }, ['MSG-1', 'REC-4', 'REC-12', 'REC-19'], {
      held: true,
    }),
  );

const otherNonces = (): VectorCase[] =>
  [1, 2].map((count) => {
    const signature = signWithNonce(cast.suzy.seed, recordMessage(messageHeader()), scalarOf(`nonce ${count}`));
    return take(
      `other-nonce-${count}`,
      'the same header with another valid signature',
      { ...HELLO, signature: base32(signature) },
      ['REC-9', 'REC-15'],
    );
  });

/** Messages that break nothing by themselves. */
export const acceptedMessages = (): VectorCase[] => [
  ...places(),
  ...members(),
  ...texts(),
  ...held(),
  ...otherNonces(),
];

/** The id of the message before the eighth. */
export const SEVENTH_ID = idOf(FEED[6] as NativeRecord);
