import type { VectorCase } from '@rockpool/schemas';
import type { NativeRecord } from '../../src/forge/native.ts';
import { NOW, T } from '../cases/verify.ts';
import { asked, given, nameOf, opened } from './moves.ts';
import { BLOB, DELETED, deleted, FERN, LINKING, linking, PATHS, PEOPLE, people, ROOT, SUZY } from './query-sets.ts';
import { bare, doc, fading, heldDoc, said } from './records.ts';
import { scheduling } from './schedule.ts';

const query = scheduling('replica-query');
type Query = Readonly<Record<string, unknown>>;
type Asked = readonly [
  slug: string,
  title: string,
  requirements: readonly string[],
  query: Query,
  wanted: readonly NativeRecord[],
];

/** Each query alone, of a replica that was given these records. */
const ofAll = (records: readonly NativeRecord[], list: readonly Asked[]): VectorCase[] =>
  list.map(([slug, title, requirements, one, wanted]) =>
    query(slug, title, requirements, [opened(), given(records), asked(one, wanted)]),
  );

const [A_B, a, percent, dash, slash, letter, underscore, b] = PATHS as [
  NativeRecord,
  NativeRecord,
  NativeRecord,
  NativeRecord,
  NativeRecord,
  NativeRecord,
  NativeRecord,
  NativeRecord,
];

const paths = (): VectorCase[] =>
  ofAll(PATHS, [
    ['path', 'one path', ['QRY-3'], { path: '/a' }, [a]],
    ['path-none', 'a path at which there is nothing', ['QRY-3'], { path: '/a/' }, []],
    ['path-case', 'a path in other letters', ['QRY-3'], { path: '/A' }, []],
    ['path-empty', 'no path', ['QRY-3'], { path: '' }, []],
    ['path-percent', 'a path with a % in it, which is no wildcard', ['QRY-3'], { path: '/a%b' }, [percent]],
    ['path-underscore', 'a path with a _ in it, which is no wildcard', ['QRY-3'], { path: '/a_b' }, [underscore]],
    ['path-star', 'a path with a * in it, which is no wildcard', ['QRY-3'], { path: '/a*' }, []],
    ['prefix', 'the beginning of a path', ['QRY-4'], { pathPrefix: '/a/' }, [slash]],
    ['prefix-whole', 'a whole path as the beginning', ['QRY-4'], { pathPrefix: '/b/a' }, [b]],
    ['prefix-case', 'the beginning of a path, in capitals', ['QRY-4'], { pathPrefix: '/A' }, [A_B]],
    [
      'prefix-small',
      'the beginning of a path, in small letters',
      ['QRY-4'],
      { pathPrefix: '/a' },
      [a, percent, dash, slash, letter, underscore],
    ],
    ['prefix-percent', 'a beginning with a % in it', ['QRY-4'], { pathPrefix: '/a%' }, [percent]],
    ['prefix-underscore', 'a beginning with a _ in it', ['QRY-4'], { pathPrefix: '/a_' }, [underscore]],
    ['prefix-star', 'a beginning with a * at its end', ['QRY-4'], { pathPrefix: '/a*' }, []],
    ['prefix-bracket', 'a beginning with a bracket, as patterns have it', ['QRY-4'], { pathPrefix: '/[ab]' }, []],
    ['prefix-inner', 'a beginning that stands inside of paths', ['QRY-4'], { pathPrefix: 'a' }, []],
    ['prefix-empty', 'a beginning of no letters', ['QRY-4'], { pathPrefix: '' }, [...PATHS]],
    ['suffix', 'the end of a path', ['QRY-5'], { pathSuffix: '/b' }, [A_B, slash]],
    ['suffix-case', 'the end of a path, in capitals', ['QRY-5'], { pathSuffix: 'B' }, []],
    ['suffix-percent', 'an end with a % in it', ['QRY-5'], { pathSuffix: '%b' }, [percent]],
    ['suffix-underscore', 'an end with a _ in it', ['QRY-5'], { pathSuffix: '_b' }, [underscore]],
    ['suffix-star', 'an end with a * at its beginning', ['QRY-5'], { pathSuffix: '*b' }, []],
    ['suffix-dot', 'an end with a full stop, as patterns have it', ['QRY-5'], { pathSuffix: 'a.b' }, []],
    ['suffix-whole', 'a whole path as the end', ['QRY-5'], { pathSuffix: '/a' }, [a, b]],
    ['suffix-long', 'an end that is longer than any path', ['QRY-5'], { pathSuffix: `${'/a'.repeat(9)}/b` }, []],
    ['suffix-empty', 'an end of no letters', ['QRY-5'], { pathSuffix: '' }, [...PATHS]],
    ['prefix-suffix', 'a beginning and an end', ['QRY-4', 'QRY-5'], { pathPrefix: '/a', pathSuffix: '/b' }, [slash]],
    [
      'prefix-suffix-overlap',
      'a beginning and an end that overlap',
      ['QRY-4', 'QRY-5'],
      { pathPrefix: '/a', pathSuffix: '/a' },
      [a],
    ],
    [
      'path-prefix',
      'a path and a beginning that it does not have',
      ['QRY-3', 'QRY-4'],
      { path: '/a', pathPrefix: '/a/' },
      [],
    ],
    ['path-suffix', 'a path and an end that it has', ['QRY-3', 'QRY-5'], { path: '/b/a', pathSuffix: '/a' }, [b]],
    ['path-limit', 'a path and a limit', ['QRY-3', 'QRY-18'], { path: '/b/a', limit: 1 }, [b]],
  ]);

