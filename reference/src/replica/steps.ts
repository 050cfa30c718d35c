import type { FeedState } from '../feed/feed-state.ts';
import type { Document } from '../format/document.ts';
import type { Statement } from '../format/statement.ts';
import type { Replication } from '../merge/replication.ts';
import { isHeld, type Verdict } from '../rule/verdict.ts';
import type { TextFacts } from '../text/facts.ts';
import { isObject, type JsonObject } from '../value/json.ts';
import { isWish, namedIn } from './content-object.ts';
import type { KeepableRecord } from './family.ts';
import type { Kept } from './kept-record.ts';
import type { Outcome } from './outcome.ts';
import { keysetPage, type Match } from './page.ts';
import type { Query } from './query-members.ts';
import type { HeldAfter, Quota } from './quota.ts';
import type { HeldInState } from './replica-state.ts';
import { type Selector, selectors } from './selectors.ts';
import type { Store } from './store.ts';

/** What the chapter about replicas says to compute, step by step. */
export interface ReplicaSteps {
  /** [REP-2] What counts of what a verifier said about a text that was given to the replica over `store`. */
  heeds(verdict: Verdict<Statement>, text: string | Uint8Array, store: Store): Verdict<Statement>;
  /** [REP-3] */
  isForeign(record: KeepableRecord, space: string, passesFilter: boolean): boolean;
  /** [REP-4] Whether a record that is kept already is passed over. */
  isDuplicate(bringsContent: boolean): boolean;
  /** [REP-5] Whether a document is not kept beside the one that is newer in its slot by least. */
  isObsolete(newer: Document, document: Document, replication: Replication<Document>): boolean;
  /** [NAT-1] */
  hasRoom(after: HeldAfter, quota: Quota): boolean;
  /** [NAT-1] The held record that goes where there is no room: none. */
  victim(held: () => Iterable<Kept>): Kept | undefined;
  /** [REP-6] The answer to what a verifier does not reject. */
  answer(verdict: Exclude<Verdict<Statement>, { code: string }>): Outcome;
  /** [REP-7] Whether content is kept that came with what was ignored. */
  readonly keepsContentOfIgnored: boolean;
  /** [REP-8] Whether an older document goes when a newer one comes. */
  drops(newer: Document, older: Document, replication: Replication<Document>): boolean;
  /** [REP-9] Whether what was answered `accepted` or `held` is kept. */
  keeps(record: KeepableRecord, content: string | undefined): boolean;
  /** [REP-10] */
  isLiving(expires: number | undefined, now: number): boolean;
  /** [REP-11] The store in which a replica keeps what it acknowledges. */
  storeOver(store: Store): Store;
  /** [NAT-2] What there is to know about the text of a record, with the content that came beside it. */
  withContent(facts: TextFacts, content: string): TextFacts;
  /** [NAT-3] Whether content is for every record that names it. */
  readonly sharesContent: boolean;
  /** [NAT-4] Whether a record without content lacks it. */
  lacksContent(contentSize: number): boolean;
  /** [NAT-4] The wanted blobs, given in the order of their bytes. */
  listWanted(blobs: readonly string[]): readonly string[];
  /** [NAT-5] */
  isWish(record: KeepableRecord): boolean;
  /** [NAT-5] The records that the content of a wish names; undefined if it names none. */
  namedIn(object: JsonObject): readonly string[] | undefined;
  /** [NAT-5] Whose records an author can wish forgotten. */
  isHers(record: { readonly author: string }, author: string): boolean;
  /** [NAT-5] Whether a wish itself can be forgotten. */
  readonly forgetsWishes: boolean;
  /** [NAT-6] */
  readonly wantsForgotten: boolean;
  /** [REP-12] The accepted records, given in the order of their bytes. */
  listAccepted(ids: readonly string[]): readonly string[];
  /** [NAT-7] The same of the held ones. */
  listHeld(held: readonly HeldInState[]): readonly HeldInState[];
  /** [NAT-8] */
  listFeeds(feeds: readonly FeedState<string>[]): readonly FeedState<string>[];
  /** [QRY-2] Whether an accepted record is given that no selector leaves out. */
  isGiven(record: KeepableRecord, hasContent: () => boolean): boolean;
  /** [QRY-3] to [QRY-11], [QRY-13] */
  readonly selectors: readonly Selector[];
  /** [QRY-12] Whether the winner is found before anything else is looked at. */
  readonly winnerFirst: boolean;
  /** [QRY-12] Whether only winners are asked for. */
  asksForWinners(query: Query): boolean;
  /** [QRY-14] to [QRY-16] The records of a page, given in the order of the query. */
  arrange(matches: readonly Match[], query: Query): readonly Match[];
  /** [QRY-16] When a record counts as arrived that was kept before. */
  arrivalAgain(before: number, now: number): number;
  /** [QRY-17] */
  isReversed(query: Query): boolean;
  /** [QRY-18] */
  limitOf(query: Query): number;
  /** [QRY-19] The place to go on from; undefined where there is nothing. */
  nextOf(next: string | undefined): string | undefined;
  /** [QRY-20] [QRY-21] */
  readonly page: typeof keysetPage;
  /** [REP-14] Whether rules of the phase *shape* are looked at before those of the phase *form*. */
  readonly shapeFirst: boolean;
  /** [QRY-22] Whether there is always a place to go on from. */
  isLive(query: Query): boolean;
}

