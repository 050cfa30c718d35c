/** What is inspected: a text, or the bytes of a file that are no UTF-8. */
export type Source = string | Uint8Array;

/** The largest file that is opened: twice what the longest content of any format takes. */
export const maxFileBytes = 8_388_608;

const utf8 = new TextEncoder();

export const bytesOf = (source: Source): Uint8Array => (typeof source === 'string' ? utf8.encode(source) : source);

/** The text of bytes, without loss; the bytes themselves where they are no UTF-8. */
export const sourceOf = (bytes: Uint8Array): Source => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not UTF-8, which is for the rules to say.
    return bytes;
  }
};

/** What can be read of bytes: each part that is no UTF-8 comes out as U+FFFD. */
export const textOf = (source: Source): string =>
  typeof source === 'string' ? source : new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);

/** A number of bytes in words: exact below 10 kB. */
export const sizeText = (bytes: number): string => {
  if (bytes < 10_000) return `${bytes.toLocaleString('en-GB')} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
};

/** What to say instead of opening a file; `undefined` where it can be opened. */
export const refusalOf = ({ name, size }: { readonly name: string; readonly size: number }): string | undefined => {
  if (size === 0) return `${name} is empty.`;
  if (size > maxFileBytes)
    return `${name} has ${sizeText(size)} and is not opened: no record of any format is larger than ${sizeText(maxFileBytes)}.`;
  return undefined;
};
