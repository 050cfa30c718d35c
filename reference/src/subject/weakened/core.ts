import { nameHash, nodeHash, treeHash } from '../../blob/blob-id.ts';
import { compareBytes } from '../../bytes/compare.ts';
import { writeHex } from '../../bytes/hex.ts';
import type { Digest, Sha256 } from '../../bytes/sha256.ts';
import type { CompareIds } from '../../id/sort.ts';
import { phases } from '../../rule/rule.ts';
import { type EncodingParts, ecmaParts, encodeBy } from '../../value/ecma-encoding.ts';
import type { JsonValue } from '../../value/json.ts';
import { blobId, keyId, type Piece, recordId, spaceId } from './grammar.ts';
import { weakRule } from './lens.ts';
import { repairsOf } from './repairs.ts';
import type { Weakening, WithSteps } from './weakened.ts';

type Change = Parameters<WithSteps>[0];

const step = (requirement: string, name: string, title: string, change: Change, format?: string): Weakening => ({
  requirement,
  name,
  title,
  ...(format !== undefined && { format }),
  weaken: (_, withSteps) => withSteps(change),
});

const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** [CAN-1] The same writer with another part, in the operation of its own and in the ids of records. */
const canonicalBy = (name: string, title: string, parts: Partial<EncodingParts>): Weakening[] => {
  const whole: EncodingParts = {
    ...ecmaParts,
    indent: '',
    names: (object) => Object.keys(object).sort(),
    number: (value) => JSON.stringify(value),
    ...parts,
  };
  const canonical = (value: JsonValue) => encodeBy(whole, value, Number.POSITIVE_INFINITY) as string;
  // The names in a header are given, and every order puts them alike.
  const places = parts.names === undefined ? [undefined, 'rp.document.1', 'rp.message.1'] : [undefined];
  return places.map((format) =>
    step('CAN-1', name, title, { canonical, headerHash: (header, _, sha256) => sha256(canonical(header)) }, format),
  );
};

const sortedBy = (compare: (a: string, b: string) => number) => (object: object) => Object.keys(object).sort(compare);
const codePoints = (text: string) => Array.from(text, (c) => c.codePointAt(0) as number);
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [codePoints(a), codePoints(b)];
  const at = left.findIndex((code, i) => code !== right[i]);
  return at < 0 ? left.length - right.length : (left[at] as number) - (right[at] ?? -1);
}
const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const escaping = (which: RegExp): Partial<EncodingParts> => ({
  string: (text) => JSON.stringify(text).replace(which, escapeUnit),
});

