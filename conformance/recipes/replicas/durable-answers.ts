/** What a replica answers from what it wrote: whatever it has looked up so far, it has to find again. */
import type { VectorCase } from '@rockpool/schemas';
import { cast } from '../../src/forge/cast.ts';
import { NOW } from '../cases/verify.ts';
import { asked, byBytes, ended, given, type Move, nameOf, type OpenOptions, opened, stated } from './moves.ts';
import { DELETED, deleted, FERN, LINKING, linking, PEOPLE, people, ROOT, SUZY } from './query-sets.ts';
import { bare, doc, fading, heldDoc, said, wish } from './records.ts';
import { scheduling } from './schedule.ts';

const { phone } = cast;
const durable = scheduling('replica-durable');
const kept = (options: OpenOptions = {}): Move => opened({ ...options, durable: true });
const reopened = (options: OpenOptions = {}): Move[] => [ended, kept(options)];
const { hidden, winner, suzys, ferns, note, reply } = people;
const { post, branch, vote, picture } = linking;
const moss = { content: 'moss' };
const small: OpenOptions = { quota: { perKey: 1, total: 1 } };
const fadingHeld = fading(0, NOW + 5, { signer: phone, header: { key: phone.keyId } });

const queries = (): VectorCase[] => [
  durable(
    'queries-orders',
    'every order',
    ['QRY-14', 'QRY-15', 'REP-11'],
    [
      kept(),
      given(PEOPLE),
      ...reopened(),
      asked({ history: 'all' }, [reply, note, winner, hidden, suzys, ferns]),
      asked({ order: 'time', history: 'all' }),
      asked({ order: 'time', reverse: true }),
    ],
  ),
  durable(
    'queries-author',
    'what an author wrote, in every order',
    ['QRY-6', 'REP-11'],
    [
      kept(),
      given(PEOPLE),
      ...reopened(),
      asked({ author: SUZY, history: 'all' }, [note, hidden, suzys]),
      asked({ author: FERN, order: 'time' }),
      asked({ author: SUZY, order: 'arrival' }, [suzys, note]),
    ],
  ),
  durable(
    'queries-members',
    'paths, times and kinds',
    ['QRY-3', 'QRY-4', 'QRY-5', 'QRY-7', 'QRY-8', 'QRY-9', 'REP-11'],
    [
      kept(),
      given(PEOPLE),
      ...reopened(),
      asked({ kind: 'message' }, [reply, note]),
      asked({ path: '/a' }, [winner]),
      asked({ pathPrefix: '/b' }, [suzys]),
      asked({ pathSuffix: 'c' }, [ferns]),
      asked({ from: Number(ferns.header.timestamp), before: Number(winner.header.timestamp) }, [note, ferns]),
    ],
  ),
  durable(
    'queries-links',
    'links and relations',
    ['QRY-10', 'QRY-11', 'REP-11'],
    [
      kept(),
      given(LINKING),
      ...reopened(),
      asked({ linksTo: ROOT, order: 'arrival' }, [post, branch, vote, picture]),
      asked({ linksTo: ROOT, relation: 'branch' }, [branch]),
      asked({ linksTo: FERN }, [post]),
    ],
  ),
  durable(
    'queries-deleted',
    'deletions',
    ['QRY-13', 'REP-11'],
    [
      kept(),
      given(DELETED),
      ...reopened(),
      asked({}, [deleted.empty, deleted.page, deleted.immutable]),
      asked({ deleted: true, author: FERN }, []),
    ],
  ),
  durable(
    'cursors',
    'the cursors of three orders, each given before the process ended',
    ['QRY-20', 'QRY-21', 'REP-11'],
    [
      kept(),
      given([doc('/c'), doc('/a', 1), doc('/b', 2)]),
      asked({ limit: 1, order: 'path', reverse: true }, [doc('/c')], { next: true }),
      asked({ limit: 1, order: 'time' }, [doc('/c')], { next: true }),
      asked({ limit: 1, order: 'arrival', reverse: true }, [doc('/b', 2)], { next: true }),
      ...reopened(),
      given([doc('/d', 3)], 'accepted'),
      asked({ limit: 1, order: 'path', reverse: true }, [doc('/b', 2)], { from: 2, next: true }),
      asked({ limit: 1, order: 'time' }, [doc('/a', 1)], { from: 3, next: true }),
      asked({ limit: 1, order: 'arrival', reverse: true }, [doc('/a', 1)], { from: 4, next: true }),
    ],
  ),
  durable(
    'arrival-last-expired',
    'the place of what arrived last and has expired is not given again',
    ['QRY-16', 'QRY-22', 'REP-11'],
    [
      kept(),
      given([doc('/b'), fading(0, NOW + 1)], 'accepted accepted'),
      asked({ order: 'arrival' }, [doc('/b'), fading(0, NOW + 1)], { next: true }),
      given([doc('/b')], 'duplicate', { now: NOW + 2 }),
      ...reopened(),
      given([doc('/a')], 'accepted', { now: NOW + 3 }),
      asked({ order: 'arrival' }, [doc('/a')], { from: 2, next: true, now: NOW + 3 }),
    ],
  ),
];

