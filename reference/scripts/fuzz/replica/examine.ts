import {
  type Accepted,
  blobId,
  type FoundRecord,
  feedState,
  formatOf,
  identify,
  type JsonObject,
  MemoryStore,
  mergeDocuments,
  openReplica,
  type Protocol,
  type Replica,
  run,
  type Statement,
  type Store,
  type SyncEngine,
} from '@rockpool/reference';
import { nodeSha256 } from '@rockpool/reference/node';
import { WISH_TYPE } from './contents.ts';
import type { Given } from './lists.ts';

/** Something about a replica that cannot be. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}

/** A record that a replica acknowledged. */
export interface Acknowledged {
  readonly given: Given;
  readonly id: string;
  readonly isHeld: boolean;
}

/** What a replica is examined with. */
export interface Examined {
  readonly replica: Replica;
  readonly store: Store;
  readonly protocol: Protocol;
  readonly family: 'native' | 'earthstar';
  readonly space: string;
  readonly acknowledged: readonly Acknowledged[];
  readonly now: number;
}

const roomy = { perKey: Number.MAX_SAFE_INTEGER, total: Number.MAX_SAFE_INTEGER };

/** Signatures have been looked at when a record was acknowledged. */
const credulous = { name: 'credulous', verify: () => true } as unknown as SyncEngine;

export function insistSame(what: string, is: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(is), JSON.stringify(expected)];
  if (left === right) return;
  let at = 0;
  while (left?.[at] === right?.[at]) at++;
  const around = (text: string | undefined) => text?.slice(Math.max(0, at - 60), at + 140);
  throw new Impossible(`${what}: …${around(left)}…, and expected …${around(right)}…`);
}

const insist = (right: boolean, what: string): void => {
  if (!right) throw new Impossible(what);
};

/** Whether a replica says what follows from the records that it acknowledged, and holds no more than that. */
export function examine(examined: Examined): void {
  const { replica, now, family } = examined;
  const state = replica.state(now);
  const expected = expectedState(examined);
  insistSame('the accepted records', state.records, expected.records);
  if (family === 'native') {
    insistSame(
      'the held records',
      state.native?.held.map(({ id }) => id),
      expected.held,
    );
    insistSame('the feeds', state.native?.feeds, expected.feeds);
    examineContent(examined, state.native?.wanted ?? []);
  }
  examineArrival(examined);
  examineRebuilt(examined);
}

/** Messages are never dropped, so each has the place that it got when it was acknowledged first. */
function examineArrival({ replica, acknowledged, now }: Examined): void {
  const messages = acknowledged.filter(({ given, isHeld }) => !isHeld && given.format === 'rp.message.1');
  const found = [...replica.all(now)].filter(({ isHeld, record }) => !isHeld && record.format === 'rp.message.1');
  const inOrder = found.sort((a, b) => a.arrival - b.arrival).map(({ record }) => record.id);
  insistSame('the order of arrival', inOrder, [...new Set(messages.map(({ id }) => id))]);
}

/** What the reference's merge and feeds make of what was acknowledged, whatever came first. */
function expectedState({ acknowledged, protocol, space, now, family }: Examined) {
  const read = acknowledged.flatMap(({ given: { text, format }, id, isHeld }) => {
    const identified = identify(text, { protocol, format }) as Accepted<Statement>;
    const { record } = identified;
    const expires = (record as { expires?: number; deleteAfter?: number }).expires;
    if (expires !== undefined && expires < now) return [];
    return [
      { id, isHeld, format, verdict: isHeld ? { ok: false as const, held: 'identity' as const, record } : identified },
    ];
  });
  const isMessage = ({ format }: { readonly format: string }) => format === 'rp.message.1';
  const documents = read.filter((each) => !isMessage(each));
  const merged = mergeDocuments(
    documents.map(({ format, verdict }) => ({ format: formatOf(protocol, format), verdict })),
    space,
  );
  const idsAt = (positions: readonly number[]) => positions.map((position) => documents[position]?.id as string);
  const messages = read.filter(isMessage);
  const accepted = messages.filter(({ isHeld }) => !isHeld);
  const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort(byBytes);
  const feeds =
    family === 'earthstar'
      ? []
      : feedState(
          accepted.map(({ verdict }) => verdict),
          { protocol, format: 'rp.message.1', space },
        ).map((feed) => {
          const ids = (positions: readonly number[]) => positions.map((at) => accepted[at]?.id as string);
          const { settled, disputed, evidence } = feed;
          return {
            ...feed,
            settled: ids(settled),
            disputed: ids(disputed),
            evidence: evidence && { ...evidence, proof: ids(evidence.proof) },
          };
        });
  const heldMessages = messages.filter(({ isHeld }) => isHeld).map(({ id }) => id);
  return {
    records: inOrder([...idsAt(merged.kept), ...accepted.map(({ id }) => id)]),
    held: inOrder([...idsAt(merged.held ?? []), ...heldMessages]),
    feeds,
  };
}

