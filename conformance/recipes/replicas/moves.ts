import { unbase32 } from '../../src/forge/base32.ts';
import { compactText, compareBytes, utf8 } from '../../src/forge/bytes.ts';
import { canonical, type Json } from '../../src/forge/canonical.ts';
import { cast } from '../../src/forge/cast.ts';
import { hashEs4, hashEs5 } from '../../src/forge/earthstar.ts';
import { type JsonObject, type NativeRecord, recordId } from '../../src/forge/native.ts';
import type { Outcome } from '../../src/forge/replica.ts';
import type { Planned } from '../../src/forge/replica-schedule.ts';
import type { ReplicaAnswer } from '../../src/forge/replica-world.ts';
import { textInput } from '../cases/file.ts';
import { NOW } from '../cases/verify.ts';

/** A step, and what is meant to be answered; `meant` says what is wrong with an answer. */
export type Move = { planned: Planned; meant: (answer: ReplicaAnswer) => string | undefined };

/** A record, what stands beside it, or a text in its place. */
export type Item =
  | NativeRecord
  | JsonObject
  | { record: NativeRecord; content: string }
  | { format: string; text: string };

export const item = (record: NativeRecord, content: string): Item => ({ record, content });

const isNativeRecord = (record: NativeRecord | JsonObject): record is NativeRecord => 'header' in record;

/** The id that a replica answers for a record. */
export const nameOf = (record: NativeRecord | JsonObject): string => {
  if (isNativeRecord(record)) return recordId(record.header);
  return record.format === 'es.4' ? hashEs4(record) : hashEs5(record);
};

const bytesOf = (id: string): Uint8Array => unbase32(id.replace(/^[%&@]/, ''));
export const byBytes = (left: string, right: string): number => compareBytes(bytesOf(left), bytesOf(right));

/** Ids in the order of their bytes. */
export const sorted = (records: readonly (NativeRecord | JsonObject)[]): string[] => records.map(nameOf).sort(byBytes);

const toInput = (given: Item): Record<string, unknown> => {
  if ('text' in given && 'format' in given && Object.keys(given).length === 2) return given;
  const { record, content } =
    'record' in given ? (given as { record: NativeRecord; content: string }) : { record: given, content: undefined };
  const format = 'header' in record ? (record.header as JsonObject).format : record.format;
  return {
    format,
    ...textInput(utf8(JSON.stringify(record as Json))),
    ...(content === undefined ? {} : { content: compactText(content) }),
  };
};

const plain = (value: unknown): string => canonical((value ?? null) as Json);
const differs = (found: unknown, meant: unknown): string | undefined =>
  plain(found) === plain(meant) ? undefined : `${plain(found)}, not ${plain(meant)}`;

const okOf = ({ expect }: ReplicaAnswer): Record<string, unknown> => expect.ok ?? {};
const codesOf = ({ expect }: ReplicaAnswer): string | undefined => expect.reject?.codes.join();

export type OpenOptions = {
  replica?: string;
  family?: 'native' | 'earthstar';
  space?: string;
  filter?: Readonly<Record<string, Json>>;
  quota?: { perKey: number; total: number };
  durable?: true;
};

/** Opens a replica; `code` is that of the refusal. */
export const opened = (options: OpenOptions = {}, code?: string): Move => {
  const { replica = 'a', family = 'native', space = cast.spaces.gardening, ...rest } = options;
  return {
    planned: { operation: 'replica.open', input: { replica, family, space, ...rest } },
    meant: (answer) => differs(codesOf(answer), code),
  };
};

export type At = { now?: number; replica?: string };

const outcomeIn = (outcome: Outcome): string => {
  if ('rejected' in outcome) return outcome.rejected.codes.join();
  return 'ignored' in outcome ? outcome.ignored.reason : (Object.keys(outcome)[0] ?? '');
};

/** Gives a replica records; `wanted` has for each a code, a reason, `accepted` or `held`, or is absent where no word is said. */
export const given = (items: readonly Item[], wanted?: string, { now = NOW, replica = 'a' }: At = {}): Move => ({
  planned: { operation: 'replica.ingest', input: { replica, now, records: items.map(toInput) } },
  meant: (answer) =>
    wanted === undefined ? undefined : differs((okOf(answer).outcomes as Outcome[]).map(outcomeIn).join(' '), wanted),
});

export type State = {
  records?: readonly (NativeRecord | JsonObject)[];
  held?: readonly NativeRecord[];
  wanted?: readonly string[];
  feeds?: readonly unknown[];
};

/** Asks what a replica holds; each member of `state` is what must come out, records in any order. */
export const stated = (state: State, { now = NOW, replica = 'a' }: At = {}): Move => ({
  planned: { operation: 'replica.state', input: { replica, now } },
  meant: (answer) => {
    const found = okOf(answer);
    const { records, held, wanted, feeds } = state;
    return (
      (records && differs(found.records, sorted(records))) ??
      (held &&
        differs(
          found.held,
          sorted(held).map((id) => ({ id, reason: 'identity' })),
        )) ??
      (wanted && differs(found.wanted, [...wanted].sort(byBytes))) ??
      (feeds && differs(found.feeds, feeds))
    );
  },
});

export type Asking = At & { next?: boolean; from?: number };

/** Asks a query; `wanted` are the records in their order, or the code of the refusal. */
export const asked = (
  query: Readonly<Record<string, unknown>>,
  wanted?: readonly (NativeRecord | JsonObject)[] | string,
  { now = NOW, replica = 'a', next, from }: Asking = {},
): Move => ({
  planned: {
    operation: 'replica.query',
    input: { replica, now, query },
    ...(from === undefined ? {} : { cursorFrom: from }),
  },
  meant: (answer) => {
    if (typeof wanted === 'string') return differs(codesOf(answer), wanted);
    return (
      differs(codesOf(answer), undefined) ??
      (wanted && differs(okOf(answer).records, wanted.map(nameOf))) ??
      (next === undefined ? undefined : differs(okOf(answer).next, next))
    );
  },
});

/** The process is ended by force. */
export const ended: Move = { planned: { end: true }, meant: () => undefined };
