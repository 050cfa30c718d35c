import { groupsOf, regroup } from './regroup.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of RFC 4648 §4 with its padding, spare bits zero. */
export const base64 = (bytes: Uint8Array): string => {
  const letters = groupsOf(bytes, 6).map((group) => ALPHABET[group]);
  return letters.join('') + '='.repeat((4 - (letters.length % 4)) % 4);
};

/** The bytes of canonical base64; undefined where a text is anything else. */
export const unbase64 = (text: string): Uint8Array | undefined => {
  const groups = [...text.replace(/={1,2}$/, '')].map((letter) => ALPHABET.indexOf(letter));
  if (groups.includes(-1)) return undefined;
  const bytes = Uint8Array.from(regroup(groups, 6, 8));
  return base64(bytes) === text ? bytes : undefined;
};

/** The bytes of base64url without padding (RFC 4648 §5), spare bits zero; undefined where a text is anything else. */
export const unbase64url = (text: string): Uint8Array | undefined => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const padded = text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (text.length % 4)) % 4);
  return unbase64(padded);
};

export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
