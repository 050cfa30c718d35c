/** How many colours there are; each has a rule in the style sheet of the badge. */
export const hueCount = 10;

/** What stands for a state: a colour, and for who sees none a mosaic. */
export type Look = {
  /** One of the colours, from 0. */
  readonly hue: number;
  /** Five rows of five, alike on the left and on the right: which of its places are filled. It follows from the fingerprint alone. */
  readonly cells: readonly boolean[];
};

/** By fingerprint. */
export type Looks = Readonly<Record<string, Look>>;

const [size, half] = [5, 3];

/** Colours so far apart on the wheel are easily told from each other; there is room for four of them. */
const easy = 2;

const cellsOf = (fingerprint: string): readonly boolean[] => {
  const bit = (at: number): boolean => Number.parseInt(fingerprint[at + 4] ?? '0', 16) % 2 === 1;
  return Array.from({ length: size * size }, (_, at) => {
    const column = at % size;
    return bit(Math.floor(at / size) * half + Math.min(column, size - 1 - column));
  });
};

const distance = (one: number, other: number): number => {
  const apart = Math.abs(one - other);
  return Math.min(apart, hueCount - apart);
};

/**
 * The colour that follows from a fingerprint or, where a state before it has that or one that is hard to tell from it, the next
 * that is easy to tell: from all, or from what is seen now and from the first, or from what is seen now. Where all colours are
 * taken, the one that was given before the others, and never that of the first state.
 */
const hueOf = (fingerprint: string, seen: readonly number[], earlier: readonly number[]): number => {
  const own = Number.parseInt(fingerprint.slice(0, 2), 16) % hueCount;
  const hues = Array.from({ length: hueCount }, (_, more) => (own + more) % hueCount);
  const free = hues.filter((hue) => !earlier.includes(hue));
  const first = earlier.slice(0, 1);
  for (const others of [earlier, [...first, ...seen], seen]) {
    const found = free.find((hue) => others.every((other) => distance(hue, other) >= easy));
    if (found !== undefined) return found;
  }
  const used = hues.filter((hue) => !first.includes(hue) && !seen.includes(hue));
  const [longest] = used.toSorted((one, other) => earlier.lastIndexOf(one) - earlier.lastIndexOf(other));
  return free[0] ?? longest ?? own;
};

/**
 * A look for each of the states that are seen now, by their fingerprints of 32 digits of hexadecimal, and for all that were seen
 * `before` in the same story, which keep theirs. So a look follows from the story up to where its state is first seen: who
 * goes back finds the same colours, and so does everybody else who plays it.
 */
export const looksOf = (fingerprints: readonly string[], before: Looks = {}): Looks => {
  const looks: Record<string, Look> = { ...before };
  const seen = () => fingerprints.flatMap((each) => looks[each]?.hue ?? []);
  for (const fingerprint of fingerprints) {
    const earlier = Object.values(looks).map(({ hue }) => hue);
    looks[fingerprint] ??= { hue: hueOf(fingerprint, seen(), earlier), cells: cellsOf(fingerprint) };
  }
  return looks;
};

/** How many states there are among peers. */
export const statesAmong = (peers: readonly { readonly fingerprint: string }[]): number =>
  new Set(peers.map(({ fingerprint }) => fingerprint)).size;
