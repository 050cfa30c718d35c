import type { JsonObject, JsonValue } from '../src/index.ts';
import { es4Page, fern, gardening, kitchen, now, quinn, share, signed, suzy, written } from './cast.ts';
import { document, json, type Made, message, wish } from './replica-cast.ts';

/** A question about a replica, in the order in which a schedule asks. */
export type Step = readonly [method: string, params: JsonObject];

const record = ({ text, format, content }: Pick<Made, 'text' | 'format' | 'content'>): JsonObject => ({
  text: text as string,
  format,
  ...(content !== undefined && { content }),
});

const ingest = (replica: string, records: readonly Pick<Made, 'text' | 'format' | 'content'>[], at = now): Step => [
  'replica.ingest',
  { replica, now: at, records: records.map(record) },
];

const state = (replica: string, at = now): Step => ['replica.state', { replica, now: at }];
const query = (replica: string, value: JsonValue, at = now): Step => [
  'replica.query',
  { replica, now: at, query: value },
];

const open = (replica: string, more: JsonObject = {}): Step => [
  'replica.open',
  { replica, family: 'native', space: gardening, ...more },
];

const flowers = document({ timestamp: written + 2 });
const older = document({ timestamp: written + 1 }, { content: 'Older' });
const fernsFlowers = document({ author: fern.id, timestamp: written + 1 }, { content: 'Flowers are mine' });
const brief = document({ path: '/chat!', timestamp: written + 3, expires: now + 10 }, { content: 'Brief' });
const long = document({ path: '/chat!', timestamp: written + 2, expires: now + 20 }, { content: 'Long' });
const upper = document({ path: '/Wiki/Birds', timestamp: written + 2 }, { content: 'Birds' });
const gone = document({ path: '/wiki/gone', timestamp: written + 2 }, { content: '', stands: 'absent' });
const absent = document({ path: '/wiki/absent' }, { content: 'Not here', stands: 'absent' });
const wrong = document({ path: '/wiki/absent' }, { content: 'Not here', stands: 'absent' });
const future = document({ path: '/wiki/future', timestamp: now + 600_000_001 });
const heldBy = (index: number, key = fern.id) =>
  document({ key, path: `/held/${index}`, timestamp: written + index }, { content: `Held ${index}` });
const hello = message({ timestamp: written + 1 }, { content: 'hello' });
const fork = message({ timestamp: written + 2 }, { content: 'Hello!' });
const bare = message({ author: fern.id, timestamp: written + 3 }, { content: 'absent', stands: 'absent' });
const post = json(
  { type: 'post', root: hello.id, mentions: [{ link: fern.id }, { Link: flowers.id }] },
  { log: 2, timestamp: written + 4 },
);
const empty = message({ log: 3, timestamp: written + 5 }, { content: '', stands: 'absent' });
const unseen = document({ path: '/wiki/unseen' }, { content: 'Unseen', stands: 'absent' });
const secret = document({ path: '/wiki/secret' }, { content: 'Secret' });
const herWish = wish([secret.id, unseen.id], { log: 4, timestamp: written + 6 });
const fernsWish = wish([upper.id], { author: fern.id, log: 4, timestamp: written + 6 });

