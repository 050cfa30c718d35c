import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { NOW, refuses, T } from '../cases/verify.ts';
import { FLOWERS, type PageChange, page, pageHeader } from '../records/page.ts';

const FORMAT = 'rp.document.1';
const { suzy, fern, quinn } = cast;
const LATEST = 9_007_199_254_740_990;

type Row = [slug: string, defect: string, change: PageChange, parent?: string];

const faults = (breaks: string[], parent: string, rows: Row[], now?: number): VectorCase[] =>
  rows.map(([slug, defect, change, other]) =>
    refuses(
      `documents/${slug}`,
      `documents/${other ?? parent}`,
      defect,
      { format: FORMAT, record: page(change), ...(now === undefined ? {} : { now }) },
      breaks,
    ),
  );

const header = (members: Readonly<Record<string, Json | undefined>>): PageChange => ({ header: members });
const path = (text: string, change: PageChange = {}): PageChange => ({
  ...change,
  header: { path: text, ...change.header },
});

const WRONG_TYPES: readonly [name: string, words: string, value: Json][] = [
  ['format', 'number', 1],
  ['space', 'number', 1],
  ['space', 'list', [cast.spaces.gardening]],
  ['author', 'number', 1],
  ['author', 'object', { key: suzy.keyId }],
  ['path', 'list', ['wiki', 'flowers']],
  ['path', 'number', 1],
  ['timestamp', 'text', '1700000000000000'],
  ['timestamp', 'truth value', true],
  ['contentHash', 'number', 1],
  ['contentHash', 'list', ['x']],
  ['contentSize', 'text', '23'],
  ['contentSize', 'truth value', false],
  ['contentType', 'number', 1],
  ['contentType', 'object', {}],
  ['expires', 'text', '1700000000000000'],
  ['expires', 'truth value', false],
  ['key', 'number', 1],
  ['key', 'list', []],
];

const shape = (): VectorCase[] => [
  ...faults(
    ['DOC-1'],
    'wiki-page',
    ['format', 'space', 'author', 'path', 'timestamp', 'contentHash', 'contentSize'].map(
      (name): Row => [`no-${name.toLowerCase()}`, `no ${name}`, header({ [name]: undefined })],
    ),
  ),
  ...faults(
    ['DOC-1'],
    'wiki-page',
    WRONG_TYPES.map(
      ([name, words, value]): Row => [
        `${name.toLowerCase()}-is-${words.replaceAll(' ', '-')}`,
        `${name} is a ${words}`,
        // What depends on the key is signed by the author all the same.
        { header: { [name]: value }, sparse: true },
      ],
    ),
  ),
  ...faults(['DOC-1'], 'wiki-page', [
    ['member-content', 'content in the header', header({ content: FLOWERS })],
    ['member-signature', 'a signature in the header', header({ signature: 'b' })],
    ['member-workspace', 'a member of es.4', header({ workspace: cast.gardening.earthstarAddress })],
    ['member-delete-after', 'the time of expiry under its name in es.4', path('/!x', { header: { deleteAfter: NOW } })],
    ['member-underscore', 'a member whose name begins with _', header({ _localIndex: 1 })],
    ['member-capital', 'a member Path beside path', header({ Path: '/' })],
    ['member-empty-name', 'a member without a name', header({ '': 1 })],
    ['member-proto', 'a member __proto__', { header: JSON.parse('{"__proto__":1}') as Record<string, Json> }],
    ['member-constructor', 'a member constructor', header({ constructor: 'x' })],
    ['format-2', 'the next version of the format', header({ format: 'rp.document.2' })],
    ['format-es5', 'another format', header({ format: 'es.5' })],
    ['format-capitals', 'the format in capital letters', header({ format: 'RP.DOCUMENT.1' })],
    ['format-empty', 'an empty format', header({ format: '' })],
    ['format-blank', 'a blank behind the format', header({ format: 'rp.document.1 ' })],
  ]),
];

