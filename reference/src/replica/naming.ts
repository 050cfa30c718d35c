import { digestLength, numberKey } from './keys.ts';

/** How a record names a blob: it has a right to it, or it has only if its content turns out to be a wish. */
export type NamingSort = 'n' | 'x';

/** A record that names a blob. */
export interface Naming {
  readonly digest: string;
  readonly sort: NamingSort;
  /** When the record goes away, in microseconds since 1970; undefined if never. */
  readonly expires: number | undefined;
}

/** A blob that kept records name. */
export interface BlobEntry {
  /** Undefined where it is lacking. */
  readonly content: string | undefined;
  /** The record whose digest comes first; the others, mostly none, have keys of their own. */
  readonly first: Naming;
}

const presentMark = '+';
const lackingMark = '-';
const endless = ' '.repeat(numberKey(0).length);
const expiresAt = 1 + digestLength + 1;
const contentAt = expiresAt + endless.length;

const expiresText = ({ expires }: Naming): string => (expires === undefined ? endless : numberKey(expires));
const readExpires = (text: string): number | undefined => (text === endless ? undefined : Number(text));

export const writeBlob = ({ content, first }: BlobEntry): string =>
  `${content === undefined ? lackingMark : presentMark}${first.digest}${first.sort}${expiresText(first)}${content ?? ''}`;

export const readBlob = (value: string): BlobEntry => ({
  content: contentIn(value),
  first: {
    digest: value.slice(1, 1 + digestLength),
    sort: value.charAt(expiresAt - 1) as NamingSort,
    expires: readExpires(value.slice(expiresAt, contentAt)),
  },
});

/** The content in the value of a blob, if it is there. */
export const contentIn = (value: string | undefined): string | undefined =>
  value?.startsWith(presentMark) ? value.slice(contentAt) : undefined;

/** The value of a naming that has a key of its own, which ends with its digest. */
export const writeNaming = (naming: Naming): string => `${naming.sort}${expiresText(naming)}`;

export const readNaming = (key: string, value: string): Naming => ({
  digest: key.slice(-digestLength),
  sort: value.charAt(0) as NamingSort,
  expires: readExpires(value.slice(1)),
});
