const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Up to this many code units a loop is quicker than the call of an encoder. */
const shortUnits = 1024;

/** The UTF-8 form of a string; half a surrogate pair becomes U+FFFD. */
export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);

/** Writes as many whole characters of that form as fit, and answers how many code units were read and bytes written. */
export const encodeUtf8Into = (text: string, target: Uint8Array): { read: number; written: number } =>
  encoder.encodeInto(text, target);

/** The string of well-formed UTF-8, a byte order mark kept as U+FEFF; undefined if it is ill-formed. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes);
  } catch {
    // A fatal decoder has no other way to say "ill-formed".
    return undefined;
  }
}

/** The string of any bytes, U+FFFD for what is ill-formed. */
export const decodeUtf8Leniently = (bytes: Uint8Array): string => lenientDecoder.decode(bytes);

/** How many bytes a string has in UTF-8; half a surrogate pair counts as the three of U+FFFD. */
export function utf8Length(text: string): number {
  if (text.length > shortUnits) return encoder.encode(text).length;
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    length += code < 0x800 ? 1 : 2;
    // A pair is two code units and four bytes.
    if (isHigh(code) && isLow(text.charCodeAt(i + 1))) i++;
  }
  return length;
}

const isHigh = (code: number) => (code & 0xfc00) === 0xd800;
const isLow = (code: number) => (code & 0xfc00) === 0xdc00;

/** Whether a string has more than `maxBytes` bytes in UTF-8. Counts them only near the limit. */
export function exceedsUtf8(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  return text.length * 3 > maxBytes && utf8Length(text) > maxBytes;
}
