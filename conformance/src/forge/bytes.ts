/** Bytes and their spellings. Everything here is plain on purpose: the forge is read next to the specification. */

/** A string, or pieces to be joined, some of them repeated. */
export type Compact = string | readonly (string | { readonly repeat: string; readonly times: number })[];

/** The bytes of a text. A lone surrogate has no bytes, so it throws instead of becoming U+FFFD. */
export const utf8 = (text: string): Uint8Array => {
  if (!text.isWellFormed()) throw new RangeError('a lone surrogate has no UTF-8 form');
  return new TextEncoder().encode(text);
};

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower case, two digits a byte. */
export const hex = (bytes: Uint8Array): string => bytes.reduce((text, byte) => text + PAIRS[byte], '');

/** Takes lower or upper case, an even number of digits. */
export const unhex = (text: string): Uint8Array => {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text)) throw new RangeError('not hexadecimal');
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(text.slice(2 * index, 2 * index + 2), 16);
  return bytes;
};

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Less than 0, 0 or more than 0; unsigned, from the first byte on; a beginning comes before its continuation. */
export const compareBytes = (left: Uint8Array, right: Uint8Array): number => {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

export const equalBytes = (left: Uint8Array, right: Uint8Array): boolean => compareBytes(left, right) === 0;

/** Unsigned, least significant byte first. */
export const littleEndian = (bytes: Uint8Array): bigint => BigInt(`0x0${hex(bytes.toReversed())}`);

/** Least significant byte first, in `length` bytes. */
export const toLittleEndian = (value: bigint, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => Number((value >> BigInt(8 * index)) & 255n));

/** The text that a compact text stands for. */
export const expandText = (compact: Compact): string =>
  typeof compact === 'string'
    ? compact
    : compact.map((piece) => (typeof piece === 'string' ? piece : piece.repeat.repeat(piece.times))).join('');

const RUN = 64;

/** The shortest form of a long text: runs of one unit of `width` code units, 64 times or more, become pieces. */
export const compactText = (
  text: string,
  width: 1 | 2 = 1,
): string | (string | { repeat: string; times: number })[] => {
  if (text.length < 512) return text;
  const pieces: (string | { repeat: string; times: number })[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const unit = width === 1 ? String.fromCodePoint(text.codePointAt(at) ?? 0) : text.slice(at, at + width);
    let end = at + unit.length;
    while (text.startsWith(unit, end)) end += unit.length;
    const times = (end - at) / unit.length;
    if (times >= RUN) {
      if (plain !== '') pieces.push(plain);
      plain = '';
      pieces.push({ repeat: unit, times });
    } else {
      plain += text.slice(at, end);
    }
    at = end;
  }
  if (plain !== '') pieces.push(plain);
  return pieces.length === 1 && typeof pieces[0] === 'string' ? text : pieces;
};
