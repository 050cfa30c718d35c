import { both, native, weakening } from './replica-change.ts';
import type { Weakening } from './weakened.ts';

/** [REP-10] [REP-12] [NAT-4] [NAT-7] [NAT-8] */
export const states: readonly Weakening[] = [
  ...weakening(both, 'state', 'REP-10', 'at-its-end', 'no longer shows what expires now', {
    isLiving: (expires, now) => expires === undefined || expires > now,
  }),
  ...weakening(both, 'state', 'REP-10', 'a-second-longer', 'shows for a second what has expired', {
    isLiving: (expires, now) => expires === undefined || expires + 1_000_000 >= now,
  }),
  ...weakening(both, 'state', 'REP-12', 'reversed', 'lists records from the last to the first', {
    listAccepted: (ids) => ids.toReversed(),
  }),
  ...weakening(native, 'state', 'NAT-4', 'by-text', 'lists what is wanted in the order of the texts', {
    listWanted: (blobs) => blobs.toSorted(),
  }),
  ...weakening(native, 'state', 'NAT-4', 'first-alone', 'tells the first of what is wanted alone', {
    listWanted: (blobs) => blobs.slice(0, 1),
  }),
  ...weakening(native, 'state', 'NAT-4', 'never', 'wants nothing', { listWanted: () => [] }),
  ...weakening(native, 'state', 'NAT-7', 'by-text', 'lists what is held in the order of the texts', {
    listHeld: (held) => held.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }),
  ...weakening(native, 'state', 'NAT-8', 'without-evidence', 'does not show the evidence of forks', {
    listFeeds: (feeds) => feeds.map((feed) => ({ ...feed, evidence: undefined })),
  }),
  ...weakening(native, 'state', 'NAT-8', 'first-feeds', 'tells of the first feed of each author alone', {
    listFeeds: (feeds) => feeds.filter(({ log }) => log === undefined),
  }),
];
