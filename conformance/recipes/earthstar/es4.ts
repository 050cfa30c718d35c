import { sha256 } from '@noble/hashes/sha2.js';
import type { VectorCase } from '@rockpool/schemas';
import { base32 } from '../../src/forge/base32.ts';
import { utf8 } from '../../src/forge/bytes.ts';
import { cast } from '../../src/forge/cast.ts';
import { textHash } from '../../src/forge/earthstar.ts';
import type { DraftFile } from '../cases/file.ts';
import { NOW, refuses, takes } from '../cases/verify.ts';
import { strangeSignatures } from '../signatures/places.ts';
import { acceptedEarthstar } from './accepted.ts';
import { faultsAgain } from './again.ts';
import { aroundEarthstar } from './around.ts';
import { ES4, type EsChange, es4 } from './document.ts';
import { lenientEarthstar } from './lenient.ts';
import { madeEarthstar } from './made.ts';
import { pathsOf } from './paths.ts';
import { refusedEarthstar } from './refused.ts';
import { spelledEs4 } from './spellings.ts';
import { strangersOf } from './strangers.ts';
import { timesOf } from './times.ts';
import { WORKED_ES4 } from './worked.ts';

const format = 'es.4';
const { gardening, suzy } = cast;
const place = gardening.earthstarAddress;
const key = place.slice(place.indexOf('.') + 1);

type Row = [slug: string, title: string, change: EsChange];

const take = (requirements: string[], rows: Row[]): VectorCase[] =>
  rows.map(([slug, title, change]) =>
    takes(`earthstar-es4/${slug}`, title, { format, record: es4(change) }, requirements),
  );

const refuse = (breaks: string[], parent: string, rows: [...Row, string?][]): VectorCase[] =>
  rows.map(([slug, defect, change, other]) =>
    refuses(
      `earthstar-es4/${slug}`,
      `earthstar-es4/${other ?? parent}`,
      defect,
      { format, record: es4(change) },
      breaks,
    ),
  );

const workspace = (address: string): EsChange => ({ members: { workspace: address } });
const ALL = [
  'ES4-1',
  'ES4-2',
  'ES4-3',
  'ES4-4',
  'ES4-5',
  'ES4-6',
  'ES-1',
  'ES-8',
  'ES-9',
  'ES-10',
  'ES-11',
  'ES-14',
  'ES-15',
];

const worked = (): VectorCase[] =>
  WORKED_ES4.map(({ name, document }) =>
    takes(
      `earthstar-es4/worked-${name}`,
      name === 'basic' ? 'a page as deployed peers write it' : 'a message that goes away, as deployed peers write it',
      { format, record: document },
      ALL,
      { source: 'accepted by earthstar 10.2.2' },
    ),
  );

const shares = (): VectorCase[] => [
  ...take(
    ['ES4-2'],
    [
      ['share-word', 'the suffix of the share is a word', workspace('+gardening.friends')],
      ['share-letter', 'the suffix of the share is one letter', workspace('+gardening.f')],
      ['share-b', 'the suffix of the share is b', workspace('+gardening.b')],
      [
        'share-53-letters',
        'the suffix of the share is 53 letters that are no key',
        workspace(`+gardening.${'f'.repeat(53)}`),
      ],
      [
        'share-53-with-digits',
        'the suffix of the share is b and 52 characters, one of which is not of base32',
        workspace(`+gardening.b1${'z'.repeat(51)}`),
      ],
      [
        'share-52-letters',
        'the suffix of the share is b and 51 characters',
        workspace(`+gardening.b${'z'.repeat(51)}`),
      ],
      ['share-name-1', 'the name of the share is one letter', workspace(`+g.${key}`)],
      ['share-name-15', 'the name of the share is 15 characters', workspace(`+gardening234567.${key}`)],
      ['share-name-digits', 'digits in the name of the share', workspace(`+g0.${key}`)],
      ['share-kitchen', 'another share', workspace(cast.kitchen.earthstarAddress)],
      [
        'share-open-space',
        'an open space of native records is a share with a free suffix',
        workspace(cast.spaces.gardening),
      ],
      [
        'share-no-point',
        'nothing signs for the share: its key need not be one',
        workspace(`+gardening.${base32(sha256(utf8('no point')))}`),
      ],
    ],
  ),
  ...refuse(['ES4-2'], 'share-word', [
    ['share-spare', 'a spare bit of the key of the share is set', workspace(`${place.slice(0, -1)}r`), 'page'],
    [
      'share-spare-z',
      'the suffix is b and 52 times z: a key with spare bits',
      workspace(`+gardening.b${'z'.repeat(52)}`),
      'page',
    ],
    ['share-54', 'a suffix of 54 characters', workspace(`+gardening.${'f'.repeat(54)}`), 'share-53-letters'],
    ['share-key-long', 'the key of the share is one character long', workspace(`${place}a`), 'page'],
    ['share-suffix-empty', 'an empty suffix', workspace('+gardening.'), 'share-letter'],
    ['share-suffix-digit-first', 'a suffix that begins with a digit', workspace('+gardening.4friends')],
    [
      'share-key-digit-first',
      'a digit in the place of the b of the key',
      workspace(`+gardening.7${key.slice(1)}`),
      'page',
    ],
    [
      'share-key-without-b',
      'the key without its b, so that the suffix begins with a digit',
      workspace(`+gardening.7${key.slice(2)}`),
      'page',
    ],
    ['share-suffix-capital', 'a capital letter in the suffix', workspace('+gardening.Friends')],
    ['share-suffix-hyphen', 'a hyphen in the suffix', workspace('+gardening.fri-ends')],
    ['share-suffix-dot', 'a second full stop', workspace('+gardening.fri.ends')],
    ['share-no-suffix', 'no suffix', workspace('+gardening')],
    ['share-name-16', 'a name of 16 characters', workspace(`+gardening2345678.${key}`), 'share-name-15'],
    ['share-name-empty', 'an empty name', workspace(`+.${key}`), 'share-name-1'],
    ['share-name-capital', 'a capital letter in the name', workspace('+Gardening.friends')],
    ['share-name-digit-first', 'a name that begins with a digit', workspace('+4gardening.friends')],
    ['share-no-sigil', 'no +', workspace('gardening.friends')],
    ['share-at', 'an @ in the place of the +', workspace('@gardening.friends')],
    ['share-old-sigil', 'two slashes in the place of the +', workspace('//gardening.friends')],
    ['share-newline', 'a line feed behind the share', workspace('+gardening.friends\n')],
    ['share-empty', 'an empty text', workspace('')],
  ]),
];

