import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { asked, given, opened } from './moves.ts';
import { FERN, ROOT, SUZY } from './query-sets.ts';
import { doc, said } from './records.ts';
import { scheduling } from './schedule.ts';

const query = scheduling('replica-query');
type Query = Readonly<Record<string, unknown>>;
const PARENT = 'replica-query/plain';
const [one, two] = [doc('/a'), doc('/b')] as [NativeRecord, NativeRecord];
const begun = [opened(), given([one, two])];

/** Objects that parsers make, so that `__proto__` is a member like any other. */
const parsed = (text: string): Query => JSON.parse(text) as Query;

const BAD: readonly [slug: string, title: string, query: Query][] = [
  ['unknown', 'a member that no query has', { paths: ['/a'] }],
  ['unknown-true', 'a member that no query has, beside one that it has', { path: '/a', winner: true }],
  ['capital', 'a member in capitals', { Path: '/a' }],
  ['name-empty', 'a member without a name', { '': '/a' }],
  ['proto', 'a member that objects know', parsed('{"__proto__":{"path":"/a"}}')],
  ['constructor', 'another member that objects know', { constructor: '/a' }],
  ['path-null', 'a path that is null', { path: null }],
  ['path-number', 'a path that is a number', { path: 1 }],
  ['path-list', 'a list of paths', { path: ['/a'] }],
  ['prefix-null', 'a beginning that is null', { pathPrefix: null }],
  ['suffix-flag', 'an end that is true', { pathSuffix: true }],
  ['author-null', 'an author that is null', { author: null }],
  ['author-list', 'a list of authors', { author: [SUZY, FERN] }],
  ['from-null', 'a first time that is null', { from: null }],
  ['from-text', 'a first time that is a text', { from: '0' }],
  ['from-fraction', 'a first time with a fraction', { from: 0.5 }],
  ['from-negative', 'a first time before 1970', { from: -1 }],
  ['from-beyond', 'a first time beyond all', { from: 9_007_199_254_740_992 }],
  ['before-text', 'a last time that is a text', { before: '9' }],
  ['before-negative', 'a last time before 1970', { before: -1 }],
  ['before-beyond', 'a last time beyond all', { before: 9_007_199_254_740_992 }],
  ['before-null', 'a last time that is null', { before: null }],
  ['kind', 'a kind in the plural', { kind: 'documents' }],
  ['kind-list', 'a list of kinds', { kind: ['document'] }],
  ['kind-null', 'a kind that is null', { kind: null }],
  ['links-empty', 'a link to nothing', { linksTo: '' }],
  ['links-path', 'a link to a path', { linksTo: '/a' }],
  ['links-capitals', 'a link to an identifier in capitals', { linksTo: ROOT.toUpperCase() }],
  ['links-short', 'a link to an identifier that lacks a character', { linksTo: ROOT.slice(0, -1) }],
  [
    'links-spare',
    'a link to an identifier whose last character has bits to spare',
    { linksTo: `${ROOT.slice(0, -1)}b` },
  ],
  ['links-space', 'a link to a space', { linksTo: String(one.header.space) }],
  ['links-null', 'a link that is null', { linksTo: null }],
  ['links-list', 'a list of links', { linksTo: [ROOT] }],
  ['relation-alone', 'a relation without a link', { relation: 'root' }],
  ['relation-null', 'a relation that is null', { linksTo: ROOT, relation: null }],
  ['relation-list', 'a list of relations', { linksTo: ROOT, relation: ['root'] }],
  ['history', 'a history that does not exist', { history: 'newest' }],
  ['history-true', 'a history that is true', { history: true }],
  ['history-empty', 'a history of no letters', { history: '' }],
  ['deleted-text', 'deleted ones, said by a text', { deleted: 'true' }],
  ['deleted-number', 'deleted ones, said by a number', { deleted: 0 }],
  ['deleted-null', 'deleted ones, said by null', { deleted: null }],
  ['order', 'an order that does not exist', { order: 'path ASC' }],
  ['order-capital', 'an order in capitals', { order: 'Path' }],
  ['order-null', 'an order that is null', { order: null }],
  ['order-list', 'a list of orders', { order: ['path', 'time'] }],
  ['reverse-text', 'the opposite order, said by a text', { reverse: 'false' }],
  ['reverse-number', 'the opposite order, said by a number', { reverse: 1 }],
  ['reverse-null', 'the opposite order, said by null', { reverse: null }],
  ['limit-zero', 'a limit of 0', { limit: 0 }],
  ['limit-negative', 'a limit of −1', { limit: -1 }],
  ['limit-more', 'a limit of 1,001', { limit: 1_001 }],
  ['limit-fraction', 'a limit of 2.5', { limit: 2.5 }],
  ['limit-text', 'a limit that is a text', { limit: '5' }],
  ['limit-true', 'a limit that is true', { limit: true }],
  ['limit-null', 'a limit that is null', { limit: null }],
  ['cursor-null', 'a cursor that is null', { cursor: null }],
  ['cursor-number', 'a cursor that is a number', { cursor: 1 }],
  ['cursor-object', 'a cursor that is a path, as startAfter is elsewhere', { cursor: { path: '/a' } }],
];

