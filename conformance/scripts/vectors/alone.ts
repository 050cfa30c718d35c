import type { VectorCase } from '@rockpool/schemas';
import { fromFile } from '../../src/checks/i-json.ts';
import { concat } from '../../src/forge/bytes.ts';
import { nativeFeeds } from '../../src/forge/feed-format.ts';
import { arrivalRules, proofRules } from '../../src/forge/feed-rules.ts';
import { brokenIdRules } from '../../src/forge/identifiers.ts';
import {
  blobId,
  brokenSignatureRules,
  type Compact,
  expandText,
  type FeedItem,
  type Format,
  isNative,
  type Json,
  type JsonObject,
  type NativeRecord,
  readText,
  recordMessage,
  signEs4,
  signEs5,
  signNative,
  signSsb,
  type TextRules,
  textRules,
  unbase32,
  unhex,
  utf8,
  verifySignature,
} from '../../src/forge/index.ts';
import type { Rule } from '../../src/forge/rule.ts';
import { ssbFeeds } from '../../src/forge/ssb-feed.ts';
import { type Judged, rulesOf } from '../../src/forge/verdict.ts';
import { readForgivingly } from './forgiving.ts';

type Input = Readonly<Record<string, unknown>>;
type Own = ReadonlySet<string>;

const bytesOf = ({ text, bytes }: Input): Uint8Array =>
  bytes === undefined ? utf8(expandText(text as Compact)) : unhex(expandText(bytes as Compact));

const isNamed = (own: Own, area: string): boolean => [...own].some((rule) => rule.startsWith(area));

/** Halves of pairs as most encoders write them. */
const wellFormed = (value: Json): Json => {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toWellFormed(), wellFormed(inner)]));
};

/** What readers who do not ask for these rules may take a text for. */
const readings = (bytes: Uint8Array, rules: TextRules, own: Own): Json[] => {
  const { value, broken } = readText(bytes, rules);
  if (!isNamed(own, 'TXT-')) return [value];
  const isJson = !broken.some(({ requirement }) => requirement === 'TXT-1' || requirement === 'TXT-2');
  // Nothing but their depth is wrong with these, and it is too much for what walks through a value.
  if (own.has('TXT-6') || own.has('TXT-10')) return [value];
  return [
    ...(isJson ? [value] : []),
    ...[true, false].flatMap((first) => [true, false].map((dropsNull) => readForgivingly(bytes, { first, dropsNull }))),
  ].map(wellFormed);
};

const fails = <T>(rule: Rule<T>, input: T): boolean => {
  try {
    return !rule.holds(input);
  } catch {
    return true;
  }
};

/** What forgiving readers take other characters for. */
const TAKEN_FOR: readonly [RegExp, string][] = [
  [/0/g, 'o'],
  [/1/g, 'l'],
  [/\uff12/g, '2'],
  [/[^a-z2-7]/g, ''],
];

/**
 * The bytes that a forgiving reader finds in an identifier or signature: with any sigil, in any case, with any spare bits,
 * and zeros where characters are missing.
 */
const forgivingBytes = (text: string, length: number): Uint8Array => {
  const width = Math.ceil((length * 8) / 5);
  const plain = text.toUpperCase().toLowerCase();
  const letters = TAKEN_FOR.reduce((left, [pattern, by]) => left.replaceAll(pattern, by), plain.replace(/^.?b/s, ''));
  return unbase32(`b${letters.slice(0, width).padEnd(width, 'a')}`).subarray(0, length);
};

/** Whether a signature holds for those who forgive the form of the key and of the signature. */
const isSigned = ({ header, signature }: NativeRecord): boolean =>
  verifySignature(
    forgivingBytes(String(header.key || header.author), 32),
    recordMessage(header),
    forgivingBytes(signature, 64),
  );

const CONTENT = utf8('"content":"');

