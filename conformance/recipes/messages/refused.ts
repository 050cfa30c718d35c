// Long, and one list: each case stands where its neighbours can be compared with it.

import type { VectorCase } from '@rockpool/schemas';
import { base32, unbase32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { type NativeRecord, recordId } from '../../src/forge/native.ts';
import { sign } from '../../src/forge/signature.ts';
import { NOW, refuses } from '../cases/verify.ts';
import { page } from '../records/page.ts';
import { signatureForms } from '../records/refused.ts';
import { EIGHTH, FULL, HELLO, SEVENTH_ID } from './accepted.ts';
import { type MessageChange, message, messageHeader, numbered, unknownId } from './message.ts';

const FORMAT = 'rp.message.1';
const { suzy, fern, phone, spaces } = cast;

type Row = [slug: string, defect: string, record: unknown, parent?: string];

const refuseAll = (breaks: string[], rows: Row[], also: string[] = []): VectorCase[] =>
  rows.map(([slug, defect, record, parent]) =>
    refuses(`messages/${slug}`, `messages/${parent ?? 'hello'}`, defect, { format: FORMAT, record }, breaks, also),
  );

type Members = Readonly<Record<string, Json | undefined>>;

const withHeader = (header: Members, change: MessageChange = {}): NativeRecord => message({ ...change, header });

/** The eighth message, with something changed before it was signed. */
const eighth = (header: Members): NativeRecord =>
  message({ content: String(EIGHTH.content), header: { ...EIGHTH.header, ...header } });

const full = (header: Members): NativeRecord =>
  message({ content: String(FULL.content), header: { ...FULL.header, ...header } });

const without = (name: string): unknown => Object.fromEntries(Object.entries(HELLO).filter(([key]) => key !== name));
const spare = (text: string, letter: string): string => text.slice(0, -1) + letter;

const recordShapes = (): VectorCase[] =>
  refuseAll(
    ['REC-1'],
    [
      ['no-header', 'no header', without('header')],
      ['no-signature', 'no signature', without('signature')],
      ['flat', 'the members of the header beside the signature', { ...HELLO.header, signature: HELLO.signature }],
      ['member-id', 'a further member, id', { ...HELLO, id: recordId(HELLO.header) }],
      ['key-value', 'key and value around the message', { key: recordId(HELLO.header), value: HELLO }],
      ['content-object', 'an object as the content', { ...HELLO, content: { type: 'post', text: 'hello' } }],
      ['content-number', 'a number as the content', { ...HELLO, content: 5 }],
      ['header-array', 'an array in the place of the header', { ...HELLO, header: [HELLO.header] }],
      ['array', 'a list of messages', [HELLO]],
    ],
  );

const REQUIRED = ['format', 'space', 'author', 'sequence', 'timestamp', 'contentHash', 'contentSize'];

/** For each member a value of another type. */
const WRONG_TYPES: readonly [name: string, slug: string, words: string, value: Json][] = [
  ['format', 'format-number', 'a number as the format', 1],
  ['space', 'space-array', 'a list of spaces', [spaces.gardening]],
  ['author', 'author-number', 'a number as the author', 0],
  ['log', 'log-string', 'the log as a text', '2'],
  ['log', 'log-true', 'true as the log', true],
  ['sequence', 'sequence-string', 'the sequence as a text', '8'],
  ['sequence', 'sequence-array', 'a list as the sequence', [8]],
  ['previous', 'previous-array', 'a list of ids as previous', [SEVENTH_ID]],
  ['previous', 'previous-false', 'false as previous', false],
  ['previous', 'previous-number', 'the sequence of the message before as previous', 7],
  ['skip', 'skip-array', 'a list of ids as skip', [SEVENTH_ID]],
  ['skip', 'skip-number', 'the sequence of an older message as skip', 4],
  ['timestamp', 'timestamp-string', 'the timestamp as a text', '2023-11-14T22:13:20Z'],
  ['contentHash', 'hash-object', 'an object as the hash', {}],
  ['contentSize', 'size-string', 'the size as a text', '5'],
  ['contentType', 'type-true', 'true as the content type', true],
  ['key', 'key-number', 'a number as the key', 1],
];

const headerShapes = (): VectorCase[] => [
  ...refuseAll(
    ['MSG-1'],
    REQUIRED.map(
      (name): Row => [`without-${name.toLowerCase()}`, `no ${name}`, eighth({ [name]: undefined }), 'eighth'],
    ),
  ),
  ...refuseAll(
    ['MSG-1'],
    WRONG_TYPES.map(([name, slug, words, value]): Row => [slug, words, full({ [name]: value }), 'full']),
  ),
  ...refuseAll(
    ['MSG-1'],
    [
      [
        'header-empty',
        'a header without members',
        withHeader(Object.fromEntries(REQUIRED.map((name) => [name, undefined]))),
      ],
      ['header-path', 'a path: a member of documents', withHeader({ path: '/wiki/flowers' })],
      ['header-expires', 'a time of expiry: a member of documents', withHeader({ expires: NOW + 1 })],
      ['header-backlink', 'a further member backlink', eighth({ backlink: SEVENTH_ID }), 'eighth'],
      [
        'header-lipmaa',
        'lipmaalink in the place of skip',
        eighth({ skip: undefined, lipmaalink: SEVENTH_ID }),
        'eighth',
      ],
      ['header-prev', 'prev in the place of previous', eighth({ previous: undefined, prev: SEVENTH_ID }), 'eighth'],
      ['header-seq', 'seq in the place of sequence', eighth({ sequence: undefined, seq: 8 }), 'eighth'],
      ['header-capital', 'Sequence in the place of sequence', eighth({ sequence: undefined, Sequence: 8 }), 'eighth'],
      ['header-hash', 'a further member hash', withHeader({ hash: 'sha256' })],
      ['header-content', 'the content in the header', withHeader({ content: 'hello' })],
      ['header-signature', 'a signature in the header', withHeader({ signature: HELLO.signature })],
      ['header-underscore', 'a further member whose name begins with _', withHeader({ _local: 1 })],
      ['header-empty-name', 'a further member without a name', withHeader({ '': 1 })],
      ['format-document', 'the format is that of documents', withHeader({ format: 'rp.document.1' })],
      ['format-2', 'another version of the format', withHeader({ format: 'rp.message.2' })],
      ['format-0', 'the format without a version', withHeader({ format: 'rp.message' })],
      ['format-capital', 'the format in capital letters', withHeader({ format: 'RP.MESSAGE.1' })],
      ['format-empty', 'an empty text as the format', withHeader({ format: '' })],
      ['document', 'a document where a message is expected', page()],
    ],
  ),
  refuses(
    'messages/message-as-document',
    'messages/hello',
    'a message where a document is expected',
    {
      format: 'rp.document.1',
      record: HELLO,
    },
    ['DOC-1'],
  ),
  refuses(
    'messages/eighth-as-document',
    'messages/eighth',
    'the eighth message where a document is expected',
    {
      format: 'rp.document.1',
      record: EIGHTH,
    },
    ['DOC-1'],
  ),
];

/** Texts that are no id of a record. */
const idForms = (id: string): [slug: string, defect: string, text: string][] => [
  ['spare', 'a spare bit is set', spare(id, id.endsWith('a') ? 'b' : 'r')],
  ['is-key', 'a key', `@${id.slice(1)}`],
  ['is-blob', 'a blob', `&${id.slice(1)}`],
  ['is-space', 'a space', spaces.gardeningKey],
  ['no-sigil', 'no sigil', id.slice(1)],
  ['two-sigils', 'two sigils', `%${id}`],
  ['empty', 'an empty text', ''],
  ['sigil-alone', 'nothing but the sigil', '%'],
  ['short', 'one character short', spare(id.slice(0, -1), 'a')],
  ['long', 'one character long', `${id}a`],
  ['capitals', 'capital letters', id.toUpperCase()],
  ['digit-1', 'the digit 1 inside', `%b1${id.slice(3)}`],
  ['newline', 'a line feed behind', `${id}\n`],
  ['hex', 'hexadecimal', 'ab'.repeat(32)],
  ['classic', 'the form of classic messages', `%${'A'.repeat(43)}=.sha256`],
];

const form = (): VectorCase[] => [
  ...refuseAll(
    ['MSG-2'],
    [
      ['sequence-0', 'the sequence is 0', withHeader({ sequence: 0 })],
      ['sequence-minus-1', 'the sequence is −1', withHeader({ sequence: -1 })],
      ['sequence-smallest', 'the smallest integer as the sequence', withHeader({ sequence: -9_007_199_254_740_991 })],
      ['sequence-0-linked', 'the sequence is 0, with both links', eighth({ sequence: 0 }), 'eighth'],
      ['sequence-0-skip', 'the sequence is 0, with a skip link', withHeader({ sequence: 0, skip: unknownId('x') })],
      [
        'sequence-minus-1-skip',
        'the sequence is −1, with a skip link',
        withHeader({ sequence: -1, skip: unknownId('x') }),
      ],
      ['sequence-minus-8', 'the sequence is −8, with both links', eighth({ sequence: -8 }), 'eighth'],
    ],
  ),
  ...refuseAll(
    ['MSG-3'],
    [
      ['log-0', 'the log is 0', withHeader({ log: 0 }), 'log-1'],
      ['log-minus-1', 'the log is −1', withHeader({ log: -1 }), 'log-1'],
      ['log-smallest', 'the smallest integer as the log', withHeader({ log: -9_007_199_254_740_991 }), 'log-largest'],
      ['log-0-full', 'the log of a later message is 0', full({ log: 0 }), 'full'],
    ],
  ),
  ...refuseAll(
    ['MSG-4'],
    idForms(String(EIGHTH.header.previous)).map(
      ([slug, words, previous]): Row => [`previous-${slug}`, `previous: ${words}`, eighth({ previous }), 'eighth'],
    ),
  ),
  ...refuseAll(
    ['MSG-5'],
    idForms(String(EIGHTH.header.skip)).map(
      ([slug, words, skip]): Row => [`skip-link-${slug}`, `skip: ${words}`, eighth({ skip }), 'eighth'],
    ),
  ),
  ...refuseAll(
    ['MSG-4', 'MSG-5'],
    [
      [
        'links-no-sigil',
        'previous and skip without their sigils',
        eighth({ previous: SEVENTH_ID.slice(1), skip: SEVENTH_ID.slice(1) }),
        'eighth',
      ],
    ],
  ),
  ...refuseAll(
    ['MSG-4'],
    [['first-previous-empty', 'a first message with an empty text as previous', withHeader({ previous: '' })]],
  ),
];

const relations = (): VectorCase[] => [
  ...refuseAll(
    ['MSG-6'],
    [
      ['first-previous', 'a first message names one before it', withHeader({ previous: unknownId('zero') })],
      [
        'first-previous-log',
        'the first message of a further log names one before it',
        withHeader({ log: 2, previous: SEVENTH_ID }),
        'log-2',
      ],
      [
        'second-alone',
        'the second message names none before it',
        numbered(2, { header: { previous: undefined } }),
        'second',
      ],
      [
        'third-alone',
        'the third message names none before it',
        numbered(3, { header: { previous: undefined } }),
        'third',
      ],
      [
        'fourth-skip-alone',
        'the fourth message has a skip link only',
        numbered(4, { header: { previous: undefined } }),
        'fourth',
      ],
      ['eighth-skip-alone', 'the eighth message has a skip link only', eighth({ previous: undefined }), 'eighth'],
      [
        'largest-alone',
        'the message of the largest sequence names none before it',
        numbered(9_007_199_254_740_991, { header: { previous: undefined } }),
        'sequence-largest',
      ],
    ],
  ),
  ...refuseAll(
    ['MSG-7'],
    [
      ['first-skip', 'a first message has a skip link', withHeader({ skip: unknownId('zero') })],
      [
        'second-skip',
        'the second message has a skip link to the first',
        numbered(2, { header: { skip: unknownId('before 2') } }),
        'second',
      ],
      [
        'third-skip',
        'the third message has a skip link to the first',
        numbered(3, { header: { skip: unknownId('one') } }),
        'third',
      ],
      ['fourth-no-skip', 'the fourth message has no skip link', numbered(4, { header: { skip: undefined } }), 'fourth'],
      ['eighth-no-skip', 'the eighth message has no skip link', eighth({ skip: undefined }), 'eighth'],
    ],
  ),
  ...refuseAll(
    ['MSG-6', 'MSG-7'],
    [
      [
        'first-both',
        'a first message has both links',
        withHeader({ previous: unknownId('zero'), skip: unknownId('zero') }),
      ],
      [
        'fourth-neither',
        'the fourth message has neither link',
        numbered(4, { header: { previous: undefined, skip: undefined } }),
        'fourth',
      ],
      [
        'eighth-neither',
        'the eighth message has neither link',
        eighth({ previous: undefined, skip: undefined }),
        'eighth',
      ],
      [
        'second-swapped',
        'the link of the second message is its skip link',
        numbered(2, { header: { previous: undefined, skip: unknownId('before 2') } }),
        'second',
      ],
    ],
  ),
];

const shared = (): VectorCase[] => [
  ...refuseAll(
    ['REC-2'],
    [
      ['space-spare', 'a spare bit of the space is set', withHeader({ space: spare(spaces.gardening, 'b') })],
      [
        'space-name-16',
        'the name of the space is 16 characters',
        withHeader({ space: spaces.gardening.replace('gardening', 'gardening2345678') }),
        'hello-space-name-15',
      ],
      [
        'space-name-16-letters',
        'the name of the space is 16 letters',
        withHeader({ space: spaces.gardening.replace('gardening', 'gardeningandmoss') }),
        'hello-space-name-15',
      ],
      ['space-is-key', 'a key as the space', withHeader({ space: suzy.keyId })],
    ],
  ),
  ...refuseAll(
    ['REC-3'],
    [
      ['author-spare', 'a spare bit of the author is set', withHeader({ author: spare(suzy.keyId, 'b') })],
      ['author-classic', 'the author as in classic messages', withHeader({ author: `@${'A'.repeat(43)}=.ed25519` })],
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
      ['key-empty', 'an empty text as the key', withHeader({ key: '' }, { signer: phone }), 'held-phone'],
    ],
  ),
  ...refuseAll(
    ['REC-5'],
    [
      [
        'hash-spare-sparse',
        'a spare bit of the hash is set, without the content',
        withHeader({ contentHash: spare(String(messageHeader().contentHash), 'b') }, { sparse: true }),
        'without-content',
      ],
      [
        'hash-no-sigil-sparse',
        'the hash without the sigil, without the content',
        withHeader({ contentHash: String(messageHeader().contentHash).slice(1) }, { sparse: true }),
        'without-content',
      ],
      ['hash-is-record', 'a record as the hash', withHeader({ contentHash: unknownId('x') }, { sparse: true })],
      [
        'hash-spare',
        'a spare bit of the hash is set',
        withHeader({ contentHash: spare(String(messageHeader().contentHash), 'b') }, { sparse: true }),
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
      ['size-minus-1', 'a size of −1', withHeader({ contentSize: -1 })],
      [
        'size-minus-1-sparse',
        'a size of −1, without the content',
        withHeader({ contentSize: -1 }, { sparse: true }),
        'without-content',
      ],
    ],
  ),
  ...refuseAll(
    ['REC-7'],
    [
      ['too-early', 'one before the earliest timestamp', withHeader({ timestamp: 9_999_999_999_999 }), 'earliest'],
      ['timestamp-milliseconds', 'the timestamp is in milliseconds', withHeader({ timestamp: 1_700_000_000_000 })],
    ],
  ),
  refuses(
    'messages/too-late',
    'messages/latest',
    'one after the latest timestamp',
    {
      format: FORMAT,
      record: withHeader({ timestamp: 9_007_199_254_740_991 }),
      now: 9_007_199_254_740_990,
    },
    ['REC-7'],
  ),
  ...refuseAll(
    ['REC-8'],
    [
      [
        'type-128',
        'a content type of 128 characters',
        withHeader({ contentType: `text/${'x'.repeat(123)}` }),
        'type-127',
      ],
      [
        'type-parameter',
        'a content type with a parameter',
        withHeader({ contentType: 'text/plain;charset=utf-8' }),
        'type',
      ],
      ['type-empty', 'an empty content type', withHeader({ contentType: '' }), 'type'],
    ],
  ),
  ...refuseAll(
    ['REC-9'],
    signatureForms(HELLO.signature)
      .slice(0, 6)
      .map(([slug, defect, signature]): Row => [`signature-${slug}`, defect, { ...HELLO, signature }]),
  ),
  ...refuseAll(
    ['REC-10'],
    [
      ['content-65537', '65,537 bytes of content', message({ content: 'x'.repeat(65_537) }), 'content-65536'],
      [
        'content-65537-letters',
        '65,537 bytes of content that are 32,769 characters',
        message({ content: `x${'é'.repeat(32_768)}` }),
        'content-65536',
      ],
    ],
  ),
  ...refuseAll(
    ['REC-11'],
    [
      [
        'size-0-other-hash',
        'a size of 0 with the hash of another blob',
        withHeader({ contentSize: 0 }, { sparse: true }),
        'content-empty-sparse',
      ],
      [
        'size-1-empty-hash',
        'a size of 1 with the hash of no bytes',
        message({ content: '', sparse: true, header: { contentSize: 1 } }),
        'content-empty-sparse',
      ],
    ],
  ),
  ...refuseAll(
    ['REC-12'],
    [
      ['key-is-author', 'the key is the author', withHeader({ key: suzy.keyId }), 'held-phone'],
      [
        'key-is-author-eighth',
        'the key of the eighth message is the author',
        eighth({ key: suzy.keyId }),
        'held-phone-eighth',
      ],
    ],
  ),
  ...refuseAll(
    ['REC-13'],
    [
      [
        'ahead-more',
        'written a microsecond more than 10 minutes from now',
        withHeader({ timestamp: NOW + 600_000_001 }),
        'ahead-10-minutes',
      ],
      ['ahead-a-day', 'written a day from now', withHeader({ timestamp: NOW + 86_400_000_000 }), 'ahead-10-minutes'],
    ],
  ),
];

const signedAs = (text: string): unknown => ({ ...HELLO, signature: base32(sign(suzy.seed, utf8(text))) });

const changed = (header: Members): unknown => ({ ...EIGHTH, header: { ...EIGHTH.header, ...header } });

const signatures = (): VectorCase[] => {
  const flipped = unbase32(HELLO.signature).map((byte, index) => (index === 40 ? byte ^ 1 : byte));
  return refuseAll(
    ['REC-15'],
    [
      ['signed-by-fern', 'signed by Fern', message({ signer: fern })],
      ['signed-by-phone', "signed by Suzy's phone, which the header does not name", message({ signer: phone })],
      [
        'key-signed-by-author',
        'signed by the author, and not by the key',
        withHeader({ key: phone.keyId }),
        'held-phone',
      ],
      ['signature-bit', 'one bit of the signature turned over', { ...HELLO, signature: base32(flipped) }],
      ['signature-zero', 'all bits of the signature are 0', { ...HELLO, signature: base32(new Uint8Array(64)) }],
      ['signature-of-other', 'the signature of the eighth message', { ...HELLO, signature: EIGHTH.signature }],
      [
        'signature-of-page',
        'the signature of a page with the same content',
        { ...HELLO, signature: page({ content: 'hello' }).signature },
      ],
      ['sequence-changed', 'the sequence was changed after signing', changed({ sequence: 12 }), 'eighth'],
      ['previous-changed', 'previous was changed after signing', changed({ previous: unknownId('other') }), 'eighth'],
      ['skip-changed', 'skip was changed after signing', changed({ skip: unknownId('other') }), 'eighth'],
      [
        'links-swapped',
        'previous and skip changed places after signing',
        changed({ previous: EIGHTH.header.skip, skip: EIGHTH.header.previous }),
        'eighth',
      ],
      ['log-added', 'a log was added after signing', changed({ log: 1 }), 'eighth'],
      [
        'timestamp-changed',
        'the timestamp was changed after signing',
        changed({ timestamp: Number(EIGHTH.header.timestamp) + 1 }),
        'eighth',
      ],
      ['space-changed', 'the space was changed after signing', changed({ space: spaces.kitchen }), 'eighth'],
      ['author-changed', 'the author was changed after signing', changed({ author: fern.keyId }), 'eighth'],
      ['type-added', 'a content type was added after signing', changed({ contentType: 'text/plain' }), 'eighth'],
      [
        'signed-message-context',
        'signed in the context rockpool:message:1:',
        signedAs(`rockpool:message:1:${recordId(HELLO.header)}`),
      ],
      ['signed-id-alone', 'the id signed without its context', signedAs(recordId(HELLO.header))],
      [
        'signed-whole-record',
        'the id of header and content signed',
        signedAs(`rockpool:record:1:${recordId({ header: HELLO.header, content: 'hello' })}`),
      ],
    ],
  );
};

const contents = (): VectorCase[] => [
  ...refuseAll(
    ['REC-16'],
    [
      ['size-too-large', 'the header says a byte more than there is', withHeader({ contentSize: 6 })],
      [
        'size-in-characters',
        'the header counts characters, not bytes',
        message({ content: 'süß', header: { contentSize: 3 } }),
        'unicode',
      ],
    ],
  ),
  ...refuseAll(
    ['REC-17'],
    [
      ['content-other', 'other content of the same length', { ...HELLO, content: 'howdy' }],
      [
        'content-case',
        'one letter of the content in the other case',
        { ...EIGHTH, content: String(EIGHTH.content).toLowerCase() },
        'eighth',
      ],
    ],
  ),
  ...refuseAll(
    ['REC-16', 'REC-17'],
    [
      ['content-longer', 'a line feed behind the content', { ...HELLO, content: 'hello\n' }],
      ['content-emptied', 'no content where there was some', { ...HELLO, content: '' }],
      [
        'content-filled',
        'content where there was none',
        { ...message({ content: '' }), content: 'a' },
        'content-empty',
      ],
    ],
  ),
];

/** Everything that a message can break by itself, save what lies in its text. */
export const refusedMessages = (): VectorCase[] => [
  ...recordShapes(),
  ...headerShapes(),
  ...form(),
  ...relations(),
  ...shared(),
  ...signatures(),
  ...contents(),
];
