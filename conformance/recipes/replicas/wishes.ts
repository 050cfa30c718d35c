import type { VectorCase } from '@rockpool/schemas';
import type { Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { unknownId } from '../messages/message.ts';
import { asked, given, item, type Move, nameOf, opened, stated } from './moves.ts';
import { bare, blobOf, doc, hashOf, heldDoc, said, WISH_TYPE, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const { suzy, fern, phone } = cast;
const replica = scheduling('replica');
const TARGET = unknownId('a page that many link to');
const post = said({ type: 'post', text: 'moss', root: TARGET });
const name = nameOf(post);
/** What looks like a wish by its header. */
const saidAsWish = (content: Json | string, log = 90): NativeRecord =>
  said(content, log, { header: { contentType: WISH_TYPE } });
const linked = (...records: readonly NativeRecord[]): Move => asked({ linksTo: TARGET }, records);

const granted = (): VectorCase[] => [
  replica(
    'wish',
    'a wish that a message be forgotten',
    ['NAT-5', 'NAT-6'],
    [
      opened(),
      given([post], 'accepted'),
      linked(post),
      given([wish([name])], 'accepted'),
      linked(),
      stated({ records: [post, wish([name])], wanted: [] }),
    ],
  ),
  replica(
    'wish-more',
    'a wish with further members',
    ['NAT-5'],
    [
      opened(),
      given([post, saidAsWish({ type: 'forget', messages: [name], why: { text: 'moss' } })], 'accepted accepted'),
      linked(),
      given([post], 'duplicate'),
    ],
  ),
  replica(
    'wish-before',
    'a wish that arrives before what it names',
    ['NAT-5', 'NAT-6'],
    [
      opened(),
      given([wish([name])], 'accepted'),
      given([post], 'accepted'),
      linked(),
      stated({ records: [post, wish([name])], wanted: [] }),
    ],
  ),
  replica(
    'wish-again',
    'what was forgotten, given again with its content',
    ['NAT-5', 'REP-4'],
    [
      opened(),
      given([post, wish([name])], 'accepted accepted'),
      given([post], 'duplicate'),
      given([item(bare(post), post.content ?? '')], 'duplicate'),
      linked(),
    ],
  ),
  replica(
    'wish-document',
    'a wish that a document be forgotten, whose content is not wanted then',
    ['NAT-6'],
    [
      opened(),
      given([bare(doc('/a'))], 'accepted'),
      stated({ wanted: [hashOf(doc('/a'))] }),
      given([wish([nameOf(doc('/a'))])], 'accepted'),
      stated({ records: [doc('/a'), wish([nameOf(doc('/a'))])], wanted: [] }),
    ],
  ),
  replica(
    'wish-dropped',
    'a forgotten document has no content for another one that comes later',
    ['NAT-5', 'NAT-3'],
    [
      opened(),
      given(
        [doc('/a', 0, { content: 'moss' }), wish([nameOf(doc('/a', 0, { content: 'moss' }))])],
        'accepted accepted',
      ),
      given([bare(doc('/b', 0, { content: 'moss' }))], 'accepted'),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'wish-replaced',
    'a forgotten document that is dropped for a newer one',
    ['NAT-5', 'REP-8'],
    [
      opened(),
      given([doc('/a'), wish([nameOf(doc('/a'))])], 'accepted accepted'),
      given([doc('/a', 1)], 'accepted'),
      stated({ records: [doc('/a', 1), wish([nameOf(doc('/a'))])], wanted: [] }),
    ],
  ),
  replica(
    'wish-held-record',
    'a wish that a held document of the author be forgotten',
    ['NAT-5', 'NAT-6'],
    [
      opened(),
      given([bare(heldDoc('/a'))], 'held'),
      given([wish([nameOf(heldDoc('/a'))])], 'accepted'),
      given([heldDoc('/a')], 'duplicate'),
      stated({ held: [heldDoc('/a')], wanted: [] }),
    ],
  ),
  replica(
    'wish-many',
    'a wish about three records, one of them unknown',
    ['NAT-5', 'NAT-6'],
    [
      opened(),
      given([wish([unknownId('moss'), name, nameOf(doc('/a'))]), bare(doc('/a')), post], 'accepted accepted accepted'),
      linked(),
      stated({ wanted: [] }),
    ],
  ),
  replica(
    'wish-content-late',
    'a wish whose content arrives last',
    ['NAT-5', 'NAT-3'],
    [
      opened(),
      given([post, bare(wish([name]))], 'accepted accepted'),
      linked(post),
      given([wish([name])], 'accepted'),
      linked(),
    ],
  ),
  replica(
    'wish-content-document',
    'a wish whose content a document brings',
    ['NAT-5', 'NAT-3'],
    [
      opened(),
      given([post, bare(wish([name]))], 'accepted accepted'),
      given([doc('/a', 0, { author: fern, content: wish([name]).content ?? '' })], 'accepted'),
      linked(),
    ],
  ),
  replica(
    'wish-shared',
    'two messages of one content, of which one is forgotten',
    ['NAT-5', 'NAT-6', 'NAT-4'],
    [
      opened(),
      given([post, said(post.content ?? '', 2), wish([name])], 'accepted accepted accepted'),
      linked(said(post.content ?? '', 2)),
      stated({ wanted: [] }),
    ],
  ),
  replica(
    'wish-shared-again',
    'a forgotten record that is given again brings no content for another one',
    ['REP-4', 'REP-7', 'NAT-3'],
    [
      opened(),
      given([post, wish([name]), bare(said(post.content ?? '', 2)), post], 'accepted accepted accepted duplicate'),
      linked(),
      stated({ wanted: [hashOf(post)] }),
    ],
  ),
  replica(
    'wish-shared-wanted',
    'two documents of one content, both without it, of which one is forgotten',
    ['NAT-4', 'NAT-6'],
    [
      opened(),
      given([
        bare(doc('/a', 0, { content: 'moss' })),
        bare(doc('/b', 0, { content: 'moss' })),
        wish([nameOf(doc('/a', 0, { content: 'moss' }))]),
      ]),
      stated({ wanted: [blobOf('moss')] }),
    ],
  ),
  replica(
    'wish-shared-brought',
    'a forgotten record brings the content of another one when it first comes',
    ['NAT-3', 'NAT-5'],
    [
      opened(),
      given([wish([name]), bare(said(post.content ?? '', 2)), post], 'accepted accepted accepted'),
      linked(said(post.content ?? '', 2)),
    ],
  ),
];

const refused = (): VectorCase[] => [
  replica(
    'wish-stranger',
    'a wish of another author',
    ['NAT-5', 'NAT-6'],
    [
      opened(),
      given(
        [post, bare(doc('/a')), wish([name, nameOf(doc('/a'))], 90, { author: fern })],
        'accepted accepted accepted',
      ),
      linked(post),
      stated({ wanted: [hashOf(doc('/a'))] }),
    ],
  ),
  replica(
    'wish-held',
    'a wish that another key signed',
    ['NAT-5'],
    [
      opened(),
      given([post, wish([name], 90, { signer: phone, header: { key: phone.keyId } })], 'accepted held'),
      linked(post),
    ],
  ),
  replica(
    'wish-in-document',
    'a document with the content of a wish',
    ['NAT-5'],
    [
      opened(),
      given(
        [post, doc('/a', 0, { content: wish([name]).content ?? '', header: { contentType: WISH_TYPE } })],
        'accepted accepted',
      ),
      linked(post),
    ],
  ),
];

/** A wish about a wish, whose own wish is about the post. */
const first = wish([name]);
const about = wish([nameOf(first)], 91);

/** The content of a wish in what is none. */
const lookalike = said({ type: 'forget', messages: [name], root: TARGET }, 3);
const page = doc('/a', 0, { content: first.content ?? '', header: { contentType: WISH_TYPE } });

/** A record that stays what it is when a wish names it. */
const kept = (slug: string, title: string, record: NativeRecord, answer: string): VectorCase =>
  replica(
    slug,
    title,
    ['NAT-4', 'NAT-5'],
    [
      opened(),
      given([wish([nameOf(record)]), bare(record)], `accepted ${answer}`),
      stated({ wanted: [hashOf(record)] }),
      given([record], answer),
      given([record], 'duplicate'),
      stated({ wanted: [] }),
    ],
  );

const wishesAboutWishes = (): VectorCase[] => [
  replica(
    'wish-about-wish',
    'a wish about a wish leaves it as it is',
    ['NAT-5'],
    [
      opened(),
      given([post, first, about], 'accepted accepted accepted'),
      linked(),
      given([first], 'duplicate'),
      given([post], 'duplicate'),
      linked(),
    ],
  ),
  replica(
    'wish-about-wish-before',
    'a wish about a wish that arrives later',
    ['NAT-5'],
    [opened(), given([about, first, post], 'accepted accepted accepted'), linked()],
  ),
  replica(
    'wish-about-bare-wish',
    'a wish about a wish whose content arrives later',
    ['NAT-5', 'NAT-4', 'REP-4'],
    [
      opened(),
      given([about, bare(first), post], 'accepted accepted accepted'),
      linked(post),
      stated({ wanted: [hashOf(first)] }),
      given([first], 'accepted'),
      linked(),
      given([first], 'duplicate'),
    ],
  ),
  replica(
    'wish-about-content',
    'a wish about a message with the content of a wish and another content type',
    ['NAT-5', 'NAT-6'],
    [
      opened(),
      given([lookalike, wish([nameOf(lookalike)])], 'accepted accepted'),
      linked(),
      given([lookalike], 'duplicate'),
      stated({ wanted: [] }),
    ],
  ),
  replica(
    'wish-about-document',
    'a wish about a document with the content type of a wish',
    ['NAT-5', 'NAT-6'],
    [
      opened(),
      given([wish([nameOf(page)]), bare(page)], 'accepted accepted'),
      stated({ wanted: [] }),
      given([page], 'duplicate'),
    ],
  ),
  kept('wish-about-empty-wish', 'a wish about a wish that names nothing', saidAsWish({}, 3), 'accepted'),
  kept('wish-about-text', 'a wish about a wish whose content is no JSON', saidAsWish('moss', 3), 'accepted'),
  kept(
    'wish-about-held-wish',
    'a wish about a wish that another key signed',
    wish([name], 3, { signer: phone, header: { key: phone.keyId } }),
    'held',
  ),
  replica(
    'wish-links',
    'a wish, which links to nothing',
    ['QRY-10'],
    [opened(), given([post, wish([name])], 'accepted accepted'), asked({ linksTo: name }, [])],
  ),
];

type Malformed = readonly [
  slug: string,
  title: string,
  content: Json | string,
  header?: Readonly<Record<string, Json | undefined>>,
];

const MALFORMED: readonly Malformed[] = [
  ['empty', 'a wish about nothing', { type: 'forget', messages: [] }],
  ['absent', 'a wish without messages', { type: 'forget', message: [name] }],
  ['string', 'a wish whose messages are no list', { type: 'forget', messages: name }],
  ['type', 'a wish of another type', { type: 'Forget', messages: [name] }],
  ['type-absent', 'a wish without a type', { messages: [name] }],
  ['key', 'a wish with an author among its messages', { type: 'forget', messages: [name, suzy.keyId] }],
  ['number', 'a wish with a number among its messages', { type: 'forget', messages: [name, 1] }],
  [
    'id',
    'a wish with an identifier in capitals among its messages',
    { type: 'forget', messages: [name, name.toUpperCase()] },
  ],
  ['nested', 'a wish whose messages are in a list in the list', { type: 'forget', messages: [[name]] }],
  ['list', 'a wish in a list', [{ type: 'forget', messages: [name] }]],
  [
    'duplicate',
    'a wish that says twice what its messages are',
    `{"type":"forget","messages":["${name}"],"messages":["${name}"]}`,
  ],
  ['null', 'a wish with null in it', { type: 'forget', messages: [name], why: null }],
  ['number-form', 'a wish with 1.0 in it', `{"type":"forget","messages":["${name}"],"why":1.0}`],
  [
    'depth',
    'a wish with objects five deep in it',
    { type: 'forget', messages: [name], why: { a: { b: { c: { d: 1 } } } } },
  ],
  ['json', 'a wish that is cut off', `{"type":"forget","messages":["${name}"]`],
  [
    'content-type',
    'the content of a wish in a message of another content type',
    { type: 'forget', messages: [name] },
    { contentType: 'application/json' },
  ],
  [
    'content-type-begins',
    'the content of a wish in a message whose content type begins like that of a wish',
    { type: 'forget', messages: [name] },
    { contentType: `${WISH_TYPE}.1` },
  ],
  [
    'content-type-longer',
    'the content of a wish in a message whose content type goes on behind that of a wish',
    { type: 'forget', messages: [name] },
    { contentType: `${WISH_TYPE}x` },
  ],
  [
    'content-type-short',
    'the content of a wish in a message whose content type has no suffix',
    { type: 'forget', messages: [name] },
    { contentType: 'application/vnd.rockpool.forget' },
  ],
  [
    'content-type-absent',
    'the content of a wish in a message without a content type',
    { type: 'forget', messages: [name] },
    { contentType: undefined },
  ],
];

const malformed = (): VectorCase[] =>
  MALFORMED.map(([slug, title, content, header = {}]) =>
    replica(
      `wish-malformed-${slug}`,
      title,
      ['NAT-5'],
      [
        opened(),
        given([post, said(content, 90, { header: { contentType: WISH_TYPE, ...header } })], 'accepted accepted'),
        linked(post),
        stated({ wanted: [] }),
      ],
    ),
  );

/** Wishes that content be forgotten. */
export const wishes = (): VectorCase[] => [...granted(), ...refused(), ...wishesAboutWishes(), ...malformed()];
