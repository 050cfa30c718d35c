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

/** Colours so far apart on the wheel are easily told from each other; with them there is room for four states. */
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

/** The colour that follows from a fingerprint or, where it is taken or hard to tell from one that is, the next that is not. */
const hueOf = (fingerprint: string, taken: readonly number[]): number => {
  const first = Number.parseInt(fingerprint.slice(0, 2), 16) % hueCount;
  const hues = Array.from({ length: hueCount }, (_, more) => (first + more) % hueCount);
  const apart = (least: number) => hues.find((hue) => taken.every((other) => distance(hue, other) >= least));
  return apart(easy) ?? apart(1) ?? first;
};

/**
 * A look for each of some fingerprints, which have 32 digits of hexadecimal: the same for the same, and never one colour for
 * two that are seen at once. What was seen just `before` keeps its look, so that nobody's changes because of another's.
 */
export const looksOf = (fingerprints: readonly string[], before: Looks = {}): Looks => {
  const looks: Record<string, Look> = {};
  for (const fingerprint of fingerprints) {
    const known = before[fingerprint];
    if (known !== undefined) looks[fingerprint] = known;
  }
  for (const fingerprint of fingerprints) {
    const taken = Object.values(looks).map(({ hue }) => hue);
    looks[fingerprint] ??= { hue: hueOf(fingerprint, taken), cells: cellsOf(fingerprint) };
  }
  return looks;
};

/** How many states there are among peers. */
export const statesAmong = (peers: readonly { readonly fingerprint: string }[]): number =>
  new Set(peers.map(({ fingerprint }) => fingerprint)).size;