const { hidden, winner, suzys, ferns, note, reply } = people;

const authors = (): VectorCase[] =>
  ofAll(PEOPLE, [
    ['all', 'no member at all', ['QRY-2', 'QRY-12', 'QRY-14'], {}, [reply, note, winner, suzys, ferns]],
    [
      'all-history',
      'all documents',
      ['QRY-2', 'QRY-12', 'QRY-14'],
      { history: 'all' },
      [reply, note, winner, hidden, suzys, ferns],
    ],
    [
      'author',
      'an author, at a path where she does not win',
      ['QRY-6', 'QRY-12'],
      { author: SUZY, kind: 'document' },
      [suzys],
    ],
    [
      'author-history',
      'an author, and all of hers',
      ['QRY-6', 'QRY-12'],
      { author: SUZY, history: 'all' },
      [note, hidden, suzys],
    ],
    ['author-other', 'an author who wins', ['QRY-6', 'QRY-12'], { author: FERN }, [reply, winner, ferns]],
    [
      'author-hidden',
      'an author and a path where another one wins',
      ['QRY-3', 'QRY-6', 'QRY-12'],
      { author: SUZY, path: '/a' },
      [],
    ],
    ['author-capitals', 'an author in capitals', ['QRY-6'], { author: SUZY.toUpperCase() }, []],
    ['author-beginning', 'the beginning of an author', ['QRY-6'], { author: SUZY.slice(0, 12) }, []],
    ['author-empty', 'an author that is no text', ['QRY-6'], { author: '' }, []],
    [
      'author-nobody',
      'an author who wrote nothing, though her key signed',
      ['QRY-6'],
      { author: heldDoc('/d').header.key },
      [],
    ],
    ['kind-document', 'documents', ['QRY-9'], { kind: 'document' }, [winner, suzys, ferns]],
    ['kind-message', 'messages', ['QRY-9'], { kind: 'message' }, [reply, note]],
    [
      'kind-message-history',
      'messages, of which all are given in any history',
      ['QRY-9', 'QRY-12'],
      { kind: 'message', history: 'latest' },
      [reply, note],
    ],
    ['kind-message-path', 'messages at a path', ['QRY-3', 'QRY-9'], { kind: 'message', path: '/a' }, []],
    [
      'prefix-no-message',
      'the beginning that all paths have, which messages lack',
      ['QRY-4'],
      { pathPrefix: '' },
      [winner, suzys, ferns],
    ],
    [
      'suffix-no-message',
      'the end that all paths have, which messages lack',
      ['QRY-5'],
      { pathSuffix: '' },
      [winner, suzys, ferns],
    ],
    ['from', 'from a time on, which is that of a record', ['QRY-7'], { from: T + 2 }, [winner, suzys]],
    ['from-later', 'from a time on that is a microsecond later', ['QRY-7'], { from: T + 3 }, []],
    [
      'from-earlier',
      'from a time on that is a microsecond earlier',
      ['QRY-7'],
      { from: T + 1 },
      [note, winner, suzys, ferns],
    ],
    ['from-zero', 'from 1970 on', ['QRY-7'], { from: 0 }, [reply, note, winner, suzys, ferns]],
    ['from-last', 'from the latest time on', ['QRY-7'], { from: 9_007_199_254_740_991 }, []],
    ['before', 'before a time, which is that of a record', ['QRY-8', 'QRY-12'], { before: T + 1 }, [reply]],
    [
      'before-later',
      'before a time that is a microsecond later',
      ['QRY-8', 'QRY-12'],
      { before: T + 2 },
      [reply, note, ferns],
    ],
    ['before-zero', 'before 1970', ['QRY-8'], { before: 0 }, []],
    [
      'before-last',
      'before the latest time',
      ['QRY-8'],
      { before: 9_007_199_254_740_991 },
      [reply, note, winner, suzys, ferns],
    ],
    [
      'before-winner',
      'before the time of the winner, which still hides an older document',
      ['QRY-8', 'QRY-12'],
      { before: T + 1, path: '/a' },
      [],
    ],
    [
      'before-history',
      'before the time of the winner, with all documents',
      ['QRY-8', 'QRY-12'],
      { before: T + 1, path: '/a', history: 'all' },
      [hidden],
    ],
    ['between', 'between two times', ['QRY-7', 'QRY-8'], { from: T + 1, before: T + 2 }, [note, ferns]],
    ['between-none', 'from a time on and before the same', ['QRY-7', 'QRY-8'], { from: T + 2, before: T + 2 }, []],
    ['between-turned', 'from a time on and before an earlier one', ['QRY-7', 'QRY-8'], { from: T + 2, before: T }, []],
    ['author-from', 'an author, from a time on', ['QRY-6', 'QRY-7'], { author: SUZY, from: T + 1 }, [note, suzys]],
    ['author-kind', 'messages of an author', ['QRY-6', 'QRY-9'], { author: FERN, kind: 'message' }, [reply]],
    [
      'path-history',
      'all documents at a path, the newest first',
      ['QRY-3', 'QRY-12', 'QRY-14'],
      { path: '/a', history: 'all' },
      [winner, hidden],
    ],
    [
      'path-held',
      'a path at which there is a held document alone',
      ['QRY-2', 'QRY-3'],
      { path: '/d', history: 'all' },
      [],
    ],
  ]);

