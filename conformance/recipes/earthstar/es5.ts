// Long, and one list: each case stands where its neighbours can be compared with it.

import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32, unbase32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { ES5_LINES, hashEs5, hashLines, textHash } from '../../src/forge/earthstar.ts';
import { sign } from '../../src/forge/signature.ts';
import type { DraftFile } from '../cases/file.ts';
import { NOW, refuses, takes } from '../cases/verify.ts';
import { signatureForms } from '../records/refused.ts';
import { strangeSignatures } from '../signatures/places.ts';
import { acceptedEarthstar } from './accepted.ts';
import { faultsAgain } from './again.ts';
import { aroundEarthstar } from './around.ts';
import { ES5, type EsChange, es5 } from './document.ts';
import { lenientEarthstar } from './lenient.ts';
import { madeEarthstar } from './made.ts';
import { pathsOf } from './paths.ts';
import { refusedEarthstar } from './refused.ts';
import { spelledEs5 } from './spellings.ts';
import { strangersOf } from './strangers.ts';
import { timesOf } from './times.ts';
import { WORKED_ES5 } from './worked.ts';

const format = 'es.5';
const { gardening, kitchen, suzy, fern } = cast;
const place = gardening.earthstarAddress;
const key = place.slice(place.indexOf('.') + 1);
const PICTURE = textHash('Hello, attachment!');
const EMPTY = textHash('');

type Members = Readonly<Record<string, Json | undefined>>;
type Row = [slug: string, title: string, change: EsChange, other?: string];

const take = (requirements: string[], rows: Row[]): VectorCase[] =>
  rows.map(([slug, title, change]) =>
    takes(`earthstar-es5/${slug}`, title, { format, record: es5(change) }, requirements),
  );

const refuse = (breaks: string[], parent: string, rows: Row[]): VectorCase[] =>
  rows.map(([slug, defect, change, other]) =>
    refuses(
      `earthstar-es5/${slug}`,
      `earthstar-es5/${other ?? parent}`,
      defect,
      { format, record: es5(change) },
      breaks,
    ),
  );

/** A picture at a path with an extension. */
const picture = (members: Members = {}, content = 'a picture'): EsChange => ({
  content,
  members: { path: '/pics/flower.txt', attachmentSize: 18, attachmentHash: PICTURE, ...members },
});
const at = (path: string, members: Members = {}): EsChange => ({ members: { path, ...members } });
const attached = (path: string): EsChange => picture({ path });

const ALL = [
  'ES5-1',
  'ES5-2',
  'ES5-3',
  'ES5-4',
  'ES5-5',
  'ES5-11',
  'ES5-12',
  'ES5-13',
  'ES5-14',
  'ES-1',
  'ES-8',
  'ES-9',
  'ES-14',
  'ES-15',
];
const ATTACHMENT = ['ES5-4', 'ES5-6', 'ES5-7', 'ES5-8', 'ES5-9', 'ES5-10'];

const worked = (): VectorCase[] =>
  WORKED_ES5.map(({ name, document }) =>
    takes(
      `earthstar-es5/worked-${name}`,
      {
        basic: 'a page as deployed peers write it',
        ephemeral: 'a message that goes away, as deployed peers write it',
        attachment: 'a picture as deployed peers write it',
      }[name],
      { format, record: document },
      name === 'attachment' ? [...ALL, ...ATTACHMENT] : ALL,
      { source: 'accepted by earthstar 10.2.2' },
    ),
  );

const shares = (): VectorCase[] => {
  const share = (address: string): EsChange => ({ members: { share: address } });
  return [
    ...take(
      ['ES5-2', 'ES5-13'],
      [
        ['share-name-1', 'the name of the share is one letter', share(`+g.${key}`)],
        ['share-name-15', 'the name of the share is 15 characters', share(`+gardening234567.${key}`)],
        ['share-kitchen', 'another share', { members: { share: kitchen.earthstarAddress }, shareSigner: kitchen }],
        [
          'share-of-author',
          'the key of the share is that of the author',
          { members: { share: `+gardening.${suzy.earthstarAddress.slice(6)}` }, shareSigner: suzy },
        ],
      ],
    ),
    ...refuse(['ES5-2'], 'page', [
      ['share-spare', 'a spare bit of the key is set', share(`${place.slice(0, -1)}r`)],
      ['share-word', 'the suffix is a word, as es.4 has it', share('+gardening.friends')],
      ['share-53-letters', 'the suffix is 53 letters that are no key', share(`+gardening.${'f'.repeat(53)}`)],
      ['share-53-with-digits', 'the key has the digit 1', share(`+gardening.b1${key.slice(2)}`)],
      ['share-short', 'the key is one character short', share(`${place.slice(0, -2)}a`)],
      ['share-long', 'the key is one character long', share(`${place}a`)],
      ['share-name-16', 'a name of 16 characters', share(`+gardening2345678.${key}`), 'share-name-15'],
      ['share-name-empty', 'an empty name', share(`+.${key}`), 'share-name-1'],
      ['share-name-capital', 'a capital letter in the name', share(`+Gardening.${key}`)],
      ['share-name-digit-first', 'a name that begins with a digit', share(`+4garden.${key}`)],
      ['share-no-sigil', 'no +', share(place.slice(1))],
      ['share-at', 'an @ in the place of the +', share(`@${place.slice(1)}`)],
      ['share-open-space', 'an open space of native records', share(cast.spaces.gardening)],
      ['share-newline', 'a line feed behind the share', share(`${place}\n`)],
    ]),
  ];
};

