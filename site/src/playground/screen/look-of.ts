/** How many colours there are; each has a class in the style sheet. */
export const hues = 10;

/** What stands for a state: the same state looks the same, wherever it is. */
export type Look = {
  /** One of the colours, from 0. */
  readonly hue: number;
  /** A mosaic of five rows of five, alike on the left and on the right: which of its places are filled. */
  readonly cells: readonly boolean[];
};

const [size, half] = [5, 3];

const nibble = (fingerprint: string, at: number): number => Number.parseInt(fingerprint[at] ?? '0', 16);

/** The look of a fingerprint, which has 32 digits of hexadecimal. */
export const lookOf = (fingerprint: string): Look => {
  const bits = Array.from({ length: size * half }, (_, at) => nibble(fingerprint, at + 4) % 2 === 1);
  return {
    hue: Number.parseInt(fingerprint.slice(0, 2), 16) % hues,
    cells: Array.from({ length: size * size }, (_, at) => {
      const column = at % size;
      const mirrored = Math.min(column, size - 1 - column);
      return bits[Math.floor(at / size) * half + mirrored] === true;
    }),
  };
};

/** How many states there are among peers. */
export const statesAmong = (peers: readonly { readonly fingerprint: string }[]): number =>
  new Set(peers.map(({ fingerprint }) => fingerprint)).size;
