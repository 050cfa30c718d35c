import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { T } from '../cases/verify.ts';
import { message } from '../messages/message.ts';
import { given, type Item, opened, stated } from './moves.ts';
import { bare, doc, heldDoc } from './records.ts';
import { scheduling } from './schedule.ts';

const { suzy, fern, spaces } = cast;
const replica = scheduling('replica');
type Filter = Readonly<Record<string, Json>>;

const opening = (): VectorCase[] => [
  replica('open', 'a replica of an open space', ['REP-1'], [opened()]),
  replica(
    'open-other',
    'a replica of another open space',
    ['REP-1', 'REP-3'],
    [
      opened({ space: spaces.kitchen }),
      given([doc('/a', 0, { header: { space: spaces.kitchen } }), doc('/a')], 'accepted foreign'),
    ],
  ),
  replica(
    'open-key',
    'a replica of a space that has a key',
    ['REP-1'],
    [opened({ space: spaces.gardeningKey }, 'space-unsupported')],
    {
      parent: 'replica/open',
    },
  ),
  replica(
    'open-key-filter',
    'a replica of a space that has a key, with a filter',
    ['REP-1', 'REP-14'],
    [opened({ space: spaces.gardeningKey, filter: { kind: 'document' } }, 'space-unsupported')],
    {
      parent: 'replica/filter-kind-open',
    },
  ),
  replica(
    'filter-kind-open',
    'a filter for documents',
    ['REP-13', 'REP-14'],
    [opened({ filter: { kind: 'document' } })],
  ),
  replica(
    'filter-empty',
    'a filter without members',
    ['REP-13', 'REP-3'],
    [opened({ filter: {} }), given([doc('/a'), message()], 'accepted accepted')],
  ),
];

const BAD: readonly [slug: string, title: string, filter: Filter][] = [
  ['unknown', 'a filter with a member that none has', { prefix: '/wiki/' }],
  ['path', 'a filter by path, which queries alone have', { path: '/wiki/a' }],
  ['suffix', 'a filter by the end of a path', { pathSuffix: 'a' }],
  ['before', 'a filter with a latest time, which a newer document could pass by', { before: T }],
  ['limit', 'a filter with a limit', { limit: 10 }],
  ['history', 'a filter with history', { history: 'all' }],
  ['deleted', 'a filter with deleted', { deleted: true }],
  ['links', 'a filter by a link', { linksTo: suzy.keyId }],
  ['prefix-null', 'a filter by a prefix that is null', { pathPrefix: null }],
  ['prefix-list', 'a filter by a list of prefixes', { pathPrefix: ['/wiki/'] }],
  ['author-list', 'a filter by a list of authors', { author: [suzy.keyId] }],
  ['from-text', 'a filter by a time that is a text', { from: `${T}` }],
  ['from-negative', 'a filter by a time before 1970', { from: -1 }],
  ['from-fraction', 'a filter by a time with a fraction', { from: 1.5 }],
  ['from-null', 'a filter by a time that is null', { from: null }],
  ['from-beyond', 'a filter by a time beyond all', { from: 9_007_199_254_740_992 }],
  ['author-null', 'a filter by an author that is null', { author: null }],
  ['kind', 'a filter by a kind that does not exist', { kind: 'documents' }],
  ['kind-null', 'a filter by a kind that is null', { kind: null }],
  ['kind-list', 'a filter by a list of kinds', { kind: ['document'] }],
  ['capital', 'a filter whose member is in capitals', { Author: suzy.keyId }],
  ['proto', 'a filter with a member that objects know', JSON.parse('{"__proto__":{"kind":"document"}}') as Filter],
];

const refused = (): VectorCase[] => [
  ...BAD.map(([slug, title, filter]) =>
    replica(`filter-bad-${slug}`, title, ['REP-13'], [opened({ filter }, 'query-shape')], {
      parent: 'replica/filter-kind-open',
    }),
  ),
  replica(
    'filter-bad-key',
    'a filter that is wrong, for a space that has a key',
    ['REP-13', 'REP-14'],
    [opened({ space: spaces.gardeningKey, filter: { limit: 1 } }, 'query-shape')],
    {
      parent: 'replica/filter-kind-open',
    },
  ),
  replica(
    'filter-bad-key-value',
    'a filter with a value that none has, for a space that has a key',
    ['REP-13', 'REP-14'],
    [opened({ space: spaces.gardeningKey, filter: { kind: null } }, 'query-shape')],
    {
      parent: 'replica/filter-kind-open',
    },
  ),
];

