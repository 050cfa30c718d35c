import type { VectorCase } from '@rockpool/schemas';
import { concat, unhex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { NOW, refuses } from '../cases/verify.ts';
import { FLOWERS, page, pageHeader } from './page.ts';

const FORMAT = 'rp.document.1';
const { fern, phone } = cast;
const honest = page();
const TEXT = JSON.stringify(honest);

const refuseText = (
  breaks: string[],
  rows: [slug: string, defect: string, text: string | Uint8Array, parent?: string][],
  also: string[] = [],
): VectorCase[] =>
  rows.map(([slug, defect, text, parent]) =>
    refuses(`records/${slug}`, `records/${parent ?? 'page'}`, defect, { format: FORMAT, text }, breaks, also),
  );

/** A page whose header says nonsense, signed over the nonsense. */
const nonsense = (header: Readonly<Record<string, Json>>): string => JSON.stringify(page({ header }));

const [before, after] = TEXT.split('🌸') as [string, string];

const texts = (): VectorCase[] => [
  ...refuseText(
    ['TXT-1'],
    [
      [
        'text-cut-flower',
        'the flower in the content is cut after three bytes',
        concat(utf8(before), unhex('f09f8c'), utf8(after)),
      ],
      [
        'text-surrogates-in-utf8',
        'the flower in the content is two surrogates in UTF-8',
        concat(utf8(before), unhex('eda0bcedbcb8'), utf8(after)),
      ],
    ],
  ),
  ...refuseText(
    ['TXT-2'],
    [
      ['text-byte-order-mark', 'a byte order mark in front', `\ufeff${TEXT}`],
      ['text-two-records', 'two records', `${TEXT}\n${TEXT}`],
      ['text-cut', 'the last character is missing', TEXT.slice(0, -1)],
      ['text-trailing-comma', 'a comma behind the last member', `${TEXT.slice(0, -1)},}`],
      [
        'text-raw-newline',
        'a line feed in the content, not escaped',
        JSON.stringify(page({ content: 'Flowers\nare pretty' })).replace('\\n', '\n'),
      ],
    ],
  ),
  ...refuseText(
    ['TXT-3'],
    [
      ['duplicate-path', 'path twice in the header', TEXT.replace('"path"', '"path":"/wiki/ponds","path"')],
      [
        'duplicate-path-behind',
        'path twice in the header, the wrong one behind',
        TEXT.replace('"timestamp"', '"path":"/wiki/ponds","timestamp"'),
      ],
      [
        'duplicate-path-equal',
        'path twice in the header with one value',
        TEXT.replace('"path"', '"path":"/wiki/flowers","path"'),
      ],
      [
        'duplicate-path-escaped',
        'path twice in the header, once with an escape',
        TEXT.replace('"path"', '"p\\u0061th":"/wiki/ponds","path"'),
      ],
      ['duplicate-header', 'header twice', TEXT.replace('{"header"', '{"header":{},"header"')],
      ['duplicate-content', 'content twice', TEXT.replace('"content":', '"content":"Ponds","content":')],
      ['duplicate-signature', 'signature twice', TEXT.replace('"signature":', '"signature":"","signature":')],
    ],
  ),
  ...refuseText(
    ['TXT-4'],
    [
      ['surrogate-in-content', 'half of the flower in the content', TEXT.replace('🌸', '\\ud83c')],
      ['surrogate-in-name', 'half of a flower as the name of a member', TEXT.replace('"content":', '"\\udf38":')],
    ],
  ),
  ...refuseText(
    ['TXT-5'],
    [
      [
        'text-size-524289',
        'a byte more than allowed',
        `${TEXT}${' '.repeat(524_289 - utf8(TEXT).length)}`,
        'text-size-524288',
      ],
    ],
  ),
  ...refuseText(
    ['TXT-5'],
    [
      [
        'text-size-tabs',
        'tabs in front that make the text 600,000 bytes long',
        `${'\t'.repeat(600_000 - utf8(TEXT).length)}${TEXT}`,
        'text-size-524288',
      ],
    ],
  ),
  ...refuseText(
    ['TXT-6'],
    [
      ['text-depth', 'a content type that is nested 5 deep', nonsense({ contentType: [[['text/plain']]] })],
      ['text-depth-object', 'an author that is nested 5 deep', nonsense({ author: { key: { key: { key: '' } } } })],
    ],
  ),
  ...refuseText(
    ['TXT-7'],
    [
      ['null', 'null in the place of the record', 'null'],
      ['null-type', 'null as the content type', nonsense({ contentType: null })],
      ['null-expires', 'null as the time of expiry, as es.4 has it', nonsense({ expires: null })],
      ['null-key', 'null as the key', nonsense({ key: null })],
      ['null-content', 'null as the content', JSON.stringify({ ...honest, content: null }), 'without-content'],
    ],
  ),
  ...refuseText(
    ['TXT-8'],
    [
      ['number-fraction', 'a timestamp with a fraction', nonsense({ timestamp: 1_700_000_000_000.5 })],
      [
        'number-point-zero',
        'a timestamp with a point and a zero',
        TEXT.replace('1700000000000000', '1700000000000000.0'),
      ],
      ['number-exponent', 'a timestamp with an exponent', TEXT.replace('1700000000000000', '17e14')],
      [
        'number-minus-zero',
        'a size of minus zero',
        JSON.stringify(page({ content: '' })).replace('"contentSize":0', '"contentSize":-0'),
        'content-empty',
      ],
    ],
  ),
  ...refuseText(
    ['TXT-9'],
    [
      ['range-timestamp', 'a timestamp of 2^53', nonsense({ timestamp: 9_007_199_254_740_992 })],
      [
        'range-size',
        'a size of 2^53',
        JSON.stringify(page({ sparse: true, header: { contentSize: 9_007_199_254_740_992 } })),
        'size-largest',
      ],
      [
        'range-size-long',
        'a size of 10^16',
        JSON.stringify(page({ sparse: true, header: { contentSize: 10 ** 16 } })),
        'size-largest',
      ],
      ['range-nanoseconds', 'a timestamp in nanoseconds', nonsense({ timestamp: 1_700_000_000_000_000_000 })],
    ],
  ),
];

const deep: Json = [[[[1]]]];
const ephemeralPath = '/chat/!hello';

/** Two phases broken, of which the first gives the code; and several rules of one phase. */
const orders = (): VectorCase[] => {
  const rows: [slug: string, defect: string, text: string, breaks: string[]][] = [
    [
      'order-text-shape',
      'too deep, which also makes a member too many',
      JSON.stringify({ ...honest, deep }),
      ['TXT-6'],
    ],
    ['order-text-shape-null', 'null as the header', JSON.stringify({ ...honest, header: null }), ['TXT-7']],
    [
      'order-text-content',
      'a name twice, and content that was changed',
      TEXT.replace('"content":"Flowers', '"content":"","content":"flowers'),
      ['TXT-3'],
    ],
    [
      'order-shape-form',
      'a member too many, and an empty path',
      JSON.stringify({ ...page({ header: { path: '' } }), id: 1 }),
      ['REC-1'],
    ],
    [
      'order-header-shape-form',
      'a member of the header too many, and an empty path',
      JSON.stringify(page({ header: { path: '', id: 1 } })),
      ['DOC-1'],
    ],
    [
      'order-shape-signature',
      'a member too many, and signed by Fern',
      JSON.stringify({ ...page({ signer: fern }), id: 1 }),
      ['REC-1'],
    ],
    [
      'order-form-relations',
      'a size of −1, and the hash of no bytes',
      JSON.stringify(page({ content: '', header: { contentSize: -1, path: ephemeralPath } })),
      ['REC-6'],
    ],
    [
      'order-form-signature',
      'a content type in capitals, and signed by Fern',
      JSON.stringify(page({ header: { contentType: 'Text/plain' }, signer: fern })),
      ['REC-8'],
    ],
    [
      'order-form-time',
      'the earliest timestamp is missed, and the document has expired',
      JSON.stringify(page({ header: { timestamp: 1, expires: 10_000_000_000_000, path: ephemeralPath } })),
      ['REC-7'],
    ],
    [
      'order-relations-time',
      'an ephemeral path without expiry, from the future',
      JSON.stringify(page({ header: { path: ephemeralPath, timestamp: NOW + 700_000_000 } })),
      ['DOC-12'],
    ],
    [
      'order-relations-expired',
      'expires before it was written, and has expired',
      JSON.stringify(page({ header: { path: ephemeralPath, expires: NOW - 100_000_000 } })),
      ['DOC-11'],
    ],
    [
      'order-relations-signature',
      'the key is the author, and signed by the phone',
      JSON.stringify(page({ header: { key: cast.suzy.keyId }, signer: phone })),
      ['REC-12'],
    ],
    [
      'order-relations-content',
      'a path that only Fern may write, and content that was changed',
      JSON.stringify({ ...page({ header: { path: `/~${fern.keyId}` } }), content: 'x' }),
      ['DOC-14'],
    ],
    [
      'order-time-signature',
      'from the future, and signed by Fern',
      JSON.stringify(page({ header: { timestamp: NOW + 700_000_000 }, signer: fern })),
      ['REC-13'],
    ],
    [
      'order-expired-signature',
      'expired, and signed by Fern',
      JSON.stringify(page({ header: { path: ephemeralPath, expires: NOW - 1 }, signer: fern })),
      ['DOC-13'],
    ],
    [
      'order-time-content',
      'from the future, and content that was changed',
      JSON.stringify({ ...page({ header: { timestamp: NOW + 700_000_000 } }), content: 'x' }),
      ['REC-13'],
    ],
    [
      'order-signature-content',
      'signed by Fern, and content that was changed',
      JSON.stringify({ ...page({ signer: fern }), content: FLOWERS.toUpperCase() }),
      ['REC-15'],
    ],
    [
      'several-shape',
      'a member too many in the record and one in the header',
      JSON.stringify({ ...page({ header: { id: 1 } }), id: 1 }),
      ['REC-1', 'DOC-1'],
    ],
    [
      'several-form-ids',
      'author and hash without their sigils',
      JSON.stringify(
        page({ header: { author: cast.suzy.keyId.slice(1), contentHash: String(pageHeader().contentHash).slice(1) } }),
      ),
      ['REC-3', 'REC-5'],
    ],
    [
      'several-form',
      'a size of −1, a timestamp of 0 and an empty content type',
      JSON.stringify(page({ header: { contentSize: -1, timestamp: 0, contentType: '' } })),
      ['REC-6', 'REC-7', 'REC-8'],
    ],
    [
      'several-form-path',
      'a signature that is too short, and a path that does not begin with a solidus',
      JSON.stringify({ ...page({ header: { path: 'wiki' } }), signature: 'b' }),
      ['REC-9', 'DOC-3'],
    ],
    [
      'several-relations',
      'the key is the author, and the path is ephemeral',
      JSON.stringify(page({ header: { key: cast.suzy.keyId, path: ephemeralPath } })),
      ['REC-12', 'DOC-12'],
    ],
    [
      'several-relations-empty',
      'a size of 0 with another hash, at a path of Fern',
      JSON.stringify(page({ header: { contentSize: 0, path: `/~${fern.keyId}` } })),
      ['REC-11', 'DOC-14'],
    ],
    ['several-text', 'null and a fraction', nonsense({ contentType: null, timestamp: 1.5 }), ['TXT-7', 'TXT-8']],
  ];
  return rows.map(([slug, defect, text, breaks]) =>
    refuses(`records/${slug}`, 'records/page', defect, { format: FORMAT, text }, breaks, ['REC-18']),
  );
};

/** A record with `key` is held only where it breaks nothing. */
const notHeld = (): VectorCase[] => {
  const phoned = page({ header: { key: phone.keyId }, signer: phone });
  const rows: [string, string, unknown, string[]][] = [
    [
      'not-held-content',
      "signed by Suzy's phone, with content that was changed",
      { ...phoned, content: FLOWERS.toLowerCase() },
      ['REC-17'],
    ],
    [
      'not-held-future',
      "signed by Suzy's phone, from the future",
      page({ header: { key: phone.keyId, timestamp: NOW + 600_000_001 }, signer: phone }),
      ['REC-13'],
    ],
    [
      'not-held-permission',
      "signed by Suzy's phone at a path that names the phone",
      page({ header: { key: phone.keyId, path: `/~${phone.keyId}` }, signer: phone }),
      ['DOC-14'],
    ],
    [
      'not-held-signature',
      "signed by Fern in the name of Suzy's phone",
      page({ header: { key: phone.keyId }, signer: fern }),
      ['REC-15'],
    ],
  ];
  return rows.map(([slug, defect, record, breaks]) =>
    refuses(`records/${slug}`, 'records/held-phone', defect, { format: FORMAT, record }, breaks, ['REC-19']),
  );
};

/** Faults of the text, the order of phases, and what is not held. */
export const refusedRecordTexts = (): VectorCase[] => [...texts(), ...orders(), ...notHeld()];
