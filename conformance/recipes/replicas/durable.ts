import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { NOW } from '../cases/verify.ts';
import { chain, message, next } from '../messages/message.ts';
import { asked, ended, given, type Move, nameOf, type OpenOptions, opened, stated } from './moves.ts';
import { ROOT } from './query-sets.ts';
import { bare, blobOf, deletion, doc, fading, hashOf, heldDoc, resigned, said, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const { fern } = cast;
const durable = scheduling('replica-durable');
const kept = (options: OpenOptions = {}): Move => opened({ ...options, durable: true });
/** The process is ended by force, and the replica opened again. */
const reopened = (options: OpenOptions = {}): Move[] => [ended, kept(options)];
const post = said({ type: 'post', root: ROOT });
const feed = chain(3);
const [one, two] = feed as [(typeof feed)[0], (typeof feed)[0]];
const small: OpenOptions = { quota: { perKey: 1, total: 1 } };
const filtered: OpenOptions = { filter: { pathPrefix: '/wiki/' } };

/** What is kept when the process ends. */
export const durables = (): VectorCase[] => [
  durable(
    'accepted',
    'documents and messages after the process has ended',
    ['REP-11', 'REP-12'],
    [
      kept(),
      given([doc('/a'), doc('/b'), message()], 'accepted accepted accepted'),
      ...reopened(),
      stated({ records: [doc('/a'), doc('/b'), message()], held: [], wanted: [] }),
    ],
  ),
  durable(
    'one',
    'a document that was accepted just before the process ended',
    ['REP-11'],
    [kept(), given([doc('/a')], 'accepted'), ...reopened(), stated({ records: [doc('/a')] })],
  ),
  durable(
    'each',
    'the process ends after each record',
    ['REP-11'],
    [
      kept(),
      ...[doc('/a'), message(), doc('/a', 1), heldDoc('/a')].flatMap((each) => [given([each]), ...reopened()]),
      stated({ records: [doc('/a', 1), message()], held: [heldDoc('/a')] }),
    ],
  ),
  durable(
    'empty',
    'a replica that was given nothing',
    ['REP-11'],
    [kept(), ...reopened(), stated({ records: [], held: [] })],
  ),
  durable(
    'ended-twice',
    'the process ends twice',
    ['REP-11'],
    [
      kept(),
      given([doc('/a')]),
      ...reopened(),
      ...reopened(),
      given([doc('/b')], 'accepted'),
      ...reopened(),
      stated({ records: [doc('/a'), doc('/b')] }),
    ],
  ),
  durable(
    'many',
    'a list of forty documents',
    ['REP-11'],
    [
      kept(),
      given(Array.from({ length: 40 }, (_, index) => doc(`/${index}`))),
      ...reopened(),
      stated({ records: Array.from({ length: 40 }, (_, index) => doc(`/${index}`)) }),
    ],
  ),
  durable(
    'refused',
    'what was refused is not there',
    ['REP-7', 'REP-11'],
    [
      kept(),
      given([doc('/a', 1), doc('/a', 0), { ...doc('/b'), content: 'moss' }], 'accepted obsolete content-hash'),
      ...reopened(),
      stated({ records: [doc('/a', 1)], wanted: [] }),
    ],
  ),
  durable(
    'dropped',
    'what was dropped does not come back',
    ['REP-8', 'REP-11'],
    [
      kept(),
      given([doc('/a', 0), doc('/b')]),
      given([doc('/a', 1)], 'accepted'),
      ...reopened(),
      stated({ records: [doc('/a', 1), doc('/b')] }),
      given([doc('/a', 0)], 'obsolete'),
    ],
  ),
  durable(
    'deleted',
    'a deletion holds',
    ['REP-5', 'REP-11'],
    [kept(), given([doc('/a', 0), deletion('/a', 1)]), ...reopened(), given([doc('/a', 0)], 'obsolete'), asked({}, [])],
  ),
  durable(
    'duplicate',
    'what is there already is known',
    ['REP-4', 'REP-11'],
    [
      kept(),
      given([doc('/a'), message()]),
      ...reopened(),
      given([doc('/a'), resigned(message()), doc('/b')], 'duplicate duplicate accepted'),
    ],
  ),
  durable(
    'held',
    'held records, with their reason',
    ['NAT-7', 'REP-11'],
    [
      kept(),
      given([heldDoc('/a'), heldDoc('/b', 0, fern)], 'held held'),
      ...reopened(),
      stated({ records: [], held: [heldDoc('/a'), heldDoc('/b', 0, fern)] }),
    ],
  ),
  durable(
    'quota',
    'room that was taken is taken',
    ['NAT-1', 'REP-11'],
    [
      kept(small),
      given([heldDoc('/a')], 'held'),
      ...reopened(small),
      given([heldDoc('/b')], 'quota'),
      given([heldDoc('/a', 1)], 'held'),
    ],
  ),
  durable(
    'filter',
    'a filter holds',
    ['REP-3', 'REP-11'],
    [
      kept(filtered),
      given([doc('/wiki/a'), doc('/a')], 'accepted foreign'),
      ...reopened(filtered),
      given([doc('/a'), doc('/wiki/b')], 'foreign accepted'),
      stated({ records: [doc('/wiki/a'), doc('/wiki/b')] }),
    ],
  ),
  durable(
    'content',
    'content in a record, beside one, and lacking',
    ['NAT-3', 'NAT-4', 'REP-11'],
    [
      kept(),
      given([doc('/a'), { record: bare(doc('/b')), content: doc('/b').content ?? '' }, bare(doc('/c'))]),
      ...reopened(),
      stated({ wanted: [hashOf(doc('/c'))] }),
      given([doc('/a'), doc('/b'), doc('/c')], 'duplicate duplicate accepted'),
    ],
  ),
  durable(
    'content-late',
    'content that arrived late',
    ['NAT-3', 'REP-11'],
    [
      kept(),
      given([bare(post)], 'accepted'),
      given([post], 'accepted'),
      ...reopened(),
      stated({ wanted: [] }),
      asked({ linksTo: ROOT }, [post]),
    ],
  ),
  durable(
    'content-shared',
    'content that another record brings afterwards',
    ['NAT-3', 'REP-11'],
    [
      kept(),
      given([bare(doc('/a', 0, { content: 'moss' }))]),
      ...reopened(),
      stated({ wanted: [blobOf('moss')] }),
      given([doc('/b', 0, { content: 'moss' })], 'accepted'),
      ...reopened(),
      stated({ wanted: [] }),
    ],
  ),
  durable(
    'wish',
    'a wish that was granted',
    ['NAT-5', 'NAT-6', 'REP-11'],
    [
      kept(),
      given([post, wish([nameOf(post)])]),
      ...reopened(),
      given([post], 'duplicate'),
      asked({ linksTo: ROOT }, []),
      stated({ records: [post, wish([nameOf(post)])], wanted: [] }),
    ],
  ),
  durable(
    'wish-shared',
    'the content of a forgotten message, which another one has too',
    ['NAT-4', 'NAT-5', 'REP-11'],
    [
      kept(),
      given([post, said(post.content ?? '', 2), wish([nameOf(post)])], 'accepted accepted accepted'),
      ...reopened(),
      asked({ linksTo: ROOT }, [said(post.content ?? '', 2)]),
      stated({ wanted: [] }),
    ],
  ),
  durable(
    'wish-before',
    'a wish about what is not there yet',
    ['NAT-5', 'REP-11'],
    [kept(), given([wish([nameOf(post)])]), ...reopened(), given([post], 'accepted'), asked({ linksTo: ROOT }, [])],
  ),
  durable(
    'feed',
    'a feed and a fork',
    ['NAT-8', 'REP-9', 'REP-11'],
    [
      kept(),
      given([...feed, next([one], { content: 'a fork' })]),
      ...reopened(),
      stated({ records: [...feed, next([one], { content: 'a fork' })] }),
      given([two], 'duplicate'),
    ],
  ),
  durable(
    'expiry',
    'a document that expires while no process is there',
    ['REP-10', 'REP-11'],
    [
      kept(),
      given([fading(0, NOW + 5), fading(1, NOW + 3)], 'accepted accepted'),
      ...reopened(),
      stated({ records: [fading(0, NOW + 5)] }, { now: NOW + 4 }),
      stated({ records: [] }, { now: NOW + 6 }),
    ],
  ),
  durable(
    'arrival',
    'the order of arrival, before and after the process ended',
    ['QRY-16', 'REP-11'],
    [
      kept(),
      given([doc('/c'), doc('/a'), message()]),
      ...reopened(),
      given([doc('/b')], 'accepted'),
      asked({ order: 'arrival' }, [doc('/c'), doc('/a'), message(), doc('/b')], { next: true }),
    ],
  ),
  durable(
    'arrival-again',
    'the order of arrival of what was given again',
    ['QRY-16', 'REP-4', 'REP-11'],
    [
      kept(),
      given([bare(doc('/c')), doc('/a')]),
      ...reopened(),
      given([doc('/c'), doc('/a')], 'accepted duplicate'),
      ...reopened(),
      asked({ order: 'arrival', reverse: true }, [doc('/a'), doc('/c')]),
    ],
  ),
  durable(
    'cursor',
    'a cursor that was given before the process ended',
    ['QRY-20', 'QRY-23', 'REP-11'],
    [
      kept(),
      given([doc('/a'), doc('/b')]),
      asked({ limit: 1 }, [doc('/a')], { next: true }),
      ...reopened(),
      asked({ limit: 1 }, [doc('/b')], { from: 2, next: false }),
    ],
  ),
  durable(
    'arrival-dropped',
    'a live query goes on when what arrived last was dropped and the process has ended',
    ['QRY-16', 'QRY-22', 'REP-11'],
    [
      kept(),
      given([doc('/b'), fading(0, NOW + 1)], 'accepted accepted'),
      asked({ order: 'arrival' }, [doc('/b'), fading(0, NOW + 1)], { next: true }),
      ...reopened(),
      given([doc('/a')], 'accepted', { now: NOW + 2 }),
      asked({ order: 'arrival' }, [doc('/a')], { from: 2, next: true, now: NOW + 2 }),
    ],
  ),
  durable(
    'two',
    'two replicas side by side',
    ['REP-11'],
    [
      kept({ replica: 'a' }),
      kept({ replica: 'b' }),
      given([doc('/a')], 'accepted', { replica: 'a' }),
      given([doc('/b'), doc('/a', 1)], 'accepted accepted', { replica: 'b' }),
      ended,
      kept({ replica: 'b' }),
      kept({ replica: 'a' }),
      stated({ records: [doc('/a')] }, { replica: 'a' }),
      stated({ records: [doc('/b'), doc('/a', 1)] }, { replica: 'b' }),
    ],
  ),
  durable(
    'opened-again',
    'a replica that was opened again while the process went on',
    ['REP-11'],
    [kept(), given([doc('/a')]), kept(), stated({ records: [doc('/a')] })],
  ),
];
