import { spansOf } from '../json-spans.ts';
import { bytesOf, type Source, sizeText, textOf } from '../source.ts';
import { type Decoded, decoded, decodedUtf16 } from './encoded.ts';
import { type Found, type Sighting, sighting } from './found-types.ts';
import { identifierSentence } from './identifiers.ts';
import { type Break, scanJson } from './json-scan.ts';
import { atStart, inMiddle, phraseOf } from './names.ts';
import { networkOfBytes, networkOfText } from './networks.ts';
import { secretIn } from './secrets.ts';
import { brokenRecord, partsOf } from './sequence.ts';
import { severalIn, sightValue } from './sight-value.ts';
import { brokenByte } from './text-places.ts';
import { faultAt } from './where-broken.ts';

/** How often something is taken out of something: a record as a string, in base64, in a link. */
const maxWrappings = 4;

/** Kinds that say something of a text in quotation marks. */
const isWorthy = ({ kind }: Sighting): boolean => !['text', 'empty', 'broken', 'json'].includes(kind);

const unwrapped = ({ how, source }: Decoded, wrappings: number): Sighting => {
  const inner = sightSource(source, wrappings + 1);
  const secret = inner.secret ?? secretIn(textOf(source));
  return {
    ...inner,
    kind: 'encoded',
    sentence: `${atStart(how)}: ${inMiddle(inner.sentence)}`,
    ...(secret !== undefined && { secret }),
  };
};

const sightText = (text: string, wrappings: number): Sighting => {
  if (text.trim() === '') return sighting('empty', 'There is nothing here yet: paste a record, or drop a file.');
  const node = spansOf(text);
  const broken = node === undefined ? scanJson(text) : undefined;
  if (broken === undefined) {
    const { string, sighting: sighted } = sightValue(text, node);
    return string !== undefined && wrappings < maxWrappings ? sightString(text, string, wrappings) : sighted;
  }
  const inside = wrappings < maxWrappings ? decoded(text) : undefined;
  if (inside !== undefined) return unwrapped(inside, wrappings);
  // The beginning of some files is a text.
  const file = networkOfBytes(bytesOf(text.slice(0, 24)));
  if (file !== undefined) return sighting('file', file);
  const sentence = identifierSentence(text);
  if (sentence !== undefined) return sighting('identifier', sentence);
  const network = networkOfText(text);
  if (network !== undefined) return sighting('network', network);
  return severalIn(partsOf(text)) ?? sightBroken(text, broken);
};

/** A JSON string: what it says may be a text of any kind. */
const sightString = (text: string, string: string, wrappings: number): Sighting => {
  const isJson = /^\s*[{["]/.test(string);
  if (isJson) return unwrapped({ how: 'in a string', source: string }, wrappings);
  const inner = sightText(string, wrappings + 1);
  return isWorthy(inner)
    ? inner
    : sighting('json', `This is a text in quotation marks, and no record: ${sizeText(text.length)} long.`);
};

const sightBroken = (text: string, broken: Break): Sighting => {
  if (!/^\s*[{[]/.test(text)) return sighting('text', 'This is a text, and no record: a record begins with {.');
  const fault = faultAt(text, broken);
  const record = brokenRecord(text, '');
  return sighting('broken', `This is no JSON from line ${fault.line}, column ${fault.column} on. ${fault.words}`, {
    fault,
    records: record === undefined ? [] : [record],
  });
};

const sightBytes = (bytes: Uint8Array, wrappings: number): Sighting => {
  const utf16 = decodedUtf16(bytes);
  if (utf16 !== undefined && wrappings < maxWrappings) return unwrapped(utf16, wrappings);
  const network = networkOfBytes(bytes);
  if (network !== undefined) return sighting('file', network);
  const record = brokenRecord(textOf(bytes), '');
  if (record === undefined)
    return sighting(
      'file',
      `These ${sizeText(bytes.length)} are no text in UTF-8, and no kind of file that is known here.`,
    );
  const at = (brokenByte(bytes) ?? 0) + 1;
  return sighting(
    'broken',
    `This is ${phraseOf(record.format ?? '')} of which byte ${at.toLocaleString('en-GB')} is no UTF-8.`,
    {
      records: [record],
    },
  );
};

const sightSource = (source: Source, wrappings: number): Sighting =>
  typeof source === 'string' ? sightText(source, wrappings) : sightBytes(source, wrappings);

/** What a visitor has pasted or dropped: a record, something with records inside, or something else that can be named. */
export const found = (source: Source): Found => {
  const { secret = secretIn(textOf(source)), ...sight } = sightSource(source, 0);
  if (secret === undefined) return { ...sight, isSecret: false };
  if (sight.records.length === 0)
    return {
      ...sight,
      kind: 'secret',
      sentence: `This is ${secret}: keep it to yourself; it goes into no link and is not kept here.`,
      isSecret: true,
    };
  return {
    ...sight,
    sentence: `${sight.sentence} In it stands ${secret}: it goes into no link and is not kept here.`,
    isSecret: true,
  };
};