/** Whether somebody reads ill-formed content so that it is what the header names. */
const someContentFits = ({ header }: NativeRecord, bytes: Uint8Array): boolean => {
  const from = Buffer.from(bytes).indexOf(CONTENT) + CONTENT.length;
  const inside = bytes.subarray(from, Buffer.from(bytes).lastIndexOf('"'));
  const escaped = new TextDecoder().decode(inside);
  const half = /\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g;
  const asBytes = (text: string): Uint8Array => {
    const code = Number.parseInt(text.slice(2), 16);
    return Uint8Array.of(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  };
  const pieces = escaped.split(half).flatMap((piece, index) => {
    const found = escaped.match(half)?.[index];
    return found === undefined ? [utf8(piece)] : [utf8(piece), asBytes(found)];
  });
  const readings = [
    inside,
    concat(...pieces),
    ...['', '?', '\ufffd', '/', '🌸'].flatMap((by) => [
      utf8(escaped.replaceAll(half, by)),
      utf8(escaped.replaceAll(/\ufffd+/g, by)),
    ]),
  ];
  return readings.some((reading) => reading.length === header.contentSize && blobId(reading) === header.contentHash);
};

/** A long text is given in pieces, in which something is repeated; a list without that is content by itself. */
const isInPieces = (content: unknown): boolean =>
  Array.isArray(content) && content.some((piece) => typeof piece === 'object' && piece !== null && 'repeat' in piece);

const expanded = (draft: JsonObject): JsonObject =>
  isInPieces(draft.content) ? { ...draft, content: expandText(draft.content as never) } : draft;

/** Of so many broken rules the shape is the reason. */
const MISSHAPEN = 6;

/** The other rules that refuse a record by itself, which came as `bytes`. */
const ofRecord = (format: Format, value: Json, input: Input, own: Own, bytes?: Uint8Array): string[] => {
  const hmac = input.hmac === undefined ? {} : { hmac: unhex(input.hmac as string) };
  const judged = {
    record: value,
    document: value,
    message: value,
    now: Number(input.now),
    ...hmac,
  } as unknown as Judged;
  const record = value as unknown as NativeRecord;
  const forgiven = (rule: string): boolean => {
    if (!isNative(format)) return false;
    if (rule === 'REC-15') return ['REC-3', 'REC-4', 'REC-9'].some((each) => own.has(each)) && isSigned(record);
    const isContent = rule === 'REC-16' || rule === 'REC-17';
    return isContent && (own.has('TXT-1') || own.has('TXT-4')) && bytes !== undefined && someContentFits(record, bytes);
  };
  return rulesOf(format)
    .filter(({ requirement, phase }) => !own.has(requirement) && (input.now !== undefined || phase === 'shape'))
    .filter((rule) => fails(rule, judged) && !forgiven(rule.requirement))
    .map(({ requirement }) => requirement);
};

const signed = ({ format, seed, shareSeed, hmac }: Input, unsigned: JsonObject): Json => {
  const secret = unhex(seed as string);
  if (isNative(format as Format)) {
    const header = unsigned.header as JsonObject;
    return { ...unsigned, ...signNative({ header, seed: secret }) } as unknown as Json;
  }
  if (format === 'es.4') return signEs4({ document: unsigned, seed: secret });
  if (format === 'es.5') return signEs5({ document: unsigned, seed: secret, shareSeed: unhex(shareSeed as string) });
  return signSsb({ message: unsigned, seed: secret, hmac: hmac === undefined ? undefined : unhex(hmac as string) });
};

const ofText = (bytes: Uint8Array, rules: TextRules, own: Own): string[] =>
  readText(bytes, rules)
    .broken.map(({ requirement }) => requirement)
    .filter((requirement) => !own.has(requirement));

const fewest = (lists: readonly string[][]): string[] =>
  lists.reduce((left, right) => (right.length < left.length ? right : left));

/** What is nested so deep that nobody can walk it has no further faults that anybody could find. */
const isTooDeep = (own: Own): boolean => own.has('TXT-10');

const ofGiven = (given: Input, input: Input, own: Own): string[] => {
  const format = input.format as Format;
  const bytes = bytesOf(given);
  const rules = textRules(format);
  const texts = ofText(bytes, rules, own);
  if (isTooDeep(own)) return texts;
  return [...texts, ...fewest(readings(bytes, rules, own).map((value) => ofRecord(format, value, input, own, bytes)))];
};

const feedOf = (input: Input) => (input.format === 'ssb-classic' ? ssbFeeds : nativeFeeds);

/** The messages as a reader takes them who does not ask for these rules. */
const itemsOf = (list: unknown, input: Input, own: Own): FeedItem[] =>
  (list as Input[]).map((given) => {
    const [value] = readings(bytesOf(given), textRules(input.format as Format), own);
    return feedOf(input).item(value as Json);
  });

const failing = <T>(rules: readonly Rule<T>[], judged: T, own: Own): string[] =>
  rules.filter((rule) => !own.has(rule.requirement) && fails(rule, judged)).map(({ requirement }) => requirement);

const ofFeed = (input: Input, own: Own): string[] => {
  const given = input.messages as Input[];
  const byThemselves = given.flatMap((one) => ofGiven(one, input, own));
  if (byThemselves.length > 0 || isTooDeep(own)) return byThemselves;
  const items = itemsOf(given, input, own);
  if (input.mode === 'subset') return failing(proofRules, { items, target: Number(input.target) }, own);
  const before = itemsOf(input.before, input, own);
  return items.flatMap((item, index) =>
    failing(arrivalRules, { item, before: [...before, ...items.slice(0, index)] }, own),
  );
};

const ofAppend = (input: Input, own: Own): string[] => {
  const whole = expanded(input.draft as JsonObject);
  const before = itemsOf(input.before, input, own);
  const seed = unhex(input.seed as string);
  const message = feedOf(input).append(
    { draft: wellFormed(whole) as JsonObject, seed, before },
    { now: Number(input.now) },
  );
  const writers = new Set(own.has('FEED-22') ? [...own, 'REC-13'] : own);
  const texts = ofText(utf8(JSON.stringify(whole)), textRules(input.format as Format), own);
  const misplaced = failing(arrivalRules, { item: feedOf(input).item(message), before }, own);
  return [...texts, ...ofRecord(input.format as Format, message, input, writers), ...misplaced];
};

/** The rules, other than those that a negative vector names, that refuse it too; more than are looked at are not known. */
export const otherRefusals = (one: VectorCase): string[] => {
  const own = new Set<string>(one.requirements);
  const input = fromFile(one.input) as Input;
  const others = (): string[] => {
    if (one.operation === 'canonical.encode') return ofText(bytesOf(input), 'native', own);
    if (one.operation === 'id.parse') return brokenIdRules(input.id as string);
    if (one.operation === 'id.sort') return (input.ids as string[]).flatMap(brokenIdRules);
    if (one.operation === 'signature.verify') {
      const [key, message, signature] = ['key', 'message', 'signature'].map((name) => unhex(input[name] as string));
      return brokenSignatureRules(key as Uint8Array, message as Uint8Array, signature as Uint8Array);
    }
    if (one.operation === 'record.verify' || one.operation === 'record.id') return ofGiven(input, input, own);
    if (one.operation === 'record.sign') {
      const unsigned = expanded(input.unsigned as JsonObject);
      const bytes = utf8(JSON.stringify(unsigned));
      const value = signed(input, wellFormed(unsigned) as JsonObject);
      const writers = new Set([...own, ...(own.has('REC-20') ? ['REC-15'] : [])]);
      return [
        ...ofText(bytes, textRules(input.format as Format), own),
        ...ofRecord(input.format as Format, value, input, writers, bytes),
      ];
    }
    if (one.operation === 'feed.verify') return ofFeed(input, own);
    return one.operation === 'feed.append' ? ofAppend(input, own) : [];
  };
  const found = new Set(others().filter((requirement) => !own.has(requirement)));
  // What is misshapen cannot be judged any further.
  return found.size > MISSHAPEN ? ['misshapen'] : [...found];
};
