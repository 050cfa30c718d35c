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
  /** Whether a verifier with this clock accepts the record; by default the forge's own rules say. */
  accepts?: (record: MergeRecord, position: number) => boolean;
};
export type Merged = { kept: number[]; winners: Record<string, number>; deleted?: string[] };

/** What one format family says about a document. */
type Entry = {
  position: number;
  path: string;
  author: string;
  timestamp: number;
  /** For es.4 and es.5, the signature. */
  identity: string;
  expires: number;
  empty: boolean;
};

const accepted = ({ broken, held }: Verdict): boolean => broken.length === 0 && !held;

const nativeEntry = (value: Json, position: number): Entry & { space: string } => {
  const { header } = value as unknown as NativeRecord;
  return {
    position,
    path: String(header.path),
    author: String(header.author),
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

/**
 * What a replica of `space` keeps and shows, given these records [DOC-16] to [DOC-21] [ES-16] to [ES-19]: an oracle
 * that compares everything with everything. Records are all native, or all es.4 and es.5.
 */
export const mergeDocuments = ({ space, now, records, accepts }: MergeInput): Merged => {
  const native = records[0]?.format === 'rp.document.1';
  const take = accepts ?? (({ format, value }) => accepted(judgeValue(format, value, now)));
  const entries = records
    .flatMap((record, position) =>
      take(record, position)
        ? [native ? nativeEntry(record.value, position) : earthstarEntry(record.value, position)]
        : [],
    )
    .filter((entry) => entry.space === space)
    .filter((entry, index, all) => !all.slice(0, index).some(({ identity }) => identity === entry.identity));
  const isNewer = (left: Entry, right: Entry): boolean => {
    if (left.timestamp !== right.timestamp) return left.timestamp > right.timestamp;
    return native ? compareIds(left.identity, right.identity) > 0 : left.identity > right.identity;
  };
  const kept = entries.filter(
    (old) =>
      !entries.some(
        (other) =>
          other.path === old.path && other.author === old.author && isNewer(other, old) && other.expires >= old.expires,
      ),
  );
  const shown = kept.filter((entry) => !kept.some((other) => other.path === entry.path && isNewer(other, entry)));
  const winners = Object.fromEntries(shown.map(({ path, position }) => [path, position]));
  const result = { kept: kept.map(({ position }) => position), winners };
  if (!native) return result;
  return { ...result, deleted: shown.filter(({ empty, path }) => empty && !isImmutable(path)).map(({ path }) => path) };
};
