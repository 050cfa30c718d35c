import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { textHash } from '../../src/forge/earthstar.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { NOW, refuses, T, takes } from '../cases/verify.ts';
import { ES5, type EsChange, type EsKind } from './document.ts';

/** A document as a careless reader sees it, honestly signed, and the members that travel in the place of its own. */
type Row = [
  slug: string,
  defect: string,
  seen: JsonObject,
  sent: Readonly<Record<string, Json | undefined>>,
  breaks?: string,
];

const sentAs = (seen: JsonObject, sent: Row[3]): JsonObject =>
  Object.fromEntries(Object.entries({ ...seen, ...sent }).filter(([, value]) => value !== undefined)) as JsonObject;

const refuseAll = (kind: EsKind, rows: readonly Row[]): VectorCase[] =>
  rows.map(([slug, defect, seen, sent, breaks]) =>
    refuses(
      `${kind.area}/stranger-${slug}`,
      `${kind.area}/page`,
      defect,
      { format: kind.format, record: sentAs(seen, sent) },
      [breaks ?? kind.shape],
    ),
  );

const at = (path: string, members: EsChange['members'] = {}): EsChange => ({ members: { path, ...members } });

/** Values of another type that loose comparisons and conversions take for the right one. */
const types = (kind: EsKind): VectorCase[] => {
  const { make, format } = kind;
  const page = make();
  const [content, hash] = format === 'es.4' ? ['content', 'contentHash'] : ['text', 'textHash'];
  const hashed = (read: string): JsonObject => ({ ...make({ content: read }), [hash]: textHash(read) });
  const fading = make(at('/!x', { deleteAfter: NOW + 1 }));
  const texts = Object.keys(page).filter((name) => typeof page[name] === 'string');
  const lasting = make(at('/x'));
  const nothing: readonly [slug: string, word: string, value: Json][] = [
    ['false', 'false', false],
    ['empty', 'an empty text', ''],
    ['list', 'an empty list', []],
  ];
  return refuseAll(kind, [
    ...texts.map(
      (name): Row => [
        `list-of-${name.toLowerCase()}`,
        `${name} is a list with the right text in it`,
        page,
        { [name]: [page[name] as Json] },
      ],
    ),
    ['timestamp-text', 'the timestamp is a text with the right digits', page, { timestamp: `${T}` }],
    ['timestamp-list', 'the timestamp is a list with the right number in it', page, { timestamp: [T] }],
    ['timestamp-cut', 'the timestamp has a fraction that was cut before signing', page, { timestamp: T + 0.5 }],
    [
      'timestamp-rounded',
      'the timestamp has a fraction that was rounded up',
      make({ members: { timestamp: T + 1 } }),
      { timestamp: T + 0.5 },
    ],
    ['expiry-text', 'deleteAfter is a text with the right digits', fading, { deleteAfter: `${NOW + 1}` }],
    ['expiry-in-list', 'deleteAfter is a list with the right number in it', fading, { deleteAfter: [NOW + 1] }],
    ['expiry-cut', 'deleteAfter has a fraction that was cut before signing', fading, { deleteAfter: NOW + 1.5 }],
    ...nothing.map(
      ([slug, word, value]): Row => [
        `expiry-${slug}`,
        `deleteAfter is ${word}, read as nothing`,
        lasting,
        { deleteAfter: value },
      ],
    ),
    ['expiry-zero', 'deleteAfter is 0, read as nothing', lasting, { deleteAfter: 0 }, 'ES-10'],
    ['content-number', 'the content is a number, hashed as its digits', hashed('7'), { [content]: 7 }],
    ['content-true', 'the content is true, hashed as the word', hashed('true'), { [content]: true }],
    ['content-null', 'the content is null, hashed as nothing', hashed(''), { [content]: null }],
    ['content-absent', 'no content, and the hash of nothing', hashed(''), { [content]: undefined }],
  ]);
};