type Good = readonly [slug: string, title: string, filter: Filter, inside: readonly Item[], outside: readonly Item[]];

const GOOD: readonly Good[] = [
  [
    'prefix',
    'by the beginning of a path',
    { pathPrefix: '/wiki/' },
    [doc('/wiki/a'), heldDoc('/wiki/b')],
    [doc('/wikis'), doc('/Wiki/a'), doc('/wiki'), doc('/a/wiki')],
  ],
  [
    'prefix-message',
    'by the beginning of a path, which messages do not have',
    { pathPrefix: '' },
    [doc('/a')],
    [message()],
  ],
  [
    'author',
    'by an author',
    { author: suzy.keyId },
    [doc('/a'), message(), heldDoc('/a', 0, fern)],
    [doc('/a', 0, { author: fern }), heldDoc('/a', 0, suzy, { author: fern })],
  ],
  ['author-nobody', 'by an author that is none', { author: 'suzy' }, [], [doc('/a'), message()]],
  [
    'from',
    'by a time',
    { from: T },
    [doc('/a', 0), message(), heldDoc('/b', 1)],
    [doc('/a', -1), message({ header: { timestamp: T - 1, log: 1 } })],
  ],
  ['from-zero', 'from the beginning of time', { from: 0 }, [doc('/a', -9)], []],
  ['documents', 'for documents', { kind: 'document' }, [doc('/a'), heldDoc('/a')], [message()]],
  ['messages', 'for messages', { kind: 'message' }, [message()], [doc('/a'), heldDoc('/a')]],
  [
    'all',
    'by all four members',
    { pathPrefix: '/wiki/', author: suzy.keyId, from: T, kind: 'document' },
    [doc('/wiki/a')],
    [doc('/wiki/a', 1, { author: fern }), doc('/wiki/b', -1), doc('/a'), message()],
  ],
];

const wordsOf = (inside: readonly Item[], outside: readonly Item[]): string =>
  [
    ...outside.map(() => 'foreign'),
    ...inside.map((each) => ('header' in each && (each.header as { key?: string }).key ? 'held' : 'accepted')),
  ].join(' ');

const filtered = (): VectorCase[] => [
  ...GOOD.map(([slug, title, filter, inside, outside]) =>
    replica(
      `filter-${slug}`,
      title,
      ['REP-3', 'REP-13'],
      [opened({ filter }), given([...outside, ...inside], wordsOf(inside, outside)), stated({})],
    ),
  ),
  replica(
    'filter-newer',
    'a newer document that the filter leaves out drops nothing',
    ['REP-3', 'REP-7'],
    [
      opened({ filter: { author: suzy.keyId } }),
      given([doc('/a', 0), doc('/a', 1, { author: fern })], 'accepted foreign'),
      stated({ records: [doc('/a', 0)] }),
    ],
  ),
  replica(
    'filter-rejected',
    'what the filter would leave out is rejected all the same',
    ['REP-2', 'REP-3'],
    [
      opened({ filter: { kind: 'message' } }),
      given([{ ...doc('/a'), signature: doc('/b').signature }, doc('/a')], 'signature-invalid foreign'),
    ],
  ),
  replica(
    'filter-content',
    'what is left out brings no content',
    ['REP-3', 'REP-7', 'NAT-3'],
    [
      opened({ filter: { pathPrefix: '/wiki/' } }),
      given([bare(doc('/wiki/a', 0, { content: 'moss' })), doc('/a', 0, { content: 'moss' })], 'accepted foreign'),
      stated({ records: [doc('/wiki/a', 0, { content: 'moss' })] }),
    ],
  ),
];

/** Replicas of a part of a space, and replicas that cannot be opened. */
export const filters = (): VectorCase[] => [...opening(), ...refused(), ...filtered()];
