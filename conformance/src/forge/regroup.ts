/** A row of bits, given as numbers of `from` bits each, as numbers of `to` bits; what is left behind them is cut off. */
export const regroup = (values: ArrayLike<number>, from: number, to: number): number[] => {
  const groups: number[] = [];
  let held = 0;
  let bits = 0;
  for (let at = 0; at < values.length; at += 1) {
    held = ((held << from) | (values[at] as number)) & 0xffff;
    bits += from;
    while (bits >= to) {
      bits -= to;
      groups.push((held >> bits) & ((1 << to) - 1));
    }
  }
  return groups;
};

/** The same of bytes, with zeros behind the last bit up to a whole group. */
export const groupsOf = (bytes: Uint8Array, to: number): number[] => {
  const padded = new Uint8Array(bytes.length + 1);
  padded.set(bytes);
  return regroup(padded, 8, to).slice(0, Math.ceil((8 * bytes.length) / to));
};
