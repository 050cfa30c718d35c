/** Bytes that a lenient decoder of UTF-8 takes, as the bytes that it takes them for. */
export interface ByteRepair {
  readonly name: string;
  readonly title: string;
  repair(bytes: Uint8Array): Uint8Array;
}

const encoder = new TextEncoder();

/** Reads bytes as UTF-8 of any form, up to six bytes long, and writes what `take` lets through as it should be. */
const decoded = (take: (code: number, length: number) => string | undefined) => (bytes: Uint8Array) => {
  const parts: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    const length =
      lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : lead < 0xfc ? 5 : 6;
    const rest = [...bytes.subarray(at + 1, at + length)];
    const isWhole = length > 0 && rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
    let code = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (const byte of rest) code = code * 64 + (byte & 63);
    const text = isWhole && length > 1 ? take(code, length) : undefined;
    if (text === undefined) parts.push(...bytes.subarray(at, at + Math.max(1, isWhole ? length : 1)));
    else parts.push(...encoder.encode(text));
    at += Math.max(1, isWhole ? length : 1);
  }
  return Uint8Array.from(parts);
};

const shortest = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
const replacement = encoder.encode('\ufffd');

/** The bytes with each that is no part of well-formed UTF-8 replaced. */
const perByte = (put: (byte: number) => Uint8Array | readonly number[]) => (bytes: Uint8Array) => {
  const parts: number[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let at = 0; at < bytes.length; ) {
    let length = 1;
    for (; length <= 4; length++) {
      try {
        decoder.decode(bytes.subarray(at, at + length));
        break;
      } catch {
        // Not whole yet, or never.
      }
    }
    if (length <= 4 && at + length <= bytes.length) parts.push(...bytes.subarray(at, at + length));
    else parts.push(...put(bytes[at] as number));
    at += length <= 4 ? length : 1;
  }
  return Uint8Array.from(parts);
};

/** [TXT-1] in a weaker form. */
export const byteRepairs: readonly ByteRepair[] = [
  {
    name: 'overlong',
    title: 'takes overlong forms',
    repair: decoded((code, length) =>
      length > shortest(code) && code < 0x110000 ? String.fromCodePoint(code) : undefined,
    ),
  },
  {
    name: 'overlong-nul',
    title: 'takes C0 80 for NUL',
    repair: decoded((code, length) => (code === 0 && length === 2 ? '\0' : undefined)),
  },
  {
    name: 'surrogates',
    title: 'takes encoded surrogates',
    repair: decoded((code) => (code >= 0xd800 && code < 0xe000 ? '\ufffd' : undefined)),
  },
  {
    name: 'cesu-8',
    title: 'takes pairs of encoded surrogates',
    repair: (bytes) => pairsJoined(bytes),
  },
  {
    name: 'above-10ffff',
    title: 'takes what lies above U+10FFFF',
    repair: decoded((code, length) => (code > 0x10ffff && length === 4 ? '\ufffd' : undefined)),
  },
  {
    name: 'five-bytes',
    title: 'takes forms of five and six bytes',
    repair: decoded((_, length) => (length > 4 ? '\ufffd' : undefined)),
  },
  { name: 'replaced', title: 'puts U+FFFD for what is ill-formed', repair: perByte(() => replacement) },
  { name: 'dropped', title: 'drops what is ill-formed', repair: perByte(() => []) },
  {
    name: 'latin-1',
    title: 'takes what is ill-formed for Latin-1',
    repair: perByte((byte) => encoder.encode(String.fromCharCode(byte))),
  },
  {
    name: 'truncated',
    title: 'takes a sequence that is cut at the end of a string',
    repair: (bytes) => lastReplaced(bytes),
  },
];

/** Six bytes of two surrogates as the four of their character. */
function pairsJoined(bytes: Uint8Array): Uint8Array {
  const parts: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [a, b, c, d, e, f] = bytes.subarray(at, at + 6);
    if (
      a === 0xed &&
      d === 0xed &&
      b !== undefined &&
      c !== undefined &&
      e !== undefined &&
      f !== undefined &&
      b >= 0xa0 &&
      b < 0xb0 &&
      e >= 0xb0
    ) {
      const text = String.fromCharCode(0xd000 | ((b & 63) << 6) | (c & 63), 0xd000 | ((e & 63) << 6) | (f & 63));
      parts.push(...encoder.encode(text));
      at += 6;
    } else parts.push(bytes[at++] as number);
  }
  return Uint8Array.from(parts);
}

/** A sequence that the quote behind it cuts. */
function lastReplaced(bytes: Uint8Array): Uint8Array {
  const parts: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    let next = at + 1;
    while (next < bytes.length && ((bytes[next] as number) & 0xc0) === 0x80) next++;
    const wanted = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    if (wanted > 1 && next - at < wanted && bytes[next] === 0x22) {
      parts.push(...replacement);
      at = next - 1;
    } else parts.push(byte);
  }
  return Uint8Array.from(parts);
}
