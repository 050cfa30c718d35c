import { decodeBase64Url } from '../../../../reference/src/bytes/base64url.ts';
import { encodeHex } from '../../../../reference/src/bytes/hex.ts';
import type { Entry } from '../../../../reference/src/sync/entry.ts';
import { beginning, isEnd } from '../../../../reference/src/sync/item.ts';
import { readRanges, writeEntry } from '../../../../reference/src/sync/ranges.ts';
import { rangesIn } from './turns.ts';
import { counted } from './words.ts';

/** Some characters of a message and the member that they are; all pieces one after another are the message. */
export type Piece = { readonly text: string; readonly member: string | undefined };

/** Some bytes of `ranges`, and what they are. */
export type BytePart = {
  readonly hex: string;
  readonly is: 'bound' | 'mark' | 'fingerprint' | 'number' | 'short id' | 'id' | 'bits' | 'unread';
  /** Which entry they are of. */
  readonly entry: number;
  readonly words: string;
};

/** A message in pieces, by its members. */
export const piecesOf = (text: string): readonly Piece[] => {
  const members = membersOf(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const [member, value] of members) {
    const written = `${JSON.stringify(member)}:${JSON.stringify(value)}`;
    const found = text.indexOf(written, at);
    // Written in another way than a program writes it: left in one piece.
    if (found < 0) return [{ text, member: undefined }];
    if (found > at) pieces.push({ text: text.slice(at, found), member: undefined });
    pieces.push({ text: written, member });
    at = found + written.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), member: undefined });
  return pieces;
};

const membersOf = (text: string): readonly (readonly [string, unknown])[] => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.entries(value) : [];
  } catch {
    // A changed byte may have made something else of it.
    return [];
  }
};

const marks: Readonly<Record<Entry['kind'], string>> = {
  silent: 'nothing to say of this range',
  sum: 'a sum follows',
  list: 'a list follows',
  wish: 'a wish follows',
  'long-list': 'a list of whole ids follows',
};

/** The bytes of a `reconcile`, each part with what it is; none for other messages. What cannot be read stands at the end. */
export const rangeParts = (text: string): readonly BytePart[] => {
  const ranges = rangesIn(text);
  const bytes = ranges === undefined ? undefined : decodeBase64Url(ranges);
  if (ranges === undefined || bytes === undefined) return [];
  const parts: BytePart[] = [];
  let at = 0;
  let before = beginning;
  for (const [entry, each] of readRanges(ranges).entries.entries()) {
    const written: number[] = [];
    writeEntry(each, before, written);
    parts.push(...entryParts(each, bytes.subarray(at, at + written.length), entry));
    at += written.length;
    before = each.upper;
  }
  if (at < bytes.length)
    parts.push({ hex: encodeHex(bytes.subarray(at)), is: 'unread', entry: parts.length, words: 'has no meaning' });
  return parts;
};

const entryParts = (entry: Entry, bytes: Uint8Array, index: number): readonly BytePart[] => {
  const parts: BytePart[] = [];
  let at = 0;
  const take = (length: number, is: BytePart['is'], words: string) => {
    if (length > 0) parts.push({ hex: encodeHex(bytes.subarray(at, at + length)), is, entry: index, words });
    at += length;
  };
  take(
    boundLength(bytes),
    'bound',
    isEnd(entry.upper) ? 'up to the end of all' : `up to the time ${entry.upper.timestamp}`,
  );
  take(1, 'mark', marks[entry.kind]);
  switch (entry.kind) {
    case 'sum':
      take(16, 'fingerprint', 'the fingerprint of all records in the range');
      take(bytes.length - at, 'number', counted(entry.count, 'record'));
      break;
    case 'list':
    case 'long-list': {
      take(bytes.length - at - entry.ids.join('').length / 2, 'number', counted(entry.ids.length, 'record'));
      const [is, words] =
        entry.kind === 'list' ? (['short id', 'a salted beginning of an id'] as const) : (['id', 'an id'] as const);
      for (const id of entry.ids) take(id.length / 2, is, `${words}: ${id}`);
      break;
    }
    case 'wish':
      take(bytes.length - at - Math.ceil(entry.wished.length / 8), 'number', `of a list of ${entry.wished.length}`);
      take(bytes.length - at, 'bits', `${entry.wished.filter(Boolean).length} wished for`);
      break;
    default:
  }
  return parts;
};

/** How many bytes the bound at the beginning of an entry has. */
const boundLength = (bytes: Uint8Array): number => {
  let at = 0;
  while ((bytes[at] as number) > 127) at++;
  const isEndOfAll = at === 0 && bytes[0] === 0;
  return isEndOfAll ? 1 : at + 2 + (bytes[at + 1] as number);
};
