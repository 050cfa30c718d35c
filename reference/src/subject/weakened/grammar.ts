import type { Way } from './member.ts';

/** A part of a grammar: a literal, or so many characters of a set. */
export type Piece =
  | string
  | {
      /** The inside of a class of a regular expression. */
      readonly set: string;
      readonly min: number;
      readonly max: number;
      /** A character of the set that stands for what is wrong or missing. */
      readonly filler: string;
      /** How many of its lowest bits are spare, where it is the last digit of some base. */
      readonly spareBits?: number;
    };

/** A member of a format with the grammar of its text. */
export interface GrammarOf {
  readonly requirement: string;
  readonly format: string;
  /** What it is called in titles. */
  readonly member: string;
  readonly way: Way;
  readonly grammar: readonly Piece[];
}

const set = (characters: string, min: number, max = min, filler = 'a'): Piece => ({
  set: characters,
  min,
  max,
  filler,
});
const base32 = 'a-z2-7';
const base64 = 'A-Za-z0-9+/';
const lastOf32: Piece = { set: 'aq', min: 1, max: 1, filler: 'a', spareBits: 4 };
const lastOf64: Piece = { set: 'aiqy', min: 1, max: 1, filler: 'a', spareBits: 3 };
const last64Of32: Piece = { set: 'AEIMQUYcgkosw048', min: 1, max: 1, filler: 'A', spareBits: 2 };
const last64Of64: Piece = { set: 'AQgw', min: 1, max: 1, filler: 'A', spareBits: 4 };

const hash = ['b', set(base32, 51), lastOf32];
const name = [set('a-z', 1), set('a-z0-9', 0, 14)];
/** How long it may be is said of both parts together. */
const typePart = [set('a-z0-9', 1), set('a-z0-9!#$&\\-^_.+', 0, 500)];
const pathPart = (min: number) => set("A-Za-z0-9/'()\\-._~!$&+,:=@%", min, 512);

/** The grammars of chapter 02. */
export const keyId: readonly Piece[] = ['@', ...hash];
export const recordId: readonly Piece[] = ['%', ...hash];
export const blobId: readonly Piece[] = ['&', ...hash];
export const spaceId: readonly Piece[] = ['+', ...name, '.', set('bx', 1, 1, 'x'), set(base32, 51), lastOf32];
const signature: readonly Piece[] = ['b', set(base32, 102), lastOf64];

const native = (format: string, own: readonly (readonly [string, string, readonly Piece[]])[]): GrammarOf[] =>
  (
    [
      ['REC-2', 'space', spaceId],
      ['REC-3', 'author', keyId],
      ['REC-4', 'key', keyId],
      ['REC-5', 'contentHash', blobId],
      ['REC-8', 'contentType', [...typePart, '/', ...typePart]],
      ...own,
    ] as const
  )
    .map(
      ([requirement, member, grammar]): GrammarOf => ({
        requirement,
        format,
        member,
        way: ['header', member],
        grammar,
      }),
    )
    .concat({ requirement: 'REC-9', format, member: 'signature', way: ['signature'], grammar: signature });

const flat = (
  format: string,
  members: readonly (readonly [requirement: string, member: string, grammar: readonly Piece[]])[],
): GrammarOf[] =>
  members.map(([requirement, member, grammar]) => ({ requirement, format, member, way: [member], grammar }));

const address = (sigil: string, own: readonly Piece[], suffix: readonly Piece[]) => [sigil, ...own, '.', ...suffix];
const earthstarAuthor = address('@', [set('a-z', 1), set('a-z0-9', 3)], hash);
const box: readonly Piece[] = [set(`${base64}=`, 0, 8_000, 'A'), '.', 'box', set(' -~', 0, 8_000, 'x')];

/** Every member whose text has a grammar. */
export const grammars: readonly GrammarOf[] = [
  ...native('rp.document.1', [
    ['DOC-8', 'path', [pathPart(0), '~', ...keyId]],
    ['DOC-9', 'path', [pathPart(0), '/', '=', ...hash]],
  ]),
  ...native('rp.message.1', [
    ['MSG-4', 'previous', recordId],
    ['MSG-5', 'skip', recordId],
  ]),
  ...flat('es.4', [
    ['ES-1', 'author', earthstarAuthor],
    ['ES4-2', 'workspace', address('+', name, hash)],
    ['ES-14', 'signature', signature],
  ]),
  ...flat('es.5', [
    ['ES-1', 'author', earthstarAuthor],
    ['ES5-2', 'share', address('+', name, hash)],
    ['ES5-7', 'attachmentHash', hash],
    ['ES-14', 'signature', signature],
    ['ES5-12', 'shareSignature', signature],
  ]),
  ...flat('ssb-classic', [
    ['SSB-3', 'author', ['@', set(base64, 42, 42, 'A'), last64Of32, '=', '.', 'ed25519']],
    ['SSB-4', 'previous', ['%', set(base64, 42, 42, 'A'), last64Of32, '=', '.', 'sha256']],
    ['SSB-5', 'signature', [set(base64, 85, 85, 'A'), last64Of64, '==', '.', 'sig', '.', 'ed25519']],
    ['SSB-8', 'hash', ['sha256']],
    ['SSB-10', 'content', box],
  ]),
];
