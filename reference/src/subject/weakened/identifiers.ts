import { compareBytes } from '../../bytes/compare.ts';
import type { CompareIds } from '../../id/sort.ts';
import { blobId, keyId, type Piece, recordId, spaceId } from './grammar.ts';
import { weakRule } from './lens.ts';
import { repairsOf } from './repairs.ts';
import { order, step } from './step.ts';
import type { Weakening } from './weakened.ts';

/** [ID-6] */
const compares: readonly (readonly [name: string, title: string, compare: CompareIds])[] = [
  ['reversed', 'puts the last first', (a, b) => compareBytes(b.bytes, a.bytes)],
  [
    'signed',
    'compares bytes with a sign',
    (a, b) =>
      compareBytes(
        a.bytes.map((byte) => byte ^ 0x80),
        b.bytes.map((byte) => byte ^ 0x80),
      ),
  ],
  ['first-4', 'compares the first 4 bytes', (a, b) => compareBytes(a.bytes.subarray(0, 4), b.bytes.subarray(0, 4))],
  ['first-8', 'compares the first 8 bytes', (a, b) => compareBytes(a.bytes.subarray(0, 8), b.bytes.subarray(0, 8))],
  [
    'first-31',
    'does not compare the last byte',
    (a, b) => compareBytes(a.bytes.subarray(0, 31), b.bytes.subarray(0, 31)),
  ],
  [
    'little-endian',
    'compares bytes from the last on',
    (a, b) => compareBytes(a.bytes.toReversed(), b.bytes.toReversed()),
  ],
  [
    'by-name',
    'compares the names of spaces first',
    (a, b) => order(a.name ?? '', b.name ?? '') || compareBytes(a.bytes, b.bytes),
  ],
  ['by-kind', 'puts open spaces behind the others', (a, b) => order(a.kind, b.kind) || compareBytes(a.bytes, b.bytes)],
];

/** Identifiers put in another order. */
export const orders: readonly Weakening[] = compares.map(([name, title, compareIds]) =>
  step('ID-6', name, title, { compareIds }),
);

/** Identifiers of each kind, with the requirements that their pieces belong to. */
const kinds: readonly (readonly [kind: string, requirement: string, grammar: readonly Piece[]])[] = [
  ['key', 'ID-2', keyId],
  ['record', 'ID-2', recordId],
  ['blob', 'ID-2', blobId],
  ['space', 'ID-3', spaceId],
];

export const identifiers: readonly Weakening[] = kinds.flatMap(([kind, requirement, grammar]) =>
  repairsOf(grammar).map(({ name, title, mode = 'or', repair }) => ({
    // What stands where the sigil belongs.
    ...(/^leading-|^trimmed$|-0$/.test(name) ? { also: ['ID-1'] } : {}),
    requirement: name.startsWith('spare') ? 'ID-5' : kind === 'space' && /-[12]$/.test(name) ? 'ID-4' : requirement,
    name: `${kind}-${name}`,
    title: `${title}, in the identifier of a ${kind}`,
    weaken: (protocol) => ({ ...protocol, idRules: protocol.idRules.map((rule) => weakRule(rule, repair, mode)) }),
  })),
);