const texts = (): VectorCase[] => [
  ...take(
    ['ES5-5', 'ES5-14'],
    [
      ['text-8000', '8,000 bytes of text', { content: 'x'.repeat(8_000) }],
      ['text-7999', '7,999 bytes of text', { content: 'x'.repeat(7_999) }],
      ['text-8000-letters', '8,000 bytes of text that are 4,000 letters', { content: 'é'.repeat(4_000) }],
      ['text-8000-flowers', '8,000 bytes of text that are 2,000 flowers', { content: '🌸'.repeat(2_000) }],
    ],
  ),
  ...refuse(['ES5-5'], 'text-8000', [
    ['text-8001', '8,001 bytes of text', { content: 'x'.repeat(8_001) }],
    [
      'text-8001-letters',
      '8,001 bytes of text that are 4,001 characters',
      { content: `x${'é'.repeat(4_000)}` },
      'text-8000-letters',
    ],
  ]),
  ...refuse(['ES5-14'], 'page', [
    ['hash-of-other', 'the hash of other text', { members: { textHash: textHash('Ponds') } }],
    [
      'hash-spare',
      'a spare bit of the hash is set',
      { members: { textHash: `${String(es5().textHash).slice(0, -1)}b` } },
    ],
    ['hash-empty', 'an empty hash', { members: { textHash: '' } }],
  ]),
  ...(
    [
      ['text-changed', 'the text was changed after signing', { ...es5(), text: 'Flowers are ugly 🌸' }],
      ['text-emptied', 'the text was taken away after signing', { ...es5(), text: '' }],
    ] as const
  ).map(([slug, defect, record]) =>
    refuses(`earthstar-es5/${slug}`, 'earthstar-es5/page', defect, { format, record }, ['ES5-14']),
  ),
];

const ephemerals = (): VectorCase[] => [
  ...take(
    ['ES5-3'],
    [
      ['exclamation-without-expiry', 'a ! in the path without deleteAfter, as deployed', at('/chat/!hello')],
      ['exclamation-inside-without-expiry', 'a ! within a segment without deleteAfter', at('/chat/hello!there')],
    ],
  ),
  ...refuse(['ES5-1'], 'ephemeral', [
    ['expiry-null', 'deleteAfter is null, as es.4 has it', at('/chat/!hello', { deleteAfter: null })],
    [
      'expiry-null-no-exclamation',
      'deleteAfter is null at a path without !',
      at('/chat/hello', { deleteAfter: null }),
      'page',
    ],
  ]),
];

const authorPath = `/x/~${suzy.earthstarAddress}`;

