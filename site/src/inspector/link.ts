import { bytesOf, type Source } from './source.ts';

/** What a link says. */
export type Linked = {
  readonly source: Source;
  readonly format?: string;
  /** Microseconds since 1970. */
  readonly now?: number;
  readonly hmac?: string;
};

/** The longest fragment that is offered, in characters: longer ones get lost in mails and chats. */
export const maxLinkLength = 16_000;

export const encodeBase64Url = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

/** `undefined` where it is no base64url. */
export const decodeBase64Url = (text: string): Uint8Array | undefined => {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
};

/** The fragment that brings a record back, without its `#`. */
export const fragmentOf = ({ source, format, now, hmac }: Linked): string => {
  const params = new URLSearchParams({ record: encodeBase64Url(bytesOf(source)) });
  if (format !== undefined) params.set('format', format);
  if (now !== undefined) params.set('now', String(now));
  if (hmac !== undefined && hmac !== '') params.set('hmac', hmac);
  return params.toString();
};

/** What to say of a text that no link can carry; `undefined` where one can. */
export const linkFault = (source: Source, fragment: string): string | undefined => {
  if (typeof source === 'string' && !source.isWellFormed())
    return 'This text cannot be put into a link: it has half a surrogate pair.';
  if (fragment.length > maxLinkLength)
    return `This record is too long for a link: it takes ${fragment.length.toLocaleString('en-GB')} characters, and beyond ${maxLinkLength.toLocaleString('en-GB')} links get lost on the way.`;
  return undefined;
};
