import type { VectorCase } from '@rockpool/schemas';
import { cast, type TestKey } from '../../src/forge/cast.ts';
import type { FeedReport } from '../../src/forge/feed-state.ts';
import { compareIds } from '../../src/forge/identifiers.ts';
import type { NativeRecord } from '../../src/forge/native.ts';
import { feedCase, type Given } from '../cases/feed.ts';
import { idOf } from '../messages/message.ts';

export type StateOptions = { now?: number; space?: string; wanted: readonly FeedReport[] };

/** What a replica says about feeds, given these messages in this order. */
export const state = (
  slug: string,
  title: string,
  requirements: readonly string[],
  records: readonly Given[],
  { now, space = cast.spaces.gardening, wanted }: StateOptions,
): VectorCase =>
  feedCase({
    id: `feed-state/${slug}`,
    title,
    profile: 'feeds',
    operation: 'feed.state',
    requirements,
    input: { format: 'rp.message.1', ...(now === undefined ? {} : { now }), space, records },
    wanted: { feeds: wanted },
  });

type Found = { author?: TestKey; log?: number };

/** A feed without evidence: positions by sequence. */
export const quiet = (settled: number[], length: number, { author = cast.suzy, log }: Found = {}): FeedReport => ({
  author: author.keyId,
  ...(log === undefined ? {} : { log }),
  settled,
  disputed: [],
  length,
});

/** A feed with evidence; `length` is that of what is settled. */
export const torn = (
  settled: number[],
  disputed: number[],
  length: number,
  [sequence, ...proof]: [sequence: number, lower: number, higher: number],
  found: Found = {},
): FeedReport => ({ ...quiet(settled, length, found), disputed, evidence: { sequence, proof } });

/** The positions of messages in the order of the bytes of their ids. */
export const byIds = (records: readonly Given[], ...positions: number[]): number[] =>
  [...positions].sort((left, right) =>
    compareIds(idOf(records[left] as NativeRecord), idOf(records[right] as NativeRecord)),
  );

/**
 * Two messages that one of the makers makes, each from a number, whose ids are in one order as bytes and in the other as
 * texts. The one with the lower bytes comes first.
 */
export const crossed = (
  first: (count: number) => NativeRecord,
  second: (count: number) => NativeRecord,
): [lower: NativeRecord, higher: NativeRecord] => {
  const left = first(0);
  for (let count = 1; count < 1000; count += 1) {
    const right = second(count);
    const [isLower, isEarlier] = [compareIds(idOf(left), idOf(right)) < 0, idOf(left) < idOf(right)];
    if (isLower !== isEarlier) return isLower ? [left, right] : [right, left];
  }
  throw new Error('no two ids are crossed');
};
