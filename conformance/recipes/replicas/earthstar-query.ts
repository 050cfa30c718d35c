import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { JsonObject } from '../../src/forge/native.ts';
import { T } from '../cases/verify.ts';
import { unknownId } from '../messages/message.ts';
import { type Maker, open, type Tell } from './earthstar-kit.ts';
import { asked, byBytes, given, nameOf } from './moves.ts';

const { suzy, fern } = cast;
const LINKED = unknownId('a record that nobody has');

const queries = (tell: Tell, doc: Maker): VectorCase[] => {
  const [hidden, winner, b, capital, under, percent] = [
    doc('/a', 0),
    doc('/a', 2, fern),
    doc('/b', 1),
    doc('/B', 2),
    doc('/a_b', 3),
    doc('/a%b', 4, fern),
  ] as const;
  const all = [under, hidden, winner, b, capital, percent];
  const low = (records: readonly JsonObject[]): JsonObject[] =>
    [...records].sort((left, right) => byBytes(nameOf(left), nameOf(right)));
  const [first, second] = low([winner, capital]) as [JsonObject, JsonObject];
  const empty = doc('/c', 0, suzy, { content: '' });
  const ask = (
    slug: string,
    title: string,
    requirements: readonly string[],
    query: Readonly<Record<string, unknown>>,
    wanted: readonly JsonObject[],
  ): VectorCase => tell(`query-${slug}`, title, requirements, [open(), given(all), asked(query, wanted)]);
  return [
    ask('all', 'no member at all', ['QRY-2', 'QRY-12', 'QRY-14'], {}, [capital, winner, percent, under, b]),
    ask('history', 'all documents', ['QRY-12', 'QRY-14'], { history: 'all' }, [
      capital,
      winner,
      hidden,
      percent,
      under,
      b,
    ]),
    ask('reverse', 'all documents, turned round', ['QRY-14', 'QRY-17'], { history: 'all', reverse: true }, [
      b,
      under,
      percent,
      hidden,
      winner,
      capital,
    ]),
    ask('path', 'a path', ['QRY-3'], { path: '/a' }, [winner]),
    ask('path-case', 'a path in capitals', ['QRY-3'], { path: '/A' }, []),
    ask('path-underscore', 'a path with a _ in it', ['QRY-3'], { path: '/a_b' }, [under]),
    ask('path-percent', 'a path with a % in it', ['QRY-3'], { path: '/a%' }, []),
    ask('path-history', 'a path, and a limit', ['QRY-3', 'QRY-18'], { path: '/a', history: 'all', limit: 1 }, [winner]),
    ask(
      'path-author',
      'a path, and an author who does not win there',
      ['QRY-3', 'QRY-6', 'QRY-12'],
      { path: '/a', author: suzy.earthstarAddress },
      [],
    ),
    ask('prefix', 'a beginning', ['QRY-4'], { pathPrefix: '/a' }, [winner, percent, under]),
    ask('prefix-case', 'a beginning in capitals', ['QRY-4'], { pathPrefix: '/B' }, [capital]),
    ask('prefix-underscore', 'a beginning with a _ in it', ['QRY-4'], { pathPrefix: '/a_' }, [under]),
    ask('prefix-percent', 'a beginning with a % in it', ['QRY-4'], { pathPrefix: '/%' }, []),
    ask('prefix-inner', 'a beginning that stands inside of paths', ['QRY-4'], { pathPrefix: 'a' }, []),
    ask('suffix-whole', 'a whole path as the end', ['QRY-5'], { pathSuffix: '/b' }, [b]),
    ask('suffix', 'an end', ['QRY-5'], { pathSuffix: 'b' }, [percent, under, b]),
    ask('suffix-case', 'an end in capitals', ['QRY-5'], { pathSuffix: 'B' }, [capital]),
    ask('suffix-percent', 'an end with a % in it', ['QRY-5'], { pathSuffix: '%' }, []),
    ask('author', 'an author', ['QRY-6', 'QRY-12'], { author: suzy.earthstarAddress }, [capital, under, b]),
    ask(
      'author-history',
      'an author, and all of hers',
      ['QRY-6', 'QRY-12'],
      { author: suzy.earthstarAddress, history: 'all' },
      [capital, hidden, under, b],
    ),
    ask('author-capitals', 'an author in capitals', ['QRY-6'], { author: suzy.earthstarAddress.toUpperCase() }, []),
    ask(
      'author-beginning',
      'the beginning of an author',
      ['QRY-6'],
      { author: suzy.earthstarAddress.slice(0, 12) },
      [],
    ),
    ask(
      'author-name',
      'an author of another name, with the same key',
      ['QRY-6'],
      { author: suzy.earthstarAddress.replace('@suzy.', '@suze.') },
      [],
    ),
    ask('from', 'from a time on', ['QRY-7'], { from: T + 2 }, [capital, winner, percent, under]),
    ask('before', 'before a time', ['QRY-8'], { before: T + 2 }, [b]),
    ask('between', 'from a time on and before another one', ['QRY-7', 'QRY-8'], { from: T + 1, before: T + 3 }, [
      capital,
      winner,
      b,
    ]),
    ask(
      'between-history',
      'all documents between two times',
      ['QRY-7', 'QRY-8', 'QRY-12'],
      { from: T, before: T + 2, history: 'all' },
      [hidden, b],
    ),
    ask('kind', 'documents', ['QRY-9'], { kind: 'document' }, [capital, winner, percent, under, b]),
    ask('kind-message', 'messages, of which there are none', ['QRY-9'], { kind: 'message' }, []),
    ask('links', 'messages that link to a record, of which there are none', ['QRY-10'], { linksTo: LINKED }, []),
    ask('time-latest', 'the order of time, winners alone', ['QRY-12', 'QRY-15'], { order: 'time' }, [
      b,
      first,
      second,
      under,
      percent,
    ]),
    ask('arrival-latest', 'the order of arrival, winners alone', ['QRY-12', 'QRY-16'], { order: 'arrival' }, [
      under,
      winner,
      b,
      capital,
      percent,
    ]),
    ask('time', 'the order of time', ['QRY-15'], { order: 'time', history: 'all' }, [
      hidden,
      b,
      first,
      second,
      under,
      percent,
    ]),
    ask(
      'time-reverse',
      'the order of time, turned round',
      ['QRY-15', 'QRY-17'],
      { order: 'time', history: 'all', reverse: true },
      [percent, under, second, first, b, hidden],
    ),
    ask('arrival', 'the order of arrival', ['QRY-16'], { order: 'arrival', history: 'all' }, all),
    ask(
      'arrival-reverse',
      'the order of arrival, turned round',
      ['QRY-16', 'QRY-17'],
      { order: 'arrival', history: 'all', reverse: true },
      [...all].reverse(),
    ),
    ask('limit', 'a limit', ['QRY-18'], { limit: 2 }, [capital, winner]),
    ask('limit-reverse', 'a limit, turned round', ['QRY-17', 'QRY-18'], { limit: 2, reverse: true }, [b, under]),
    tell(
      'query-empty',
      'a document whose content is empty is not deleted',
      ['QRY-2', 'QRY-13'],
      [open(), given([empty, doc('/d')]), asked({}, [empty, doc('/d')]), asked({ deleted: false }, [empty, doc('/d')])],
    ),
    ...[false, true].map((reverse) =>
      tell(
        `query-pages${reverse ? '-reverse' : ''}`,
        `page after page of 2${reverse ? ', turned round' : ''}`,
        ['QRY-18', 'QRY-19', 'QRY-20', 'QRY-21'],
        [
          open(),
          given(all),
          asked({ reverse, limit: 2 }, reverse ? [b, under] : [capital, winner], { next: true }),
          asked({ reverse, limit: 2 }, reverse ? [percent, winner] : [percent, under], { from: 2, next: true }),
          asked({ reverse, limit: 2 }, reverse ? [capital] : [b], { from: 3, next: false }),
        ],
      ),
    ),
    tell(
      'query-during',
      'a document arrives before the place of the cursor',
      ['QRY-20', 'QRY-21'],
      [
        open(),
        given(all),
        asked({ limit: 2 }, [capital, winner], { next: true }),
        given([doc('/A', 9)], 'accepted'),
        asked({ limit: 3 }, [percent, under, b], { from: 2, next: false }),
      ],
    ),
    tell(
      'query-during-reverse',
      'a document at which the cursor stands is replaced, turned round',
      ['QRY-20', 'QRY-21'],
      [
        open(),
        given(all),
        asked({ limit: 1, reverse: true, order: 'time' }, [percent], { next: true }),
        given([doc('/a%b', 9, fern)], 'accepted'),
        asked({ limit: 1, reverse: true, order: 'time' }, [under], { from: 2, next: true }),
      ],
    ),
    tell(
      'query-live',
      'what arrives is told once',
      ['QRY-16', 'QRY-20', 'QRY-22'],
      [
        open(),
        asked({ order: 'arrival' }, [], { next: true }),
        given([b, doc('/a', -5)]),
        asked({ order: 'arrival' }, [b, doc('/a', -5)], { from: 1, next: true }),
        given([b, capital], 'duplicate accepted'),
        asked({ order: 'arrival' }, [capital], { from: 3, next: true }),
        asked({ order: 'arrival' }, [], { from: 5, next: true }),
      ],
    ),
    tell(
      'query-live-full',
      'a live query when all has been told',
      ['QRY-19', 'QRY-22'],
      [open(), given([b]), asked({ order: 'arrival' }, [b], { next: true })],
    ),
  ];
};

