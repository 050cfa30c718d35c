import { base64, unbase64 } from '../forge/base64.ts';
import { concat, equalBytes, littleEndian, toLittleEndian } from '../forge/bytes.ts';
import { L } from '../forge/curve.ts';
import { base32, unbase32 } from '../forge/index.ts';

const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz234567',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  '0123456789abcdef',
] as const;

/** The alphabet that a whole text is written in, its sigils and endings aside. */
const alphabetOf = (text: string): string => {
  if (/^[0-9a-f]+$/.test(text)) return ALPHABETS[2];
  return text.includes('=') ? ALPHABETS[1] : ALPHABETS[0];
};

/** The character of `next` with the same defect that `variant` has beside `base`: other case, the same bits changed, or itself. */
const sameDefect = (alphabet: string, variant: string, base: string, next: string): string => {
  if (variant === base) return next;
  if (variant === base.toUpperCase() && next !== next.toUpperCase()) return next.toUpperCase();
  const [from, to, at] = [base, variant, next].map((each) => alphabet.indexOf(each)) as [number, number, number];
  if (from < 0 || to < 0 || at < 0) return variant;
  return alphabet.charAt(at ^ from ^ to);
};

const commonStart = (left: string, right: string): number => {
  let length = 0;
  while (length < Math.min(left.length, right.length) && left[length] === right[length]) length += 1;
  return length;
};

const commonEnd = (left: string, right: string): number => {
  let length = 0;
  while (length < Math.min(left.length, right.length) && left.at(-1 - length) === right.at(-1 - length)) length += 1;
  return length;
};

/** How many characters of a value may be wrong before it is another one. */
const MOST_WRONG = 6;

const fewWrong = (variant: string, base: string): boolean => {
  let wrong = 0;
  for (let at = 0; at < base.length && wrong <= MOST_WRONG; at += 1) if (variant[at] !== base[at]) wrong += 1;
  return wrong <= MOST_WRONG;
};

/**
 * `variant` is a text with a defect, `base` may be the right one: the same defect in `next`, which is as long as `base`.
 * Undefined where `variant` was not made of `base`.
 */
export const relate = (variant: string, base: string, next: string): string | undefined => {
  if (variant === base) return next;
  if (variant.length < 16) return undefined;
  if (variant.length === base.length) {
    if (!fewWrong(variant, base) && variant.toLowerCase() !== base.toLowerCase()) return undefined;
    const alphabet = alphabetOf(base);
    return [...variant].map((letter, at) => sameDefect(alphabet, letter, base[at] ?? '', next[at] ?? '')).join('');
  }
  const start = commonStart(variant, base);
  const rest = Math.min(variant.length, base.length) - start;
  const end = Math.min(rest, commonEnd(variant, base));
  if (start + end < Math.min(variant.length, base.length) - 2) return undefined;
  return next.slice(0, start) + variant.slice(start, variant.length - end) + next.slice(next.length - end);
};

const ENDING = '.sig.ed25519';

/** The 64 bytes of a signature in either form, spare bits ignored. */
const bytesOf = (text: string): Uint8Array | undefined => {
  if (text.endsWith(ENDING)) return unbase64(text.slice(0, -ENDING.length));
  return /^b[a-z2-7]{103}$/.test(text) ? unbase32(text) : undefined;
};

/** The same as `relate`, for signatures: one whose S is too large by some L is followed by one that is, too. */
export const relateSignature = (variant: string, base: string, next: string): string | undefined => {
  const [given, right, fresh] = [variant, base, next].map(bytesOf);
  if (
    given?.length === 64 &&
    right?.length === 64 &&
    fresh &&
    equalBytes(given.subarray(0, 32), right.subarray(0, 32))
  ) {
    const more = littleEndian(given.subarray(32)) - littleEndian(right.subarray(32));
    if (more > 0n && more % L === 0n) {
      const s = littleEndian(fresh.subarray(32)) + more;
      if (s >= 2n ** 256n) return undefined;
      const bytes = concat(fresh.subarray(0, 32), toLittleEndian(s, 32));
      return variant.endsWith(ENDING) ? base64(bytes) + ENDING : base32(bytes);
    }
  }
  return relate(variant, base, next);
};
