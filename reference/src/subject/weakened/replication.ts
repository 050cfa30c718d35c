import type { EarthstarDocument } from '../../format/earthstar-document.ts';
import type { NativeDocument } from '../../format/rp-document.ts';
import { earthstarReplication } from '../../merge/earthstar-replication.ts';
import { nativeReplication } from '../../merge/native-replication.ts';
import type { NativeReplication, Replication } from '../../merge/replication.ts';
import { wrongSigns } from './numbers.ts';
import { samenesses } from './sameness.ts';
import type { Weakening } from './weakened.ts';

const native = (
  requirement: string,
  name: string,
  title: string,
  change: Partial<typeof nativeReplication>,
): Weakening => ({
  requirement,
  name,
  title,
  format: 'rp.document.1',
  operations: ['document.merge'],
  weaken: ({ steps }, withSteps) => withSteps({ nativeReplication: { ...steps.nativeReplication, ...change } }),
});

const nativeOnly = (
  requirement: string,
  name: string,
  title: string,
  change: Partial<NativeReplication<NativeDocument>>,
): Weakening => native(requirement, name, title, { native: { ...nativeReplication.native, ...change } });

const earthstar = (
  requirement: string,
  name: string,
  title: string,
  change: Partial<Replication<EarthstarDocument>>,
): Weakening[] =>
  ['es.4', 'es.5'].map((format) => ({
    requirement,
    name,
    title,
    format,
    operations: ['document.merge'],
    weaken: ({ steps }, withSteps) => withSteps({ earthstarReplication: { ...steps.earthstarReplication, ...change } }),
  }));

const forever = Number.POSITIVE_INFINITY;
const endOf = ({ expires }: { readonly expires: number | undefined }) => expires ?? forever;
const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
/** What a slot keeps where `covers` says that a newer document covers an older one. */
const keeping =
  (covers: (newer: NativeDocument, older: NativeDocument) => boolean) => (slot: readonly NativeDocument[]) =>
    slot.filter((document, i) => !slot.slice(0, i).some((newer) => covers(newer, document)));
const ends = (compare: (a: number, b: number) => number) =>
  keeping((newer, older) => compare(endOf(newer), endOf(older)) >= 0);
const tie = nativeReplication.byAge;
const compareIds = (a: NativeDocument, b: NativeDocument) => order(a.headerHash, b.headerHash);
const suffix = (space: string) => space.slice(space.indexOf('.') + 1);

/** Wrong orders of age, by what decides between equal timestamps. */
const ties: readonly (readonly [
  name: string,
  title: string,
  of: (document: {
    readonly signature: string;
    readonly author: string;
    readonly id: string;
    readonly path: string;
  }) => string,
])[] = [
  ['by-signature', 'compares signatures where timestamps are equal', ({ signature }) => signature],
  ['by-author', 'compares authors where timestamps are equal', ({ author }) => author],
  ['first-8', 'compares the first 8 characters of ids', ({ id }) => id.slice(0, 9)],
  ['by-last-8', 'compares the last 8 characters of ids', ({ id }) => id.slice(-8)],
];

