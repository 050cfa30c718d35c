const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * `b` and the base32 form of RFC 4648 in lower case without padding: 53 characters for 32 bytes, 104 for 64. Spare
 * bits behind the last byte are zero.
 */
export const base32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return `b${groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')}`;
};

/** The whole bytes of what follows the first character, spare bits ignored; the forms are judged elsewhere. */
export const unbase32 = (text: string): Uint8Array => {
  const bits = [...text.slice(1)].map((letter) => {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new RangeError(`${letter} is not in the alphabet`);
    return value.toString(2).padStart(5, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
};
