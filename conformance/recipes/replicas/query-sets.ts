import { blobId } from '../../src/forge/blob.ts';
import { cast } from '../../src/forge/cast.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { crossed } from '../feed-state/ask.ts';
import { unknownId } from '../messages/message.ts';
import { nameOf } from './moves.ts';
import { deletion, doc, heldDoc, said } from './records.ts';

const { suzy, fern } = cast;

/** Documents whose paths a careless comparison confuses, in the order of their paths. */
export const PATHS = ['/A/b', '/a', '/a%b', '/a-b', '/a/b', '/aXb', '/a_b', '/b/a'].map((path) => doc(path));

/** Records of two authors, some of one time, in the order of arrival. */
export const people = {
  /** Suzy's, which Fern's newer one hides. */
  hidden: doc('/a', 0),
  winner: doc('/a', 2, { author: fern }),
  suzys: doc('/b', 2),
  ferns: doc('/c', 1, { author: fern }),
  held: heldDoc('/d', 3),
  note: said({ type: 'post', text: 'moss' }, 1, { header: { timestamp: Number(doc('/a', 1).header.timestamp) } }),
  reply: said({ type: 'post', text: 'fern' }, 1, { author: fern }),
} as const;

const EMPTY = blobId(new Uint8Array()).slice(1);

/** Documents of which some are deleted. */
export const deleted = {
  page: doc('/a', 0),
  gone: deletion('/b', 1),
  /** Fern's, which Suzy's deletion hides. */
  under: doc('/b', 0, { author: fern }),
  /** Its path says that it has no content. */
  immutable: doc(`/photos/=${EMPTY}`, 2, { content: '' }),
  /** A segment that begins with = must be the last one; this one only contains it. */
  almost: deletion(`/photos/a=${EMPTY}`, 3),
  empty: said('', 4),
} as const;

/** What messages link to. */
export const ROOT = unknownId('the post that began it');
export const BLOB = blobId(Uint8Array.of(1, 2, 3));

/** Messages that name things, and some that only seem to. */
export const linking = {
  post: said({ type: 'post', text: 'a', root: ROOT, mentions: [{ link: fern.keyId, name: 'fern' }] }, 1),
  branch: said({ type: 'post', text: 'b', branch: [ROOT, nameOf(doc('/a'))] }, 2),
  vote: said({ type: 'vote', vote: { link: ROOT, value: 1 } }, 3),
  picture: said({ type: 'about', about: ROOT, image: BLOB }, 4),
  other: said({ type: 'post', text: `${ROOT} is in a text` }, 5),
  plain: said({ type: 'post', root: ROOT }, 6, { header: { contentType: 'text/plain' } }),
  untyped: said({ root: ROOT }, 7),
  list: said([{ type: 'post', root: ROOT }], 8),
  twice: said(`{"type":"post","root":"${ROOT}","root":"${ROOT}"}`, 9),
  deep: said({ type: 'post', a: { b: { c: { d: { root: ROOT } } } } }, 10),
  cut: said(`{"type":"post","root":"${ROOT}"`, 11),
  nothing: said({ type: 'post', root: ROOT, text: null }, 12),
  fraction: said(`{"type":"post","root":"${ROOT}","size":0.5}`, 13),
  document: doc('/a', 0, {
    content: JSON.stringify({ type: 'post', root: ROOT }),
    header: { contentType: 'application/json' },
  }),
} as const;

export const LINKING: readonly NativeRecord[] = Object.values(linking);

/** Two records of one time at paths of their own, whose ids are in one order as bytes and in the other as texts. */
const [low, high] = crossed(
  () => doc('/z', 5),
  (count) => doc('/y', 5, { content: `moss ${count}` }),
);
const [lowMessage, highMessage] = crossed(
  () => said({ type: 'post', text: 'a' }, 1),
  (count) => said({ type: 'post', text: `moss ${count}` }, 2, { author: fern }),
);

/** Records for orders: ties in time, two documents at one path, messages, in an order of arrival of their own. */
export const ordering = {
  high,
  ferns: doc('/a', 3, { author: fern }),
  highMessage,
  suzys: doc('/a', 4),
  low,
  lowMessage,
  capital: doc('/Z', 6),
} as const;

export const ARRIVAL: readonly NativeRecord[] = Object.values(ordering);
export const PEOPLE: readonly NativeRecord[] = Object.values(people);
export const DELETED: readonly NativeRecord[] = Object.values(deleted);
export const SUZY = suzy.keyId;
export const FERN = fern.keyId;
