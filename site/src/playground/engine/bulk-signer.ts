import { Point } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';
import type { GivenRecord, JsonObject } from '@rockpool/reference';
import { encodeBase32, encodeBase32FromHex } from '../../../../reference/src/bytes/base32.ts';
import { encodeUtf8 } from '../../../../reference/src/bytes/utf8.ts';
import { recordContext } from '../../../../reference/src/format/native-record.ts';
import { steps } from '../../../../reference/src/protocol/steps.ts';
import { encodePoints, littleEndianBytes } from './encode-points.ts';
import { type Author, space } from './people.ts';
import { tellProgress } from './progress.ts';
import { blobId, canonical, portableSha256 } from './reference.ts';
import { documentFormat } from './write.ts';

/** What differs from one document to the next. */
export type BulkDraft = { readonly path: string; readonly content: string; readonly timestamp: number };

const { n: groupOrder } = Point.CURVE();

/** A number of whole words, the lowest byte first. */
const littleEndian = (bytes: Uint8Array): bigint => {
  const words = new BigUint64Array(bytes.slice().buffer);
  return words.reduceRight((value, word) => (value << 64n) | word, 0n);
};

/** The scalar of a secret key: RFC 8032 §5.1.5. */
const scalarOf = (seed: Uint8Array): bigint => {
  const half = sha512(seed).slice(0, 32);
  half[0] = (half[0] as number) & 248;
  half[31] = ((half[31] as number) & 63) | 64;
  return littleEndian(half) % groupOrder;
};

/** So many points, each by that of the group further than the one before. */
const pointsFrom = (first: Point, count: number): readonly Point[] => {
  const points: Point[] = [];
  for (let point = first; points.length < count; point = point.add(Point.BASE)) points.push(point);
  return points;
};

/**
 * Documents by the thousand, each with a valid signature. The nonces count up from a first one, so a signature costs one addition
 * of points in place of two multiplications. Whoever does that gives the secret key away; that of an example is published.
 */
export const bulkSigned = (drafts: readonly BulkDraft[], { id, seed }: Author): readonly GivenRecord[] => {
  const scalar = scalarOf(seed);
  const key = Point.BASE.multiply(scalar).toBytes();
  const first = littleEndian(sha512(seed).slice(32)) % groupOrder;
  const points = encodePoints(pointsFrom(Point.BASE.multiply(first), drafts.length));
  return drafts.map(({ path, content, timestamp }, at) => {
    tellProgress(at, drafts.length, 'signed');
    const bytes = encodeUtf8(content);
    const header: JsonObject = {
      format: documentFormat,
      space,
      author: id,
      path,
      timestamp,
      contentHash: blobId(content, portableSha256, steps),
      contentSize: bytes.length,
    };
    const digest = steps.headerHash(header, steps.canonical, portableSha256);
    const message = encodeUtf8(`${recordContext}%${encodeBase32FromHex(digest)}`);
    const r = points[at] as Uint8Array;
    const k = littleEndian(sha512.create().update(r).update(key).update(message).digest());
    const signature = new Uint8Array(64);
    signature.set(r);
    signature.set(littleEndianBytes((first + BigInt(at) + k * scalar) % groupOrder), 32);
    return {
      format: documentFormat,
      text: canonical({ header, signature: encodeBase32(signature), content }),
    };
  });
};