/** A name in the place of another one, or beside it. */
const names = (kind: EsKind): VectorCase[] => {
  const page = kind.make();
  const renamed = (slug: string, from: string, to: string): Row => [
    `name-${slug}`,
    `a member named ${JSON.stringify(to)} in the place of ${from}`,
    page,
    { [from]: undefined, [to]: page[from] as Json },
  ];
  const beside = (slug: string, name: string, value: Json): Row => [
    `beside-${slug}`,
    `a further member named ${JSON.stringify(name)}`,
    page,
    { [name]: value },
  ];
  const own: Row[] =
    kind.format === 'es.4'
      ? [
          renamed('long-s', 'workspace', 'workſpace'),
          renamed('kelvin', 'workspace', 'wor\u212aspace'),
          renamed('expiry', 'deleteAfter', 'deleteafter'),
          renamed('share', 'workspace', 'share'),
          renamed('hash', 'contentHash', 'contenthash'),
          ...(['text', 'textHash', 'share', 'shareSignature', 'attachmentSize', 'attachmentHash'] as const).map(
            (name) => beside(`es5-${name.toLowerCase()}`, name, null),
          ),
          beside('expiry', 'DeleteAfter', NOW + 1),
        ]
      : [
          renamed('long-s', 'share', 'ſhare'),
          renamed('share-signature', 'shareSignature', 'sharesignature'),
          renamed('share-signature-long-s', 'shareSignature', 'shareſignature'),
          renamed('workspace', 'share', 'workspace'),
          renamed('hash', 'textHash', 'texthash'),
          ...(['content', 'contentHash', 'workspace'] as const).map((name) =>
            beside(`es4-${name.toLowerCase()}`, name, ''),
          ),
          beside('expiry', 'DeleteAfter', NOW + 1),
          beside('size', 'attachmentsize', 18),
        ];
  return refuseAll(kind, [
    renamed('capital', 'path', 'Path'),
    renamed('capitals', 'author', 'AUTHOR'),
    renamed('signature-long-s', 'signature', 'ſignature'),
    renamed('timestamp', 'timestamp', 'timeStamp'),
    renamed('blank', 'path', 'path '),
    renamed('line-feed', 'path', 'path\n'),
    renamed(
      'snake',
      kind.format === 'es.4' ? 'contentHash' : 'textHash',
      kind.format === 'es.4' ? 'content_hash' : 'text_hash',
    ),
    ...own,
    beside('signature', 'Signature', 'b'),
    beside('schema', '$schema', 'https://example.org/es'),
    beside('empty', '', 1),
    beside('zero', '0', 1),
    beside('local-index', '_localIndex', 0),
    beside('to-string', 'toString', 'x'),
    beside('id', 'id', null),
    beside('content-length', 'contentLength', 20),
  ]);
};

