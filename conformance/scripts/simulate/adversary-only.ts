/**
 * What no schedule has shown yet, each with the vector that does: mostly what a peer has to refuse, which nobody in a net sends; what only
 * costs bytes, turns or time, and ends in the same state; and what a net has none of, such as addresses. Found by trying a hundred
 * schedules each: of some of these, other schedules might show it.
 */
export const ADVERSARY_ONLY: ReadonlyMap<string, string> = new Map([
  ['SYN-1', 'sync/text-deep-answerer'],
  ['SYN-2', 'sync/address-accent-answerer'],
  ['SYN-3', 'sync/turn-auth-answerer-contents'],
  ['SYN-6', 'sync/live-closed-answerer'],
  ['SYN-7', 'sync/version-0-answerer'],
  ['SYN-9', 'sync/address-caller'],
  ['SYN-10', 'sync/address-foreign-answerer'],
  ['SYN-11', 'sync/auth-key-answerer'],
  ['SYN-12', 'sync/space-other-answerer'],
  ['SYN-14', 'sync/lift-caller'],
  ['SYN-16', 'sync/sent-back-answerer'],
  ['SYN-18', 'sync/order-room-one-one-answerer'],
  ['SYN-20', 'sync/contents-filter-answerer'],
  ['SYN-23', 'sync/live-later-answerer'],
  ['SYN-24', 'sync/live-soon-answerer'],
  ['SYN-25', 'sync/live-push-answerer'],
  ['SYN-26', 'sync/live-crossing-answerer'],
  ['SYN-27', 'sync/filter-unknown-answerer'],
  ['RNG-1', 'sync/range-bound-cut'],
  ['RNG-2', 'sync/range-order-beginning'],
  ['RNG-3', 'sync/first-list'],
  ['RNG-4', 'sync/counted-twice'],
  ['RNG-5', 'sync/listed-long'],
  ['RNG-6', 'sync/listed-large'],
  ['RNG-7', 'sync/divided-few'],
  ['RNG-8', 'sync/counted-done'],
  ['RNG-10', 'sync/partner-empty-caller'],
  ['RNG-11', 'sync/part-sixteen-answerer'],
  ['RNG-12', 'sync/eighteen-caller'],
  ['RNG-13', 'sync/one-time-caller'],
  ['RNG-16', 'sync/wished-early'],
  ['RNG-20', 'sync/disjoint-answerer'],
]);
