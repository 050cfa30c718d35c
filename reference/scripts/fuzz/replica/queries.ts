import type { FoundRecord, JsonObject, Replica } from '@rockpool/reference';
import { Impossible, insistSame } from './examine.ts';

interface Members {
  readonly path?: string;
  readonly timestamp: number;
  readonly author: string;
  readonly format: string;
  readonly contentSize?: number;
}

const membersOf = ({ record }: FoundRecord): Members => record as unknown as Members;

const isDocument = (found: FoundRecord): boolean => membersOf(found).format !== 'rp.message.1';

const isDeleted = (found: FoundRecord): boolean => {
  const { format, contentSize, path = '' } = membersOf(found);
  return format === 'rp.document.1' && contentSize === 0 && !/\/=[^/]*$/.test(path);
};

/** What is left in, read from the chapter one sentence after the other; links aside. */
const isLeftIn = (found: FoundRecord, query: JsonObject): boolean => {
  const { path, timestamp, author } = membersOf(found);
  const asks = (name: string, holds: (value: never) => boolean) =>
    query[name] === undefined || holds(query[name] as never);
  return (
    asks('path', (value) => path === value) &&
    asks('pathPrefix', (value: string) => path?.startsWith(value) ?? false) &&
    asks('pathSuffix', (value: string) => path?.endsWith(value) ?? false) &&
    asks('author', (value) => author === value) &&
    asks('from', (value: number) => timestamp >= value) &&
    asks('before', (value: number) => timestamp < value) &&
    asks('kind', (value) => isDocument(found) === (value === 'document')) &&
    (query.deleted === true || !isDeleted(found))
  );
};

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const byTime = (a: FoundRecord, b: FoundRecord): number =>
  membersOf(a).timestamp - membersOf(b).timestamp || compare(a.digest, b.digest);

const byArrival = (a: FoundRecord, b: FoundRecord): number => a.arrival - b.arrival;

/** The documents that win: what `history: all` gives first of each path. */
function winnersAmong(replica: Replica, accepted: readonly FoundRecord[], now: number): Set<string> {
  const digests = accepted
    .filter(isDocument)
    .map((found) => replica.winnerAt(membersOf(found).path as string, now)?.digest);
  return new Set(digests as string[]);
}

/** Whether the pages of a query have what the replica holds and the query leaves in, each once, in their order. */
export function examineQuery(replica: Replica, query: JsonObject, now: number, limit: number): void {
  const asked: string[] = [];
  let cursor: string | undefined;
  do {
    const answer = replica.query({ ...query, limit, ...(cursor !== undefined && { cursor }) }, now);
    if (!answer.ok) throw new Impossible(`${JSON.stringify(query)} was answered ${answer.code}`);
    asked.push(...answer.records.map(({ digest }) => digest));
    cursor = answer.records.length === 0 ? undefined : answer.next;
  } while (cursor !== undefined);
  const accepted = [...replica.all(now)].filter(({ isHeld }) => !isHeld);
  const winners = winnersAmong(replica, accepted, now);
  const shown = accepted.filter(
    (found) => isLeftIn(found, query) && (query.history === 'all' || !isDocument(found) || winners.has(found.digest)),
  );
  const expected = new Set(shown.map(({ digest }) => digest));
  const what = `the answer to ${JSON.stringify(query)} in pages of ${limit}`;
  if (new Set(asked).size < asked.length) throw new Impossible(`${what} has a record twice`);
  if (asked.some((digest) => !expected.has(digest))) throw new Impossible(`${what} has too much`);
  if (query.linksTo !== undefined) return;
  const order = query.order === 'time' ? byTime : query.order === 'arrival' ? byArrival : byPath;
  const sorted = shown.sort(order).map(({ digest }) => digest);
  insistSame(what, asked, query.reverse === true ? sorted.reverse() : sorted);
}

/** Documents at one path are left as they are, newest first, by the state of the replica: `age` is no member of a record. */
function byPath(a: FoundRecord, b: FoundRecord): number {
  const [path, other] = [membersOf(a).path, membersOf(b).path];
  if (path === undefined || other === undefined) return path === other ? byTime(a, b) : path === undefined ? -1 : 1;
  return compare(path, other) || membersOf(b).timestamp - membersOf(a).timestamp || byTie(a, b);
}

/** The higher id is the newer native document; of Earthstar documents, the one with the higher signature. */
const byTie = (a: FoundRecord, b: FoundRecord): number =>
  membersOf(a).format === 'rp.document.1'
    ? compare(b.digest, a.digest)
    : compare((b.record as { signature: string }).signature, (a.record as { signature: string }).signature);