const extensions = (): VectorCase[] => [
  ...take(
    ['ES5-4'],
    [
      ['extension-none-dot-last', 'a full stop at the end is no extension', at('/a.')],
      ['extension-none-hyphen', 'a hyphen in the tail: no extension', at('/a.b-c')],
      ['extension-none-later-segment', 'a full stop in a segment that is not the last', at('/a.b/c')],
      ['extension-none-author', 'the path ends with ~ and the address of the author', at(authorPath)],
      [
        'extension-none-two-authors',
        'the path ends with another author behind a ~',
        at(`/~${suzy.earthstarAddress}~${fern.earthstarAddress}`),
      ],
      ['extension-none-umlaut-free', 'a percent sign behind the full stop', at('/a.%62')],
      ['extension-two', 'the last of two tails counts', attached('/pics/flower.tar.gz')],
      ['extension-letter', 'an extension of one letter', attached('/a.b')],
      ['extension-underscore', 'an extension of an underscore', attached('/a._')],
      ['extension-digits', 'a version is an extension', attached('/v1.2')],
      ['extension-capitals', 'an extension in capital letters', attached('/FLOWER.JPG')],
      ['extension-hidden', 'nothing in front of the full stop', attached('/.hidden')],
      [
        'extension-address-no-tilde',
        'the path ends with an address without ~: an extension of 53 characters',
        attached(`/x/${suzy.earthstarAddress}`),
      ],
      ['extension-share', 'the path ends with the address of a share', attached(`/x/${place}`)],
      [
        'extension-name-5',
        'a ~ and a short name of 5 characters in front of the tail',
        attached(`/~${suzy.earthstarAddress}/~@suzyy.${key}`),
      ],
      [
        'extension-52',
        'a ~, an address, and a tail of 52 characters',
        attached(`/~${suzy.earthstarAddress}/~@suzy.${key.slice(0, -1)}`),
      ],
      [
        'extension-name-hyphen',
        'a ~, a short name with a hyphen, and a tail of 53 characters',
        attached(`/~${suzy.earthstarAddress}/~@a-bc.${key}`),
      ],
      [
        'extension-54',
        'a ~, an address, and a tail of 54 characters',
        attached(`/~${suzy.earthstarAddress}/~@suzy.${key}a`),
      ],
      [
        'extension-none-53-no-key',
        'a ~, four characters and any tail of 53 is no extension',
        at(`/~${suzy.earthstarAddress}/~@A_9z.${'_'.repeat(53)}`),
      ],
    ],
  ),
  ...refuse(['ES5-4'], 'page', [
    ['extension-without-attachment', 'an extension without an attachment', at('/pics/flower.txt'), 'worked-attachment'],
    [
      'extension-hidden-without',
      'nothing in front of the full stop, without an attachment',
      at('/.hidden'),
      'extension-hidden',
    ],
    ['extension-version-without', 'a version without an attachment', at('/v1.2'), 'extension-digits'],
    [
      'extension-address-without',
      'an address without ~ at the end, without an attachment',
      at(`/x/${suzy.earthstarAddress}`),
      'extension-address-no-tilde',
    ],
    [
      'extension-share-without',
      'the address of a share at the end, without an attachment',
      at(`/x/${place}`),
      'extension-share',
    ],
    [
      'extension-52-without',
      'a tail of 52 characters, without an attachment',
      at(`/~${suzy.earthstarAddress}/~@suzy.${key.slice(0, -1)}`),
      'extension-52',
    ],
    [
      'attachment-without-extension',
      'an attachment at a path without an extension',
      attached('/pics/flower'),
      'extension-letter',
    ],
    [
      'attachment-dot-last',
      'an attachment at a path that ends with a full stop',
      attached('/pics/flower.'),
      'extension-letter',
    ],
    [
      'attachment-author-path',
      'an attachment at a path that ends with the author',
      attached(authorPath),
      'extension-none-author',
    ],
    [
      'extension-size-0',
      'an extension with a size of 0 and no hash',
      at('/pics/flower.txt', { attachmentSize: 0 }),
      'attachment-size-0',
    ],
  ]),
];

