import { encodeBase32FromHex } from '../bytes/base32.ts';
import type { FeedState } from '../feed/feed-state.ts';
import { feedState } from '../feed/state.ts';
import { isMessageFormat } from '../format/format.ts';
import type { Statement } from '../format/statement.ts';
import { formatOf, type Protocol } from '../protocol/protocol.ts';
import type { Accepted } from '../rule/verdict.ts';
import { blobsWith, namingsIn } from './contents.ts';
import type { Description } from './description.ts';
import { expiresOf, isMessage } from './family.ts';
import { readKept } from './kept.ts';
import type { Kept } from './kept-record.ts';
import { contentKey, pastAll, wantedKey } from './keys.ts';
import { contentIn } from './naming.ts';
import type { HeldInState, ReplicaState } from './replica-state.ts';
import type { Store } from './store.ts';

interface View {
  readonly protocol: Protocol;
  readonly description: Description;
  readonly store: Store;
}

/** Every record that is kept and has not expired, in the order of the bytes of ids. */
export function* livingRecords({ protocol, store }: View, now: number): Iterable<Kept> {
  for (const [key, value] of store.scan({ from: 'r', to: pastAll('r') })) {
    const kept = readKept(key.slice(1), value, protocol);
    if (protocol.steps.replica.isLiving(expiresOf(kept.record), now)) yield kept;
  }
}

/** [REP-12] [NAT-4] [NAT-7] [NAT-8] */
export function stateOf(view: View, now: number): ReplicaState {
  const { family } = view.description;
  const steps = view.protocol.steps.replica;
  const accepted: string[] = [];
  const held: HeldInState[] = [];
  const messages: Accepted<Statement>[] = [];
  for (const { digest, isHeld, record } of livingRecords(view, now)) {
    const id = family.idOf(digest);
    if (isHeld) held.push({ id, reason: reasonOf(record, view.protocol) });
    else accepted.push(id);
    if (!isHeld && isMessage(record)) messages.push({ ok: true, record });
  }
  const records = steps.listAccepted(accepted);
  if (family.name !== 'native') return { records };
  const wanted = steps.listWanted([...wantedBlobs(view, now)]);
  return {
    records,
    native: { held: steps.listHeld(held), wanted, feeds: steps.listFeeds(feedsOf(messages, view)) },
  };
}

/** The blobs that living records lack, in the order of their bytes. `isMeant` says which records are asked for. */
export function* wantedBlobs(
  { protocol, store }: View,
  now: number,
  isMeant: (digest: string) => boolean = () => true,
): Iterable<string> {
  const scan: Store['scan'] = (range) => store.scan(range);
  const isNamed = (blob: string, isAsked: (digest: string) => boolean) => {
    for (const { digest, expires } of namingsIn(blob, (key) => store.get(key), scan)) {
      if (protocol.steps.replica.isLiving(expires, now) && isAsked(digest)) return true;
    }
    return false;
  };
  const isKept = (blob: string) => contentIn(store.get(contentKey(blob))) !== undefined && isNamed(blob, () => true);
  let last = '';
  for (const [key] of scan({ from: 'w', to: pastAll('w') })) {
    const digest = key.slice(wantedKey('').length, key.indexOf(' '));
    if (digest === last) continue;
    last = digest;
    const contentHash = `&${encodeBase32FromHex(digest)}`;
    const blobs = [...blobsWith(contentHash, scan)];
    // Where one of them is there, the others are lies.
    if (!(blobs.length > 1 && blobs.some(isKept)) && blobs.some((blob) => isNamed(blob, isMeant))) yield contentHash;
  }
}

/** [NAT-7] It waits for what it waited for when it was verified: that depends on the record alone. */
const reasonOf = (record: Statement, protocol: Protocol): string =>
  formatOf(protocol, record.format).hold(record) ?? 'identity';

function feedsOf(messages: readonly Accepted<Statement>[], { protocol, description }: View): FeedState<string>[] {
  const format = description.family.formats.find((name) => isMessageFormat(formatOf(protocol, name)));
  if (format === undefined) return [];
  const idAt = (position: number) => messages[position]?.record.id as string;
  return feedState(messages, { protocol, format, space: description.space }).map((feed) => ({
    ...feed,
    settled: feed.settled.map(idAt),
    disputed: feed.disputed.map(idAt),
    evidence: feed.evidence && {
      sequence: feed.evidence.sequence,
      proof: [idAt(feed.evidence.proof[0]), idAt(feed.evidence.proof[1])],
    },
  }));
}
