/** A row of bits, given as numbers of `from` bits each, as numbers of `to` bits; what is left behind them is cut off. */
export const regroup = (values: Iterable<number>, from: number, to: number): number[] => {
  const groups: number[] = [];
  let [held, bits] = [0, 0];
  for (const value of values) {
    held = ((held << from) | value) & 0xffff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      groups.push((held >> bits) & (2 ** to - 1));
    }
  }
  return groups;
};

/** The same of bytes, with zeros behind the last bit up to a whole group. */
export const groupsOf = (bytes: Uint8Array, to: number): number[] =>
  regroup([...bytes, 0], 8, to).slice(0, Math.ceil((8 * bytes.length) / to));
