import {
  blobId,
  type Context,
  decodeHex,
  encodeBase32,
  encodeHex,
  identify,
  type JsonObject,
  type JsonValue,
  portableSha256,
  readText,
} from '@rockpool/reference';
import { classicListings, earthstarListings, type Listing, nativeListings } from './listings.ts';
import { formatNamed, listening, protocol } from './protocol.ts';
import { bytesOf, type Source, textOf } from './source.ts';

/** A value that follows from the bytes, and what there is to say of it. */
export type Value = { readonly name: string; readonly value: string; readonly note?: string };

/** What is hashed and what is signed. */
export type Exhibit = { readonly listings: readonly Listing[]; readonly values: readonly Value[] };

/** What is hashed and signed of a text; `undefined` where it has no id, because its text or its shape is wrong. */
export const exhibitOf = (source: Source, formatName: string, context: Context): Exhibit | undefined => {
  const identified = identify(source, { protocol, format: formatName });
  if (!identified.ok) return undefined;
  const { record } = identified;
  const format = formatNamed(formatName);
  let hashed: Uint8Array | string | undefined;
  try {
    ({ hashed } = listening(() => record.id));
  } catch (error) {
    // A classic message of which the encoding would be too long to be made: SSB-12 says so.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  if (hashed === undefined) return undefined;
  const value = readText(source).value as JsonObject;
  const questions = format.witnesses.map((witness) => ({ witness, ...witness.question(record, context) }));
  const signed = questions[0]?.message ?? new Uint8Array();
  const listings =
    formatName === 'ssb-classic'
      ? classicListings(
          value,
          bytesOf(hashed),
          questions[0]?.witness.question(record, { now: 0 }).message,
          signed,
          context,
        )
      : 'header' in value
        ? nativeListings(value, format, textOf(hashed), signed)
        : earthstarListings(textOf(hashed), signed);
  const values: Value[] = [
    { name: 'SHA-256', value: portableSha256(hashed), note: 'of the hashed bytes' },
    { name: formatName.startsWith('es.') ? 'hash' : 'id', value: record.id },
    ...contentValues(value),
    ...questions.flatMap(({ witness, key, signature }) => [
      { name: `key of the ${witness.signer}`, value: encodeHex(key), note: `${key.length} bytes` },
      { name: witness.member, value: encodeHex(signature), note: `${signature.length} bytes, R and S` },
    ]),
  ];
  return { listings, values };
};

/** The hash that the content has, beside the one that is said. */
const contentValues = (value: JsonObject): Value[] => {
  const beside = (name: string, actual: string, said: JsonValue | undefined): Value => ({
    name,
    value: actual,
    note: actual === said ? 'as the record says' : `the record says ${String(said)}`,
  });
  const { header, content, text } = value;
  if (typeof header === 'object' && header !== null && !Array.isArray(header))
    return typeof content === 'string'
      ? [beside('hash of the content', blobId(content, portableSha256), header.contentHash)]
      : [];
  const hashOf = (data: string): string => encodeBase32(decodeHex(portableSha256(data)));
  if (typeof text === 'string') return [beside('hash of the text', hashOf(text), value.textHash)];
  if (typeof content === 'string' && 'contentHash' in value)
    return [beside('hash of the content', hashOf(content), value.contentHash)];
  return [];
};
