import { createHash } from 'node:crypto';
import { blobId, type GivenRecord, type SyncEngine } from '@rockpool/reference';
import { nodeSha256 } from '@rockpool/reference/node';
import { canonical, cast, signNative } from '../../src/forge/index.ts';
import { FORMAT } from './replica-records.ts';
import { NOW } from './samples.ts';

/** What two peers compare: when it was written, and 32 bytes of an id in hexadecimal. */
export interface Listed {
  readonly timestamp: number;
  readonly hex: string;
}

/** Where the differences are: among the newest, as mostly, or anywhere, which is the hardest. */
export type Place = 'newest' | 'scattered';

export interface Difference {
  readonly count: number;
  readonly place: Place;
}

/** Takes every signature for valid: what is measured is the sync. */
export const credulous = { name: 'credulous', verify: () => true } as unknown as SyncEngine;

/** Between two items, in microseconds: there is room for records that one peer alone has. */
const STEP = 1_000;

/** The most differences of a session. */
const MOST = 1_000;

/** How many sessions there is room for between the common items and the clock: what is newest in one is newer than all before. */
const SESSIONS = 5_000;

/** The share of a whole by which the places of one session lie behind those of another: so they never gather. */
const SHIFT = (Math.sqrt(5) - 1) / 2;

const firstOf = (count: number): number => NOW - (count + MOST * SESSIONS) * STEP;

/** Items that both have, in their order. Nobody has their records, since nobody asks for them. */
export const commonItems = (count: number): Listed[] =>
  Array.from({ length: count }, (_, index) => ({
    timestamp: firstOf(count) + index * STEP,
    hex: createHash('sha256').update(`item ${index}`).digest('hex'),
  }));

/** A record, and the item that it is. */
export interface Differing {
  readonly record: GivenRecord;
  readonly item: Listed;
}

/** Records that one peer alone has: in turns the one and the other. */
export function differences({ count, place }: Difference, common: number, salt: number): Differing[] {
  const { keyId, seed } = cast.suzy;
  return Array.from({ length: count }, (_, index) => {
    const content = `${salt} ${index}`;
    const at =
      place === 'newest' ? common + salt * MOST + index : Math.floor(((index + ((salt * SHIFT) % 1)) * common) / count);
    const header = {
      format: FORMAT,
      space: cast.spaces.gardening,
      author: keyId,
      path: `/${salt}/${index}`,
      timestamp: firstOf(common) + at * STEP + 1 + (salt % (STEP - 1)),
      contentHash: blobId(content, nodeSha256),
      contentSize: content.length,
    };
    const { signature } = signNative({ header, content, seed });
    const hex = nodeSha256(canonical(header));
    return {
      record: { format: FORMAT, text: JSON.stringify({ header, signature, content }) },
      item: { timestamp: header.timestamp, hex },
    };
  });
}