const natives: readonly Weakening[] = [
  ...ties.map(([name, title, of]) =>
    native('DOC-16', name, title, { byAge: (a, b) => b.timestamp - a.timestamp || order(of(b), of(a)) }),
  ),
  native('DOC-16', 'reversed', 'takes the lower id where timestamps are equal', {
    byAge: (a, b) => b.timestamp - a.timestamp || tie(b, a),
  }),
  native('DOC-16', 'arrival', 'takes the first where timestamps are equal', {
    byAge: (a, b) => b.timestamp - a.timestamp,
  }),
  native('DOC-16', 'by-expiry', 'takes what expires later where timestamps are equal', {
    byAge: (a, b) => b.timestamp - a.timestamp || order(endOf(b), endOf(a)) || tie(a, b),
  }),
  native('DOC-16', 'never-expiring-first', 'takes what never expires for newer', {
    byAge: (a, b) => Number(b.expires === undefined) - Number(a.expires === undefined) || tie(a, b),
  }),
  native('DOC-16', 'by-expiry-first', 'takes what expires later for newer', {
    byAge: (a, b) => order(endOf(b), endOf(a)) || tie(a, b),
  }),
  ...wrongSigns.map(({ name, title, sign }) =>
    native('DOC-16', name, title, { byAge: (a, b) => sign(b.timestamp, a.timestamp) || compareIds(b, a) }),
  ),
  native('DOC-17', 'space-bytes', 'compares the bytes of the space and not its name', {
    admits: (document, space) => suffix(document.space) === suffix(space),
  }),
  native('DOC-17', 'space-name', 'compares the name of the space and not its bytes', {
    admits: (document, space) => document.space.split('.')[0] === space.split('.')[0],
  }),
  native('DOC-17', 'space-kind', 'does not tell open spaces from others', {
    admits: (document, space) => document.space.replace('.x', '.b') === space.replace('.x', '.b'),
  }),
  ...samenesses.map(({ name, title, same }) =>
    native('DOC-17', `space-${name}`, `${title}, of spaces`, {
      admits: (document, space) => same(document.space, space),
    }),
  ),
  native('DOC-18', 'by-signature', 'takes records with different signatures for different documents', {
    identity: ({ id, signature }) => `${id} ${signature}`,
  }),
  native('DOC-18', 'by-content', 'takes a record without content for another document', {
    identity: ({ id, content }) => `${id} ${content === undefined}`,
  }),
  native('DOC-18', 'first-8', 'takes records whose ids begin alike for one', { identity: ({ id }) => id.slice(0, 3) }),
  native('DOC-18', 'with-content', 'keeps the one with content', {
    oneOf: (first, later) => (first.content === undefined && later.content !== undefined ? later : first),
  }),
  native('DOC-19', 'newest-alone', 'compares with the newest of the slot alone', {
    keep: (slot) => slot.filter((document, i) => i === 0 || endOf(document) > endOf(slot[0] as NativeDocument)),
  }),
  native('DOC-19', 'next-newer', 'compares with the next newer document alone', {
    keep: (slot) => slot.filter((document, i) => i === 0 || endOf(document) > endOf(slot[i - 1] as NativeDocument)),
  }),
  native('DOC-19', 'equal-ends', 'keeps an older document that expires at the same time', {
    keep: keeping((newer, older) => endOf(newer) > endOf(older) || endOf(newer) === forever),
  }),
  native('DOC-19', 'never-twice', 'keeps all documents that never expire', {
    keep: keeping((newer, older) => endOf(newer) >= endOf(older) && older.expires !== undefined),
  }),
  native('DOC-19', 'newer-never-expiring', 'drops only what a document covers that never expires', {
    keep: keeping((newer, older) => endOf(newer) === forever && endOf(older) <= forever),
  }),
  native('DOC-19', 'never-is-0', 'takes no expires for 0', {
    keep: keeping((newer, older) => (newer.expires ?? 0) >= (older.expires ?? 0)),
  }),
  native('DOC-19', 'keep-all', 'keeps all', { keep: (slot) => slot }),
  native('DOC-19', 'keep-two', 'keeps two of a slot at most', {
    keep: (slot) => nativeReplication.keep(slot).slice(0, 2),
  }),
  native('DOC-19', 'keep-three', 'keeps three of a slot at most', {
    keep: (slot) => nativeReplication.keep(slot).slice(0, 3),
  }),
  native('DOC-19', 'keep-longest', 'keeps what expires last alone', {
    keep: (slot) => slot.toSorted((a, b) => order(endOf(b), endOf(a))).slice(0, 1),
  }),
  ...wrongSigns.map(({ name, title, sign }) =>
    native('DOC-19', name, title, {
      keep: ends((a, b) => (a === forever || b === forever ? order(a, b) : sign(a, b))),
    }),
  ),
  native('DOC-20', 'never-expiring', 'shows what never expires rather than what is newer', {
    winner: (kept) => kept.find(({ expires }) => expires === undefined) ?? (kept[0] as NativeDocument),
  }),
  native('DOC-20', 'longest', 'shows what expires last', {
    winner: (kept) => kept.toSorted((a, b) => order(endOf(b), endOf(a)))[0] as NativeDocument,
  }),
  native('DOC-20', 'with-content', 'does not show what came without content', {
    winner: (kept) => kept.find(({ content }) => content !== undefined) ?? (kept[0] as NativeDocument),
  }),
  native('DOC-20', 'not-deleted', 'shows an older document in the place of a deleted one', {
    winner: (kept) => kept.find(({ contentSize }) => contentSize > 0) ?? (kept[0] as NativeDocument),
  }),
  native('DOC-20', 'largest', 'shows the largest', {
    winner: (kept) => kept.toSorted((a, b) => b.contentSize - a.contentSize)[0] as NativeDocument,
  }),
  native('DOC-20', 'highest-id', 'shows the highest id', {
    winner: (kept) => kept.toSorted((a, b) => order(b.id, a.id))[0] as NativeDocument,
  }),
  nativeOnly('DOC-21', 'content-empty', 'calls a winner deleted whose content came and is empty', {
    deleted: ({ content, lastSegment }) => content === '' && !lastSegment.startsWith('='),
  }),
  nativeOnly('DOC-21', 'content-missing', 'calls a winner without content deleted', {
    deleted: ({ content, contentSize, lastSegment }) =>
      (contentSize === 0 || content === undefined) && !lastSegment.startsWith('='),
  }),
  nativeOnly('DOC-21', 'inner-equals', 'deletes nothing at a path with = in it', {
    deleted: ({ contentSize, path }) => contentSize === 0 && !path.includes('='),
  }),
  nativeOnly('DOC-21', 'ephemeral', 'deletes nothing that expires', {
    deleted: ({ contentSize, lastSegment, expires }) =>
      contentSize === 0 && expires === undefined && !lastSegment.startsWith('='),
  }),
  nativeOnly('DOC-21', 'own', 'deletes nothing at the path of an author', {
    deleted: ({ contentSize, lastSegment, path }) =>
      contentSize === 0 && !path.includes('~') && !lastSegment.startsWith('='),
  }),
  nativeOnly('DOC-21', 'never', 'deletes nothing', { deleted: () => false }),
  native('DOC-19', 'slot-of-author', 'gives all devices of an author one slot', { slot: ({ author }) => author }),
  native('DOC-19', 'slot-of-key', 'gives a device one slot, whoever its author is', {
    slot: ({ author, key }) => key ?? author,
  }),
  nativeOnly('DOC-20', 'held-wins', 'shows what is held', { heldWins: true }),
];

