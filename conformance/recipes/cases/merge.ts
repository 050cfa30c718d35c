import type { ProfileName, VectorCase } from '@rockpool/schemas';
import { compactText, hex, utf8 } from '../../src/forge/bytes.ts';
import type { Json } from '../../src/forge/canonical.ts';
import { type Merged, mergeDocuments } from '../../src/forge/merge.ts';
import type { Format } from '../../src/forge/rule.ts';
import { readText, textRules } from '../../src/forge/text.ts';
import { judgeText, type Verdict } from '../../src/forge/verdict.ts';
import { reparsed, toCase } from './file.ts';
import { NOW } from './verify.ts';

/** A record of a merge: a value, or the text that travelled. */
export type Given = { format: Format; record: unknown } | { format: Format; text: string | Uint8Array };

export type MergeDraft = {
  id: string;
  title: string;
  profile: ProfileName;
  needs?: ProfileName;
  requirements: readonly string[];
  space: string;
  now?: number;
  records: readonly Given[];
  /** What must come out, where the case is about just that. */
  wanted?: Partial<Merged>;
};

const FAR = 9_007_199_254_740_991;

const bytesOf = (given: Given): Uint8Array => {
  if ('record' in given) return utf8(JSON.stringify(given.record as Json));
  return typeof given.text === 'string' ? utf8(given.text) : given.text;
};

const textOf = (bytes: Uint8Array): Record<string, unknown> => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith('\ufeff')) return { text: compactText(text) };
  } catch {
    // Ill-formed: falls through to bytes.
  }
  return { bytes: hex(bytes) };
};

const known = new Map<string, Verdict>();

/** Most records are given in many orders; each is judged once for each time. */
const judge = (format: Format, bytes: Uint8Array, now: number): Verdict => {
  const name = `${format} ${now} ${hex(bytes)}`;
  const verdict = known.get(name) ?? judgeText(format, bytes, now);
  known.set(name, verdict);
  return verdict;
};

const merge = (space: string, now: number, given: readonly { format: Format; bytes: Uint8Array }[]): Merged =>
  mergeDocuments({
    space,
    now,
    records: given.map(({ format, bytes }) => ({
      format,
      value: readText(bytes, textRules(format)).value,
    })),
    judge: ({ format }, position) => judge(format, given[position]?.bytes ?? new Uint8Array(), now),
  });

/** What each format says of newer documents, of slots, of what is refused, and of what wins where some are held. */
const NATIVE_RULES = { newer: 'DOC-16', slot: 'DOC-19', refused: 'DOC-17', held: 'DOC-20' };
const EARTHSTAR_RULES = { newer: 'ES-17', slot: 'ES-18', refused: 'ES-16', held: 'ES-19' };
const RULES: Readonly<Record<string, typeof NATIVE_RULES>> = {
  'rp.document.1': NATIVE_RULES,
  'es.4': EARTHSTAR_RULES,
  'es.5': EARTHSTAR_RULES,
};

const pathOf = ({ format, bytes }: { format: Format; bytes: Uint8Array }): unknown => {
  const value = readText(bytes, textRules(format)).value as { path?: unknown; header?: { path?: unknown } } | null;
  return value?.header?.path ?? value?.path;
};

/** What a merge shows whatever it is about: which of two documents at one path is newer, and that what is refused is left out. */
const shown = (
  given: readonly { format: Format; bytes: Uint8Array }[],
  { held = [] }: Merged,
  now: number,
): string[] => {
  const [first] = given;
  if (first === undefined) return [];
  const { newer, slot, refused, held: wins } = RULES[first.format] ?? NATIVE_RULES;
  const refuses = given.some(({ format, bytes }) => judge(format, bytes, now).broken.length > 0);
  const paths = given.map(pathOf).filter((path) => path !== undefined);
  return [
    ...(new Set(paths).size < paths.length ? [newer, slot] : []),
    ...(refuses ? [refused] : []),
    ...(held.length > 0 ? [wins] : []),
  ];
};

/** What a replica keeps and shows of these records. */
export const mergeCase = ({
  id,
  title,
  profile,
  needs,
  requirements,
  space,
  now = NOW,
  records,
  wanted,
}: MergeDraft): VectorCase => {
  const given = records.map((record) => ({ format: record.format, bytes: bytesOf(record) }));
  const native = profile === 'documents';
  const found = merge(space, now, given);
  const merged: Merged = native ? { ...found, held: found.held ?? [], deleted: found.deleted ?? [] } : found;
  for (const [name, value] of Object.entries(wanted ?? {})) {
    const is = JSON.stringify(merged[name as keyof Merged]);
    if (is !== JSON.stringify(value)) throw new Error(`${id}: ${name} is ${is}`);
  }
  const parsed = given.map(({ bytes }) => reparsed(bytes));
  const again = given.map(({ format }, index) => ({ format, bytes: parsed[index] ?? utf8('{}') }));
  return toCase({
    id,
    title,
    profile,
    requirements: [...new Set([...requirements, ...shown(given, found, now)])],
    operation: 'document.merge',
    input: { space, now, records: given.map(({ format, bytes }) => ({ format, ...textOf(bytes) })) },
    expect: { ok: merged },
    // Some records cannot be parsed, or do not say the same afterwards.
    textOnly: parsed.includes(undefined) || JSON.stringify(merge(space, now, again)) !== JSON.stringify(found),
    timeless: JSON.stringify(merge(space, FAR, given)) === JSON.stringify(found),
    ...(needs === undefined ? {} : { needs }),
  });
};

/** Some of the orders of a list, the same ones each time; among them the list itself and its reverse. */
export const someOrders = <T>(list: readonly T[], count: number): T[][] => {
  const orders = [[...list], [...list].reverse()];
  let state = 12_345;
  while (orders.length < count) {
    const next = [...list];
    for (let index = next.length - 1; index > 0; index -= 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      const other = Math.floor((state / 2_147_483_648) * (index + 1));
      [next[index], next[other]] = [next[other] as T, next[index] as T];
    }
    orders.push(next);
  }
  return orders;
};

/** All orders of a short list. */
export const allOrders = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((first, index) =>
        allOrders(list.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
      );
