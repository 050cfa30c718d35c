import fc from 'fast-check';
import {
  base32,
  blobId,
  CHUNK_BYTES,
  canonical,
  compareIds,
  hex,
  type Json,
  parseId,
  readText,
  sign,
  utf8,
  verifySignature,
} from '../forge/index.ts';
import { seeds, signerOf, spell, spellings, strings, values } from './arbitraries.ts';
import { ask, casesOf, type Law, verdictOf } from './law.ts';

const canonicalOf = (text: string) => {
  const { broken, value } = readText(utf8(text), 'native');
  return ask(
    'canonical.encode',
    { text },
    verdictOf(broken, broken.length === 0 ? { canonical: canonical(value) } : {}),
  );
};

const canonicalForm: Law = {
  id: 'law/canonical-form',
  title: 'every spelling of a value has one canonical form, which is its own',
  profile: 'core',
  requirements: ['CAN-1'],
  operations: ['canonical.encode'],
  cases: casesOf(fc.tuple(values(3), spellings), ([value, choices]) => ({
    questions: [canonicalOf(spell(value, choices)), canonicalOf(canonical(value))],
  })),
};

/** Each spoils a text in one way. */
const SPOIL: readonly ((text: string, value: Json) => string)[] = [
  (text) => `${text}!`,
  (text) => `[${text},]`,
  (text) => `[${text},null]`,
  (text) => `[${text},1.5]`,
  (text) => `[${text},1e2]`,
  (text) => `[${text},-0]`,
  (text) => `[${text},9007199254740992]`,
  (text) => `[${text},"\\ud83c"]`,
  (text) => `{"a":1,"\\u0061":${text}}`,
  (text) => `[[[[[${text}]]]]]`,
  (text) => `[01,${text}]`,
  (text) => `["\u0009",${text}]`,
];

const brokenTexts: Law = {
  id: 'law/broken-text',
  title: 'a text with one defect is refused for it',
  profile: 'core',
  requirements: ['TXT-2', 'TXT-3', 'TXT-4', 'TXT-6', 'TXT-7', 'TXT-8', 'TXT-9'],
  operations: ['canonical.encode'],
  cases: casesOf(fc.tuple(values(2), spellings, fc.constantFrom(...SPOIL)), ([value, choices, spoil]) => ({
    questions: [canonicalOf(spoil(spell(value, choices), value))],
  })),
};

const sizes = fc.oneof(
  fc.nat(300),
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: -1, max: 1 }))
    .map(([chunks, more]) => chunks * CHUNK_BYTES + more),
);

const blobIds: Law = {
  id: 'law/blob-id',
  title: 'bytes of any length have the id that their tree of chunks gives',
  profile: 'core',
  requirements: ['BLB-1', 'BLB-2', 'BLB-3'],
  operations: ['blob.id'],
  cases: casesOf(fc.tuple(sizes, fc.nat(255), fc.nat(255)), ([length, start, step]) => {
    const bytes = Uint8Array.from({ length }, (_, index) => start + index * step + (index >> 8));
    return { questions: [ask('blob.id', { bytes: hex(bytes) }, { ok: { id: blobId(bytes) } })] };
  }),
};

const SIGILS = { key: '@', record: '%', blob: '&', space: '+pool.', 'open-space': '+pool.x' } as const;
type Kind = keyof typeof SIGILS;
const write = (kind: Kind, bytes: Uint8Array): string =>
  SIGILS[kind] + (kind === 'open-space' ? base32(bytes).slice(1) : base32(bytes));
const kinds = fc.constantFrom(...(Object.keys(SIGILS) as Kind[]));

const idOrder: Law = {
  id: 'law/id-order',
  title: 'identifiers are put in the order of their bytes',
  profile: 'core',
  requirements: ['ID-6'],
  operations: ['id.sort'],
  cases: casesOf(
    fc.tuple(kinds, fc.uniqueArray(seeds, { minLength: 1, maxLength: 12, selector: hex })),
    ([kind, all]) => {
      const ids = all.map((bytes) => write(kind, bytes));
      return { questions: [ask('id.sort', { ids }, { ok: { ids: [...ids].sort(compareIds) } })] };
    },
  ),
};

const parseOf = (id: string) => {
  const parsed = parseId(id);
  const ok = parsed && {
    kind: parsed.kind,
    bytes: hex(parsed.bytes),
    ...(parsed.name === undefined ? {} : { name: parsed.name }),
  };
  return ask('id.parse', { id }, ok ? { ok } : { reject: { codes: ['id-form'] } });
};

const idForm: Law = {
  id: 'law/id-form',
  title: 'an identifier is read, and with one character changed, lost or added it is another or none',
  profile: 'core',
  requirements: ['ID-1', 'ID-2', 'ID-3', 'ID-4', 'ID-5'],
  operations: ['id.parse'],
  cases: casesOf(
    fc.tuple(
      kinds,
      seeds,
      fc.nat(70),
      fc.constantFrom('', 'a', 'b', 'q', 'x', '2', '1', 'A', '.', '@', '=', '\n', 'é'),
      fc.nat(1),
    ),
    ([kind, bytes, place, character, kept]) => {
      const id = write(kind, bytes);
      const at = place % (id.length + 1);
      return { questions: [parseOf(id), parseOf(id.slice(0, at) + character + id.slice(at + 1 - kept))] };
    },
  ),
};

const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = (bit >> 3) % bytes.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

const signatures: Law = {
  id: 'law/signature',
  title: 'a signature is valid, and with one bit of it, of the key or of the message changed it is not',
  profile: 'core',
  requirements: ['SIG-7'],
  operations: ['signature.verify'],
  cases: casesOf(
    fc.tuple(seeds.map(signerOf), strings, fc.nat(511), fc.constantFrom('key', 'message', 'signature')),
    ([{ seed, key }, text, bit, what]) => {
      const message = utf8(`rockpool:${text}`);
      const parts = { key, message, signature: sign(seed, message) };
      const other = { ...parts, [what]: flip(parts[what as keyof typeof parts], bit) };
      return {
        questions: [parts, other].map((each) => {
          const valid = verifySignature(each.key, each.message, each.signature);
          const input = { key: hex(each.key), message: hex(each.message), signature: hex(each.signature) };
          return ask('signature.verify', input, valid ? { ok: {} } : { reject: { codes: ['signature-invalid'] } });
        }),
      };
    },
  ),
};

export const coreLaws: readonly Law[] = [canonicalForm, brokenTexts, blobIds, idOrder, idForm, signatures];