const canonicals: readonly Weakening[] = [
  ...canonicalBy('code-points-beyond-32', 'sorts more than 32 names by code points', {
    names: (object) => Object.keys(object).sort(Object.keys(object).length > 32 ? compareCodePoints : undefined),
  }),
  ...canonicalBy('unsorted-beyond-32', 'does not sort more than 32 names', {
    names: (object) => (Object.keys(object).length > 32 ? Object.keys(object) : Object.keys(object).sort()),
  }),
  ...canonicalBy('unsorted-beyond-16', 'does not sort more than 16 names', {
    names: (object) => (Object.keys(object).length > 16 ? Object.keys(object) : Object.keys(object).sort()),
  }),
  ...canonicalBy('without-case', 'sorts without regard to case', {
    names: sortedBy((a, b) => order(a.toLowerCase(), b.toLowerCase()) || order(a, b)),
  }),
  ...canonicalBy('locale', 'sorts as a dictionary does', { names: sortedBy((a, b) => a.localeCompare(b, 'en')) }),
  ...canonicalBy('by-length', 'sorts by length first', {
    names: sortedBy((a, b) => a.length - b.length || order(a, b)),
  }),
  ...canonicalBy('numbers-first', 'puts names that are numbers first', {
    names: sortedBy(
      (a, b) => Number(/^(?:0|[1-9][0-9]*)$/.test(b)) - Number(/^(?:0|[1-9][0-9]*)$/.test(a)) || order(a, b),
    ),
  }),
  ...canonicalBy('numbers-by-size', 'sorts names that are numbers by size', {
    names: sortedBy((a, b) => (/^[0-9]+$/.test(a) && /^[0-9]+$/.test(b) ? Number(a) - Number(b) : order(a, b))),
  }),
  ...canonicalBy('escaped-names', 'sorts names as they are written', {
    names: sortedBy((a, b) => order(JSON.stringify(a), JSON.stringify(b))),
  }),
  ...canonicalBy('first-4', 'sorts by the first 4 units', {
    names: (object) => Object.keys(object).sort((a, b) => order(a.slice(0, 4), b.slice(0, 4))),
  }),
  ...canonicalBy('nfc', 'sorts by NFC', {
    names: sortedBy((a, b) => order(a.normalize('NFC'), b.normalize('NFC')) || order(a, b)),
  }),
  ...canonicalBy('nfc-written', 'writes strings in NFC', { string: (text) => JSON.stringify(text.normalize('NFC')) }),
  ...canonicalBy('slash', 'escapes /', { string: (text) => JSON.stringify(text).replaceAll('/', '\\/') }),
  ...canonicalBy('del', 'escapes U+007F', escaping(/\u007f/g)),
  ...canonicalBy('c1', 'escapes U+0080 to U+009F', escaping(/[\u0080-\u009f]/g)),
  ...canonicalBy('separators', 'escapes U+2028 and U+2029', escaping(/[\u2028\u2029]/g)),
  ...canonicalBy('html', 'escapes <, > and &', escaping(/[<>&]/g)),
  ...canonicalBy('apostrophe', "escapes '", escaping(/'/g)),
  ...canonicalBy('ascii', 'escapes all beyond ASCII', escaping(/[^\0-\x7f]/g)),
  ...canonicalBy('beyond-bmp', 'escapes pairs of surrogates', escaping(/[\ud800-\udfff]/g)),
  ...canonicalBy('bom', 'escapes U+FEFF', escaping(/\ufeff/g)),
  ...canonicalBy('noncharacters', 'escapes U+FFFE and U+FFFF', escaping(/[\ufffe\uffff]/g)),
  ...canonicalBy('u-capitals', 'writes escapes in capitals', {
    string: (text) =>
      JSON.stringify(text).replace(/\\u00(1[a-f]|0[a-f])/g, (_, digits: string) => `\\u00${digits.toUpperCase()}`),
  }),
  ...(['b', 'f', 'n', 'r', 't'] as const).flatMap((letter) =>
    canonicalBy(`no-${letter}`, `writes a \\u escape for \\${letter}`, {
      string: (text) =>
        JSON.stringify(text).replace(/\\./g, (found) =>
          found[1] === letter ? escapeUnit(JSON.parse(`"${found}"`)) : found,
        ),
    }),
  ),
  ...canonicalBy('float', 'writes .0 behind integers', { number: (value) => `${value}.0` }),
  ...canonicalBy('exponent', 'writes exponents from 10^15 on', {
    number: (value) => (Math.abs(value) >= 1e15 ? value.toExponential() : String(value)),
  }),
  ...canonicalBy('single-precision', 'writes numbers in single precision', {
    number: (value) => String(Math.fround(value)),
  }),
  ...canonicalBy('digits-15', 'writes 15 digits', { number: (value) => String(Number(value.toPrecision(15))) }),
  ...canonicalBy('outermost', 'sorts the outermost object alone', outermostOnly()),
  ...canonicalBy('trimmed', 'trims strings', { string: (text) => JSON.stringify(text.trim()) }),
];

/** Sorts the object that is written first. */
function outermostOnly(): Partial<EncodingParts> {
  const seen = new WeakSet<object>();
  return {
    names(object) {
      const names = Object.keys(object);
      const isInner = seen.has(object);
      for (const member of Object.values(object)) mark(member, seen);
      return isInner ? names : names.sort();
    },
  };
}

function mark(value: JsonValue, seen: WeakSet<object>): void {
  if (typeof value !== 'object' || value === null) return;
  seen.add(value);
  for (const member of Object.values(value)) mark(member, seen);
}

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

/** The last block of 32 bits by itself. */
const blobs: readonly Weakening[] = [
  step('BLB-1', 'minus-1', 'cuts chunks of 65,535 bytes', { chunkBytes: 65_535 }),
  step('BLB-1', 'plus-1', 'cuts chunks of 65,537 bytes', { chunkBytes: 65_537 }),
  step('BLB-1', 'double', 'cuts chunks of 131,072 bytes', { chunkBytes: 131_072 }),
  step('BLB-1', 'half', 'cuts chunks of 32,768 bytes', { chunkBytes: 32_768 }),
  step('BLB-1', 'whole', 'cuts nothing', { chunkBytes: 2 ** 40 }),
  step('BLB-2', 'halves', 'splits leaves into halves', { treeHash: splitBy((n) => n >> 1) }),
  step('BLB-2', 'larger-half', 'gives the first half the odd leaf', { treeHash: splitBy((n) => (n + 1) >> 1) }),
  step('BLB-2', 'last-alone', 'joins the last leaf to all others', { treeHash: splitBy((n) => n - 1) }),
  step('BLB-2', 'first-alone', 'joins the first leaf to all others', { treeHash: splitBy(() => 1) }),
  step('BLB-2', 'smallest-power', 'splits at the largest power of two below the half', {
    treeHash: splitBy((n) => largestPower(n - 1) >> (n > 4 ? 1 : 0)),
  }),
  step('BLB-2', 'swapped', 'swaps the two halves', {
    treeHash: (leaves, sha256) =>
      leaves.length === 2 ? nodeHash(leaves[1] as Digest, leaves[0] as Digest, sha256) : treeHash(leaves, sha256),
  }),
  step('BLB-2', 'one-again', 'hashes a single leaf again', {
    treeHash: (leaves, sha256) =>
      leaves.length === 1 ? nodeHash(leaves[0] as Digest, leaves[0] as Digest, sha256) : treeHash(leaves, sha256),
  }),
  step('BLB-2', 'empty-leaf', 'takes no bytes for an empty chunk', {
    treeHash: (leaves, sha256) => (leaves.length === 0 ? sha256('\0') : treeHash(leaves, sha256)),
  }),
  step('BLB-2', 'empty-zeros', 'takes zeros for the hash of no chunk', {
    treeHash: (leaves, sha256) => (leaves.length === 0 ? ('0'.repeat(64) as Digest) : treeHash(leaves, sha256)),
  }),
  step('BLB-2', 'sixteen', 'joins 16 leaves at most', {
    treeHash: (leaves, sha256) => treeHash(leaves.slice(0, 16), sha256),
  }),
  step('BLB-2', 'two', 'joins 2 leaves at most', {
    treeHash: (leaves, sha256) => treeHash(leaves.slice(0, 2), sha256),
  }),
  step('BLB-2', 'chain', 'chains leaves', {
    treeHash: (leaves, sha256) =>
      leaves.length === 0 ? sha256('') : leaves.reduce((root, leaf) => nodeHash(root, leaf, sha256)),
  }),
  step('BLB-3', 'four-bytes', 'writes the size in four bytes', {
    nameHash: preimage(4, (byteLength) => byteLength, 2),
  }),
  step('BLB-3', 'bits', 'writes the number of bits', { nameHash: preimage(8, (byteLength) => byteLength * 8, 2) }),
  step('BLB-3', 'no-prefix', 'writes 0 for 2', { nameHash: preimage(8, (byteLength) => byteLength, 0) }),
  step('BLB-3', 'prefix-1', 'writes 1 for 2', { nameHash: preimage(8, (byteLength) => byteLength, 1) }),
  step('BLB-3', 'chunks', 'writes the number of chunks', {
    nameHash: preimage(8, (byteLength) => Math.ceil(byteLength / 65_536), 2),
  }),
  step('BLB-3', 'sixteen-bits', 'writes 16 bits of the size', {
    nameHash: preimage(8, (byteLength) => byteLength % 65_536, 2),
  }),
  step('BLB-3', 'eight-bits', 'writes 8 bits of the size', {
    nameHash: preimage(8, (byteLength) => byteLength % 256, 2),
  }),
  step('BLB-3', 'twenty-four-bits', 'writes 24 bits of the size', {
    nameHash: preimage(8, (byteLength) => byteLength % 2 ** 24, 2),
  }),
  step('BLB-3', 'no-size', 'writes no size', { nameHash: preimage(8, () => 0, 2) }),
  step('BLB-3', 'root-alone', 'gives the hash of the chunks', { nameHash: (_byteLength, root) => root }),
  step('BLB-3', 'empty-root', 'gives the hash of no chunks for no bytes', {
    nameHash: (byteLength, root, sha256) => (byteLength === 0 ? root : nameHash(byteLength, root, sha256)),
  }),
];

function splitBy(left: (n: number) => number): typeof treeHash {
  return function split(leaves, sha256): Digest {
    if (leaves.length < 2) return treeHash(leaves, sha256);
    const at = Math.min(leaves.length - 1, Math.max(1, left(leaves.length)));
    return nodeHash(split(leaves.slice(0, at), sha256), split(leaves.slice(at), sha256), sha256);
  };
}

function largestPower(n: number): number {
  return 2 ** Math.floor(Math.log2(n));
}

function preimage(sizeBytes: number, sizeOf: (byteLength: number) => number, prefix: number): typeof nameHash {
  return (byteLength: number, root: Digest, sha256: Sha256) => {
    const bytes = new Uint8Array(1 + sizeBytes + 32);
    bytes[0] = prefix;
    for (let i = sizeBytes, rest = sizeOf(byteLength); rest > 0 && i > 0; i--, rest = Math.floor(rest / 256))
      bytes[i] = rest % 256;
    writeHex(root, bytes, 1 + sizeBytes);
    return sha256(bytes);
  };
}

/** [REC-18] Two phases that follow each other, in the wrong order. */
const swappedPhases: readonly Weakening[] = phases.slice(2).flatMap((later, i) => {
  const earlier = phases[i + 1] as (typeof phases)[number];
  const swapped = phases.map((phase) => (phase === earlier ? later : phase === later ? earlier : phase));
  return ['rp.document.1', 'rp.message.1'].map((format) =>
    step('REC-18', `${later}-before-${earlier}`, `checks ${later} before ${earlier}`, { phases: swapped }, format),
  );
});

/** [REC-14] */
const hashes: readonly Weakening[] = ['rp.document.1', 'rp.message.1'].flatMap((format) => [
  step(
    'REC-14',
    'pretty',
    'hashes the header with its layout',
    { headerHash: (header, _, sha256) => sha256(JSON.stringify(header, null, 1)) },
    format,
  ),
  step(
    'REC-14',
    'trailing-lf',
    'hashes a line feed behind',
    { headerHash: (header, canonical, sha256) => sha256(`${canonical(header)}\n`) },
    format,
  ),
  step(
    'REC-14',
    'without-content-type',
    'does not hash contentType',
    { headerHash: ({ contentType: _, ...header }, canonical, sha256) => sha256(canonical(header)) },
    format,
  ),
  step(
    'REC-14',
    'without-key',
    'does not hash key',
    { headerHash: ({ key: _, ...header }, canonical, sha256) => sha256(canonical(header)) },
    format,
  ),
]);

/** Identifiers of each kind, with the requirements that their pieces belong to. */
const kinds: readonly (readonly [kind: string, requirement: string, grammar: readonly Piece[]])[] = [
  ['key', 'ID-2', keyId],
  ['record', 'ID-2', recordId],
  ['blob', 'ID-2', blobId],
  ['space', 'ID-3', spaceId],
];

const identifiers: readonly Weakening[] = kinds.flatMap(([kind, requirement, grammar]) =>
  repairsOf(grammar).map(({ name, title, mode = 'or', repair }) => ({
    requirement: name.startsWith('spare') ? 'ID-5' : kind === 'space' && /-[12]$/.test(name) ? 'ID-4' : requirement,
    name: `${kind}-${name}`,
    title: `${title}, in the identifier of a ${kind}`,
    weaken: (protocol) => ({ ...protocol, idRules: protocol.idRules.map((rule) => weakRule(rule, repair, mode)) }),
  })),
);

/** Canonical forms, identifiers and blobs, a little wrong. */
export const coreWeakenings: readonly Weakening[] = [
  ...canonicals,
  ...compares.map(([name, title, compareIds]) => step('ID-6', name, title, { compareIds })),
  ...blobs,
  ...swappedPhases,
  ...hashes,
  ...identifiers,
];
