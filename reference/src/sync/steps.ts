import type { Sha256 } from '../bytes/sha256.ts';
import { maxAheadMicros } from '../format/time.ts';
import { isNative } from '../replica/family.ts';
import type { Outcome } from '../replica/outcome.ts';
import type { FoundRecord, GivenRecord } from '../replica/passed-record.ts';
import type { Filter } from '../replica/query-members.ts';
import type { Rule } from '../rule/rule.ts';
import { canonical } from '../value/canonical.ts';
import { type JsonObject, membersOf } from '../value/json.ts';
import { maxListed, partCount } from './answers.ts';
import type { CountedTree } from './counted-tree.ts';
import { isSameSummary, type Summary, shortIdOf } from './fingerprint.ts';
import { boundBetween } from './item.ts';
import type { Role, SessionSettings } from './session-types.ts';

/** What a session knows of what was said in it. */
export interface SessionMemory {
  /** The bytes of items that were sent, and that were got, and the short ids of these, in hexadecimal. */
  readonly sent: Set<string>;
  readonly got: Set<string>;
  readonly gotShort: Set<string>;
  /** When the last `state` was sent, in microseconds. */
  lastState: number;
}

/** What both `open` of a session say. */
export interface SessionTerms {
  /** The times between which a record is an item. */
  readonly asOf: number;
  readonly newest: number;
  readonly filters: readonly Filter[];
  /** The lifted form of an item; undefined where it is the item's bytes. */
  readonly lift: ((hex: string) => string) | undefined;
  /** Whether the partner wants records without content. */
  readonly sparse: boolean;
}

/** What the chapter about sync says to do, step by step; none of these has a rejection code. */
export interface SyncSteps {
  /** The short id of an item: 8 digits of hexadecimal. */
  shortId(transcript: string, hex: string, sha256: Sha256): string;
  /** What a session begins with: it knows nothing of others, of this replica or another one. */
  memory(replica: object): SessionMemory;
  /** What holds in a session, whatever holds in others. */
  terms(agreed: SessionTerms, replica: object): SessionTerms;
  /** [SYN-4] */
  write(message: JsonObject): string;
  /** [SYN-5] What is sent to who sent something that has to be refused. */
  refusal(code: string, detail: string): JsonObject | undefined;
  /** [SYN-6] Whether the end of a session is one. */
  readonly heedsEnd: boolean;
  /** [SYN-8] */
  nonce(entropy: Uint8Array): Uint8Array;
  /** [SYN-9] */
  address(settings: SessionSettings): string | undefined;
  /** [SYN-14] The lift to ask for: the one that the settings name, since whoever opens a session knows when lift 1 is due. */
  lift(settings: SessionSettings): 0 | 1 | undefined;
  /** [SYN-15] */
  maySendAgain(wasSent: boolean): boolean;
  /** [SYN-16] */
  maySendBack(wasGot: boolean): boolean;
  /** [SYN-17] */
  textOf(found: FoundRecord, sparse: boolean): string;
  /** [SYN-18] Records in the order in which they are given to the replica. */
  given(records: readonly GivenRecord[]): readonly GivenRecord[];
  /** [SYN-19] The wanted contents, given in the order of identifiers. */
  wants(contents: Iterable<string>, sparse: boolean): Iterable<string>;
  /** [SYN-20] Whether a content is given of which a peer has one for these records. */
  gives(isForItem: boolean): boolean;
  /** [SYN-21] */
  readonly keepsContents: boolean;
  /** [SYN-22] */
  isEqual(sent: Summary, got: Summary): boolean;
  /** [SYN-23] Whether the partner is told of what arrived. */
  tells(wasSent: boolean, wasGot: boolean): boolean;
  /** [SYN-24] How long after a `state` the next one may be sent, in microseconds. */
  readonly stateInterval: number;
  /** [SYN-25] */
  state(current: Summary, ofPass: Summary): Summary;
  /** [SYN-26] Whether a round begins. */
  differs(own: Summary, told: Summary): boolean;
  /** [SYN-28] Rules in the order in which they are looked at. */
  inOrder<S>(rules: readonly Rule<S>[]): readonly Rule<S>[];
  /** [SYN-29] Whether a session ends by itself after so many microseconds of silence: never, since whoever runs it looks at that. */
  isImpatient(silence: number, isWaiting: boolean): boolean;
  /** [SYN-30] The times between which a record is an item, by what the clocks of both show. */
  span(clocks: readonly number[]): { readonly asOf: number; readonly newest: number };
  /** [SYN-31] What the clock of a session shows. */
  clock(furthest: number, now: number): number;
  /** [SYN-32] Whether a record counts as refused. */
  isRefused(outcome: Outcome): boolean;
  /** [SYN-33] How many contents are reported as wanted. */
  reportsWanted(count: number, isSparse: boolean): number;
  /** [SYN-34] Whether a sum that crosses its own is passed over. */
  ignoresCrossing(role: Role): boolean;
  /** [SYN-35] Whether one is answered. */
  takesCrossing(role: Role): boolean;
  /** [SYN-36] */
  readonly tellsInRounds: boolean;
  /** [SYN-37] */
  readonly heedsStatesInRounds: boolean;
  /** [RNG-9] */
  agrees(own: Summary, said: Summary): boolean;
  /** [RNG-10] */
  readonly fillsEmpty: boolean;
  /** [RNG-11] The most items that are listed. */
  readonly maxListed: number;
  /** [RNG-12] How many of `count` items come before part `index` of eight. */
  partStart(index: number, count: number): number;
  /** [RNG-13] */
  readonly boundBetween: typeof boundBetween;
  /** [RNG-14] Whether an item is sent that a list names or does not name. */
  sendsUnlisted(isNamed: boolean): boolean;
  /** [RNG-15] Whether a named item is wished for. */
  wishes(isLacking: boolean): boolean;
  /** [RNG-16] */
  mayWishAgain(wasGot: boolean): boolean;
  /** [RNG-17] Whether an item of an own list is sent. */
  grants(isWished: boolean): boolean;
  /** [RNG-18] Whether a peer that has nothing to say says so. */
  readonly endsPasses: boolean;
  /** [RNG-19] */
  readonly answersDone: boolean;
  /** [RNG-20] */
  done(current: Summary, ofPass: Summary): Summary;
  /** [RNG-21] */
  passesAgain(pass: 1 | 2, sent: Summary, got: Summary): boolean;
  /** [RNG-22] The items that an answer is about, of those when the pass began and those that there are now. */
  itemsOfPass(begun: CountedTree, current: () => CountedTree): CountedTree;
}

