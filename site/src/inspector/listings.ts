import { type Context, canonical, encodeHex, type Format, type JsonObject, type JsonValue } from '@rockpool/reference';
import { protocol } from './protocol.ts';
import { bytesOf, textOf } from './source.ts';

/** A run of characters, and what becomes of its bytes. */
export type Piece = {
  readonly text: string;
  readonly hashed: boolean;
  readonly signed: boolean;
  /** Where they are not the UTF-8 of the text. */
  readonly bytes?: Uint8Array;
};

/** Bytes to look at. */
export type Listing = { readonly title: string; readonly note: string; readonly pieces: readonly Piece[] };

const piece = (text: string, hashed: boolean, signed: boolean, bytes?: Uint8Array): Piece => ({
  text,
  hashed,
  signed,
  ...(bytes !== undefined && { bytes }),
});

/** Characters with the codes of the bytes. */
const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** Of a native record: the header is hashed, and the id behind a context is signed. */
export const nativeListings = (value: JsonObject, format: Format, header: string, signed: Uint8Array): Listing[] => {
  const names = Object.keys(value).sort();
  const pieces = names.flatMap((name, index) => [
    piece(`${index === 0 ? '{' : ','}${JSON.stringify(name)}:`, false, false),
    name === 'header' ? piece(header, true, false) : piece(canonical(value[name] as JsonValue), false, false),
  ]);
  pieces.push(piece('}', false, false));
  return [
    {
      title: 'The record in canonical form',
      note:
        pieces.map(({ text }) => text).join('') === format.write(value)
          ? 'The header is hashed. The content is not: the header names it by its hash.'
          : 'The header is hashed.',
      pieces,
    },
    {
      title: 'What is signed',
      note: 'A context and the id: the signature covers the header by its hash.',
      pieces: [piece(latin1(signed), false, true, signed)],
    },
  ];
};

/** Of es.4 and es.5. */
export const earthstarListings = (lines: string, signed: Uint8Array): Listing[] => [
  {
    title: 'The lines of the hash',
    note: 'Name, tab, value and line feed for each member that is hashed. The content is covered by its own hash.',
    pieces: [piece(lines, true, false)],
  },
  {
    title: 'What is signed',
    note: 'The hash itself, as 53 ASCII characters: the signature covers what is hashed.',
    pieces: [piece(latin1(signed), false, true, signed)],
  },
];

/** Of a classic message: `unsigned` is its encoding without the signature, `signed` what is signed of that. */
export const classicListings = (
  value: JsonObject,
  hashed: Uint8Array,
  unsigned: Uint8Array | undefined,
  signed: Uint8Array,
  { hmac }: Context,
): Listing[] => {
  const encoding = protocol.steps.ssbEncoding(value, undefined) ?? '';
  const without = textOf(unsigned ?? new Uint8Array());
  const isAscii = bytesOf(encoding).length === encoding.length;
  const listings: Listing[] = [
    {
      title: 'The encoding of the message',
      note: `${
        isAscii
          ? 'All of it is hashed.'
          : 'All of it is hashed, by the low bytes of its UTF-16 code units; what is signed is its UTF-8.'
      } ${hmac === undefined ? 'All but the signature is signed.' : 'All but the signature goes into the HMAC that is signed.'}`,
      pieces: classicPieces(encoding, without, hmac === undefined),
    },
  ];
  if (!isAscii)
    listings.push({
      title: 'What is hashed',
      note: 'The low byte of each UTF-16 code unit of the encoding, each shown as one character.',
      pieces: [piece(latin1(hashed), true, false, hashed)],
    });
  if (hmac !== undefined)
    listings.push({
      title: 'What is signed',
      note: 'The first 32 bytes of the HMAC-SHA-512 of the encoding without the signature, as hexadecimal.',
      pieces: [piece(encodeHex(signed), false, true, signed)],
    });
  return listings;
};

/** The encoding with the lines of the signature set apart: what is left when it is taken out. */
const classicPieces = (encoding: string, without: string, signed: boolean): Piece[] => {
  let start = 0;
  while (start < without.length && encoding[start] === without[start]) start += 1;
  const end = encoding.length - (without.length - start);
  if (encoding.slice(end) !== without.slice(start)) return [piece(encoding, true, false)];
  return [
    piece(encoding.slice(0, start), true, signed),
    piece(encoding.slice(start, end), true, false),
    piece(encoding.slice(end), true, signed),
  ].filter(({ text }) => text !== '');
};