const bytesOrder = 'abcdefghijklmnopqrstuvwxyz234567';
const sortable = (id: string): string => [...id].map((one) => bytesOrder.indexOf(one) + 0x40).join('');
const byBytes = (a: string, b: string): number => (sortable(a) < sortable(b) ? -1 : 1);

/** Content is there, or wanted, or forgotten, and nothing else is. */
function examineContent({ replica, acknowledged, now }: Examined, wanted: readonly string[]): void {
  const found = [...replica.all(now)] as (FoundRecord & { record: { contentHash: string; contentSize: number } })[];
  const withContent = new Set(found.filter(({ content }) => content).map(({ record }) => record.contentHash));
  const lacking = new Set<string>();
  const wishes = wishesAmong(found);
  const brought = new Set(acknowledged.filter(({ given }) => bringsContent(given)).map(({ id }) => id));
  for (const { record, content } of found) {
    const { contentHash, contentSize, author } = record;
    const { id } = record;
    if (content !== undefined) insist(blobId(content, nodeSha256) === contentHash, `${id} has another content`);
    if (contentSize === 0) continue;
    const isForgotten = !isWish(record) && wishes.some((wish) => wish.author === author && wish.named.includes(id));
    if (content !== undefined) insist(!isForgotten, `${id} has content that was to be forgotten`);
    else if (!isForgotten) {
      lacking.add(contentHash);
      insist(!brought.has(id), `${id} lost the content that came with it`);
      insist(!withContent.has(contentHash), `${id} lacks content that another record has`);
    }
  }
  insistSame('what is wanted', wanted, [...lacking].sort(byBytes));
}

const bringsContent = ({ text, content }: Given): boolean =>
  content !== undefined || Object.hasOwn(JSON.parse(Buffer.from(text).toString()), 'content');

/** What the wishes name whose content is there: read as plainly as can be. */
function wishesAmong(found: readonly FoundRecord[]) {
  return found.flatMap(({ record, content, isHeld }) => {
    if (isHeld || !isWish(record) || !content) return [];
    const named = namedIn(content);
    return named === undefined ? [] : [{ author: record.author, named }];
  });
}

const isWish = (record: FoundRecord['record']): boolean =>
  record.format === 'rp.message.1' && (record as { contentType?: string }).contentType === WISH_TYPE;

function namedIn(content: string): readonly string[] | undefined {
  let value: JsonObject;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (value === null || value.type !== 'forget' || !Array.isArray(value.messages)) return undefined;
  const { messages } = value;
  // Members that come twice, which the rules for texts forbid.
  if (content.split('"messages"').length > 2) return undefined;
  const isId = (id: unknown): id is string => typeof id === 'string' && /^%b[a-z2-7]{51}[aq]$/.test(id);
  return messages.length > 0 && messages.every(isId) ? messages : undefined;
}

/** The same records in an empty replica, and then the same keys in its store: nothing was left behind. */
function examineRebuilt({ replica, store, protocol, family, space, now }: Examined): void {
  // What has expired goes when something is taken in.
  run(replica.ingest([], now), credulous);
  const fresh = new MemoryStore();
  const opened = openReplica({ protocol, store: fresh, family, space, quota: roomy });
  if (!opened.ok) throw new Impossible('an empty replica cannot be opened');
  const all = [...replica.all(now)].sort((a, b) => a.arrival - b.arrival);
  const given = all.map(({ text, record, content }) => ({
    text,
    format: record.format,
    ...(family === 'native' && content !== undefined && { content }),
  }));
  const outcomes = run(opened.replica.ingest(given, now), credulous);
  const refused = outcomes.findIndex(({ is }) => is !== 'accepted' && is !== 'held');
  insist(refused < 0, `what it keeps is refused by an empty replica: ${JSON.stringify(outcomes[refused])}`);
  insistSame('the state of a rebuilt replica', opened.replica.state(now), replica.state(now));
  insistSame('the keys of the store of a rebuilt replica', keysOf(fresh), keysOf(store));
}

/** What has to be the same: `x` are wishes for what nobody has, and `a` and `m` count what is gone. */
const keysOf = (store: Store): readonly string[] =>
  [...store.scan({ from: '0', to: '~' })].flatMap(([key, value]) => {
    if ('axm'.includes(key.charAt(0))) return [];
    return `${key}=${key.startsWith('r') ? value.slice(ARRIVAL_END) : value}`;
  });

/** In the value of a record, behind which the same record has the same text. */
const ARRIVAL_END = 17;
