import type { Json } from './canonical.ts';
import { hashEs4, hashEs5, verifyAuthor, verifyShare } from './earthstar.ts';
import { es4Rules, es5Rules } from './earthstar-rules.ts';
import { type JsonObject, type NativeRecord, verifyNative } from './native.ts';
import { nativeRules } from './native-rules.ts';
import { type Broken, type Format, firstBroken, type Phase } from './rule.ts';
import { readText } from './text.ts';

/** The rules broken in the first phase in which any is, or `held`, or nothing. */
export type Verdict = { broken: Broken[]; held: boolean };

/** Judges a parsed record; `from` leaves out what belongs to other phases, as `record.id` does. */
export const judgeValue = (format: Format, value: Json, now: number, phases?: readonly Phase[]): Verdict => {
  const counts = ({ phase }: { phase: Phase }): boolean => phases === undefined || phases.includes(phase);
  if (format === 'rp.document.1') {
    const record = value as unknown as NativeRecord;
    const broken = firstBroken(nativeRules.filter(counts), { record, now });
    return { broken, held: broken.length === 0 && record.header.key !== undefined };
  }
  const rules = format === 'es.4' ? es4Rules : es5Rules;
  return { broken: firstBroken(rules.filter(counts), { document: value as JsonObject, now }), held: false };
};

/** Judges a text as a receiver does that expects `format` and whose clock shows `now`. */
export const judgeText = (format: Format, bytes: Uint8Array, now: number, phases?: readonly Phase[]): Verdict => {
  const { broken, value } = readText(bytes, format === 'rp.document.1' ? 'native' : 'earthstar');
  return broken.length > 0 ? { broken, held: false } : judgeValue(format, value, now, phases);
};

/** Whether the signatures of a record are valid; everything before the phase *signature* holds. */
export const verifySigned = (format: Format, record: Json): boolean => {
  if (format === 'rp.document.1') return verifyNative(record as unknown as NativeRecord);
  const document = record as JsonObject;
  if (format === 'es.4') return verifyAuthor(document, hashEs4(document));
  const hash = hashEs5(document);
  return verifyAuthor(document, hash) && verifyShare(document, hash);
};
