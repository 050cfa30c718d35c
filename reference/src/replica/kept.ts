import type { Protocol } from '../protocol/protocol.ts';
import type { JsonValue } from '../value/json.ts';
import { recogniseFormat } from '../verify.ts';
import type { Family, KeepableRecord } from './family.ts';
import type { Kept } from './kept-record.ts';
import { numberKey } from './keys.ts';

const heldMark = 'h';
const acceptedMark = 'a';
const headLength = 17;

/** A record as the value of its key. */
export const writeKept = (record: KeepableRecord, isHeld: boolean, arrival: number, { textOf }: Family): string =>
  `${isHeld ? heldMark : acceptedMark}${numberKey(arrival)}${textOf(record)}`;

export const isHeldValue = (value: string): boolean => value.startsWith(heldMark);

/** Reads what `writeKept` wrote. It was verified before it was kept, so here it is read alone. */
export function readKept(digest: string, value: string, protocol: Protocol): Kept {
  const text = value.slice(headLength);
  const parsed = JSON.parse(text) as JsonValue;
  // What the formats of a family read is a record that can be kept.
  const record = recogniseFormat(protocol, parsed)?.read(parsed) as KeepableRecord;
  return { digest, isHeld: isHeldValue(value), arrival: Number(value.slice(1, headLength)), text, record };
}