/** The authors of slots, compared wrongly. */
const sameAuthors = (requirement: string, fold: (author: string) => string, name: string, title: string) =>
  earthstar(requirement, name, title, { slot: ({ author }) => fold(author) });

const earthstars: readonly Weakening[] = [
  ...earthstar('ES-16', 'key-alone', 'compares what stands behind the full stop of a share alone', {
    admits: (document, space) => suffix(document.space) === suffix(space),
  }),
  ...earthstar('ES-16', 'name-alone', 'compares the name of a share alone', {
    admits: (document, space) => document.space.split('.')[0] === space.split('.')[0],
  }),
  ...samenesses.flatMap(({ name, title, same }) =>
    earthstar('ES-16', name, `${title}, of shares`, {
      admits: (document, space) => same(document.space, space),
    }),
  ),
  ...earthstar('ES-17', 'lower-signature', 'takes the lower signature where timestamps are equal', {
    byAge: (a, b) => b.timestamp - a.timestamp || order(a.signature, b.signature),
  }),
  ...earthstar('ES-17', 'by-bytes', 'compares the bytes of signatures', {
    byAge: (a, b) => b.timestamp - a.timestamp || order(sortable(b.signature), sortable(a.signature)),
  }),
  ...earthstar('ES-17', 'by-id', 'compares hashes where timestamps are equal', {
    byAge: (a, b) => b.timestamp - a.timestamp || order(b.id, a.id),
  }),
  ...earthstar('ES-17', 'by-author', 'compares authors where timestamps are equal', {
    byAge: (a, b) => b.timestamp - a.timestamp || order(b.author, a.author),
  }),
  ...earthstar('ES-17', 'first-4', 'compares the first 2 characters of signatures', {
    byAge: (a, b) => b.timestamp - a.timestamp || order(b.signature.slice(0, 2), a.signature.slice(0, 2)),
  }),
  ...earthstar('ES-17', 'by-format', 'takes es.5 for newer where timestamps are equal', {
    byAge: (a, b) => b.timestamp - a.timestamp || order(b.format, a.format) || order(b.signature, a.signature),
  }),
  ...earthstar('ES-17', 'format-first', 'takes es.5 for newer', {
    byAge: (a, b) => order(b.format, a.format) || b.timestamp - a.timestamp || order(b.signature, a.signature),
  }),
  ...earthstar('ES-17', 'never-expiring-first', 'takes what never expires for newer', {
    byAge: (a, b) =>
      Number(b.expires === undefined) - Number(a.expires === undefined) || earthstarReplication.byAge(a, b),
  }),
  ...wrongSigns.flatMap(({ name, title, sign }) =>
    earthstar('ES-17', name, title, {
      byAge: (a, b) => sign(b.timestamp, a.timestamp) || order(b.signature, a.signature),
    }),
  ),
  ...earthstar('ES-18', 'keep-all', 'keeps all of a slot', { keep: (slot) => slot }),
  ...earthstar('ES-18', 'by-expiry', 'keeps an older document that expires later', {
    keep: (slot) => slot.filter((document, i) => i === 0 || endOf(document) > endOf(slot[0] as EarthstarDocument)),
  }),
  ...earthstar('ES-18', 'by-format', 'keeps one of each format', {
    keep: (slot) => slot.filter(({ format }, i) => slot.findIndex((each) => each.format === format) === i),
  }),
  ...earthstar('ES-18', 'oldest', 'keeps the oldest', { keep: (slot) => slot.slice(-1) }),
  ...earthstar('ES-18', 'not-deleted', 'keeps the newest that is not empty', {
    keep: (slot) => [slot.find(({ text }) => text !== '') ?? (slot[0] as EarthstarDocument)],
  }),
  ...sameAuthors(
    'ES-18',
    (author) => author.slice(author.indexOf('.')),
    'key-alone',
    'takes addresses with one key for one author',
  ),
  ...sameAuthors(
    'ES-18',
    (author) => author.split('.')[0] ?? '',
    'name-alone',
    'takes addresses with one name for one author',
  ),
  ...earthstar('ES-19', 'not-deleted', 'does not show what is empty', {
    winner: (kept) => kept.find(({ text }) => text !== '') ?? (kept[0] as EarthstarDocument),
  }),
  ...earthstar('ES-19', 'never-expiring', 'shows what never expires', {
    winner: (kept) => kept.find(({ expires }) => expires === undefined) ?? (kept[0] as EarthstarDocument),
  }),
  ...earthstar('ES-19', 'highest-signature', 'shows the highest signature', {
    winner: (kept) => kept.toSorted((a, b) => order(b.signature, a.signature))[0] as EarthstarDocument,
  }),
  ...earthstar('ES-19', 'first-author', 'shows the first author', {
    winner: (kept) => kept.toSorted((a, b) => order(a.author, b.author))[0] as EarthstarDocument,
  }),
];

/** The characters of base32 as others that ASCII puts in the order of their values. */
function sortable(signature: string): string {
  return signature.replace(/[2-7]/g, (digit) => String.fromCharCode(0x7b + Number(digit)));
}

/** What a replica keeps and shows, chosen wrongly. */
export const replicationWeakenings: readonly Weakening[] = [...natives, ...earthstars];
