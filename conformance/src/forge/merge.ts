import type { Json } from './canonical.ts';
import { compareIds } from './identifiers.ts';
import { type JsonObject, type NativeRecord, recordId } from './native.ts';
import type { Format } from './rule.ts';
import { judgeValue, type Verdict } from './verdict.ts';

export type MergeRecord = { format: Format; value: Json };
export type MergeInput = {
  space: string;
  now: number;
  records: readonly MergeRecord[];
  /** What a verifier with this clock says of the record; by default the forge's own rules say it. */
  judge?: (record: MergeRecord, position: number) => Verdict;
};
export type Merged = { kept: number[]; winners: Record<string, number>; held?: number[]; deleted?: string[] };

/** What one format family says about a document. */
type Entry = {
  position: number;
  path: string;
  author: string;
  /** Absent is a value of its own. */
  key?: string;
  timestamp: number;
  /** For es.4 and es.5, the signature. */
  identity: string;
  expires: number;
  empty: boolean;
};

const nativeEntry = (value: Json, position: number): Entry & { space: string } => {
  const { header } = value as unknown as NativeRecord;
  return {
    position,
    path: String(header.path),
    author: String(header.author),
    ...(header.key === undefined ? {} : { key: String(header.key) }),
    timestamp: Number(header.timestamp),
    identity: recordId(header),
    expires: header.expires === undefined ? Number.POSITIVE_INFINITY : Number(header.expires),
    empty: header.contentSize === 0,
    space: String(header.space),
  };
};

const earthstarEntry = (value: Json, position: number): Entry & { space: string } => {
  const document = value as JsonObject;
  return {
    position,
    path: String(document.path),
    author: String(document.author),
    timestamp: Number(document.timestamp),
    identity: String(document.signature),
    expires: Number.POSITIVE_INFINITY,
    empty: false,
    space: String(document.share ?? document.workspace),
  };
};

/** Whether the last segment begins with `=`. */
const isImmutable = (path: string): boolean => (path.split('/').at(-1) ?? '').startsWith('=');

/** Whether two documents of one space share a slot. */
const shareSlot = (one: Entry, other: Entry): boolean =>
  one.path === other.path && one.author === other.author && one.key === other.key;

/**
 * What a replica of `space` keeps and shows, given these records [DOC-16] to [DOC-22] [ES-16] to [ES-19]: an oracle
 * that compares everything with everything. Records are all documents of the native format, or all es.4 and es.5.
 */
export const mergeDocuments = ({ space, now, records, judge }: MergeInput): Merged => {
  const native = records[0]?.format === 'rp.document.1';
  const verdictOf = judge ?? (({ format, value }) => judgeValue(format, value, now));
  const entries = records
    .flatMap((record, position) => {
      const { broken, held } = verdictOf(record, position);
      if (broken.length > 0) return [];
      return [{ ...(native ? nativeEntry(record.value, position) : earthstarEntry(record.value, position)), held }];
    })
    .filter((entry) => entry.space === space)
    .filter((entry, index, all) => !all.slice(0, index).some(({ identity }) => identity === entry.identity));
  const isNewer = (left: Entry, right: Entry): boolean => {
    if (left.timestamp !== right.timestamp) return left.timestamp > right.timestamp;
    return native ? compareIds(left.identity, right.identity) > 0 : left.identity > right.identity;
  };
  const left = entries.filter(
    (old) => !entries.some((other) => shareSlot(other, old) && isNewer(other, old) && other.expires >= old.expires),
  );
  const kept = left.filter(({ held }) => !held);
  const shown = kept.filter((entry) => !kept.some((other) => other.path === entry.path && isNewer(other, entry)));
  const positions = (list: readonly Entry[]): number[] => list.map(({ position }) => position);
  const winners = Object.fromEntries(shown.map(({ path, position }) => [path, position]));
  if (!native) return { kept: positions(kept), winners };
  return {
    kept: positions(kept),
    winners,
    held: positions(left.filter(({ held }) => held)),
    deleted: shown.filter(({ empty, path }) => empty && !isImmutable(path)).map(({ path }) => path),
  };
};
