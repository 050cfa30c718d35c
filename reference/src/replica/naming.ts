import { digestLength, numberKey } from './keys.ts';

/** A record that names a blob, and may have it. */
export interface Naming {
  readonly digest: string;
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
const expiresAt = 1 + digestLength;
const contentAt = expiresAt + endless.length;

const expiresText = ({ expires }: Naming): string => (expires === undefined ? endless : numberKey(expires));
const readExpires = (text: string): number | undefined => (text === endless ? undefined : Number(text));

export const writeBlob = ({ content, first }: BlobEntry): string =>
  `${content === undefined ? lackingMark : presentMark}${first.digest}${expiresText(first)}${content ?? ''}`;

export const readBlob = (value: string): BlobEntry => ({
  content: contentIn(value),
  first: {
    digest: value.slice(1, expiresAt),
    expires: readExpires(value.slice(expiresAt, contentAt)),
  },
});

/** The content in the value of a blob, if it is there. */
export const contentIn = (value: string | undefined): string | undefined =>
  value?.startsWith(presentMark) ? value.slice(contentAt) : undefined;

/** The value of a naming that has a key of its own, which ends with its digest. */
export const writeNaming = (naming: Naming): string => expiresText(naming);

export const readNaming = (key: string, value: string): Naming => ({
  digest: key.slice(-digestLength),
  expires: readExpires(value),
});
