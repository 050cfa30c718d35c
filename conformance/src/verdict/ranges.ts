import { unbase64url } from '../forge/base64.ts';
import { hex } from '../forge/bytes.ts';
import { SHORT_ID } from '../forge/sync-ranges.ts';

/** A place between items; nothing is the end of all. `bytes` are lower-case hexadecimal, without the zeros behind them. */
export type Bound = { timestamp: number; bytes: string } | undefined;

/** What an entry says of the range up to `to`. */
export type RangeEntry = { to: Bound } & (
  | { kind: 'silent' }
  | { kind: 'sum'; fingerprint: string; count: number }
  | { kind: 'list' | 'long list'; items: readonly string[] }
  | { kind: 'wish'; wished: readonly boolean[] }
);

const MOST = Number.MAX_SAFE_INTEGER;
const SIZES = { list: SHORT_ID, 'long list': 32 } as const;

/** Reads from the beginning of some bytes to their end. Each member throws `RangeError` where they do not have what is read. */
const reader = (bytes: Uint8Array) => {
  let at = 0;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError('it ends in the middle of an entry');
    at += length;
    return bytes.subarray(at - length, at);
  };
  const byte = (): number => take(1)[0] as number;
  return {
    more: () => at < bytes.length,
    take,
    byte,
    number: (): number => {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const next = byte();
        value += (next & 127) * scale;
        if (value > MOST) throw new RangeError('a number is greater than 9007199254740991');
        if (next === 0 && scale > 1) throw new RangeError('a number is longer than it has to be');
        if (next < 128) return value;
      }
    },
  };
};

type Reader = ReturnType<typeof reader>;

const readBound = (from: Reader, before: number): Bound => {
  const distance = from.number();
  if (distance === 0) return undefined;
  const bytes = from.take(from.byte());
  if (bytes.length > 32 || bytes.at(-1) === 0) throw new RangeError('the bytes of a bound are not the shortest');
  return { timestamp: before + distance - 1, bytes: hex(bytes) };
};

const readEntry = (from: Reader, to: Bound): RangeEntry => {
  const code = from.byte();
  switch (code) {
    case 0:
      return { to, kind: 'silent' };
    case 1:
      return { to, kind: 'sum', fingerprint: hex(from.take(16)), count: from.number() };
    case 2:
    case 4: {
      const kind = code === 2 ? 'list' : 'long list';
      const count = from.number();
      const all = from.take(count * SIZES[kind]);
      const item = (at: number): string => hex(all.subarray(at * SIZES[kind], (at + 1) * SIZES[kind]));
      return { to, kind, items: Array.from({ length: count }, (_, at) => item(at)) };
    }
    case 3: {
      const count = from.number();
      const bits = from.take(Math.ceil(count / 8));
      if (count % 8 > 0 && (bits.at(-1) ?? 0) >> (count % 8) > 0)
        throw new RangeError('bits of a wish that stand for nothing are 1');
      const isSet = (at: number): boolean => (((bits[at >> 3] as number) >> (at & 7)) & 1) === 1;
      return { to, kind: 'wish', wished: Array.from({ length: count }, (_, at) => isSet(at)) };
    }
    default:
      throw new RangeError(`there is no entry of kind ${code}`);
  }
};

/** What `ranges` says, or in words why it has not its form [RNG-1]. Whether bounds rise is not looked at. */
export const readRanges = (text: string): RangeEntry[] | string => {
  const bytes = unbase64url(text);
  if (bytes === undefined) return 'it is no base64url';
  const from = reader(bytes);
  const entries: RangeEntry[] = [];
  let before = 0;
  try {
    while (from.more()) {
      const to = readBound(from, before);
      before = to?.timestamp ?? before;
      entries.push(readEntry(from, to));
    }
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  const silent = entries.map(({ kind }) => kind === 'silent');
  if (entries.length === 0) return 'it has no entry';
  if (silent.at(-1)) return 'the last entry is silent';
  return silent.some((each, at) => each && silent[at + 1]) ? 'two entries in a row are silent' : entries;
};

const boundWords = (bound: Bound): string => {
  if (bound === undefined) return 'the end';
  return bound.bytes === '' ? `${bound.timestamp}` : `${bound.timestamp} and ${bound.bytes.slice(0, 12)}`;
};

const counted = (count: number): string => `${count} item${count === 1 ? '' : 's'}`;

/** What an entry says, in words. */
export const entryWords = (entry: RangeEntry): string => {
  const up = `up to ${boundWords(entry.to)}`;
  switch (entry.kind) {
    case 'silent':
      return `silence ${up}`;
    case 'sum':
      return `sum ${entry.fingerprint.slice(0, 8)} of ${counted(entry.count)} ${up}`;
    case 'list':
    case 'long list':
      return `${entry.kind} of ${counted(entry.items.length)} ${up}`;
    case 'wish':
      return `wish for ${entry.wished.filter((each) => each).length} of ${counted(entry.wished.length)} ${up}`;
  }
};

/** Both bounds, or the ends of all, are the same place. */
export const sameBound = (one: Bound, other: Bound): boolean =>
  one?.timestamp === other?.timestamp && one?.bytes === other?.bytes;
