/**
 * Which messages have to overtake, one after another, so that the one at a place comes to another place: each goes before all
 * others on the same way. `queue` has numbers of messages, the one that arrives next in front.
 */
export const overtakes = (queue: readonly number[], from: number, to: number): readonly number[] => {
  const moved = queue[from];
  if (moved === undefined || from === to) return [];
  const order = queue.toSpliced(from, 1).toSpliced(to, 0, moved);
  return order.slice(0, to < from ? to + 1 : to).reverse();
};
