import { decodeBase32, encodeHex } from '@rockpool/reference';
import type { TestKey } from '../facts-shape.ts';

/** A published key, as names are found by. */
export type NamedKey = Pick<TestKey, 'name' | 'keyHex'>;

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** What the published keys are called that are not a person of the examples. */
const CALLED: Readonly<Record<string, string>> = { phone: 'Suzy’s phone', development: 'the development key' };

/** The key that an identifier or address of any format names, in hexadecimal. */
const keyHexOf = (id: string): string | undefined => {
  if (/^[@+](?:[a-z0-9]+\.)?b[a-z2-7]{51}[aq]$/.test(id))
    return encodeHex(decodeBase32(id, id.lastIndexOf(id.includes('.') ? '.b' : '@b') + 1, 32));
  const base64 = /^@([A-Za-z0-9+/]{43}=)\.ed25519$/.exec(id)?.[1];
  return base64 === undefined ? undefined : encodeHex(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
};

/** Enough of an identifier to tell it from others by eye. */
const shortId = (id: string): string => {
  const end = (/^[@+][a-z][a-z0-9]*\./.exec(id)?.[0].length ?? 1) + 7;
  return id.length > end + 3 ? `${id.slice(0, end)}…` : id;
};

/** Whom an identifier names: one of the cast where the key is published, else the beginning of it. A share is called so. */
export const who = (id: string, keys: readonly NamedKey[]): string => {
  if (id.startsWith('+')) return `the share ${id.slice(0, Math.max(id.indexOf('.'), 0)) || id}`;
  const hex = keyHexOf(id);
  const known = hex === undefined ? undefined : keys.find(({ keyHex }) => keyHex === hex);
  return known === undefined ? shortId(id) : (CALLED[known.name] ?? capital(known.name));
};
