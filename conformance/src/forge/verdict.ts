import type { Json } from './canonical.ts';
import { documentRules } from './document-rules.ts';
import { hashEs4, hashEs5, verifyAuthor, verifyShare } from './earthstar.ts';
import { es4Rules, es5Rules } from './earthstar-rules.ts';
import { messageRules } from './message-rules.ts';
import { type JsonObject, type NativeRecord, verifyNative } from './native.ts';
import { type Broken, type Format, firstBroken, isNative, type Phase, type Rule } from './rule.ts';
import { ssbRules } from './ssb-rules.ts';
import { readText, textRules } from './text.ts';

/** The rules broken in the first phase in which any is, or `held`, or nothing. */
export type Verdict = { broken: Broken[]; held: boolean };

/** Everything that a rule may look at; each format has its own name for what is judged. */
export type Judged = {
  record: NativeRecord;
  document: JsonObject;
  message: JsonObject;
  now: number;
  hmac?: Uint8Array;
};

const RULES: Readonly<Record<Format, readonly Rule<Judged>[]>> = {
  'rp.document.1': documentRules,
  'rp.message.1': messageRules,
  'es.4': es4Rules,
  'es.5': es5Rules,
  'ssb-classic': ssbRules,
};

/** Every rule with a code for a record of a format by itself, save those of texts. */
export const rulesOf = (format: Format): readonly Rule<Judged>[] => RULES[format];

/**
 * Judges a parsed record by itself; `phases` leaves out what belongs to others, as `record.id` does. `hmac` is the hmac
 * key of classic messages, 32 bytes.
 */
export const judgeValue = (
  format: Format,
  value: Json,
  now: number,
  phases?: readonly Phase[],
  hmac?: Uint8Array,
): Verdict => {
  const rules = rulesOf(format).filter(({ phase }) => phases === undefined || phases.includes(phase));
  const named = { record: value, document: value, message: value, now, ...(hmac === undefined ? {} : { hmac }) };
  const broken = firstBroken(rules, named as unknown as Judged);
  const held = isNative(format) && broken.length === 0 && (value as unknown as NativeRecord).header.key !== undefined;
  return { broken, held };
};

/** Judges a text as a receiver does that expects `format` and whose clock shows `now`. */
export const judgeText = (
  format: Format,
  bytes: Uint8Array,
  now: number,
  phases?: readonly Phase[],
  hmac?: Uint8Array,
): Verdict => {
  const { broken, value } = readText(bytes, textRules(format));
  return broken.length > 0 ? { broken, held: false } : judgeValue(format, value, now, phases, hmac);
};

/** Whether the signatures of a record are valid; everything before the phase *signature* holds. */
export const verifySigned = (format: Format, record: Json, hmac?: Uint8Array): boolean => {
  if (isNative(format)) return verifyNative(record as unknown as NativeRecord);
  const document = record as JsonObject;
  if (format === 'es.4') return verifyAuthor(document, hashEs4(document));
  if (format === 'es.5') {
    const hash = hashEs5(document);
    return verifyAuthor(document, hash) && verifyShare(document, hash);
  }
  return judgeValue(format, record, 0, ['signature'], hmac).broken.length === 0;
};