const pathFaults = (): VectorCase[] => [
  ...faults(['DOC-2'], 'path-512', [
    ['path-513', 'a path of 513 characters', path(`/${'a'.repeat(512)}`)],
    ['path-514-segments', 'a path of 257 segments and 514 characters', path('/a'.repeat(257)), 'path-512-segments'],
    ['path-1000', 'a path of 1,000 characters', path(`/${'a'.repeat(999)}`)],
  ]),
  ...faults(['DOC-3'], 'wiki-page', [
    ['path-empty', 'an empty path', path('')],
    ['path-no-solidus', 'no solidus in front', path('wiki/flowers')],
    ['path-relative', 'a full stop in front', path('./wiki/flowers')],
    ['path-at-without-solidus', 'a key without a solidus in front', path(suzy.keyId)],
  ]),
  ...faults(['DOC-4'], 'path-shortest', [
    ['path-solidus', 'nothing but a solidus', path('/')],
    ['path-trailing-solidus', 'a solidus behind', path('/wiki/flowers/')],
    ['path-trailing-solidus-own', 'a solidus behind the author', path(`/~${suzy.keyId}/`), 'own-alone'],
  ]),
  ...faults(['DOC-5'], 'wiki-page', [
    ['path-empty-segment', 'an empty segment', path('/wiki//flowers')],
    ['path-empty-first-segment', 'an empty segment in front', path('//wiki/flowers')],
    ['path-empty-segment-own', 'an empty segment in front of the author', path(`/about//~${suzy.keyId}`), 'own-at-end'],
  ]),
  ...faults(['DOC-4', 'DOC-5'], 'path-shortest', [['path-two-solidi', 'nothing but two solidi', path('//')]]),
  ...faults(['DOC-6'], 'path-at-later', [
    ['path-at-first', 'the path begins with /@', path('/@suzy')],
    [
      'path-at-key',
      'the path begins with the key of the author',
      path(`/${suzy.keyId}/about`),
      'path-key-without-tilde',
    ],
    ['path-at-alone', 'the path is /@', path('/@'), 'path-shortest'],
  ]),
  ...faults(
    ['DOC-7'],
    'path-every-character',
    (
      [
        ['blank', 'a blank', ' '],
        ['tab', 'a tab', '\t'],
        ['newline', 'a line feed', '\n'],
        ['nul', 'NUL', '\u0000'],
        ['delete', 'U+007F', '\u007f'],
        ['quote', 'a quotation mark', '"'],
        ['hash', 'a #', '#'],
        ['star', 'a *', '*'],
        ['semicolon', 'a ;', ';'],
        ['less', 'a <', '<'],
        ['greater', 'a >', '>'],
        ['question', 'a ?', '?'],
        ['left-bracket', 'a [', '['],
        ['backslash', 'a backslash', '\\'],
        ['right-bracket', 'a ]', ']'],
        ['caret', 'a ^', '^'],
        ['grave', 'a grave accent', '`'],
        ['left-brace', 'a {', '{'],
        ['bar', 'a |', '|'],
        ['right-brace', 'a }', '}'],
        ['umlaut', 'a letter with an umlaut', 'ü'],
        ['wide-solidus', 'a wide solidus', '\uff0f'],
        ['cyrillic', 'a Cyrillic letter that looks like a Latin one', '\u0430'],
        ['flower', 'a flower', '🌸'],
        ['zero-width', 'a joiner of no width', '\u200d'],
      ] as const
    ).map(([slug, words, letter]): Row => [`path-with-${slug}`, `${words} in the path`, path(`/wiki/a${letter}b`)]),
  ),
  ...faults(['DOC-7'], 'wiki-page', [
    ['path-newline-behind', 'a line feed behind the path', path('/wiki/flowers\n')],
    ['path-blank-behind', 'a blank behind the path', path('/wiki/flowers ')],
    ['path-nul-behind', 'NUL behind the path', path('/wiki/flowers\u0000')],
  ]),
];

