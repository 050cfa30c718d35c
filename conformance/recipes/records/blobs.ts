import type { VectorCase } from '@rockpool/schemas';
import { blobId } from '../../src/forge/blob.ts';
import { compactText, concat, hex, utf8 } from '../../src/forge/bytes.ts';
import { type DraftFile, toCase } from '../cases/file.ts';

const CHUNK = 65_536;

/** One byte value over and over, which a compact input can say in a few characters. */
const same = (value: number, length: number): Uint8Array => new Uint8Array(length).fill(value);

/** Chunks of different bytes, so that no two leaves are equal. */
const chunks = (count: number, rest = 0): Uint8Array =>
  concat(...Array.from({ length: count }, (_, index) => same(index + 1, CHUNK)), same(0xee, rest));

type Row = [slug: string, title: string, bytes: Uint8Array, requirements: string[]];

const ROWS: Row[] = [
  ['none', 'no bytes', new Uint8Array(), ['BLB-1', 'BLB-2', 'BLB-3']],
  ['hello', 'the bytes of hello', utf8('hello'), ['BLB-1', 'BLB-2', 'BLB-3']],
  ['flowers', 'the content of a page', utf8('Flowers are pretty 🌸'), ['BLB-3']],
  ['zero-byte', 'one byte, 00', Uint8Array.of(0), ['BLB-2', 'BLB-3']],
  ['one-byte', 'one byte, 01', Uint8Array.of(1), ['BLB-2', 'BLB-3']],
  ['last-byte', 'one byte, ff', Uint8Array.of(255), ['BLB-3']],
  ['two-zero-bytes', 'two bytes 00: the number of bytes counts', Uint8Array.of(0, 0), ['BLB-3']],
  ['every-byte', 'all 256 bytes', Uint8Array.from({ length: 256 }, (_, index) => index), ['BLB-3']],
  ['size-255', '255 bytes', same(0x61, 255), ['BLB-3']],
  ['size-256', '256 bytes: the length needs its second byte', same(0x61, 256), ['BLB-3']],
  ['ill-formed', 'bytes that are no text', Uint8Array.of(0xff, 0xfe, 0xc0, 0x80), ['BLB-3']],
  ['chunk-less-1', 'one byte less than a chunk', same(0x61, CHUNK - 1), ['BLB-1', 'BLB-3']],
  ['chunk', 'exactly one chunk: one leaf', same(0x61, CHUNK), ['BLB-1', 'BLB-2', 'BLB-3']],
  ['chunk-plus-1', 'a chunk and one byte: two leaves', same(0x61, CHUNK + 1), ['BLB-1', 'BLB-2', 'BLB-3']],
  ['chunks-2-less-1', 'one byte less than two chunks', same(0x61, 2 * CHUNK - 1), ['BLB-1', 'BLB-2']],
  ['chunks-2', 'exactly two chunks', chunks(2), ['BLB-1', 'BLB-2']],
  ['chunks-2-equal', 'two equal chunks', same(0, 2 * CHUNK), ['BLB-2']],
  ['chunks-2-plus-1', 'two chunks and a byte: the tree leans to the left', chunks(2, 1), ['BLB-1', 'BLB-2']],
  ['chunks-3', 'three chunks', chunks(3), ['BLB-2']],
  ['chunks-3-plus-7', 'three chunks and 7 bytes: four leaves', chunks(3, 7), ['BLB-1', 'BLB-2']],
  ['chunks-4', 'four chunks: a full tree', chunks(4), ['BLB-2']],
  ['chunks-5', 'five chunks: four to the left, one to the right', chunks(5), ['BLB-2']],
  ['chunks-6', 'six chunks: four and two', chunks(6), ['BLB-2']],
  ['chunks-7', 'seven chunks', chunks(7), ['BLB-2']],
  ['chunks-8', 'eight chunks: the larger power of two', chunks(8), ['BLB-2']],
  ['chunks-9', 'nine chunks', chunks(9), ['BLB-2']],
  ['chunks-17', 'seventeen chunks: sixteen to the left, one to the right', chunks(17), ['BLB-2']],
  ['chunks-33', 'thirty-three chunks', chunks(33), ['BLB-2']],
  ['chunks-11-plus-100', 'eleven chunks and 100 bytes', chunks(11, 100), ['BLB-1', 'BLB-2', 'BLB-3']],
];

/** `blob.id`, which refuses nothing. */
export const makeBlobs = (): DraftFile => ({
  name: 'blobs',
  title: 'Blobs',
  description: 'The ids of blobs of no, one and several chunks.',
  cases: ROWS.map(
    ([slug, title, bytes, requirements]): VectorCase =>
      toCase({
        id: `blobs/${slug}`,
        title,
        profile: 'core',
        requirements,
        operation: 'blob.id',
        input: { bytes: compactText(hex(bytes), 2) },
        expect: { ok: { id: blobId(bytes) } },
        timeless: true,
      }),
  ),
});
