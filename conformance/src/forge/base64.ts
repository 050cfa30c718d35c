const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of RFC 4648 §4 with its padding, spare bits zero. */
export const base64 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{1,6}/g) ?? []).map((group) => ALPHABET[Number.parseInt(group.padEnd(6, '0'), 2)]);
  return letters.join('') + '='.repeat((4 - (letters.length % 4)) % 4);
};

/** The bytes of canonical base64; undefined where a text is anything else. */
export const unbase64 = (text: string): Uint8Array | undefined => {
  const letters = text.replace(/={1,2}$/, '');
  if ([...letters].some((letter) => !ALPHABET.includes(letter))) return undefined;
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(6, '0')).join('');
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
  return base64(bytes) === text ? bytes : undefined;
};
