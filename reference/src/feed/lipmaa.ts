/** The heights 1, 4, 13, 40, … up to 2^53 − 1. The one after the last is beyond what a number holds exactly. */
const heights: readonly number[] = heightsUpTo(Number.MAX_SAFE_INTEGER);

function heightsUpTo(limit: number): number[] {
  const found: number[] = [];
  for (let height = 1; height <= limit; height = 3 * height + 1) found.push(height);
  return found;
}

/**
 * [MSG-8] The sequence to which the skip link of message `sequence` leads. `sequence` − 1 means that there is none.
 * Answers 0 for what is no sequence, so that rules can ask about anything.
 */
export function lipmaa(sequence: number): number {
  if (!Number.isSafeInteger(sequence) || sequence < 1) return 0;
  let rest = sequence;
  for (let level = heights.length - 1; ; ) {
    while ((heights[level] as number) > rest) level--;
    const height = heights[level] as number;
    if (height === sequence) return heights[level - 1] ?? 0;
    if (height === rest) return sequence - rest;
    rest -= height;
  }
}

/** Where skip links lead: `lipmaa`, or what is tried in its place. */
export type Lipmaa = (sequence: number) => number;

/** The shortest way along links from message `from` down to message `to`, both included; empty where there is none. */
export function wayDown(from: number, to: number, skipTo: Lipmaa = lipmaa): number[] {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || to < 1 || from < to) return [];
  const way = [from];
  for (let at = from; at > to; ) {
    const far = skipTo(at);
    at = far >= to ? far : at - 1;
    way.push(at);
  }
  return way;
}

/**
 * [FEED-9] The sequences of the messages in a subset proof of message `target`, highest first: the way from the newest
 * message down to it, then on to 1. Empty where there is no such message.
 */
export const proofPath = (newest: number, target: number, skipTo: Lipmaa = lipmaa): number[] => {
  const way = wayDown(newest, target, skipTo);
  return way.length === 0 ? way : [...way, ...wayDown(target, 1, skipTo).slice(1)];
};