const tildes = (): VectorCase[] => {
  const key = suzy.keyId;
  return [
    ...faults(['DOC-8'], 'own-at-end', [
      ['tilde-alone', 'a ~ alone', path('/about/~')],
      ['tilde-before-solidus', 'a ~ in front of a solidus', path('/about/~/name')],
      ['tilde-home', 'a ~ in front of a word', path('/~suzy')],
      ['tilde-behind-word', 'a ~ behind a word', path('/backup~')],
      ['tilde-address', 'an address of es.4 behind the ~', path(`/about/~${suzy.earthstarAddress}`)],
      ['tilde-without-sigil', 'the key without its sigil', path(`/about/~${key.slice(1)}`)],
      ['tilde-record', 'a record behind the ~', path(`/about/~%${key.slice(1)}`)],
      ['tilde-space', 'a space behind the ~', path(`/about/~${cast.spaces.gardeningKey}`)],
      ['tilde-spare', 'a spare bit of the key is set', path(`/about/~${key.slice(0, -1)}b`)],
      ['tilde-capitals', 'the key in capital letters', path(`/about/~${key.toUpperCase()}`)],
      ['tilde-short', 'the key is one character short', path(`/about/~${key.slice(0, -2)}a`)],
      ['tilde-long', 'the key is one character long', path(`/about/~${key}a`)],
      ['tilde-then-hyphen', 'a hyphen behind the key', path(`/about/~${key}-name`)],
      ['tilde-then-dot', 'a full stop behind the key', path(`/about/~${key}.txt`)],
      ['tilde-then-comma', 'two keys with a comma between', path(`/about/~${key},${fern.keyId}`), 'shared-first'],
      ['tilde-then-key', 'two keys with nothing between', path(`/about/~${key}${fern.keyId}`), 'shared-first'],
      ['tilde-twice', 'two ~ in front of the key', path(`/about/~~${key}`)],
      ['tilde-behind-key', 'a ~ behind the key', path(`/about/~${key}~`), 'shared-first'],
      ['tilde-second-bad', 'the second of two is no key', path(`/about/~${key}~fern`), 'shared-first'],
      ['tilde-second-segment-bad', 'a ~ without a key in a later segment', path(`/~${key}/~`), 'own-first'],
    ]),
    ...faults(['DOC-8'], 'ephemeral-own', [
      ['tilde-then-exclamation', 'a ! behind the key', path(`/about/~${key}!x`, { header: { expires: NOW } })],
    ]),
    ...faults(['DOC-7', 'DOC-8'], 'own-at-end', [
      ['tilde-newline', 'a line feed behind the key', path(`/about/~${key}\n`)],
    ]),
    ...faults(['DOC-14'], 'own-page', [
      ['not-permitted', 'the path names Fern', path(`/about/~${fern.keyId}/name`, { content: 'Suzy' })],
      ['not-permitted-two', 'the path names Fern and Quinn', path(`/~${fern.keyId}~${quinn.keyId}`), 'shared-first'],
      [
        'not-permitted-segments',
        'the path names Fern and then Quinn',
        path(`/~${fern.keyId}/~${quinn.keyId}`),
        'shared-segments',
      ],
      [
        'not-permitted-without-tilde',
        'the path names Fern behind a ~ and Suzy without',
        path(`/~${fern.keyId}/${key}`),
        'own-and-other-without-tilde',
      ],
      ['not-permitted-empty', 'an empty page at a path of Fern', path(`/~${fern.keyId}`, { content: '' }), 'own-alone'],
      ['not-permitted-device', "the path names Suzy's phone", path(`/~${cast.phone.keyId}`), 'own-alone'],
    ]),
  ];
};

const expiryFaults = (): VectorCase[] => {
  const at = (expires: Json | undefined, other: Readonly<Record<string, Json>> = {}): PageChange =>
    path('/chat/!hello', { content: 'hello', header: { expires, ...other } });
  return [
    ...faults(['DOC-10'], 'ephemeral', [
      ['expires-too-early', 'one before the earliest time of expiry', at(9_999_999_999_999)],
      ['expires-0', 'the time of expiry is 0', at(0)],
      ['expires-negative', 'the time of expiry is negative', at(-1)],
      ['expires-too-late', 'one after the latest time of expiry', at(9_007_199_254_740_991), 'ephemeral-latest'],
      [
        'expires-too-late-elsewhere',
        'one after the latest time of expiry, at another path',
        path('/chat/bye!', { content: 'bye', header: { expires: 9_007_199_254_740_991 } }),
        'ephemeral-latest',
      ],
      ['expires-milliseconds', 'the time of expiry is in milliseconds', at(1_700_000_002_000)],
    ]),
    ...faults(
      ['DOC-11'],
      'ephemeral-shortest-early',
      [['expires-at-once', 'it expires when it was written', at(T)]],
      T,
    ),
    ...faults(['DOC-11'], 'ephemeral-ahead', [
      [
        'expires-at-once-ahead',
        'written ahead, and expired when it was written',
        at(NOW + 600_000_000, { timestamp: NOW + 600_000_000 }),
      ],
      [
        'expires-before',
        'it expires a microsecond before it was written',
        at(NOW + 599_999_999, { timestamp: NOW + 600_000_000 }),
      ],
    ]),
    ...faults(['DOC-12'], 'ephemeral', [
      ['no-expires', 'no time of expiry', at(undefined)],
      [
        'no-exclamation',
        'no ! in the path',
        path('/chat/hello', { content: 'hello', header: { expires: NOW + 1_000_000 } }),
      ],
      [
        'no-exclamation-own',
        'no ! in a path of Suzy',
        path(`/~${suzy.keyId}/status`, { header: { expires: NOW + 1 } }),
        'ephemeral-own',
      ],
      [
        'exclamation-inside',
        'a ! within a segment, and no time of expiry',
        path('/wiki/flowers!now'),
        'ephemeral-inside',
      ],
    ]),
    ...faults(['DOC-13'], 'ephemeral-now', [
      ['expired', 'expired a microsecond ago', at(NOW - 1)],
      ['expired-long-ago', 'expired when the examples were young', at(T + 1)],
    ]),
    ...faults(
      ['DOC-13'],
      'ephemeral-latest-now',
      [['expired-latest', 'the latest time of expiry, read a microsecond later', at(LATEST)]],
      LATEST + 1,
    ),
    ...faults(
      ['DOC-13'],
      'ephemeral-shortest',
      [['expired-shortest', 'it lived for a microsecond and is read after that', at(T + 1)]],
      T + 2,
    ),
  ];
};

