import type { NativeRecord } from '../../src/forge/native.ts';
import type { SentMessage } from '../../src/forge/session-model.ts';
import { T } from '../cases/verify.ts';
import { message } from '../messages/message.ts';

/** First messages of logs, from one log on up to before another; `step` microseconds apart. */
export const notes = (from: number, to: number, step = 1): NativeRecord[] =>
  Array.from({ length: to - from }, (_, index) => {
    const log = from + index;
    return message({ content: `${log}`, header: { log, timestamp: T + log * step } });
  });

/** A message with these records, in their order. */
export const records = (items: readonly NativeRecord[]): SentMessage => ({
  type: 'records',
  records: items.map((one) => ({ format: String(one.header.format), text: JSON.stringify(one) })),
});
