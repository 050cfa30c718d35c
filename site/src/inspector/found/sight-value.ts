import { canonical, decodeHex, encodeBase32, type JsonValue, portableSha256 } from '@rockpool/reference';
import type { Node } from '../json-spans.ts';
import { claimOf } from './claim.ts';
import { decryptedMessage } from './decrypted.ts';
import { foreignNote } from './foreign.ts';
import { type FoundRecord, type Sighting, sighting } from './found-types.ts';
import { keyFact } from './key-fact.ts';
import { parsedValue, recordsIn, recordsOf } from './look-inside.ts';
import { atStart, listed, nameOf, phraseOf } from './names.ts';
import { networkOfValue } from './networks.ts';
import { brokenRecord, type Part } from './sequence.ts';

/** What is said of a JSON text; a string says more than that it is one. */
type ValueSighting = { readonly sighting: Sighting; readonly string?: string };

/**
 * What a text is that is JSON.
 * @param node where its parts stand; none of a text that is nested too deeply.
 */
export const sightValue = (text: string, node: Node | undefined): ValueSighting => {
  const value = parsedValue(text, node !== undefined);
  if (typeof value === 'string') return { sighting: sighting('json', 'This is a text, and no record.'), string: value };
  if (typeof value !== 'object' || value === null)
    return { sighting: sighting('json', `This is ${String(value)}, and no record.`) };
  const claim = claimOf(value);
  if (claim !== undefined) return { sighting: sightClaim(text, value, claim) };
  const network = networkOfValue(value);
  if (network !== undefined) return { sighting: sighting('network', network) };
  const records = node === undefined ? [] : recordsIn(text, value, node);
  if (records.length > 1) return { sighting: sightMany(records) };
  const [record] = records;
  return {
    sighting:
      record === undefined
        ? sighting('json', 'This is JSON, and of no format that is known here.')
        : sightInside(record, value),
  };
};

/** Something that says itself what it is. */
const sightClaim = (text: string, value: JsonValue, claim: NonNullable<ReturnType<typeof claimOf>>): Sighting => {
  if (claim.is === 'version')
    return sighting('version', `This says ${claim.says.slice(0, 40)}; known are ${listed(claim.known)}.`, {
      records: [{ text, place: '', name: nameOf(value) }],
    });
  const { format } = claim;
  if (claim.is === 'header')
    return sighting(
      'header',
      `This is the header of ${phraseOf(format)}, without a signature: a record is {"header": …, "signature": …}.`,
      { id: `%${encodeBase32(decodeHex(portableSha256(canonical(value))))}` },
    );
  const record: FoundRecord = { text, format, place: '', name: nameOf(value) };
  const decrypted = format === 'ssb-classic' ? decryptedMessage(text, value) : undefined;
  if (decrypted !== undefined) return sightDecrypted(record, decrypted.original);
  const note = foreignNote(text, value, format);
  return sighting('record', note?.sentence ?? `This is ${phraseOf(format)}.`, {
    records: [record],
    ...(note?.mended !== undefined && { mended: note.mended }),
  });
};

const sightDecrypted = (record: FoundRecord, original: string | undefined): Sighting => {
  if (original === undefined)
    return sighting(
      'inside',
      'This is a Scuttlebutt message that was decrypted: what was signed is the ciphertext, and that is not here.',
      { records: [record] },
    );
  const signed = { ...record, text: original };
  const key = keyFact(signed);
  return sighting(
    'inside',
    `This is a Scuttlebutt message that was decrypted: inspect it with its ciphertext put back, as it was signed${keyWords(key?.matches, key?.right)}.`,
    { records: [signed], mended: original, ...(key !== undefined && { key }) },
  );
};

const keyWords = (matches: boolean | undefined, right: string | undefined): string => {
  if (matches === undefined) return '';
  if (matches) return ', and key is its id';
  return right === undefined ? '' : `, and key is not its id, which is ${right}`;
};

/** One record somewhere in a value. */
const sightInside = (record: FoundRecord, root: JsonValue): Sighting => {
  const { place, format } = record;
  if (format === undefined) {
    const inner = sightValue(record.text, undefined).sighting;
    return { ...inner, sentence: `In ${place}: ${inner.sentence}`, records: [record] };
  }
  const value = parsedValue(record.text);
  const around = place === '/value' ? root : undefined;
  const decrypted = format === 'ssb-classic' ? decryptedMessage(record.text, value, around) : undefined;
  if (decrypted !== undefined) return sightDecrypted(record, decrypted.original);
  const key = keyFact(record);
  const note = foreignNote(record.text, value, format);
  return sighting(
    'inside',
    `${atStart(phraseOf(format))} stands in ${place}${keyWords(key?.matches, key?.right)}: inspect that.${note === undefined ? '' : ` ${note.sentence}`}`,
    {
      records: [record],
      ...(key !== undefined && { key }),
      ...(note?.mended !== undefined && { mended: note.mended }),
    },
  );
};

/** How many there are of each format, the most first. */
const counted = (records: readonly FoundRecord[]): string => {
  const counts = new Map<string, number>();
  for (const { format = 'of no known format', isBroken } of records) {
    const name = isBroken ? 'broken' : format;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a);
  return byCount.length === 1 && byCount[0] !== undefined
    ? `all ${byCount[0][0]}`
    : listed(byCount.map(([name, count]) => `${count.toLocaleString('en-GB')} ${name}`));
};

export const sightMany = (records: readonly FoundRecord[]): Sighting =>
  sighting('many', `${records.length.toLocaleString('en-GB')} records stand here, ${counted(records)}: choose one.`, {
    records,
  });

/** Several values one behind the other, or one behind something else; `undefined` where there is no whole record in them. */
export const severalIn = (parts: readonly Part[]): Sighting | undefined => {
  if (parts.length < 2) return undefined;
  const records = parts.flatMap(({ text, line, isBroken }): readonly FoundRecord[] => {
    const place = `line ${line}`;
    if (!isBroken) return recordsOf(text).map((record) => ({ ...record, place: `${place} ${record.place}`.trimEnd() }));
    // What begins with no bracket is what somebody said, or a prompt; a bracket alone is the list around them.
    return /^[{[]\s*\S/.test(text)
      ? [brokenRecord(text, place) ?? { text, place, name: 'broken', isBroken: true }]
      : [];
  });
  const [first] = records;
  if (first === undefined || records.every(({ isBroken }) => isBroken)) return undefined;
  return records.length === 1 ? sightInside(first, null) : sightMany(records);
};
