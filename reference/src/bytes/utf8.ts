const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Below this many code units a loop is quicker than the call of an encoder. */
const shortUnits = 64;

/** The UTF-8 form of a string; half a surrogate pair becomes U+FFFD. */
export const encodeUtf8 = (text: string): Uint8Array => encoder.encode(text);

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
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return encoder.encode(text).length;
  return text.length;
}

/** Whether a string has more than `maxBytes` bytes in UTF-8. Counts them only near the limit. */
export function exceedsUtf8(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  return text.length * 3 > maxBytes && utf8Length(text) > maxBytes;
}