const contents = (): VectorCase[] => [
  ...take(
    ['ES4-4', 'ES4-6'],
    [
      ['content-4000000', '4,000,000 bytes of content', { content: 'x'.repeat(4_000_000) }],
      ['content-3999999', '3,999,999 bytes of content', { content: 'x'.repeat(3_999_999) }],
      [
        'content-4000000-letters',
        '4,000,000 bytes of content that are 2,000,000 letters',
        { content: 'é'.repeat(2_000_000) },
      ],
    ],
  ),
  ...refuse(['ES4-4'], 'content-4000000', [
    ['content-4000001', '4,000,001 bytes of content', { content: 'x'.repeat(4_000_001) }],
    [
      'content-4000001-letters',
      '4,000,001 bytes of content that are 2,000,001 characters',
      { content: `x${'é'.repeat(2_000_000)}` },
      'content-4000000-letters',
    ],
  ]),
  ...refuse(['ES4-6'], 'page', [
    ['hash-of-other', 'the hash of other content', { members: { contentHash: base32(sha256(utf8('Ponds'))) } }],
    [
      'hash-spare',
      'a spare bit of the hash is set',
      { members: { contentHash: `${String(es4().contentHash).slice(0, -1)}b` } },
    ],
    ['hash-hex', 'the hash in hexadecimal', { members: { contentHash: '00'.repeat(32) } }],
    ['hash-empty', 'an empty hash', { members: { contentHash: '' } }],
    [
      'hash-capitals',
      'the hash in capital letters',
      { members: { contentHash: String(es4().contentHash).toUpperCase() } },
    ],
  ]),
  ...(
    [
      ['content-changed', 'the content was changed after signing', { ...es4(), content: 'Flowers are ugly 🌸' }],
      ['content-emptied', 'the content was taken away after signing', { ...es4(), content: '' }],
      ['content-newline', 'a line feed behind the content', { ...es4(), content: `${es4().content}\n` }],
    ] as const
  ).map(([slug, defect, record]) =>
    refuses(`earthstar-es4/${slug}`, 'earthstar-es4/page', defect, { format, record }, ['ES4-6']),
  ),
];

const ephemerals = (): VectorCase[] => [
  ...take(['ES4-3'], [['not-ephemeral', 'neither ! nor a time of expiry', { members: { path: '/chat/hello' } }]]),
  ...refuse(['ES4-3'], 'ephemeral', [
    ['exclamation-without-expiry', 'a ! in the path, and deleteAfter is null', { members: { path: '/chat/!hello' } }],
    [
      'exclamation-inside',
      'a ! within a segment, and deleteAfter is null',
      { members: { path: '/chat/hello!there' } },
      'ephemeral-inside',
    ],
  ]),
  ...(['workspace', 'path', 'timestamp', 'deleteAfter', 'contentHash'] as const).map((name) => {
    const signed = es4({ members: { path: '/!x', deleteAfter: NOW + 5 } });
    const changed = {
      workspace: '+gardening.friends',
      path: '/!y',
      timestamp: 1_700_000_000_000_001,
      deleteAfter: NOW + 6,
      contentHash: textHash('moss'),
    }[name];
    return refuses(
      `earthstar-es4/changed-${name.toLowerCase()}`,
      'earthstar-es4/ephemeral',
      `${name} was changed after signing${name === 'contentHash' ? ', and the content with it' : ''}`,
      { format, record: { ...signed, ...(name === 'contentHash' ? { content: 'moss' } : {}), [name]: changed } },
      ['ES-15'],
    );
  }),
  refuses(
    'earthstar-es4/changed-author-name',
    'earthstar-es4/page',
    'the short name of the author was changed after signing',
    { format, record: { ...es4(), author: suzy.earthstarAddress.replace('suzy', 'zzzz') } },
    ['ES-15'],
  ),
];

/** Documents of es.4. */
export const makeEs4 = (): DraftFile => ({
  name: 'earthstar-es4',
  title: 'Documents of es.4',
  description: 'Earthstar documents of format es.4: what is accepted, what is refused, their hashes and signatures.',
  cases: [
    ...worked(),
    ...acceptedEarthstar(ES4),
    ...shares(),
    ...contents(),
    ...ephemerals(),
    ...refusedEarthstar(ES4),
    ...spelledEs4(),
    ...strangersOf(ES4),
    ...pathsOf(ES4),
    ...timesOf(ES4),
    ...lenientEarthstar(ES4),
    ...strangeSignatures('es4', 'earthstar-es4/author-signed-'),
    ...faultsAgain(ES4),
    ...aroundEarthstar(ES4),
    ...madeEarthstar(ES4),
  ],
});