const BAD_CURSORS: readonly [slug: string, title: string, query: Query][] = [
  ['garbage', 'a cursor that no answer gave', { cursor: 'moss' }],
  ['empty', 'a cursor of no letters', { cursor: '' }],
  ['path', 'a cursor that is a path', { cursor: '/a' }],
  ['id', 'a cursor that is the id of a record', { cursor: ROOT }],
  ['number', 'a cursor that is a number in a text', { cursor: '1' }],
  ['json', 'a cursor that is an object in a text', { cursor: '{"path":"/a"}' }],
  ['arrival', 'a cursor that no answer gave, in the order of arrival', { order: 'arrival', cursor: '0' }],
];

/** A query with a limit of 1, whose cursor another query is given. */
const FOREIGN: readonly [slug: string, title: string, first: Query, second: Query][] = [
  ['prefix', 'the cursor of a query without a beginning', {}, { pathPrefix: '/' }],
  ['prefix-other', 'the cursor of a query with a shorter beginning', { pathPrefix: '' }, { pathPrefix: '/' }],
  ['path', 'the cursor of a query without a path', {}, { path: '/b' }],
  ['suffix', 'the cursor of a query without an end', {}, { pathSuffix: 'b' }],
  ['suffix-other', 'the cursor of a query with a shorter end', { pathSuffix: '' }, { pathSuffix: 'b' }],
  ['order', 'the cursor of a query in another order', { order: 'time' }, { order: 'arrival' }],
  ['reverse', 'the cursor of a query in the opposite order', { order: 'time' }, { order: 'time', reverse: true }],
  ['author', 'the cursor of a query for another author', { author: SUZY }, { author: FERN }],
  ['history', 'the cursor of a query for all documents', { history: 'all' }, { history: 'latest' }],
  ['deleted', 'the cursor of a query for deleted ones too', { deleted: true }, { deleted: false }],
  ['from', 'the cursor of a query from another time on', { from: 0 }, { from: 1 }],
  ['from-absent', 'the cursor of a query without a first time', {}, { from: 0 }],
  ['kind', 'the cursor of a query without a kind', {}, { kind: 'document' }],
  ['links', 'the cursor of a query for anything', { order: 'time' }, { order: 'time', linksTo: ROOT }],
  ['before', 'the cursor of a query without a last time', { from: 0 }, { from: 0, before: 9_007_199_254_740_991 }],
  [
    'live',
    'the cursor of a live query of documents',
    { order: 'arrival', kind: 'document' },
    { order: 'arrival', kind: 'message' },
  ],
];

/** The same of queries for messages that link. */
const OF_LINKS: readonly [slug: string, title: string, first: Query, second: Query][] = [
  [
    'links-other',
    'the cursor of a query for messages that link to something else',
    { linksTo: ROOT },
    { linksTo: FERN },
  ],
  ['relation', 'the cursor of a query for links by any member', { linksTo: ROOT }, { linksTo: ROOT, relation: 'root' }],
  [
    'relation-other',
    'the cursor of a query for links by another member',
    { linksTo: ROOT, relation: 'root' },
    { linksTo: ROOT, relation: 'branch' },
  ],
];
const linking = [1, 2, 3].map((log) => said({ type: 'post', root: ROOT, branch: ROOT, mentions: [FERN] }, log));

/** The cursor of the first query is no cursor of the second. */
const otherQuery =
  (records: readonly NativeRecord[]) =>
  ([slug, title, first, second]: readonly [string, string, Query, Query]): VectorCase =>
    query(
      `cursor-of-${slug}`,
      title,
      ['QRY-23'],
      [
        opened(),
        given(records),
        asked({ ...first, limit: 1 }, undefined, { next: true }),
        asked({ ...second, limit: 1 }, 'query-cursor', { from: 2 }),
      ],
      { parent: 'replica-query/cursor' },
    );