const { page, gone, under, immutable, almost, empty } = deleted;

const deletions = (): VectorCase[] => [
  ...ofAll(DELETED, [
    ['deleted', 'deleted documents are left out', ['QRY-12', 'QRY-13'], {}, [empty, page, immutable]],
    [
      'deleted-false',
      'deleted documents are left out when that is said',
      ['QRY-12', 'QRY-13'],
      { deleted: false },
      [empty, page, immutable],
    ],
    ['deleted-true', 'deleted documents too', ['QRY-13'], { deleted: true }, [empty, page, gone, immutable, almost]],
    [
      'deleted-history',
      'all documents but deletions',
      ['QRY-12', 'QRY-13'],
      { history: 'all' },
      [empty, page, under, immutable],
    ],
    [
      'deleted-all',
      'all documents and deletions',
      ['QRY-12', 'QRY-13'],
      { history: 'all', deleted: true },
      [empty, page, gone, under, immutable, almost],
    ],
    ['deleted-path', 'a path at which there is a deletion', ['QRY-3', 'QRY-12', 'QRY-13'], { path: '/b' }, []],
    [
      'deleted-path-true',
      'a path at which there is a deletion, which is wanted',
      ['QRY-3', 'QRY-13'],
      { path: '/b', deleted: true },
      [gone],
    ],
    [
      'deleted-under',
      'an author whose document a deletion hides',
      ['QRY-6', 'QRY-12'],
      { author: FERN, deleted: true },
      [],
    ],
    ['deleted-message', 'an empty message is not deleted', ['QRY-9', 'QRY-13'], { kind: 'message' }, [empty]],
  ]),
  query(
    'deleted-bare',
    'a document without its content is not deleted',
    ['QRY-13'],
    [opened(), given([bare(doc('/a'))], 'accepted'), asked({}, [doc('/a')])],
  ),
  query(
    'bare',
    'a document and a message without their contents are given',
    ['QRY-2'],
    [
      opened(),
      given([bare(doc('/a')), bare(people.note)], 'accepted accepted'),
      asked({}, [people.note, doc('/a')]),
      asked({ order: 'time' }, [doc('/a'), people.note]),
    ],
  ),
  query(
    'bare-path',
    'a document without its content, at its path',
    ['QRY-2', 'QRY-3'],
    [opened(), given([doc('/b'), bare(doc('/a'))], 'accepted accepted'), asked({ path: '/a' }, [doc('/a')])],
  ),
  query(
    'bare-until',
    'a message without its content, and with it',
    ['QRY-2'],
    [
      opened(),
      given([bare(people.note)], 'accepted'),
      asked({ kind: 'message' }, [people.note]),
      given([people.note], 'accepted'),
      asked({ kind: 'message' }, [people.note]),
    ],
  ),
  query(
    'deleted-fading',
    'a deletion that goes away, at a path of things that go away',
    ['QRY-13'],
    [
      opened(),
      given([fading(0, NOW + 5, { content: '' }), doc('/a')], 'accepted accepted'),
      asked({}, [doc('/a')]),
      asked({ deleted: true }, [doc('/a'), fading(0, NOW + 5, { content: '' })]),
    ],
  ),
  query(
    'deleted-again',
    'a document at a path where there was a deletion',
    ['QRY-13'],
    [opened(), given([gone, doc('/b', 2)], 'accepted accepted'), asked({}, [doc('/b', 2)])],
  ),
  query(
    'expired',
    'a document that has expired',
    ['REP-10', 'QRY-2'],
    [
      opened(),
      given([fading(0, NOW + 5), doc('/a')], 'accepted accepted'),
      asked({}, [doc('/a'), fading(0, NOW + 5)], { now: NOW + 5 }),
      asked({ history: 'all', deleted: true }, [doc('/a')], { now: NOW + 6 }),
    ],
  ),
  query(
    'expired-winner',
    'a document that comes back when the winner expires',
    ['REP-10', 'QRY-12'],
    [
      opened(),
      given([fading(0, NOW + 9), fading(1, NOW + 5)], 'accepted accepted'),
      asked({}, [fading(1, NOW + 5)]),
      asked({ history: 'all' }, [fading(1, NOW + 5), fading(0, NOW + 9)]),
      asked({}, [fading(0, NOW + 9)], { now: NOW + 6 }),
    ],
  ),
];