const attachments = (): VectorCase[] => [
  ...take(ATTACHMENT, [
    ['attachment', 'a picture', picture()],
    ['attachment-size-1', 'an attachment of one byte', picture({ attachmentSize: 1 })],
    ['attachment-size-largest', 'the largest attachment', picture({ attachmentSize: 9_007_199_254_740_991 })],
    ['attachment-wiped', 'a wiped attachment', picture({ attachmentSize: 0, attachmentHash: EMPTY }, '')],
    ['attachment-wiped-any-hash', 'a size of 0 with any hash', picture({ attachmentSize: 0 }, '')],
    ['attachment-wiped-with-text', 'a size of 0 with any hash and a text', picture({ attachmentSize: 0 })],
    [
      'attachment-ephemeral',
      'an attachment that goes away',
      picture({ path: '/!pics/flower.txt', deleteAfter: NOW + 1 }),
    ],
  ]),
  ...take(
    ['ES5-9', 'ES5-6', 'ES5-10'],
    [
      ['attachment-size-0', 'a size of 0 without a hash', at('/pics/flower', { attachmentSize: 0 })],
      [
        'attachment-size-0-no-text',
        'a size of 0 without a hash and without text',
        { content: '', members: { path: '/pics/flower', attachmentSize: 0 } },
      ],
    ],
  ),
  takes(
    'earthstar-es5/attachment-size-rounded',
    'a size whose fraction no double can hold',
    {
      format,
      text: JSON.stringify(es5(picture({ attachmentSize: 9_007_199_254_740_991 }))).replace(
        '9007199254740991',
        '9007199254740991.2',
      ),
    },
    ['ES5-6', 'ES5-1'],
  ),
  ...refuse(['ES5-6'], 'attachment', [
    ['attachment-size-negative', 'a size of −1', picture({ attachmentSize: -1, attachmentHash: PICTURE })],
    [
      'attachment-size-too-large',
      'a size of 2^53',
      picture({ attachmentSize: 9_007_199_254_740_992 }),
      'attachment-size-largest',
    ],
    ['attachment-size-1e300', 'a size of 10^300', picture({ attachmentSize: 1e300 }), 'attachment-size-largest'],
  ]),
  ...refuse(['ES5-1'], 'attachment', [
    ['attachment-size-fraction', 'a size with a fraction', picture({ attachmentSize: 18.5 })],
    ['attachment-size-text', 'a size as a string', picture({ attachmentSize: '18' })],
    ['attachment-size-null', 'a size of null', picture({ attachmentSize: null })],
    ['attachment-hash-null', 'a hash of null', picture({ attachmentHash: null })],
    ['attachment-hash-number', 'a hash that is a number', picture({ attachmentHash: 1 })],
  ]),
  ...refuse(['ES5-7'], 'attachment', [
    [
      'attachment-hash-spare',
      'a spare bit of the hash is set',
      picture({ attachmentHash: `${PICTURE.slice(0, -1)}b` }),
    ],
    [
      'attachment-hash-short',
      'the hash is one character short',
      picture({ attachmentHash: `${PICTURE.slice(0, -2)}a` }),
    ],
    ['attachment-hash-long', 'the hash is one character long', picture({ attachmentHash: `${PICTURE}a` })],
    [
      'attachment-hash-without-b',
      'another letter in the place of the b',
      picture({ attachmentHash: `c${PICTURE.slice(1)}` }),
    ],
    ['attachment-hash-capitals', 'the hash in capital letters', picture({ attachmentHash: PICTURE.toUpperCase() })],
    ['attachment-hash-sigil', 'the id of a blob', picture({ attachmentHash: `&${PICTURE}` })],
    ['attachment-hash-empty', 'an empty hash', picture({ attachmentHash: '' })],
    ['attachment-hash-newline', 'a line feed behind the hash', picture({ attachmentHash: `${PICTURE}\n` })],
  ]),
  ...refuse(['ES5-8'], 'attachment', [
    ['attachment-no-size', 'a hash without a size', picture({ attachmentSize: undefined })],
    [
      'attachment-no-size-empty',
      'the hash of no bytes without a size',
      picture({ attachmentSize: undefined, attachmentHash: EMPTY }, ''),
      'attachment-wiped',
    ],
  ]),
  ...refuse(['ES5-9'], 'attachment-size-0', [
    ['attachment-no-hash', 'a size of 18 without a hash', at('/pics/flower', { attachmentSize: 18 })],
    ['attachment-no-hash-1', 'a size of 1 without a hash', at('/pics/flower', { attachmentSize: 1 })],
  ]),
  ...refuse(['ES5-4', 'ES5-9'], 'attachment', [
    [
      'attachment-no-hash-extension',
      'a size without a hash at a path with an extension',
      picture({ attachmentHash: undefined }),
    ],
  ]),
  ...refuse(['ES5-10'], 'attachment', [
    ['attachment-no-text', 'an attachment without text', picture({}, '')],
    [
      'attachment-no-text-1',
      'an attachment of one byte without text',
      picture({ attachmentSize: 1 }, ''),
      'attachment-size-1',
    ],
  ]),
];