/** Queries that are refused. */
export const badQueries = (): VectorCase[] => [
  query('plain', 'a query without members', ['QRY-1', 'QRY-2'], [...begun, asked({}, [one, two])]),
  query(
    'members',
    'a query with every member but those for links and pages',
    ['QRY-1'],
    [
      ...begun,
      asked(
        {
          path: '/a',
          pathPrefix: '/',
          pathSuffix: 'a',
          author: SUZY,
          from: 0,
          before: 9_007_199_254_740_991,
          kind: 'document',
          history: 'latest',
          deleted: false,
          order: 'path',
          reverse: false,
          limit: 1_000,
        },
        [one],
      ),
    ],
  ),
  ...BAD.map(([slug, title, bad]) =>
    query(`bad-${slug}`, title, ['QRY-1'], [...begun, asked(bad, 'query-shape')], { parent: PARENT }),
  ),
  ...BAD_CURSORS.map(([slug, title, { cursor, ...rest }]) =>
    query(`cursor-${slug}`, title, ['QRY-23'], [...begun, asked({ ...rest, cursor }, 'query-cursor')], {
      parent: PARENT,
    }),
  ),
  query(
    'cursor-shape',
    'a cursor that no answer gave, in a query with a limit of 0',
    ['QRY-1', 'REP-14'],
    [...begun, asked({ cursor: 'moss', limit: 0 }, 'query-shape')],
    { parent: PARENT },
  ),
  query(
    'cursor-shape-other',
    'the cursor of another query, in one with a member that no query has',
    ['QRY-1', 'REP-14'],
    [
      ...begun,
      asked({ limit: 1 }, [one], { next: true }),
      asked({ limit: 1, from: 0, paths: [] }, 'query-shape', { from: 2 }),
    ],
    { parent: 'replica-query/cursor' },
  ),
  query(
    'cursor',
    'the cursor of the same query',
    ['QRY-20', 'QRY-23', 'REP-14'],
    [...begun, asked({ limit: 1 }, [one], { next: true }), asked({ limit: 1 }, [two], { from: 2, next: false })],
  ),
  query(
    'cursor-limit',
    'the cursor of the same query with another limit',
    ['QRY-20', 'QRY-23'],
    [
      ...begun,
      asked({ limit: 1, order: 'time' }, undefined, { next: true }),
      asked({ limit: 1_000, order: 'time' }, undefined, { from: 2, next: false }),
    ],
  ),
  query(
    'cursor-no-limit',
    'the cursor of the same query without a limit',
    ['QRY-20', 'QRY-23'],
    [
      ...begun,
      asked({ limit: 1, kind: 'document' }, [one], { next: true }),
      asked({ kind: 'document' }, [two], { from: 2, next: false }),
    ],
  ),
  query(
    'cursor-members',
    'the cursor of the same query, whose members stand in another order',
    ['QRY-23'],
    [
      ...begun,
      asked({ limit: 1, kind: 'document', from: 0 }, [one], { next: true }),
      asked({ from: 0, kind: 'document', limit: 1 }, [two], { from: 2, next: false }),
    ],
  ),
  query(
    'cursor-default',
    'the cursor of a query without members for one that says all their defaults',
    ['QRY-20', 'QRY-23'],
    [
      ...begun,
      asked({ limit: 1 }, [one], { next: true }),
      asked({ history: 'latest', deleted: false, order: 'path', reverse: false, limit: 100 }, [two], {
        from: 2,
        next: false,
      }),
    ],
  ),
  query(
    'cursor-default-absent',
    'the cursor of a query that says all defaults for one without members',
    ['QRY-20', 'QRY-23'],
    [
      ...begun,
      asked({ history: 'latest', deleted: false, order: 'path', reverse: false, limit: 1 }, [one], { next: true }),
      asked({}, [two], { from: 2, next: false }),
    ],
  ),
  query(
    'cursor-twice',
    'one cursor twice',
    ['QRY-20', 'QRY-23'],
    [
      ...begun,
      asked({ limit: 1 }, [one], { next: true }),
      asked({ limit: 1 }, [two], { from: 2, next: false }),
      asked({ limit: 1 }, [two], { from: 2, next: false }),
    ],
  ),
  ...FOREIGN.map(otherQuery([one, two])),
  ...OF_LINKS.map(otherQuery(linking)),
];