const slots = (): VectorCase[] => [
  durable(
    'covered',
    'what a short-lived document covers, and then a longer-lived one drops',
    ['REP-8', 'REP-10', 'REP-11'],
    [
      kept(),
      given([fading(0, NOW + 9), fading(1, NOW + 5), fading(2, NOW + 3)], 'accepted accepted accepted'),
      ...reopened(),
      asked({}, [fading(2, NOW + 3)]),
      given([fading(3, NOW + 7)], 'accepted'),
      stated({ records: [fading(0, NOW + 9), fading(3, NOW + 7)] }),
      ...reopened(),
      asked({ history: 'all' }, [fading(3, NOW + 7), fading(0, NOW + 9)]),
      asked({}, [fading(0, NOW + 9)], { now: NOW + 8 }),
    ],
  ),
  durable(
    'covered-obsolete',
    'a document between two that are kept beside each other',
    ['REP-5', 'REP-8', 'REP-11'],
    [
      kept(),
      given([fading(0, NOW + 9), fading(3, NOW + 3)], 'accepted accepted'),
      ...reopened(),
      given([fading(1, NOW + 3), fading(2, NOW + 6)], 'obsolete accepted'),
      stated({ records: [fading(0, NOW + 9), fading(2, NOW + 6), fading(3, NOW + 3)] }),
    ],
  ),
  durable(
    'room-expired',
    'room that what has expired leaves',
    ['REP-10', 'NAT-1', 'REP-11'],
    [
      kept(small),
      given([fadingHeld], 'held'),
      ...reopened(small),
      given([heldDoc('/a')], 'quota', { now: NOW + 5 }),
      given([heldDoc('/a')], 'held', { now: NOW + 6 }),
      stated({ held: [heldDoc('/a')] }, { now: NOW + 6 }),
    ],
  ),
];

const [one, two] = [doc('/a', 0, moss), doc('/b', 0, moss)];
/** Three documents of one content, by the bytes of their ids: a store may find the content by the first of them. */
const SHARING = ['/a', '/b', '/c'].toSorted((left, right) =>
  byBytes(nameOf(doc(left, 0, moss)), nameOf(doc(right, 0, moss))),
);

const contents = (): VectorCase[] => [
  durable(
    'content-of-three',
    'content that three records have, of which two are dropped',
    ['NAT-3', 'NAT-4', 'REP-11'],
    [
      kept(),
      given(SHARING.map((path) => doc(path, 0, moss))),
      ...reopened(),
      ...SHARING.slice(0, -1).map((path) => given([doc(path, 1)], 'accepted')),
      stated({ wanted: [] }),
      ...reopened(),
      given([doc(SHARING.at(-1) ?? '', 0, moss)], 'duplicate'),
    ],
  ),
  durable(
    'content-of-none',
    'content that a record had which is dropped',
    ['NAT-4', 'REP-11'],
    [
      kept(),
      given([one], 'accepted'),
      ...reopened(),
      given([doc('/a', 1)], 'accepted'),
      given([bare(two)], 'accepted'),
      ...reopened(),
      stated({ wanted: [String(two.header.contentHash)] }),
    ],
  ),
  durable(
    'content-links',
    'content of three messages that comes when the process has ended',
    ['NAT-3', 'QRY-10', 'REP-11'],
    [
      kept(),
      given([bare(post), bare(said(post.content ?? '', 21)), bare(said(post.content ?? '', 22))]),
      ...reopened(),
      given([doc('/a', 0, { content: post.content ?? '' })], 'accepted'),
      ...reopened(),
      asked({ linksTo: ROOT, order: 'arrival' }, [post, said(post.content ?? '', 21), said(post.content ?? '', 22)]),
    ],
  ),
  durable(
    'wish-content',
    'a wish whose content comes when the process has ended',
    ['NAT-5', 'REP-11'],
    [
      kept(),
      given([post, bare(wish([nameOf(post)]))], 'accepted accepted'),
      ...reopened(),
      given([wish([nameOf(post)])], 'accepted'),
      asked({ linksTo: ROOT }, []),
      ...reopened(),
      given([post], 'duplicate'),
      asked({ linksTo: ROOT }, []),
    ],
  ),
  durable(
    'liar',
    'a record that lies about the size of its content, when the honest one is gone',
    ['NAT-4', 'REP-11'],
    [
      kept(),
      given([one, bare(doc('/liar', 0, { ...moss, header: { contentSize: 1_000 } }))], 'accepted accepted'),
      ...reopened(),
      stated({ wanted: [] }),
      given([doc('/a', 1)], 'accepted'),
      stated({ wanted: [String(one.header.contentHash)] }),
    ],
  ),
];

/** Questions after the end of a process. */
export const durableAnswers = (): VectorCase[] => [...queries(), ...slots(), ...contents()];
