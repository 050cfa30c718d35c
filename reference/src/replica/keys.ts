import { decodeUtf8Leniently } from '../bytes/utf8.ts';

/**
 * Where a replica keeps what, as keys of its store. Digests are 64 digits of hexadecimal, since the order of base32 is not that of
 * the bytes [ID-6]; numbers have 16 digits. No path, author or id has a blank in it, and a blank comes before all their characters.
 *
 * | key | value | of |
 * |---|---|---|
 * | `r` digest | how it was answered, arrival, text | each record |
 * | `s` path slot | digest | the newest document of each slot |
 * | `q` path slot age | digest | the older ones that are kept beside it |
 * | `p` path age; `p ` time digest | digest, tag | accepted documents; messages, in front of them |
 * | `t` time digest | – | accepted records |
 * | `u` author time digest | – | the same, by author |
 * | `a` arrival | digest, tag | accepted records |
 * | `f` author key log sequence digest | – | accepted messages |
 * | `e` expiry digest | – | what goes away |
 * | `k` key; `k` | how many | held records, by signing key; all |
 * | `c` blob | the first record that names it, sort and expiry of that, content | what kept records name |
 * | `b` blob digest | sort, expiry | the other records that name it |
 * | `w` digest size | – | the blobs that are wanted, unless content of that digest and another size is there |
 * | `x` digest author | – | whose content is to be forgotten |
 * | `l` target time digest relation | – | links |
 * | `m` name | text | the replica itself |
 *
 * A blob is a `contentHash` and a `contentSize`. A tag is the end of the author's name: where a query asks for another one, the record need not be read.
 */
export type Digest64 = string;

/** By which the replica knows content: its `contentHash`, or the bytes of that, and its `contentSize`. */
export const blobName = (contentHash: string, contentSize: number | string): string => `${contentHash} ${contentSize}`;

/** Behind all keys that begin with a text, where a character of ASCII follows. */
export const pastAll = (beginning: string): string => `${beginning}\u007f`;

/** Behind a key and everything that goes on from it with a blank. */
export const justBehind = (key: string): string => `${key}!`;

const digits = 16;

/** A number from 0 to 2^53 − 1, in the order of numbers. */
export const numberKey = (value: number): string => String(value).padStart(digits, '0');

/** The same in the opposite order. */
export const fallingNumberKey = (value: number): string => numberKey(Number.MAX_SAFE_INTEGER - value);

/** A text of ASCII, in the opposite order of texts of its length. */
export function fallingTextKey(text: string): string {
  const codes = new Uint8Array(text.length);
  for (let i = 0; i < codes.length; i++) codes[i] = firstAndLast - (text.charCodeAt(i) & 127);
  return decodeUtf8Leniently(codes);
}

/** Of the characters from `0` to `z`, each has another one as far from the other end. */
const firstAndLast = 0x30 + 0x7a;

/** A record's place among all by time: its timestamp and its digest. */
export type Moment = string;
export const momentOf = (timestamp: number, digest: Digest64): Moment => numberKey(timestamp) + digest;

export const recordKey = (digest: Digest64): string => `r${digest}`;
export const slotKey = (path: string, slot: string): string => `s${path} ${slot}`;
export const olderKey = (path: string, slot: string, age: string): string => `q${path} ${slot} ${age}`;
export const pathKey = (path: string, age: string): string => `p${path} ${age}`;
export const messageKey = (moment: Moment): string => `p ${moment}`;
export const timeKey = (moment: Moment): string => `t${moment}`;
export const authorKey = (author: string): string => `u${author} `;
export const timeOfAuthorKey = (author: string, moment: Moment): string => `${authorKey(author)}${moment}`;
export const arrivalKey = (arrival: number): string => `a${numberKey(arrival)}`;
export const expiryKey = (expires: number, digest: Digest64): string => `e${numberKey(expires)}${digest}`;
export const heldKey = (signer: string): string => `k${signer}`;
export const contentKey = (blob: string): string => `c${blob}`;
export const namingKey = (blob: string, digest: Digest64): string => `b${blob} ${digest}`;
export const wantedKey = (blob: string): string => `w${blob}`;
export const forgottenKey = (digest: Digest64, author: string): string => `x${digest} ${author}`;
export const linkKey = (target: string, moment: Moment): string => `l${target} ${moment}`;

/** In the order of the feed; feeds by the texts of their names. */
export const feedKey = (
  {
    author,
    key = '',
    log,
    sequence,
  }: { author: string; key?: string | undefined; log?: number | undefined; sequence: number },
  digest: Digest64,
): string => `f${author} ${key} ${log ?? ''} ${numberKey(sequence)}${digest}`;

/** The path in a key of `p`; empty of a message. */
export const pathInKey = (key: string): string => key.slice(1, key.indexOf(' '));

/** What a query that asks for an author can tell most others by. */
export const tagOf = (author: string): string => author.slice(-8);

/** Digests are as long as this. */
export const digestLength = 64;

export const arrivalCounterKey = 'marrival';
export const descriptionKey = 'mdescription';
