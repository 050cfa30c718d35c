import { decodeBase32 } from '../bytes/base32.ts';
import { pathOf, type Rule } from '../rule/rule.ts';
import type { Rejected } from '../rule/verdict.ts';
import { idByteLength } from './id.ts';

/** What an identifier names, as its sigil and, of a space, the letter before its bytes say. */
export type IdKind = 'key' | 'record' | 'blob' | 'space' | 'open-space';

/** An identifier taken apart. */
export interface ParsedId {
  readonly kind: IdKind;
  /** The 32 bytes that it names. */
  readonly bytes: Uint8Array;
  /** The name of a space. */
  readonly name?: string;
}

const sigils: readonly string[] = ['@', '%', '&', '+'];
const isSpace = (id: string) => id.startsWith('+');
const spaceName = (id: string) => id.slice(1, id.indexOf('.') < 0 ? undefined : id.indexOf('.'));
const afterName = (id: string) => (id.includes('.') ? id.slice(id.indexOf('.') + 1) : '');

/** [ID-1] to [ID-5]: the one form of each identifier. */
export const idRules: readonly Rule<string>[] = [
  {
    requirement: 'ID-1',
    code: 'id-form',
    title: 'begins with a sigil',
    path: '',
    check: (id) => sigils.includes(id.charAt(0)),
  },
  {
    requirement: 'ID-2',
    code: 'id-form',
    title: 'b and 52 characters of base32 after the sigil',
    path: '',
    check: (id) => !/^[@%&]/.test(id) || /^.b[a-z2-7]{52}$/.test(id),
  },
  {
    requirement: 'ID-3',
    code: 'id-form',
    title: 'b or x and 52 characters of base32 after the name of a space',
    path: '',
    check: (id) => !isSpace(id) || /^[bx][a-z2-7]{52}$/.test(afterName(id)),
  },
  {
    requirement: 'ID-4',
    code: 'id-form',
    title: '1 to 15 characters of a-z0-9 as the name of a space, a letter first',
    path: '',
    check: (id) => !isSpace(id) || /^[a-z][a-z0-9]{0,14}$/.test(spaceName(id)),
  },
  {
    requirement: 'ID-5',
    code: 'id-form',
    title: 'spare bits zero',
    path: '',
    check: (id) => /[aq]$/.test(id),
  },
];

/** Takes an identifier apart, or says which rule it breaks. */
export function parseId(id: string, rules: readonly Rule<string>[] = idRules): { ok: true; id: ParsedId } | Rejected {
  for (const rule of rules) {
    if (rule.check(id, { now: 0 })) continue;
    const { requirement, code } = rule;
    return { ok: false, code, requirement, path: pathOf(rule, id) };
  }
  if (!isSpace(id)) return { ok: true, id: { kind: kindOf(id), bytes: decodeBase32(id, 1, idByteLength) } };
  const kind = afterName(id).startsWith('x') ? 'open-space' : 'space';
  const bytes = decodeBase32(id, id.indexOf('.') + 1, idByteLength);
  return { ok: true, id: { kind, bytes, name: spaceName(id) } };
}

const kindOf = (id: string): IdKind => (id.startsWith('@') ? 'key' : id.startsWith('%') ? 'record' : 'blob');
