/** Content as a text: beside a record every byte of it counts, and in wishes and links what it says, however it is spelled. */
import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { asked, given, item, nameOf, opened, stated } from './moves.ts';
import { ROOT } from './query-sets.ts';
import { bare, doc, hashOf, said, WISH_TYPE, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const { fern, spaces } = cast;
const replica = scheduling('replica');
const query = scheduling('replica-query');

const BESIDE: readonly [slug: string, title: string, content: string][] = [
  ['characters', 'of fewer characters than bytes', 'Blüten 🌸'],
  ['blanks', 'with blanks around it', ' moss \n'],
  ['apart', 'with a letter and its accent apart', 'Blu\u0308ten'],
  ['mark', 'that begins with a byte order mark', '\ufeffmoss'],
  ['lines', 'whose lines end as on Windows', 'moss\r\nfern\r\n'],
  ['zero', 'with a character U+0000 in it', 'moss\0fern'],
];

/** The longest content, in characters of two bytes. */
const LONGEST = 'ä'.repeat(32_768);
const tooLong = `${LONGEST}ä`;
const replaced = doc('/a', 0, { content: 'moss \ufffd' });

const beside = (): VectorCase[] => [
  ...BESIDE.map(([slug, title, content]) =>
    replica(
      `beside-${slug}`,
      `content beside a document ${title}`,
      ['NAT-2', 'NAT-3'],
      [opened(), given([item(bare(doc('/a', 0, { content })), content)], 'accepted'), stated({ wanted: [] })],
    ),
  ),
  replica(
    'beside-longest',
    'content beside a document that is as long as can be, in characters of two bytes',
    ['NAT-2', 'REC-10'],
    [opened(), given([item(bare(doc('/a', 0, { content: LONGEST })), LONGEST)], 'accepted'), stated({ wanted: [] })],
  ),
  replica(
    'beside-long-characters',
    'content beside a document that is two bytes too long, and not too many characters',
    ['NAT-2', 'REP-2', 'REC-10'],
    [opened(), given([item(bare(doc('/a', 0, { content: tooLong })), tooLong)], 'content-length')],
  ),
  replica(
    'beside-surrogate',
    'content beside a document with half of a surrogate pair, which has the hash of what it is replaced by',
    ['NAT-2', 'REP-2', 'TXT-4'],
    [opened(), given([bare(replaced), item(bare(replaced), 'moss \ud800')], 'accepted text-surrogate')],
  ),
  replica(
    'beside-surrogate-first',
    'half of a surrogate pair beside a message whose signature is not valid either',
    ['NAT-2', 'REP-2', 'TXT-4'],
    [
      opened(),
      given([item({ ...bare(said('moss \ufffd')), signature: replaced.signature }, '\udc00moss')], 'text-surrogate'),
    ],
  ),
];

const post = said({ type: 'post', root: ROOT });
const name = nameOf(post);
/** The name of the post, its first character written as an escape. */
const escaped = `\\u0025${name.slice(1)}`;
const asWish = (content: string): NativeRecord => said(content, 90, { header: { contentType: WISH_TYPE } });
const linked = (...records: readonly NativeRecord[]) => asked({ linksTo: ROOT }, records);

const SPELLED: readonly [slug: string, title: string, content: string][] = [
  ['escaped', 'with escapes in it', `{"type":"\\u0066orget","messages":["${escaped}"]}`],
  ['blanks', 'with blanks in it, and its type last', `{ "messages" : [ "${name}" ] ,\n"type" : "forget" }\n`],
];

const ferns = said({ type: 'post', root: ROOT, text: 'fern' }, 1, { author: fern });

/** What a wish says, and what one that is not accepted says in vain. */
const wishes = (): VectorCase[] => [
  ...SPELLED.map(([slug, title, content]) =>
    replica(
      `wish-${slug}`,
      `a wish ${title}`,
      ['NAT-5'],
      [opened(), given([post, asWish(content)], 'accepted accepted'), linked(), given([post], 'duplicate')],
    ),
  ),
  replica(
    'wish-content-beside',
    'a wish with its content beside it',
    ['NAT-5', 'NAT-2'],
    [
      opened(),
      given([post, item(bare(wish([name])), wish([name]).content ?? '')], 'accepted accepted'),
      linked(),
      given([post], 'duplicate'),
    ],
  ),
  ...[
    ['first', [name, nameOf(ferns)]],
    ['last', [nameOf(ferns), name]],
  ].map(([slug, names]) =>
    replica(
      `wish-of-two-${slug}`,
      `a wish about a message of hers and one of somebody else, hers ${slug}`,
      ['NAT-5'],
      [
        opened(),
        given([post, ferns, wish(names as string[])], 'accepted accepted accepted'),
        linked(ferns),
        given([post, ferns], 'duplicate duplicate'),
      ],
    ),
  ),
  replica(
    'wish-foreign',
    'a wish that the filter leaves out',
    ['REP-3', 'REP-7', 'NAT-5'],
    [
      opened({ filter: { kind: 'document' } }),
      given([bare(doc('/a')), wish([nameOf(doc('/a'))])], 'accepted foreign'),
      stated({ wanted: [hashOf(doc('/a'))] }),
    ],
  ),
  replica(
    'wish-foreign-space',
    'a wish in another space',
    ['REP-3', 'REP-7', 'NAT-5'],
    [
      opened(),
      given([post, wish([name], 90, { header: { space: spaces.kitchen } })], 'accepted foreign'),
      linked(post),
      given([post], 'duplicate'),
    ],
  ),
  replica(
    'wish-rejected',
    'a wish whose signature is not valid',
    ['REP-2', 'REP-7', 'NAT-5'],
    [
      opened(),
      given([post, { ...wish([name]), signature: post.signature }], 'accepted signature-invalid'),
      linked(post),
    ],
  ),
];

const both = said({ type: 'post', root: ROOT, branch: [ROOT] }, 2);
const deepest = said({ type: 'post', a: { b: { link: ROOT } } }, 3);
const deepList = said({ type: 'post', a: { b: { link: [ROOT] } } }, 4);
const named = said({ type: 'post', [ROOT]: 'moss' }, 5);
const ofType = (contentType: string, log: number): NativeRecord =>
  said({ type: 'post', root: ROOT }, log, { header: { contentType } });
const others = [
  ofType('application/json; charset=utf-8', 6),
  ofType('Application/JSON', 7),
  ofType('application/jsonl', 8),
  ofType('application/activity+json', 9),
  ofType('text/json', 10),
];
const cafe = said({ type: 'post', 'caf\u00e9': ROOT }, 11);
const blank = said({ type: 'post', ' root': ROOT }, 12);

const links = (): VectorCase[] => [
  query(
    'links-escaped',
    'a message that links by a member and to a record written with escapes',
    ['QRY-10', 'QRY-11'],
    [
      opened(),
      given([said(`{"type":"post","r\\u006fot":"\\u0025${ROOT.slice(1)}"}`)], 'accepted'),
      asked({ linksTo: ROOT, relation: 'root' }, [said(`{"type":"post","r\\u006fot":"\\u0025${ROOT.slice(1)}"}`)]),
    ],
  ),
  query(
    'links-relation-two',
    'a message that links to one record by two members',
    ['QRY-11', 'QRY-10'],
    [
      opened(),
      given([both, post]),
      asked({ linksTo: ROOT, relation: 'root', order: 'arrival' }, [both, post]),
      asked({ linksTo: ROOT, relation: 'branch' }, [both]),
      asked({ linksTo: ROOT, order: 'arrival' }, [both, post], { next: true }),
      asked({ linksTo: ROOT, limit: 2 }, undefined, { next: false }),
    ],
  ),
  query(
    'links-deepest',
    'messages that link from as deep as a text can be',
    ['QRY-10'],
    [
      opened(),
      given([deepest, deepList]),
      asked({ linksTo: ROOT, order: 'arrival' }, [deepest, deepList]),
      asked({ linksTo: ROOT, relation: 'link', order: 'arrival' }, [deepest, deepList]),
    ],
  ),
  query(
    'links-name',
    'a member whose name is an identifier is no link',
    ['QRY-10'],
    [opened(), given([named], 'accepted'), linked()],
  ),
  query(
    'links-content-type',
    'content types that are almost that of JSON',
    ['QRY-10'],
    [opened(), given(others), linked()],
  ),
  query(
    'links-relation-apart',
    'a relation with an accent, spelled otherwise',
    ['QRY-11'],
    [
      opened(),
      given([cafe, blank], 'accepted accepted'),
      asked({ linksTo: ROOT, relation: 'cafe\u0301' }, []),
      asked({ linksTo: ROOT, relation: 'caf\u00e9' }, [cafe]),
    ],
  ),
  query(
    'links-relation-blank',
    'a relation with a blank before it',
    ['QRY-11'],
    [
      opened(),
      given([blank], 'accepted'),
      asked({ linksTo: ROOT, relation: 'root' }, []),
      asked({ linksTo: ROOT, relation: ' root' }, [blank]),
    ],
  ),
];

/** Half of a surrogate pair, which is in no record and in no path. */
const HALF = '\ud83c';
const HALVES: readonly [slug: string, words: string, requirement: string, asked: Readonly<Record<string, unknown>>][] =
  [
    ['path', 'a path', 'QRY-3', { path: `/${HALF}` }],
    ['prefix', 'a beginning', 'QRY-4', { pathPrefix: HALF }],
    ['suffix', 'an end', 'QRY-5', { pathSuffix: HALF }],
    ['author', 'an author', 'QRY-6', { author: HALF }],
    ['relation', 'a relation', 'QRY-11', { linksTo: ROOT, relation: HALF }],
  ];
/** What such a text becomes where it is written as UTF-8. */
const worn = said({ type: 'post', '\ufffd': ROOT, '🌸': ROOT });

const halves = (): VectorCase[] => [
  ...HALVES.map(([slug, words, requirement, one]) =>
    query(
      `half-${slug}`,
      `${words} with half of a surrogate pair`,
      ['QRY-1', requirement],
      [opened(), given([doc('/a'), worn]), asked(one, [])],
    ),
  ),
  query(
    'half-cursor',
    'a cursor that is half of a surrogate pair',
    ['QRY-23'],
    [opened(), given([doc('/a'), doc('/b')]), asked({ cursor: HALF }, 'query-cursor')],
    { parent: 'replica-query/plain' },
  ),
];

/** The same in a filter. */
const filtered = (): VectorCase[] => [
  replica(
    'filter-half',
    'by an author that is half of a surrogate pair',
    ['REP-13'],
    [opened({ filter: { author: HALF } })],
  ),
];

export const texts = (): VectorCase[] => [...beside(), ...wishes(), ...filtered()];
export const queryTexts = (): VectorCase[] => [...links(), ...halves()];