/** A schedule in which every sentence about native replicas has something to say. */
export const nativeSchedule: readonly Step[] = [
  open('k', { space: `+gardening.b${gardening.slice(-52)}` }),
  open('k', { space: `+gardening.b${gardening.slice(-52)}`, filter: { path: '/x' } }),
  open('f', { filter: { path: '/x' } }),
  open('f', { filter: { pathPrefix: '/wiki/' } }),
  ingest('f', [flowers, upper, hello]),
  state('f'),
  open('a', { quota: { perKey: 2, total: 3 } }),
  ingest('a', [
    document({ space: kitchen }),
    future,
    older,
    flowers,
    older,
    flowers,
    fernsFlowers,
    upper,
    gone,
    absent,
  ]),
  ingest('a', [long, brief, long]),
  ingest(
    'a',
    [0, 1, 2].map((index) => heldBy(index)),
  ),
  ingest('a', [heldBy(3, quinn.id), heldBy(4, quinn.id)]),
  ingest('a', [hello, fork, bare, post, empty]),
  ingest('a', [secret, unseen, herWish, fernsWish]),
  state('a'),
  ingest('a', [record({ ...wrong, content: 'Other' }) as never, { ...absent, content: 'Not here' }]),
  ingest('a', [
    { ...secret, content: undefined },
    document({ path: '/wiki/secret' }, { content: 'Secret', stands: 'beside' }),
  ]),
  ingest('a', [document({ path: '/wiki/flowers', timestamp: written }, { content: 'absent' })]),
  state('a'),
  ingest('a', [document({ path: '/wiki/also' }, { content: 'absent' })]),
  state('a'),
  ingest('a', [flowers]),
  ...[
    {},
    { extra: 1 },
    { path: '/wiki/flowers' },
    { path: '/wiki/flowers', history: 'all' },
    { pathPrefix: '/wiki/' },
    { pathSuffix: 's' },
    { author: suzy.id },
    { author: fern.id },
    { from: written + 2 },
    { before: written + 2 },
    { kind: 'document' },
    { linksTo: hello.id },
    { linksTo: fern.id, relation: 'link' },
    { linksTo: fern.id, relation: 'root' },
    { deleted: true },
    { order: 'time', history: 'all' },
    { order: 'arrival', history: 'all' },
    { order: 'arrival', limit: 1_000 },
    { reverse: true },
    { limit: 2 },
    { cursor: 'x' },
    { cursor: 'x', extra: 1 },
  ].map((value) => query('a', value as JsonObject)),
  ingest('a', [future], now + 1),
  state('a', now + 15),
  query('a', {}, now + 15),
  query('a', {}, now + 25),
];

const page = (changes: JsonObject = {}, content = 'Flowers are pretty 🌸') => ({
  text: signed(es4Page(changes, content)),
  format: 'es.4',
});
const fernsAddress = fern.address('fern');
const ferns = (changes: JsonObject = {}) => ({
  text: signed(es4Page({ author: fernsAddress, ...changes }, 'By Fern'), fern.seed),
  format: 'es.4',
});

/** The same of Earthstar replicas. */
export const earthstarSchedule: readonly Step[] = [
  open('f', { family: 'earthstar', space: share, filter: { before: 1 } }),
  open('f', { family: 'earthstar', space: share, filter: { pathPrefix: '/wiki/' } }),
  ingest('f', [page(), page({ path: '/other' })]),
  state('f'),
  open('a', { family: 'earthstar', space: share }),
  ingest('a', [page({ workspace: '+other.abc' }), page({ timestamp: now + 600_000_001 })]),
  ingest('a', [
    page({ timestamp: written + 1 }, 'Old'),
    page({ timestamp: written + 2 }),
    page({ timestamp: written + 1 }, 'Old'),
  ]),
  ingest('a', [
    page({ timestamp: written + 2 }),
    ferns({ timestamp: written + 1 }),
    page({ path: '/B', timestamp: written + 1 }),
  ]),
  ingest('a', [
    page({ path: '/a', timestamp: written + 1 }),
    page({ path: '/c' }, ''),
    page({ path: '/d', timestamp: written }),
  ]),
  ingest('a', [page({ path: '/chat!', deleteAfter: now + 10 }), page({ timestamp: written + 2 })]),
  state('a'),
  ...[
    {},
    { extra: 1 },
    { path: '/wiki/flowers', history: 'all' },
    { path: '/a' },
    { pathPrefix: '/wiki' },
    { pathSuffix: 's' },
    { author: fernsAddress },
    { from: written + 2 },
    { before: written + 2 },
    { kind: 'message' },
    { linksTo: suzy.id },
    { linksTo: suzy.id, relation: 'x' },
    { order: 'time', history: 'all' },
    { order: 'arrival', history: 'all' },
    { reverse: true },
    { limit: 2 },
    { cursor: 'x' },
  ].map((value) => query('a', value as JsonObject)),
  ingest('a', [page({ timestamp: now + 600_000_001 })], now + 1),
  ingest(
    'a',
    Array.from({ length: 8 }, (_, index) => page({ path: `/tied/${index}` })),
  ),
  query('a', { pathPrefix: '/tied/', order: 'time' }),
  state('a', now + 15),
  query('a', {}, now + 15),
];
