import { base32, unbase32 } from './base32.ts';
import { compareBytes } from './bytes.ts';

export type IdKind = 'key' | 'record' | 'blob' | 'space' | 'open-space';
export type Id = { kind: IdKind; bytes: Uint8Array; name?: string };

/** The kinds that have neither a name nor an `x`, by their sigils. */
const KINDS: Readonly<Record<string, IdKind>> = { '@': 'key', '%': 'record', '&': 'blob' };

/** The rules that a text breaks as an identifier, each judged by itself [ID-1] to [ID-5]. */
export const brokenIdRules = (id: string): string[] => {
  const sigil = id.slice(0, 1);
  const rest = id.slice(1);
  const broken: string[] = [];
  if (!['@', '%', '&', '+'].includes(sigil)) return ['ID-1'];
  if (sigil === '+') {
    const dot = rest.lastIndexOf('.');
    if (dot < 0 || !/^[bx][a-z2-7]{52}$/.test(rest.slice(dot + 1))) broken.push('ID-3');
    else if (!/^[a-z][a-z0-9]{0,14}$/.test(rest.slice(0, dot))) broken.push('ID-4');
  } else if (!/^b[a-z2-7]{52}$/.test(rest)) {
    broken.push('ID-2');
  }
  if (!/[aq]$/.test(id)) broken.push('ID-5');
  return broken;
};

/** What an identifier names; undefined where it breaks a rule. */
export const parseId = (id: string): Id | undefined => {
  if (/\n/.test(id) || brokenIdRules(id).length > 0) return undefined;
  const kind = KINDS[id.slice(0, 1)];
  if (kind !== undefined) return { kind, bytes: unbase32(id.slice(1)) };
  const dot = id.indexOf('.');
  const letter = id.slice(dot + 1, dot + 2);
  return { kind: letter === 'b' ? 'space' : 'open-space', name: id.slice(1, dot), bytes: unbase32(id.slice(dot + 1)) };
};

export const isId = (id: string, ...kinds: readonly IdKind[]): boolean => {
  const parsed = parseId(id);
  return parsed !== undefined && kinds.includes(parsed.kind);
};

/** By the 32 bytes, unsigned, from the first byte on [ID-6]; both are identifiers. */
export const compareIds = (left: string, right: string): number => {
  const [first, second] = [parseId(left), parseId(right)];
  if (first === undefined || second === undefined) throw new RangeError('not an identifier');
  return compareBytes(first.bytes, second.bytes);
};

export const keyId = (key: Uint8Array): string => `@${base32(key)}`;
export const spaceId = (name: string, key: Uint8Array): string => `+${name}.${base32(key)}`;
export const openSpaceId = (name: string, bytes: Uint8Array): string => `+${name}.x${base32(bytes).slice(1)}`;
