/** Character code of each digit. */
const codes = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** So many bytes become a string in one call, which has an argument for each digit. */
const bytesOfCall = 1_024;

/** Value of the character code of one lower-case hexadecimal digit: 0x30 to 0x39 and 0x61 to 0x66. */
export const hexDigit = (code: number): number => (code & 15) + (code >> 6) * 9;

/** Bytes as lower-case hexadecimal, two digits a byte. */
export function encodeHex(bytes: Uint8Array): string {
  if (bytes.length > bytesOfCall) {
    const half = bytes.length >> 1;
    return encodeHex(bytes.subarray(0, half)) + encodeHex(bytes.subarray(half));
  }
  const written = new Array<number>(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    written[i * 2] = codes[byte >> 4] as number;
    written[i * 2 + 1] = codes[byte & 15] as number;
  }
  return String.fromCharCode(...written);
}

/**
 * The bytes of lower-case hexadecimal.
 * @throws RangeError if the text is anything else.
 */
export function decodeHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw new RangeError('not lower-case hexadecimal');
  const bytes = new Uint8Array(text.length / 2);
  writeHex(text, bytes, 0);
  return bytes;
}

/** Writes the bytes of well-formed lower-case hexadecimal into `target` from `offset` on. */
export function writeHex(hex: string, target: Uint8Array, offset: number): void {
  for (let i = 0; i < hex.length; i += 2) {
    target[offset + (i >> 1)] = (hexDigit(hex.charCodeAt(i)) << 4) | hexDigit(hex.charCodeAt(i + 1));
  }
}