/** What travels in the place of the number or hash of an attachment. */
const attachments = (): VectorCase[] => {
  const HASH = textHash('Hello, attachment!');
  const picture = (size: Json, hash: Json = HASH): JsonObject =>
    ES5.make(at('/pics/flower.txt', { attachmentSize: size, attachmentHash: hash }));
  const bare = (members: EsChange['members'] = {}): JsonObject => ES5.make(at('/pics/flower', members));
  return refuseAll(ES5, [
    ['size-true', 'the size is true, signed as 1', picture(1), { attachmentSize: true }],
    ['size-true-word', 'the size is true, signed as the word', picture('true'), { attachmentSize: true }],
    ['size-true-capital', 'the size is true, signed as the word True', picture('True'), { attachmentSize: true }],
    ['size-false', 'the size is false, signed as 0', bare({ attachmentSize: 0 }), { attachmentSize: false }],
    ['size-false-absent', 'the size is false, signed as if it were absent', bare(), { attachmentSize: false }],
    ['size-null-absent', 'the size is null, signed as if it were absent', bare(), { attachmentSize: null }],
    ['size-list', 'the size is a list with the right number in it', picture(18), { attachmentSize: [18] }],
    ['size-cut', 'the size has a fraction that was cut before signing', picture(18), { attachmentSize: 18.5 }],
    [
      'size-cut-to-zero',
      'the size is 0.5, cut to 0 before signing',
      bare({ attachmentSize: 0 }),
      { attachmentSize: 0.5 },
    ],
    ['hash-list', 'the hash is a list with the right text in it', picture(18), { attachmentHash: [HASH] }],
    [
      'hash-null-absent',
      'the hash is null, signed as if it were absent',
      bare({ attachmentSize: 0 }),
      { attachmentHash: null },
    ],
    [
      'both-null',
      'hash and size are null, signed as if they were absent',
      bare(),
      { attachmentHash: null, attachmentSize: null },
    ],
    [
      'expiry-null-ephemeral',
      'deleteAfter is null at a path with !, signed as if it were absent',
      ES5.make(at('/!x')),
      { deleteAfter: null },
    ],
    ['expiry-null', 'deleteAfter is null, signed as if it were absent', ES5.make(), { deleteAfter: null }],
    ['hash-empty-absent', 'the hash is empty, signed as if it were absent', bare(), { attachmentHash: '' }, 'ES5-7'],
    [
      'hash-empty-size',
      'the hash is empty beside a size of 0, signed as if it were absent',
      bare({ attachmentSize: 0 }),
      { attachmentHash: '' },
      'ES5-7',
    ],
    [
      'hash-empty-line',
      'the hash is empty beside a size of 0, signed with its line',
      bare({ attachmentHash: '', attachmentSize: 0 }),
      {},
      'ES5-7',
    ],
  ]);
};

/** −0 is written as 0 in the lines that are signed. */
const minusZero = (): VectorCase[] => {
  const zero = ES5.make(at('/pics/flower', { attachmentSize: 0 }));
  const signed = (size: Json): string =>
    JSON.stringify(sentAs(ES5.make(at('/pics/flower', { attachmentSize: size })), { attachmentSize: 0 }));
  const text = (from: string, to: string): string => from.replace('"attachmentSize":0', () => `"attachmentSize":${to}`);
  const spellings: readonly [slug: string, spelling: string][] = [
    ['minus-zero', '-0'],
    ['minus-zero-point', '-0.0'],
    ['minus-zero-exponent', '-0e5'],
    ['minus-vanishing', '-1e-400'],
    ['zero-point', '0.0'],
  ];
  return [
    ...spellings.map(([slug, spelling]) =>
      takes(
        `earthstar-es5/size-${slug}`,
        `a size of ${spelling}, which is signed as 0`,
        { format: 'es.5', text: text(JSON.stringify(zero), spelling) },
        ['ES5-11', 'ES5-6'],
      ),
    ),
    ...(
      [
        ['minus-zero-signed', 'a size of -0, signed as -0', text(signed('-0'), '-0')],
        ['minus-zero-signed-point', 'a size of -0, signed as -0.0', text(signed('-0.0'), '-0')],
        ['zero-signed-minus', 'a size of 0, signed as -0', signed('-0')],
        [
          'zero-signed-absent',
          'a size of 0, signed as if it were absent',
          JSON.stringify(sentAs(ES5.make(at('/pics/flower')), { attachmentSize: 0 })),
        ],
      ] as const
    ).map(([slug, defect, sent]) =>
      refuses(
        `earthstar-es5/size-${slug}`,
        'earthstar-es5/attachment-size-0',
        defect,
        { format: 'es.5', text: sent },
        ['ES-15', 'ES5-13'],
        ['ES5-11'],
      ),
    ),
  ];
};

/** Members of other names and of other types, signed as those see them who let them pass. */
export const strangersOf = (kind: EsKind): VectorCase[] => [
  ...types(kind),
  ...names(kind),
  ...(kind.format === 'es.5' ? [...attachments(), ...minusZero()] : []),
];