/** As the chapter says. */
export const replicaSteps: ReplicaSteps = {
  heeds: (verdict) => verdict,
  isForeign: (record, space, passesFilter) => record.space !== space || !passesFilter,
  isDuplicate: (bringsContent) => !bringsContent,
  isObsolete: covers,
  hasRoom: ({ ofKey, inAll, dropped }, { perKey, total }) => dropped > 0 || (ofKey <= perKey && inAll <= total),
  victim: () => undefined,
  answer: (verdict) =>
    isHeld(verdict)
      ? { is: 'held', id: verdict.record.id, reason: verdict.held }
      : { is: 'accepted', id: verdict.record.id },
  keepsContentOfIgnored: false,
  drops: covers,
  keeps: () => true,
  isLiving: (expires, now) => expires === undefined || expires >= now,
  storeOver: (store) => store,
  withContent,
  sharesContent: true,
  lacksContent: (contentSize) => contentSize > 0,
  listWanted: (blobs) => blobs,
  isWish,
  namedIn,
  isHers: (record, author) => record.author === author,
  forgetsWishes: false,
  wantsForgotten: false,
  listAccepted: (ids) => ids,
  listHeld: (held) => held,
  listFeeds: (feeds) => feeds,
  isGiven: () => true,
  selectors,
  winnerFirst: true,
  asksForWinners: ({ history }) => history === 'latest',
  arrange: (matches) => matches,
  arrivalAgain: (before) => before,
  isReversed: ({ reverse }) => reverse,
  limitOf: ({ limit }) => limit,
  nextOf: (next) => next,
  page: keysetPage,
  shapeFirst: true,
  isLive: ({ order, reverse }) => order === 'arrival' && !reverse,
};

/** [REP-8] Whether a slot that has a newer document does not keep this one, by the rules of its format. */
function covers(newer: Document, document: Document, { keep }: Replication<Document>): boolean {
  return !keep([newer, document]).includes(document);
}

/**
 * [NAT-2] Content beside a record is a string in it, and makes the text no longer. What is no object stays as it is, and is
 * refused for that; of a record with content in it, that alone counts.
 */
function withContent(facts: TextFacts, content: string): TextFacts {
  const { value, faults } = facts;
  if (!isObject(value) || Object.hasOwn(value, 'content')) return facts;
  const surrogate = content.isWellFormed() ? faults.surrogate : '/content';
  return { ...facts, value: { ...value, content }, faults: { ...faults, surrogate } };
}