const immutableFaults = (): VectorCase[] => {
  const hash = String(pageHeader().contentHash).slice(1);
  const other = String(pageHeader({ content: 'Ponds' }).contentHash).slice(1);
  return [
    ...faults(['DOC-9'], 'immutable', [
      ['equals-alone', 'an = alone', path('/photos/=')],
      ['equals-word', 'a word behind the =', path('/photos/=flowers')],
      ['equals-not-last', 'the hash is not in the last segment', path(`/photos/=${hash}/thumbnail`)],
      ['equals-twice', 'two segments with a hash', path(`/=${hash}/=${hash}`)],
      ['equals-word-not-last', 'a word behind an = in a segment that is not the last', path('/=photos/flowers')],
      ['equals-spare', 'a spare bit of the hash is set', path(`/photos/=${hash.slice(0, -1)}b`)],
      ['equals-spare-2', 'the second spare bit of the hash is set', path(`/photos/=${hash.slice(0, -1)}c`)],
      ['equals-spare-4', 'the third spare bit of the hash is set', path(`/photos/=${hash.slice(0, -1)}e`)],
      ['equals-spare-8', 'the highest spare bit of the hash is set', path(`/photos/=${hash.slice(0, -1)}i`)],
      ['equals-b-twice', 'the b of the hash twice', path(`/photos/=b${hash}`)],
      ['equals-zero', 'the digit 0 in the place of an a', path(`/photos/=${hash.replace('a', '0')}`)],
      ['equals-one', 'the digit 1 in the place of an a', path(`/photos/=${hash.replace('a', '1')}`)],
      ['equals-capital', 'one capital letter in the hash', path(`/photos/=${hash.replace('a', 'A')}`)],
      ['equals-short', 'the hash is one character short', path(`/photos/=${hash.slice(0, -2)}a`)],
      ['equals-long', 'the hash is one character long', path(`/photos/=${hash}a`)],
      ['equals-sigil', 'the hash with its sigil', path(`/photos/=&${hash}`)],
      ['equals-equals', 'two =', path(`/photos/==${hash}`)],
      ['equals-extension', 'something behind the hash', path(`/photos/=${hash}.jpg`)],
      ['equals-capitals', 'the hash in capital letters', path(`/photos/=${hash.toUpperCase()}`)],
      ['equals-without-b', 'the hash without its b', path(`/photos/=${hash.slice(1)}`)],
      ['equals-x', 'an x in the place of the b', path(`/photos/=x${hash.slice(1)}`)],
    ]),
    ...faults(['DOC-8', 'DOC-9'], 'immutable-own', [
      ['equals-then-tilde', 'a ~ behind the hash', path(`/photos/=${hash}~`)],
    ]),
    ...faults(['DOC-15'], 'immutable', [
      ['immutable-other', 'the path has the hash of other content', path(`/photos/=${other}`)],
      ['immutable-emptied', 'empty content where the path has a hash', path(`/photos/=${hash}`, { content: '' })],
      [
        'immutable-other-sparse',
        'the path has another hash, and the content does not travel along',
        path(`/photos/=${other}`, { sparse: true }),
        'immutable-sparse',
      ],
      [
        'immutable-empty-filled',
        'content where the path has the hash of no bytes',
        path(`/photos/=${String(pageHeader({ content: '' }).contentHash).slice(1)}`),
        'immutable-empty',
      ],
      [
        'immutable-other-own',
        'a path of Suzy with another hash',
        path(`/photos/~${suzy.keyId}/=${other}`),
        'immutable-own',
      ],
    ]),
    ...faults(['DOC-14', 'DOC-15'], 'immutable-own', [
      ['immutable-other-of-fern', 'a path of Fern with another hash', path(`/~${fern.keyId}/=${other}`)],
    ]),
  ];
};

/** Everything that a document can break beside what all records can. */
export const documentFaults = (): VectorCase[] => [
  ...shape(),
  ...pathFaults(),
  ...tildes(),
  ...expiryFaults(),
  ...immutableFaults(),
];
