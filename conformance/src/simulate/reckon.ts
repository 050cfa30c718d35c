import { base32, type JsonObject } from '../forge/index.ts';
import { passesFilter } from '../forge/query-rules.ts';
import type { Entry } from '../forge/replica-entry.ts';
import { transcriptOf } from '../forge/session-hello.ts';
import { fingerprint, itemBytes } from '../forge/sync-items.ts';

type Side = 'caller' | 'answerer';
type Each = Readonly<Record<Side, JsonObject>>;

/** What `done` and `state` say of items. */
export type Summary = { fingerprint: string; count: number };

/** How far a record may be ahead of the earlier clock, in microseconds. */
const AHEAD = 600_000_000;

/**
 * What a side has to say of the records that it keeps, by the two `hello` and the two `open` of its session, when its own clock
 * shows `now` [SYN-30] [SYN-31].
 */
export const summaryOf = (
  side: Side,
  kept: readonly Entry[],
  { hellos, opens, now }: { hellos: Each; opens: Each; now: number },
): Summary => {
  const both = [opens.caller, opens.answerer];
  const goneBy = both.every(({ live }) => live === true) ? now - Number(opens[side].now) : 0;
  const clocks = both.map((open) => Number(open.now) + goneBy);
  const [asOf, newest] = [Math.max(...clocks), Math.min(...clocks) + AHEAD];
  const filters = both.flatMap(({ filter }) => (filter === undefined ? [] : [filter as JsonObject]));
  const items = kept
    .filter(({ expires, timestamp }) => expires >= asOf && timestamp <= newest)
    .filter((entry) => filters.every((filter) => passesFilter(filter, entry)))
    .map((entry) => ({ bytes: itemBytes(entry) }));
  const transcript = transcriptOf(hellos.caller, hellos.answerer);
  const lift = both.some((open) => open.lift === 1) ? 1 : 0;
  return { fingerprint: base32(fingerprint(items, { transcript, lift })), count: items.length };
};
