/**
 * What no schedule has shown yet, each with the vector that does: mostly what only costs bytes, turns or time, and ends in the same state;
 * and what needs more records than a schedule has. Found by trying a hundred schedules each: of some of these, other schedules might
 * show it.
 */
export const ADVERSARY_ONLY: ReadonlyMap<string, string> = new Map([
  ['SYN-16', 'sync/sent-back-answerer'],
  ['SYN-18', 'sync/order-room-one-one-answerer'],
  ['SYN-20', 'sync/contents-filter-answerer'],
  ['SYN-23', 'sync/live-later-answerer'],
  ['SYN-24', 'sync/live-soon-answerer'],
  ['SYN-25', 'sync/live-push-answerer'],
  ['SYN-26', 'sync/live-crossing-answerer'],
  ['RNG-8', 'sync/counted-done'],
  ['RNG-10', 'sync/partner-empty-caller'],
  ['RNG-11', 'sync/part-thirty-two-answerer'],
  ['RNG-12', 'sync/thirty-four-caller'],
  ['RNG-13', 'sync/one-time-caller'],
  ['RNG-16', 'sync/wished-early'],
  ['RNG-20', 'sync/disjoint-answerer'],
]);
