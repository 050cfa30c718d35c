import { groupsOf, regroup } from './regroup.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * `b` and the base32 form of RFC 4648 in lower case without padding: 53 characters for 32 bytes, 104 for 64. Spare
 * bits behind the last byte are zero.
 */
export const base32 = (bytes: Uint8Array): string =>
  groupsOf(bytes, 5).reduce((text, group) => text + ALPHABET[group], 'b');

/** The whole bytes of what follows the first character, spare bits ignored; the forms are judged elsewhere. */
export const unbase32 = (text: string): Uint8Array => {
  const groups = [...text.slice(1)].map((letter) => {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw new RangeError(`${letter} is not in the alphabet`);
    return value;
  });
  return Uint8Array.from(regroup(groups, 5, 8));
};
