import { identify } from '@rockpool/reference';
import { protocol } from '../protocol.ts';
import type { FoundRecord, KeyFact } from './found-types.ts';

/** The id that a record has by the rules; `undefined` where its text or its shape is wrong, so that it has none. */
export const idOf = ({ text, format }: Pick<FoundRecord, 'text' | 'format'>): string | undefined => {
  if (format === undefined) return undefined;
  const identified = identify(text, { protocol, format });
  if (!identified.ok) return undefined;
  try {
    return identified.record.id;
  } catch (error) {
    // The encoding of a classic message can be too long to be made.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** Whether the id that stands beside a record is its own; `undefined` where none stands there. */
export const keyFact = (record: FoundRecord): KeyFact | undefined => {
  if (record.key === undefined) return undefined;
  const right = idOf(record);
  return { said: record.key, matches: right === record.key, ...(right !== undefined && { right }) };
};
