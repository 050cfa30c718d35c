import { decodeBase32 } from '../src/bytes/base32.ts';
import { compareBytes } from '../src/bytes/compare.ts';
import type { NativeRecord } from '../src/format/native-record.ts';
import type { Statement } from '../src/format/statement.ts';
import { mergeDocuments, type Verdict, verify } from '../src/index.ts';
import { formatOf } from '../src/protocol/protocol.ts';
import { engine, gardening, protocol } from './cast.ts';
import type { Made } from './replica-cast.ts';

/**
 * What a native replica without quota and filter holds, computed from nothing but the list of what was given: slow and plain.
 */
export function modelState(given: readonly { readonly record: Made; readonly now: number }[], now: number) {
  const judged = given.map(({ record, now: at }) => ({
    record,
    // What was refused for the time when it was given was not kept.
    atFirst: verify(record.text, { protocol, engine, format: record.format, now: at }),
    verdict: verify(record.text, { protocol, engine, format: record.format, now }),
  }));
  const counted = judged.filter(({ atFirst, verdict }) => !('code' in atFirst) && !('code' in verdict));
  const documents = counted.filter(({ record }) => record.format === 'rp.document.1');
  const merged = mergeDocuments(
    documents.map(({ verdict }) => ({ format: formatOf(protocol, 'rp.document.1'), verdict })),
    gardening,
  );
  const at = (positions: readonly number[]) => positions.map((position) => documents[position]?.record.id as string);
  const messages = counted.filter(({ record }) => record.format === 'rp.message.1');
  const ofMessages = (isHeld: boolean) =>
    messages.filter(({ verdict }) => verdict.ok !== isHeld && inSpace(verdict)).map(({ record }) => record.id);
  return {
    records: sorted([...at(merged.kept), ...ofMessages(false)]),
    held: sorted([...at(merged.held ?? []), ...ofMessages(true)]),
    winners: sorted([...merged.winners.values()].map((position) => documents[position]?.record.id as string)),
  };
}

const inSpace = (verdict: Verdict<Statement>) =>
  'record' in verdict && (verdict.record as NativeRecord).space === gardening;

/** Each once, in the order of their bytes. */
export const sorted = (ids: readonly string[]): string[] =>
  [...new Set(ids)].sort((a, b) => compareBytes(decodeBase32(a, 1, 32), decodeBase32(b, 1, 32)));
