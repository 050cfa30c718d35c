import type { FamilyName } from '../replica/family.ts';
import type { Replica } from '../replica/replica.ts';
import { type Summary, summarise } from '../sync/fingerprint.ts';
import { SyncReplica } from '../sync/sync-replica.ts';
import { isObject, type JsonValue } from '../value/json.ts';
import type { World } from './command.ts';

/** The name and version of the form of bundles. */
export const bundleFormat = 'rockpool.bundle.1';

/** What `rockpool export --help` and `rockpool import --help` say about it. */
export const bundleUsage = `A bundle is a text in UTF-8, one JSON object a line:

  {"bundle":"${bundleFormat}","family":"native","space":"+gardening.x…"}
  one record a line, as it travels, with its content where that is here; rockpool verify takes such a line
  {"records":2,"count":2,"fingerprint":"…"}
                   how many records there were, and how many the writer had, with the fingerprint of those; a bundle without
                   this line was cut off`;

/** The first line of a bundle. */
export interface BundleHeader {
  readonly family: FamilyName;
  readonly space: string;
}

export const headerLine = ({ family, space }: BundleHeader): string =>
  `${JSON.stringify({ bundle: bundleFormat, family, space })}\n`;

/** What a replica has now, as the last line of a bundle says it. */
export const summaryOf = (
  replica: Replica,
  { protocol: { sha256 }, now }: Pick<World, 'protocol' | 'now'>,
): Summary => {
  const source = new SyncReplica(replica, sha256);
  try {
    return summarise(source.snapshot(now()), sha256);
  } finally {
    source.close();
  }
};

/** The last line of a bundle. */
export interface BundleEnd extends Summary {
  /** How many records the bundle has. The rest says what its writer had. */
  readonly records: number;
}

export const lastLine = ({ records, count, fingerprint }: BundleEnd): string =>
  `${JSON.stringify({ records, count, fingerprint })}\n`;

const families: readonly JsonValue[] = ['native', 'earthstar'] satisfies FamilyName[];

/** Whether a value claims to be the first line of a bundle, of whatever version. */
export const isBundleHeader = (value: JsonValue | undefined): boolean => isObject(value) && 'bundle' in value;

/** Reads the first line of a bundle; undefined if it is one of another version, or names no space. */
export function readHeader(value: JsonValue | undefined): BundleHeader | undefined {
  if (!isObject(value) || value.bundle !== bundleFormat) return undefined;
  const { family, space } = value;
  if (!families.includes(family ?? null) || typeof space !== 'string' || !isSpaceText(space)) return undefined;
  return { family: family as FamilyName, space };
}

/** Whether a text can name a space of any family: it becomes a part of the name of a file. */
export const isSpaceText = (text: string): boolean => /^\+[a-z][a-z0-9]{0,14}\.[a-z][a-z0-9]{0,52}$/.test(text);

/** Reads the last line of a bundle; undefined of any other value. */
export function readLastLine(value: JsonValue | undefined): BundleEnd | undefined {
  if (!isObject(value) || Object.keys(value).length !== 3) return undefined;
  const { records, count, fingerprint } = value;
  if (typeof records !== 'number' || typeof count !== 'number' || typeof fingerprint !== 'string') return undefined;
  return { records, count, fingerprint };
}
