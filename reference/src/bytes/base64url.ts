import { decodeBase64, encodeBase64, isBase64 } from './base64.ts';

/** Base64url without padding: RFC 4648 §5, spare bits zero. */
export const encodeBase64Url = (bytes: Uint8Array): string =>
  encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** The bytes of a text that is the base64url form of some; undefined if it is of none. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const padded = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .padEnd(Math.ceil(text.length / 4) * 4, '=');
  if (!isBase64(padded, 0, padded.length)) return undefined;
  return decodeBase64(padded, 0, Math.floor((text.length * 3) / 4));
}

/** The length of the form of so many bytes. */
export const base64UrlLength = (byteLength: number): number => Math.ceil((byteLength * 4) / 3);
