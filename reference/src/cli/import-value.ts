import { EarthstarDocument } from '../format/earthstar-document.ts';
import { NativeRecord } from '../format/native-record.ts';
import { ssbFormatName } from '../format/ssb-message.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { type FamilyName, families } from '../replica/family.ts';
import { isObject, type JsonValue } from '../value/json.ts';
import { recogniseFormat } from '../verify.ts';

/** What a value in a file turns out to be. */
export type Recognised =
  | {
      readonly is: 'record';
      readonly format: string;
      readonly family: FamilyName;
      readonly space: string;
      readonly text: string;
    }
  | { readonly is: 'classic'; readonly text: string; readonly id: string | undefined };

/** A record of any form that is known here: as it travels, or in the envelope of other programs' logs. */
export function recognise(protocol: Protocol, value: JsonValue, text: string): Recognised | undefined {
  if (isObject(value) && isObject(value.value) && typeof value.key === 'string') {
    // A classic message is what its value is when it is written out again.
    return { is: 'classic', text: JSON.stringify(value.value), id: value.key };
  }
  const format = recogniseFormat(protocol, value);
  if (format === undefined) return undefined;
  if (format.name === ssbFormatName) return { is: 'classic', text, id: undefined };
  const family = Object.values(families).find(({ formats }) => formats.includes(format.name));
  const record = format.read(value);
  if (family === undefined || !(record instanceof NativeRecord || record instanceof EarthstarDocument))
    return undefined;
  return { is: 'record', format: format.name, family: family.name, space: record.space, text };
}