/** As the chapter says. */
export const syncSteps: SyncSteps = {
  shortId: shortIdOf,
  memory: () => ({ sent: new Set(), got: new Set(), gotShort: new Set(), lastState: Number.NEGATIVE_INFINITY }),
  terms: (agreed) => agreed,
  write: (message) => JSON.stringify(message),
  refusal: (code, detail) => ({ type: 'error', code, detail }),
  heedsEnd: true,
  nonce: (entropy) => entropy,
  address: ({ role, address }) => (role === 'caller' ? address : undefined),
  lift: ({ lift }) => lift,
  maySendAgain: (wasSent) => !wasSent,
  maySendBack: (wasGot) => !wasGot,
  textOf,
  given: (records) => records,
  wants: (contents, sparse) => (sparse ? [] : contents),
  gives: (isForItem) => isForItem,
  keepsContents: true,
  isEqual: isSameSummary,
  tells: (wasSent, wasGot) => !wasSent && !wasGot,
  stateInterval: 1_000_000,
  state: (current) => current,
  differs: (own, told) => !isSameSummary(own, told),
  inOrder: (rules) => rules,
  isImpatient: () => false,
  span: (clocks) => ({ asOf: Math.max(...clocks), newest: Math.min(...clocks) + maxAheadMicros }),
  clock: Math.max,
  isRefused: (outcome) =>
    outcome.is === 'rejected' || (outcome.is === 'ignored' && ['foreign', 'quota'].includes(outcome.reason)),
  reportsWanted: (count) => count,
  ignoresCrossing: (role) => role === 'caller',
  takesCrossing: (role) => role === 'answerer',
  tellsInRounds: false,
  heedsStatesInRounds: false,
  agrees: isSameSummary,
  fillsEmpty: true,
  maxListed,
  partStart: (index, count) => Math.floor((index * count) / partCount),
  boundBetween,
  sendsUnlisted: (isNamed) => !isNamed,
  wishes: (isLacking) => isLacking,
  mayWishAgain: (wasGot) => !wasGot,
  grants: (isWished) => isWished,
  endsPasses: true,
  answersDone: true,
  done: (current) => current,
  passesAgain: (pass, sent, got) => pass === 1 && !isSameSummary(sent, got),
  itemsOfPass: (begun) => begun,
};

/** [SYN-17] A native record with its content where that is there and asked for; an Earthstar document whole. */
function textOf({ record, text, content }: FoundRecord, sparse: boolean): string {
  if (!isNative(record) || sparse || content === undefined) return text;
  return canonical({ ...membersOf(record.value), content });
}

/** [SYN-14] How often a partner is asked for lift 1, in microseconds. */
const liftInterval = 86_400_000_000;

/**
 * [SYN-14] The lift to ask a partner for.
 * @param lastLifted when a session with this partner had lift 1; undefined if never.
 */
export const liftAt = (now: number, lastLifted: number | undefined): 0 | 1 => (now >= liftDueAt(lastLifted) ? 1 : 0);

/** From when on it is lift 1. */
export const liftDueAt = (lastLifted: number | undefined): number =>
  lastLifted === undefined ? Number.NEGATIVE_INFINITY : lastLifted + liftInterval;
