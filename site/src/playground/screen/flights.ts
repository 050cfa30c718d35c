import type { Snapshot } from '../engine/snapshot.ts';

/** A message that is seen to cross, between two snapshots. Times are parts of the whole: 0 is its beginning and 1 its end. */
export type Flight = {
  readonly number: number;
  readonly link: number;
  readonly type: string;
  readonly isForged: boolean;
  /** From the first peer of the link to the second. */
  readonly isForward: boolean;
  /** It was on its way before. */
  readonly isUnderway: boolean;
  readonly begins: number;
  readonly ends: number;
};

const momentsOf = ({ events }: Snapshot): number => events.at(-1)?.until ?? 0;

/** What arrived between two snapshots of one time line, the earlier first; nothing where the time went back. */
export const flightsBetween = (before: Snapshot, after: Snapshot): readonly Flight[] => {
  const [from, to] = [momentsOf(before), momentsOf(after)];
  const at = (moment: number): number => Math.max(0, moment - from) / (to - from);
  if (after.position <= before.position || to <= from) return [];
  return after.messages.flatMap((message) => {
    const { number, link, type, isForged, sentAt, endedAt, where } = message;
    if (where !== 'arrived' || endedAt === undefined || endedAt < from || endedAt >= to) return [];
    const isForward = after.links[link]?.peers[0] === message.from;
    const isUnderway = sentAt < from;
    return [{ number, link, type, isForged, isForward, isUnderway, begins: at(sentAt), ends: at(endedAt + 1) }];
  });
};

/** How many moments lie between two snapshots: each sending and each arrival is one. */
export const momentsBetween = (before: Snapshot, after: Snapshot): number => momentsOf(after) - momentsOf(before);
