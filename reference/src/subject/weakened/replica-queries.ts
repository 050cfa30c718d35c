import { isDocument, isMessage, type KeepableRecord } from '../../replica/family.ts';
import { keysetPage } from '../../replica/page.ts';
import type { ReplicaSteps } from '../../replica/steps.ts';
import { inclusivePage } from '../broken/pages.ts';
import { both, native, weakening } from './replica-change.ts';
import type { Weakening } from './weakened.ts';

const limited = (limit: number, by: number): number => Math.max(1, limit + by);

/** [REP-10] [QRY-12] [QRY-14] to [QRY-22] */
export const queries: readonly Weakening[] = [
  ...weakening(both, 'query', 'REP-10', 'given-at-its-end', 'no longer gives what expires now', {
    isLiving: (expires, now) => expires === undefined || expires > now,
  }),
  ...weakening(both, 'query', 'REP-10', 'given-a-second-longer', 'gives for a second what has expired', {
    isLiving: (expires, now) => expires === undefined || expires + 1_000_000 >= now,
  }),
  ...weakening(both, 'query', 'QRY-12', 'winner-last', 'looks for the winner among what is left in', {
    winnerFirst: false,
  }),
  ...weakening(both, 'query', 'QRY-12', 'always', 'gives winners alone, whatever history says', {
    asksForWinners: () => true,
  }),
  ...weakening(both, 'query', 'QRY-12', 'order-path', 'gives winners alone in the order of paths alone', {
    asksForWinners: ({ history, order }) => history === 'latest' && order === 'path',
  }),
  ...weakening(native, 'query', 'QRY-14', 'messages-last', 'gives messages behind all documents', {
    arrange: (matches, { order, reverse }) =>
      order === 'path'
        ? matches.toSorted(
            (a, b) => (Number(isMessage(a.kept.record)) - Number(isMessage(b.kept.record))) * (reverse ? -1 : 1),
          )
        : matches,
  }),
  ...weakening(both, 'query', 'QRY-14', 'oldest-first', 'gives the documents at a path from the oldest to the newest', {
    arrange: (matches, { order, reverse }) => (order === 'path' ? byPathAndAge(matches, reverse) : matches),
  }),
  ...weakening(both, 'query', 'QRY-15', 'newest-first', 'gives the newest first in the order of time', {
    arrange: (matches, { order }) => (order === 'time' ? matches.toReversed() : matches),
  }),
  ...weakening(both, 'query', 'QRY-16', 'by-time', 'takes the order of arrival for that of time', {
    arrange: (matches, { order, reverse }) =>
      order === 'arrival'
        ? matches.toSorted((a, b) => (a.kept.record.timestamp - b.kept.record.timestamp) * (reverse ? -1 : 1))
        : matches,
  }),
  ...weakening(both, 'query', 'QRY-17', 'within-page', 'turns each page around and not the order', {
    isReversed: () => false,
    arrange: (matches, { reverse }) => (reverse ? matches.toReversed() : matches),
  }),
  ...weakening(both, 'query', 'QRY-17', 'time-alone', 'turns the order of time around alone', {
    isReversed: ({ order, reverse }) => reverse && order === 'time',
  }),
  ...weakening(both, 'query', 'QRY-18', 'one-more', 'gives one record more than the limit', {
    limitOf: ({ limit }) => limited(limit, 1),
  }),
  ...weakening(both, 'query', 'QRY-18', 'one-less', 'gives one record less than the limit', {
    limitOf: ({ limit }) => limited(limit, -1),
  }),
  ...weakening(both, 'query', 'QRY-18', 'last-ones', 'gives the last records of the order', {
    page(matchesBehind, place, limit) {
      const { matches, next } = keysetPage(matchesBehind, place, limit);
      const all = [...matchesBehind(place)];
      return { matches: next === undefined ? matches : all.slice(-limit), next };
    },
  }),
  ...weakening(both, 'query', 'QRY-19', 'full-page', 'says that there is more whenever a page is full', {
    page(matchesBehind, place, limit) {
      const { matches } = keysetPage(matchesBehind, place, limit);
      return { matches, next: matches.length === limit ? matches.at(-1)?.place : undefined };
    },
  }),
  ...weakening(both, 'query', 'QRY-20', 'skips-one', 'passes over the first record behind a page', {
    page(matchesBehind, place, limit) {
      const { matches, next } = keysetPage(matchesBehind, place, limit + (place === undefined ? 0 : 1));
      return { matches: place === undefined ? matches : matches.slice(1), next };
    },
  }),
  ...weakening(both, 'query', 'QRY-21', 'inclusive', 'gives the last record of a page again', { page: inclusivePage }),
  ...weakening(both, 'query', 'QRY-22', 'unless-empty', 'ends a live query that has nothing yet', {
    isLive: ({ order, reverse, cursor }) => order === 'arrival' && !reverse && cursor !== undefined,
  }),
  ...weakening(both, 'query', 'QRY-22', 'latest-alone', 'ends a live query for all of history', {
    isLive: ({ order, reverse, history }) => order === 'arrival' && !reverse && history === 'latest',
  }),
];

const pathIn = (record: KeepableRecord): string => (isDocument(record) ? record.path : '');

function byPathAndAge(matches: Parameters<ReplicaSteps['arrange']>[0], reverse: boolean) {
  const sign = reverse ? -1 : 1;
  return matches.toSorted((a, b) => {
    const [left, right] = [pathIn(a.kept.record), pathIn(b.kept.record)];
    if (left !== right || left === '') return 0;
    return sign * (a.kept.record.timestamp - b.kept.record.timestamp);
  });
}