const { post, branch, vote, picture } = linking;
const asBlob = said({ type: 'post', root: `&${ROOT.slice(1)}` }, 20);

const links = (): VectorCase[] => [
  ...ofAll(LINKING, [
    [
      'links',
      'messages that link to a record, and what only seems to',
      ['QRY-10'],
      { linksTo: ROOT, order: 'arrival' },
      [post, branch, vote, picture],
    ],
    ['links-key', 'messages that link to an author', ['QRY-10'], { linksTo: FERN }, [post]],
    ['links-blob', 'messages that link to a blob', ['QRY-10'], { linksTo: BLOB }, [picture]],
    [
      'links-list',
      'messages that link to a document, from a list',
      ['QRY-10'],
      { linksTo: nameOf(doc('/a')) },
      [branch],
    ],
    ['links-none', 'a record that no message links to', ['QRY-10'], { linksTo: nameOf(post) }, []],
    ['links-author', 'its own author is no link of a message', ['QRY-10'], { linksTo: SUZY }, []],
    ['links-relation', 'messages that link by a member', ['QRY-11'], { linksTo: ROOT, relation: 'root' }, [post]],
    [
      'links-relation-list',
      'messages that link from a list',
      ['QRY-11'],
      { linksTo: ROOT, relation: 'branch' },
      [branch],
    ],
    [
      'links-relation-nested',
      'messages that link from an object in an object',
      ['QRY-11'],
      { linksTo: ROOT, relation: 'link' },
      [vote],
    ],
    [
      'links-relation-nested-list',
      'messages that link from an object in a list',
      ['QRY-11'],
      { linksTo: FERN, relation: 'link' },
      [post],
    ],
    [
      'links-relation-outer',
      'the member around the nearest one is no relation',
      ['QRY-11'],
      { linksTo: ROOT, relation: 'vote' },
      [],
    ],
    [
      'links-relation-list-outer',
      'the list around an object is no relation',
      ['QRY-11'],
      { linksTo: FERN, relation: 'mentions' },
      [],
    ],
    ['links-relation-case', 'a relation in capitals', ['QRY-11'], { linksTo: ROOT, relation: 'Root' }, []],
    ['links-relation-empty', 'a relation of no letters', ['QRY-11'], { linksTo: ROOT, relation: '' }, []],
    [
      'links-relation-other',
      'a message that links to one thing by a member, and to another one by another',
      ['QRY-11'],
      { linksTo: BLOB, relation: 'about' },
      [],
    ],
    [
      'links-relation-proto',
      'a relation that objects know',
      ['QRY-11'],
      { linksTo: ROOT, relation: 'constructor' },
      [],
    ],
    ['links-kind', 'documents that link', ['QRY-9', 'QRY-10'], { linksTo: ROOT, kind: 'document' }, []],
    ['links-path', 'messages that link, at a path', ['QRY-4', 'QRY-10'], { linksTo: ROOT, pathPrefix: '/' }, []],
    [
      'links-limit',
      'the first of the messages that link',
      ['QRY-10', 'QRY-18'],
      { linksTo: ROOT, order: 'arrival', limit: 1 },
      [post],
    ],
  ]),
  query(
    'links-sigil',
    'a message that links to a blob with the bytes of the record',
    ['QRY-10'],
    [
      opened(),
      given([post, asBlob], 'accepted accepted'),
      asked({ linksTo: ROOT }, [post]),
      asked({ linksTo: `&${ROOT.slice(1)}` }, [asBlob]),
    ],
  ),
  query(
    'links-late',
    'a message that links when its content arrives',
    ['QRY-10', 'NAT-3'],
    [
      opened(),
      given([bare(post)], 'accepted'),
      asked({ linksTo: ROOT }, []),
      given([post], 'accepted'),
      asked({ linksTo: ROOT, relation: 'root' }, [post]),
    ],
  ),
];

/** What each member leaves in. */
export const queryMembers = (): VectorCase[] => [...paths(), ...authors(), ...deletions(), ...links()];