const refused = (tell: Tell, doc: Maker, slug: string): VectorCase[] => {
  const parent = `earthstar-replica/${slug}-query-plain`;
  const bad: readonly [slug: string, title: string, query: Readonly<Record<string, unknown>>][] = [
    ['unknown', 'a member that no query has', { formats: ['es.4'] }],
    ['order', 'an order of another program', { order: 'path ASC' }],
    ['history', 'a history that does not exist', { history: 'newest' }],
    ['limit-zero', 'a limit of 0', { limit: 0 }],
    ['limit-fraction', 'a limit of 2.5', { limit: 2.5 }],
    ['limit-null', 'a limit that is null', { limit: null }],
    ['path-null', 'a path that is null', { path: null }],
  ];
  return [
    tell(
      'query-plain',
      'a query without members',
      ['QRY-1', 'QRY-2'],
      [open(), given([doc('/a'), doc('/b')]), asked({}, [doc('/a'), doc('/b')])],
    ),
    ...bad.map(([name, title, query]) =>
      tell(
        `query-bad-${name}`,
        title,
        ['QRY-1'],
        [open(), given([doc('/a'), doc('/b')]), asked(query, 'query-shape')],
        { parent },
      ),
    ),
    tell(
      'query-bad-cursor',
      'a cursor that no answer gave',
      ['QRY-23'],
      [open(), given([doc('/a')]), asked({ cursor: '/a' }, 'query-cursor')],
      { parent },
    ),
    tell(
      'query-cursor-of-other',
      'the cursor of a query in the opposite order',
      ['QRY-23'],
      [
        open(),
        given([doc('/a'), doc('/b')]),
        asked({ limit: 1 }, [doc('/a')], { next: true }),
        asked({ limit: 1, reverse: true }, 'query-cursor', { from: 2 }),
      ],
      { parent },
    ),
  ];
};

/** Queries of the documents of a format. */
export const askedDocuments = (tell: Tell, doc: Maker, slug: string): VectorCase[] => [
  ...queries(tell, doc),
  ...refused(tell, doc, slug),
];
