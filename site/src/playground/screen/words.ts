import type { PeerView } from '../engine/peer-view.ts';
import type { Snapshot } from '../engine/snapshot.ts';
import { durationWords } from '../engine/time-words.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What a clock shows, in hours and minutes, with the day where it is another than that of the true time. */
export const clockWords = (clock: number, now: number): string => {
  const [shown, real] = [new Date(clock / 1000), new Date(now / 1000)];
  const time = `${two(shown.getUTCHours())}:${two(shown.getUTCMinutes())}`;
  const isToday = shown.toISOString().slice(0, 10) === real.toISOString().slice(0, 10);
  return isToday ? time : `${shown.getUTCDate()} ${months[shown.getUTCMonth()]}, ${time}`;
};

/** How wrong a clock is; empty where it is right. */
export const skewWords = ({ ahead, isStanding }: PeerView): string => {
  if (isStanding) return 'waits, for it was set back';
  if (ahead === 0) return '';
  return `${durationWords(Math.abs(ahead))} ${ahead > 0 ? 'ahead' : 'behind'}`;
};

const numbers = ['no', 'one', 'two', 'three'];

/** Whether all have the same, for everybody. */
export const statesWords = (states: number, peers: number): string =>
  states <= 1
    ? `${peers === 2 ? 'Both' : `All ${numbers[peers] ?? peers}`} have the same: one colour.`
    : `Not all have the same: ${numbers[states] ?? states} colours.`;

/** A number of bytes, as short as it can be said. */
export const bytesWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toPrecision(bytes < 10_000 ? 2 : 3)} kB`;
  return `${(bytes / 1_000_000).toPrecision(2)} MB`;
};

/** What happened since a position, one thing after another. Of that where nothing happened nothing is said. */
export const toldSince = ({ events }: Snapshot, since: number): readonly string[] =>
  events.slice(since).flatMap(({ sentence, do: what, until }, at) => {
    const before = events[since + at - 1]?.until ?? 0;
    return sentence === '' || (what === 'settle' && until === before) ? [] : [sentence];
  });

/** The name of a peer, or of a guest, by its place. */
export const nameAt = ({ peers, guests }: Snapshot, at: number): string =>
  (peers[at] ?? guests[at - peers.length])?.name ?? '';
