// Long, and one list: each case stands where its neighbours can be compared with it.

import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32, unbase32 } from '../../src/forge/base32.ts';
import { blobId } from '../../src/forge/blob.ts';
import { concat, littleEndian, toLittleEndian, unhex, utf8 } from '../../src/forge/bytes.ts';
import { canonical, type Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { equationHolds, L, SMALL_ORDER, SMALL_ORDER_NON_CANONICAL } from '../../src/forge/curve.ts';
import { keyId, parseId } from '../../src/forge/identifiers.ts';
import { type NativeRecord, recordId, recordMessage } from '../../src/forge/native.ts';
import { sign } from '../../src/forge/signature.ts';
import { NOW, refuses } from '../cases/verify.ts';
import { craft, scalarOf } from '../signatures/craft.ts';
import { FLOWERS, type PageChange, page, pageHeader } from './page.ts';

const FORMAT = 'rp.document.1';
const { suzy, fern, phone, spaces } = cast;
const EMPTY = blobId(new Uint8Array());

type Row = [slug: string, defect: string, record: unknown, parent?: string];

const refuseAll = (breaks: string[], rows: Row[], also: string[] = []): VectorCase[] =>
  rows.map(([slug, defect, record, parent]) =>
    refuses(`records/${slug}`, `records/${parent ?? 'page'}`, defect, { format: FORMAT, record }, breaks, also),
  );

const withHeader = (header: Readonly<Record<string, Json | undefined>>, change: PageChange = {}): NativeRecord =>
  page({ ...change, header });

const honest = page();
const without = (name: string): unknown => Object.fromEntries(Object.entries(honest).filter(([key]) => key !== name));

/** Another last character: every second letter sets the lowest spare bit. */
const spare = (text: string, letter: string): string => text.slice(0, -1) + letter;

const shape = (): VectorCase[] =>
  refuseAll(
    ['REC-1'],
    [
      ['no-header', 'no header', without('header')],
      ['no-signature', 'no signature', without('signature')],
      ['empty-object', 'no members at all', {}],
      ['array', 'an array in the place of the record', [honest]],
      ['array-of-members', 'an array of the members', [honest.header, honest.signature, FLOWERS]],
      ['string', 'a string in the place of the record', JSON.stringify(honest)],
      ['number', 'a number in the place of the record', 1],
      ['true', 'true in the place of the record', true],
      [
        'flat',
        'the members of the header beside the signature',
        { ...honest.header, signature: honest.signature, content: FLOWERS },
      ],
      ['header-array', 'an array in the place of the header', { ...honest, header: [honest.header] }],
      ['header-string', 'the header as a text', { ...honest, header: canonical(honest.header) }],
      ['header-number', 'a number in the place of the header', { ...honest, header: 1 }],
      ['header-false', 'false in the place of the header', { ...honest, header: false }],
      ['signature-number', 'a number as the signature', { ...honest, signature: 1 }],
      ['signature-array', 'a list of signatures', { ...honest, signature: [honest.signature] }],
      ['signature-object', 'an object as the signature', { ...honest, signature: { [suzy.keyId]: honest.signature } }],
      ['content-number', 'a number as the content', { ...honest, content: 22 }],
      ['content-true', 'true as the content', { ...honest, content: true }],
      ['content-object', 'an object as the content', { ...honest, content: { text: FLOWERS } }],
      ['content-array', 'an array as the content', { ...honest, content: [FLOWERS] }],
      ['member-id', 'a further member, id', { ...honest, id: recordId(honest.header) }],
      ['member-underscore', 'a further member whose name begins with _', { ...honest, _localIndex: 1 }],
      ['member-capital', 'a further member Content', { ...honest, Content: FLOWERS }],
      ['member-proto', 'a further member __proto__', JSON.parse(`{"__proto__":{},${JSON.stringify(honest).slice(1)}`)],
      ['member-empty-name', 'a further member without a name', { ...honest, '': 1 }],
    ],
  );

const form = (): VectorCase[] => [
  ...refuseAll(
    ['REC-2'],
    [
      ['space-spare', 'a spare bit of the space is set', withHeader({ space: spare(spaces.gardening, 'b') })],
      ['space-is-key', 'a key as the space', withHeader({ space: suzy.keyId })],
      [
        'space-capital',
        'a capital letter in the name of the space',
        withHeader({ space: spaces.gardening.replace('+g', '+G') }),
      ],
      [
        'space-name-16',
        'the name of the space is 16 characters',
        withHeader({ space: spaces.gardeningKey.replace('gardening', 'gardening2345678') }),
        'space-name-15',
      ],
      [
        'space-name-empty',
        'the name of the space is empty',
        withHeader({ space: spaces.gardening.replace('gardening', '') }),
        'space-name-1',
      ],
      ['space-words', 'a word behind the name of the space', withHeader({ space: '+gardening.friends' })],
      ['space-empty', 'an empty text as the space', withHeader({ space: '' })],
      [
        'space-short',
        'the space is one character short',
        withHeader({ space: spare(spaces.gardening.slice(0, -1), 'a') }),
      ],
    ],
  ),
  ...refuseAll(
    ['REC-3'],
    [
      ['author-spare', 'a spare bit of the author is set', withHeader({ author: spare(suzy.keyId, 'b') })],
      ['author-is-blob', 'a blob as the author', withHeader({ author: `&${suzy.keyId.slice(1)}` })],
      ['author-is-record', 'a record as the author', withHeader({ author: `%${suzy.keyId.slice(1)}` })],
      ['author-is-space', 'a space as the author', withHeader({ author: spaces.gardeningKey })],
      ['author-address', 'an address of es.4 as the author', withHeader({ author: suzy.earthstarAddress })],
      ['author-no-sigil', 'the author without the sigil', withHeader({ author: suzy.keyId.slice(1) })],
      ['author-capitals', 'the author in capital letters', withHeader({ author: suzy.keyId.toUpperCase() })],
      ['author-hex', 'the author in hexadecimal', withHeader({ author: suzy.keyHex })],
      [
        'author-short',
        'the author is one character short',
        withHeader({ author: spare(suzy.keyId.slice(0, -1), 'a') }),
      ],
      ['author-long', 'the author is one character long', withHeader({ author: `${suzy.keyId}a` })],
    ],
  ),
  ...refuseAll(
    ['REC-4'],
    [
      [
        'key-spare',
        'a spare bit of the key is set',
        withHeader({ key: spare(phone.keyId, 'b') }, { signer: phone }),
        'held-phone',
      ],
      [
        'key-is-blob',
        'a blob as the key',
        withHeader({ key: `&${phone.keyId.slice(1)}` }, { signer: phone }),
        'held-phone',
      ],
      ['key-empty', 'an empty text as the key', withHeader({ key: '' }, { signer: phone }), 'held-phone'],
      ['key-name', 'a word as the key', withHeader({ key: 'phone' }, { signer: phone }), 'held-phone'],
    ],
  ),
  ...refuseAll(
    ['REC-5'],
    [
      [
        'hash-spare-sparse',
        'a spare bit of the hash is set, without the content',
        withHeader({ contentHash: spare(String(pageHeader().contentHash), 'b') }, { sparse: true }),
        'without-content',
      ],
      [
        'hash-no-sigil-sparse',
        'the hash without the sigil, without the content',
        withHeader({ contentHash: String(pageHeader().contentHash).slice(1) }, { sparse: true }),
        'without-content',
      ],
      [
        'hash-spare',
        'a spare bit of the hash is set',
        withHeader({ contentHash: spare(String(pageHeader().contentHash), 'b') }, { sparse: true }),
      ],
      [
        'hash-no-sigil',
        'the hash without the sigil',
        withHeader({ contentHash: String(pageHeader().contentHash).slice(1) }, { sparse: true }),
      ],
      [
        'hash-is-record',
        'a record as the hash',
        withHeader({ contentHash: String(pageHeader().contentHash).replace('&', '%') }, { sparse: true }),
      ],
      ['hash-hex', 'the hash in hexadecimal', withHeader({ contentHash: 'ab'.repeat(32) }, { sparse: true })],
      ['hash-empty-text', 'an empty text as the hash', withHeader({ contentHash: '' }, { sparse: true })],
      [
        'hash-long',
        'the hash is one character long',
        withHeader({ contentHash: `${pageHeader().contentHash}a` }, { sparse: true }),
      ],
    ],
  ),
  ...refuseAll(
    ['REC-6'],
    [
      [
        'size-smallest-sparse',
        'the smallest integer as the size, without the content',
        withHeader({ contentSize: -9_007_199_254_740_991 }, { sparse: true }),
        'without-content',
      ],
      ['size-minus-1', 'a size of −1', withHeader({ contentSize: -1 }), 'content-empty-sparse'],
      [
        'size-minus-1-sparse',
        'a size of −1, without the content',
        withHeader({ contentSize: -1 }, { sparse: true }),
        'without-content',
      ],
      ['size-smallest', 'the smallest integer as the size', withHeader({ contentSize: -9_007_199_254_740_991 })],
    ],
  ),
  ...refuseAll(
    ['REC-7'],
    [
      ['too-early', 'one before the earliest timestamp', withHeader({ timestamp: 9_999_999_999_999 }), 'earliest'],
      ['timestamp-0', 'the timestamp is 0', withHeader({ timestamp: 0 }), 'earliest'],
      ['timestamp-negative', 'the timestamp is negative', withHeader({ timestamp: -1_700_000_000_000_000 })],
      ['timestamp-seconds', 'the timestamp is in seconds', withHeader({ timestamp: 1_700_000_000 })],
      ['timestamp-milliseconds', 'the timestamp is in milliseconds', withHeader({ timestamp: 1_700_000_000_000 })],
    ],
  ),
  refuses(
    'records/too-late',
    'records/latest',
    'one after the latest timestamp',
    { format: FORMAT, record: withHeader({ timestamp: 9_007_199_254_740_991 }), now: 9_007_199_254_740_990 },
    ['REC-7'],
  ),
  ...refuseAll(
    ['REC-8'],
    (
      [
        ['empty', 'an empty text', ''],
        ['no-solidus', 'no solidus', 'text'],
        ['no-subtype', 'no subtype', 'text/'],
        ['no-type', 'no type', '/plain'],
        ['solidus-alone', 'nothing but a solidus', '/'],
        ['two-solidi', 'two solidi', 'text/plain/x'],
        ['capital', 'a capital letter in front', 'Text/plain'],
        ['capital-behind', 'a capital letter behind', 'text/Plain'],
        ['parameter', 'a parameter', 'text/plain;charset=utf-8'],
        ['parameter-blank', 'a parameter behind a blank', 'text/plain; charset=utf-8'],
        ['blank-in-front', 'a blank in front', ' text/plain'],
        ['blank-behind', 'a blank behind', 'text/plain '],
        ['newline', 'a line feed behind', 'text/plain\n'],
        ['newline-inside', 'a line feed inside', 'text/pl\nain'],
        ['star', 'a star', 'text/*'],
        ['plus-first', 'a plus sign in front', '+text/plain'],
        ['hyphen-first', 'a hyphen in front of the subtype', 'text/-plain'],
        ['dot-first', 'a full stop in front of the subtype', 'text/.plain'],
        ['percent', 'a percent sign', 'text/pl%61in'],
        ['tilde', 'a tilde', 'text/pl~in'],
        ['apostrophe', 'an apostrophe', "text/pl'ain"],
        ['umlaut', 'a letter that is no ASCII', 'text/pläin'],
        ['two', 'two types', 'text/plain,text/html'],
        ['backslash', 'a backslash in the place of the solidus', 'text\\plain'],
      ] as const
    ).map(
      ([slug, defect, contentType]): Row => [
        `type-${slug}`,
        `content type: ${defect}`,
        withHeader({ contentType }),
        'type-plain',
      ],
    ),
  ),
  ...refuseAll(
    ['REC-8'],
    [
      ['type-128', 'content type: 128 characters', withHeader({ contentType: `text/${'x'.repeat(123)}` }), 'type-127'],
      [
        'type-128-in-front',
        'content type: 128 characters, most of them in front',
        withHeader({ contentType: `${'x'.repeat(126)}/y` }),
        'type-127-in-front',
      ],
    ],
  ),
  ...refuseAll(
    ['REC-9'],
    signatureForms(honest.signature).map(
      ([slug, defect, signature]): Row => [`signature-${slug}`, defect, { ...honest, signature }],
    ),
  ),
  ...refuseAll(
    ['REC-10'],
    [
      ['content-65537', '65,537 bytes of content', page({ content: 'x'.repeat(65_537) }), 'content-65536'],
      [
        'content-65537-letters',
        '65,537 bytes of content that are 32,769 characters',
        page({ content: `x${'é'.repeat(32_768)}` }),
        'content-65536-letters',
      ],
      [
        'content-65540-flowers',
        '65,540 bytes of content that are 16,385 flowers',
        page({ content: '🌸'.repeat(16_385) }),
        'content-65536-flowers',
      ],
    ],
  ),
];

/** Texts that are no signature; shared with es.4 and es.5. */
export const signatureForms = (signature: string): [slug: string, defect: string, text: string][] => {
  const values = 'abcdefghijklmnopqrstuvwxyz234567';
  const last = values.indexOf(signature.slice(-1));
  return [
    ['empty', 'an empty signature', ''],
    ['short', 'the signature is one character short', signature.slice(0, -1)],
    ['long', 'the signature is one character long', `${signature}a`],
    ['spare-1', 'the lower spare bit of the signature is set', spare(signature, values.charAt(last + 1))],
    ['spare-2', 'the higher spare bit of the signature is set', spare(signature, values.charAt(last + 2))],
    ['spare-3', 'both spare bits of the signature are set', spare(signature, values.charAt(last + 3))],
    ['without-b', 'the signature without the b', signature.slice(1)],
    ['capitals', 'the signature in capital letters', signature.toUpperCase()],
    [
      'one-capital',
      'one capital letter in the signature',
      signature.replace(/(?<=^b.*)[c-z]/, (letter) => letter.toUpperCase()),
    ],
    ['digit-1', 'the digit 1 in the place of an l in the signature', signature.replace('l', '1')],
    ['padding', 'the signature with padding', `${signature}=`],
    ['newline', 'a line feed behind the signature', `${signature}\n`],
    ['sigil', 'a sigil in front of the signature', `@${signature}`],
    ['63-bytes', 'the first 63 bytes of the signature', base32(unbase32(signature).subarray(0, 63))],
    ['65-bytes', 'a byte 00 behind the signature', base32(concat(unbase32(signature), Uint8Array.of(0)))],
  ];
};

const relations = (): VectorCase[] => [
  ...refuseAll(
    ['REC-11'],
    [
      [
        'size-0-other-hash',
        'a size of 0 with the hash of another blob',
        withHeader({ contentSize: 0 }),
        'content-empty',
      ],
      [
        'size-0-other-hash-sparse',
        'a size of 0 with the hash of another blob, without the content',
        withHeader({ contentSize: 0 }, { sparse: true }),
        'content-empty-sparse',
      ],
      [
        'size-1-empty-hash',
        'a size of 1 with the hash of no bytes',
        withHeader({ contentSize: 1, contentHash: EMPTY }, { sparse: true }),
        'content-empty-sparse',
      ],
      ['size-right-empty-hash', 'the right size with the hash of no bytes', withHeader({ contentHash: EMPTY })],
    ],
  ),
  ...refuseAll(
    ['REC-12'],
    [
      ['key-is-author', 'the key is the author', withHeader({ key: suzy.keyId }), 'held-phone'],
      [
        'key-is-author-sparse',
        'the key is the author, without the content',
        withHeader({ key: suzy.keyId }, { sparse: true }),
        'held-phone-sparse',
      ],
      [
        'key-is-author-fern',
        'the key is the author, Fern',
        withHeader({ key: fern.keyId }, { author: fern }),
        'page-by-fern',
      ],
    ],
  ),
];

const ahead = (slug: string, parent: string, defect: string, timestamp: number, now = NOW): VectorCase =>
  refuses(`records/${slug}`, `records/${parent}`, defect, { format: FORMAT, record: withHeader({ timestamp }), now }, [
    'REC-13',
  ]);

const times = (): VectorCase[] => [
  ahead('ahead-more', 'ahead-10-minutes', 'written a microsecond more than 10 minutes from now', NOW + 600_000_001),
  ahead('ahead-a-day', 'ahead-10-minutes', 'written a day from now', NOW + 86_400_000_000),
  ahead('ahead-latest', 'latest', 'the latest timestamp, read today', 9_007_199_254_740_990),
  ahead(
    'ahead-more-latest',
    'latest-ahead',
    'the latest timestamp, read a microsecond more than 10 minutes before',
    9_007_199_254_740_990,
    9_007_199_254_740_990 - 600_000_001,
  ),
];

const signedAs = (message: Uint8Array): unknown => ({ ...honest, signature: base32(sign(suzy.seed, message)) });

/** A signature for a key of small order, made without any secret: R = rB, S = r. */
const forged = (author: string, count = 0): NativeRecord => {
  const header = pageHeader({ header: { author: keyId(unhex(author)), path: `/wiki/flowers${count}` } });
  const { signature } = craft({ a: 0n, key: unhex(author), r: scalarOf('forged'), message: recordMessage(header) });
  return { header, signature: base32(signature), content: FLOWERS };
};

const signatures = (): VectorCase[] => {
  const bytes = unbase32(honest.signature);
  const s = littleEndian(bytes.subarray(32));
  const id = recordId(honest.header);
  const flipped = bytes.map((byte, index) => (index === 5 ? byte ^ 16 : byte));
  const phoned = page({ header: { key: phone.keyId }, signer: phone });
  return [
    ...refuseAll(
      ['REC-15'],
      [
        ['signed-by-fern', 'signed by Fern', page({ signer: fern })],
        [
          'signature-of-other-page',
          'the signature of another page',
          { ...honest, signature: page({ content: 'Ponds' }).signature },
        ],
        ['signature-bit', 'one bit of the signature turned over', { ...honest, signature: base32(flipped) }],
        [
          'signature-s-plus-l',
          'L added to S',
          { ...honest, signature: base32(concat(bytes.subarray(0, 32), toLittleEndian(s + L, 32))) },
        ],
        ['signature-zero', 'all bits of the signature are 0', { ...honest, signature: base32(new Uint8Array(64)) }],
        [
          'path-changed',
          'the path was changed after signing',
          { ...honest, header: { ...honest.header, path: '/wiki/ponds' } },
        ],
        [
          'timestamp-changed',
          'the timestamp was changed after signing',
          { ...honest, header: { ...honest.header, timestamp: Number(honest.header.timestamp) + 1 } },
        ],
        [
          'space-changed',
          'the space was changed after signing',
          { ...honest, header: { ...honest.header, space: spaces.kitchen } },
        ],
        [
          'space-opened',
          'a space with a key was made an open one after signing',
          {
            ...page({ header: { space: spaces.gardeningKey } }),
            header: pageHeader({ header: { space: spaces.gardeningKey.replace('.b', '.x') } }),
          },
          'in-space-with-key',
        ],
        [
          'author-changed',
          'the author was changed after signing',
          { ...honest, header: { ...honest.header, author: fern.keyId } },
        ],
        [
          'type-added',
          'a content type was added after signing',
          { ...honest, header: { ...honest.header, contentType: 'text/plain' } },
        ],
        [
          'type-removed',
          'the content type was taken out after signing',
          { ...page({ header: { contentType: 'text/plain' } }), header: honest.header },
          'type-plain',
        ],
        ['key-added', 'a key was added after signing', { ...honest, header: { ...honest.header, key: phone.keyId } }],
        ['key-removed', 'the key was taken out after signing', { ...phoned, header: honest.header }, 'held-phone'],
        [
          'key-signed-by-author',
          'signed by the author, and not by the key',
          page({ header: { key: phone.keyId } }),
          'held-phone',
        ],
        ['signed-id-alone', 'the id signed without its context', signedAs(utf8(id))],
        [
          'signed-digest',
          'the digest signed as 32 bytes, without context',
          signedAs(sha256(utf8(canonical(honest.header)))),
        ],
        [
          'signed-context-digest',
          'the context and the digest as 32 bytes',
          signedAs(concat(utf8('rockpool:record:1:'), sha256(utf8(canonical(honest.header))))),
        ],
        ['signed-header', 'the header itself signed', signedAs(utf8(canonical(honest.header)))],
        ['signed-without-sigil', 'the id signed without its sigil', signedAs(utf8(`rockpool:record:1:${id.slice(1)}`))],
        ['signed-other-version', 'the context of another version', signedAs(utf8(`rockpool:record:2:${id}`))],
        ['signed-other-purpose', 'the context of another purpose', signedAs(utf8(`rockpool:manifest:1:${id}`))],
        ['signed-no-last-colon', 'the context without its last colon', signedAs(utf8(`rockpool:record:1${id}`))],
        ['signed-newline', 'a line feed behind the id', signedAs(utf8(`rockpool:record:1:${id}\n`))],
        [
          'signed-unsorted',
          'the header hashed with its members out of order',
          signedAs(utf8(`rockpool:record:1:%${base32(sha256(utf8(JSON.stringify(honest.header))))}`)),
        ],
        [
          'signed-whole-record',
          'the whole record hashed',
          signedAs(utf8(`rockpool:record:1:${recordId({ header: honest.header, content: FLOWERS })}`)),
        ],
      ],
    ),
    ...smallOrderAuthors(),
  ];
};

/** For each key the path is tried until the equation holds, so that only the order of the key can tell. */
const smallOrderAuthors = (): VectorCase[] =>
  [...SMALL_ORDER, ...SMALL_ORDER_NON_CANONICAL].map((author, index) => {
    for (let count = 0; ; count += 1) {
      const record = forged(author, count);
      const { bytes } = parseId(String(record.header.author)) ?? { bytes: unhex(author) };
      if (!equationHolds(bytes, recordMessage(record.header), unbase32(record.signature))) continue;
      const words = `the author is ${author}, of small order, and the equation holds`;
      return refuses(`records/author-small-${index}`, 'records/page', words, { format: FORMAT, record }, ['REC-15']);
    }
  });

const contents = (): VectorCase[] => [
  ...refuseAll(
    ['REC-16'],
    [
      ['size-too-large', 'the header says a byte more than there is', withHeader({ contentSize: 24 })],
      ['size-too-small', 'the header says a byte less than there is', withHeader({ contentSize: 22 })],
      [
        'size-in-characters',
        'the header counts characters, not bytes',
        withHeader({ contentSize: [...FLOWERS].length }),
      ],
      ['size-in-code-units', 'the header counts code units, not bytes', withHeader({ contentSize: FLOWERS.length })],
    ],
  ),
  ...refuseAll(
    ['REC-17'],
    [
      ['content-other', 'other content of the same length', { ...honest, content: 'Flowers are ugly!! 🌸' }],
      ['content-case', 'one letter of the content in the other case', { ...honest, content: FLOWERS.toLowerCase() }],
      [
        'content-sha256',
        'the header has the plain SHA-256 of the content',
        withHeader({ contentHash: `&${base32(sha256(utf8(FLOWERS)))}` }),
      ],
      [
        'content-leaf',
        'the header has the hash of the leaf',
        withHeader({ contentHash: `&${base32(sha256(concat(Uint8Array.of(0), utf8(FLOWERS))))}` }),
      ],
    ],
  ),
  ...refuseAll(
    ['REC-16', 'REC-17'],
    [
      ['content-longer', 'a line feed behind the content', { ...honest, content: `${FLOWERS}\n` }],
      ['content-shorter', 'the content without its last letter', { ...honest, content: FLOWERS.slice(0, -2) }],
      ['content-emptied', 'no content where there was some', { ...honest, content: '' }],
      [
        'content-trimmed',
        'blanks around the content are gone',
        { ...page({ content: ` ${FLOWERS} ` }), content: FLOWERS },
      ],
      [
        'content-normalised',
        'the content was normalised',
        { ...page({ content: 'e\u0301' }), content: '\u00e9' },
        'not-normalised',
      ],
      ['content-filled', 'content where there was none', { ...page({ content: '' }), content: 'a' }, 'content-empty'],
      [
        'content-mark-stripped',
        'the byte order mark is gone',
        { ...page({ content: '\ufeffa' }), content: 'a' },
        'byte-order-mark',
      ],
      ['content-crlf', 'CR LF became LF', { ...page({ content: 'a\r\nb' }), content: 'a\nb' }],
    ],
  ),
  refuses(
    'records/content-of-blob',
    'records/blob-65537',
    'the first 65,536 bytes of a larger blob',
    { format: FORMAT, record: { ...page({ blob: new Uint8Array(65_537).fill(0x61) }), content: 'a'.repeat(65_536) } },
    ['REC-16', 'REC-17'],
  ),
];

/** Everything that a record can break, save what its path can. */
export const refusedRecords = (): VectorCase[] => [
  ...shape(),
  ...form(),
  ...relations(),
  ...times(),
  ...signatures(),
  ...contents(),
];