const signatures = (): VectorCase[] => {
  const honest = es5();
  const message = utf8(hashEs5(honest));
  const rows: [slug: string, defect: string, record: unknown, parent?: string][] = [
    ['share-signed-by-author', 'the author signs for the share', es5({ shareSigner: suzy })],
    ['share-signed-by-kitchen', 'another share signs for the share', es5({ shareSigner: kitchen })],
    [
      'share-signature-is-signature',
      'the signature of the author twice',
      { ...honest, shareSignature: honest.signature },
    ],
    [
      'share-signature-bit',
      'one bit of the signature of the share turned over',
      {
        ...honest,
        shareSignature: base32(
          unbase32(String(honest.shareSignature)).map((byte, index) => (index === 9 ? byte ^ 2 : byte)),
        ),
      },
    ],
    [
      'share-signature-zero',
      'all bits of the signature of the share are 0',
      { ...honest, shareSignature: base32(new Uint8Array(64)) },
    ],
    [
      'share-signed-digest',
      'the share signs the digest as 32 bytes',
      { ...honest, shareSignature: base32(sign(gardening.seed, unbase32(hashEs5(honest)))) },
    ],
    [
      'share-signed-signature',
      'the share signs the signature of the author',
      { ...honest, shareSignature: base32(sign(gardening.seed, utf8(String(honest.signature)))) },
    ],
  ];
  const alphabetical = utf8(base32(sha256(utf8(hashLines(honest, [...ES5_LINES].sort())))));
  const both = (text: Uint8Array) => ({
    ...honest,
    signature: base32(sign(suzy.seed, text)),
    shareSignature: base32(sign(gardening.seed, text)),
  });
  const withoutAttachment = (() => {
    const document = es5(picture());
    const text = utf8(base32(sha256(utf8(hashLines(document, ES5_LINES.slice(2))))));
    return {
      ...document,
      signature: base32(sign(suzy.seed, text)),
      shareSignature: base32(sign(gardening.seed, text)),
    };
  })();
  return [
    ...signatureForms(String(honest.shareSignature)).map(([slug, defect, shareSignature]) =>
      refuses(
        `earthstar-es5/share-signature-${slug}`,
        'earthstar-es5/page',
        defect.replace('the signature', 'the signature of the share'),
        { format, record: { ...honest, shareSignature } },
        ['ES5-12'],
      ),
    ),
    ...rows.map(([slug, defect, record, parent]) =>
      refuses(`earthstar-es5/${slug}`, `earthstar-es5/${parent ?? 'page'}`, defect, { format, record }, ['ES5-13']),
    ),
    refuses(
      'earthstar-es5/signed-alphabetical',
      'earthstar-es5/page',
      'both signed over the lines in the order of the alphabet',
      { format, record: both(alphabetical) },
      ['ES-15', 'ES5-13'],
    ),
    refuses(
      'earthstar-es5/signatures-swapped',
      'earthstar-es5/page',
      'the two signatures in each other’s place',
      { format, record: { ...honest, signature: honest.shareSignature, shareSignature: honest.signature } },
      ['ES-15', 'ES5-13'],
    ),
    refuses(
      'earthstar-es5/signed-without-attachment',
      'earthstar-es5/attachment',
      'both signed without the lines of the attachment',
      { format, record: withoutAttachment },
      ['ES-15', 'ES5-13'],
    ),
    refuses(
      'earthstar-es5/attachment-changed',
      'earthstar-es5/attachment',
      'the size of the attachment was changed after signing',
      { format, record: { ...es5(picture()), attachmentSize: 19 } },
      ['ES-15', 'ES5-13'],
    ),
    refuses(
      'earthstar-es5/no-share-signature',
      'earthstar-es5/page',
      'no signature of the share',
      { format, record: Object.fromEntries(Object.entries(honest).filter(([name]) => name !== 'shareSignature')) },
      ['ES5-1'],
    ),
    refuses(
      'earthstar-es5/share-signature-null',
      'earthstar-es5/page',
      'the signature of the share is null',
      { format, record: { ...honest, shareSignature: null } },
      ['ES5-1'],
    ),
    takes(
      'earthstar-es5/share-signature-of-old',
      'signed for the share with the same bytes again',
      { format, record: { ...honest, shareSignature: base32(sign(gardening.seed, message)) } },
      ['ES5-12', 'ES5-13'],
    ),
  ];
};

/** Documents of es.5. */
export const makeEs5 = (): DraftFile => ({
  name: 'earthstar-es5',
  title: 'Documents of es.5',
  description:
    'Earthstar documents of format es.5: what is accepted, what is refused, attachments, hashes and both signatures.',
  cases: [
    ...worked(),
    ...acceptedEarthstar(ES5),
    ...shares(),
    ...texts(),
    ...ephemerals(),
    ...extensions(),
    ...attachments(),
    ...signatures(),
    ...refusedEarthstar(ES5),
    ...spelledEs5(),
    ...strangersOf(ES5),
    ...pathsOf(ES5),
    ...timesOf(ES5),
    ...lenientEarthstar(ES5),
    ...strangeSignatures('es5', 'earthstar-es5/author-signed-'),
    ...strangeSignatures('es5-share', 'earthstar-es5/share-signed-'),
    ...faultsAgain(ES5),
    ...aroundEarthstar(ES5),
    ...madeEarthstar(ES5),
  ],
});
