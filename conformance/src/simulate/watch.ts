import type { JsonObject } from '../forge/index.ts';
import { remembering } from '../forge/memo.ts';
import { passesFilter } from '../forge/query-rules.ts';
import { type Entry, entryOf } from '../forge/replica-entry.ts';
import type { Format } from '../forge/rule.ts';
import { transcriptOf } from '../forge/session-hello.ts';
import { PARTS } from '../forge/session-ranges.ts';
import { readRanges } from '../verdict/ranges.ts';
import { membersFault, readMessage } from '../verdict/sync-message.ts';
import { Fault } from './fault.ts';
import { type Summary, summaryOf } from './reckon.ts';
import { watchRanges } from './watch-ranges.ts';

export type Side = 'caller' | 'answerer';

const entries = remembering<Entry>(2_000);

/** What a record that travels is: each is looked at again at each turn of its way. */
const entryIn = (format: string, text: string): Entry =>
  entries(`${format} ${text}`, () => entryOf(format as Format, JSON.parse(text)));

/** The id of a record that travels. */
export const idOf = (format: string, text: string): string => entryIn(format, text).id;

/** Every record that was ever written, by its id. */
export type Written = Map<string, Entry>;

export const write = (written: Written, format: string, text: string): void => {
  const entry = entryIn(format, text);
  written.set(entry.id, entry);
};

/** What is seen of one session by whoever carries its messages. */
export type Watch = {
  /** Looks at a text that one side sends. Throws `Fault` where no right peer sends it. */
  saw(side: Side, text: string, now: number): void;
  /** A text has arrived at a side. */
  arrived(side: Side, text: string): void;
  /** What came of what a side was given: the texts that it sends, and the code with which its session ended. */
  answered(side: Side, texts: readonly string[], error: string | undefined): void;
  /** Whether a side has divided a sum, and silence about that does not add up. */
  isDivided(side: Side): boolean;
  /** What a side has to say of the records with these ids, which it keeps; undefined before both have said `open`. */
  summary(side: Side, kept: readonly string[], now: number): Summary | undefined;
  /** The ids of the records that a side sent. */
  sentBy(side: Side): ReadonlySet<string>;
};

type Known = {
  written: Written;
  /** Every nonce that was ever used; those of the session are added. */
  nonces: Set<string>;
};

const isWholeSum = (ranges: string): boolean => {
  const entries = readRanges(ranges);
  return (
    typeof entries !== 'string' && entries.length === 1 && entries[0]?.kind === 'sum' && entries[0].to === undefined
  );
};

const typeOf = (text: string): unknown => (JSON.parse(text) as { type?: unknown }).type;

const SIDES: readonly Side[] = ['caller', 'answerer'];

/** No `state` follows another one sooner, in microseconds [SYN-24]. */
const SECOND = 1_000_000;

const both = ({ caller, answerer }: Partial<Record<Side, JsonObject>>): Record<Side, JsonObject> | undefined =>
  caller && answerer && { caller, answerer };

/** Watches a session between two peers. */
export const watchSession = ({ written, nonces }: Known, offers: Readonly<Record<Side, JsonObject>>): Watch => {
  const sent = { caller: new Set<string>(), answerer: new Set<string>() };
  /** What has arrived: records that cross each other on their way are nobody's fault. */
  const got = { caller: new Set<string>(), answerer: new Set<string>() };
  const turns = { caller: 0, answerer: 0 };
  const hellos: Partial<Record<Side, JsonObject>> = {};
  const opens: Partial<Record<Side, JsonObject>> = {};
  /** When each side sent its last `state`. */
  const states = { caller: Number.NEGATIVE_INFINITY, answerer: Number.NEGATIVE_INFINITY };
  const filters: JsonObject[] = [];
  const sparse: Side[] = [];
  // There are never more items than records that were written.
  const most = (): number => Math.ceil(Math.log(Math.max(1, written.size)) / Math.log(PARTS)) + 4;
  const ranges = watchRanges();
  let parts = false;

  const turn = (side: Side, message: JsonObject): void => {
    if (message.type === 'reconcile' && !parts && isWholeSum(String(message.ranges))) {
      for (const each of SIDES) {
        turns[each] = 0;
        ranges.silent(each);
      }
    }
    if (message.type === 'done') ranges.silent(side);
    else {
      const before = [...got[side]].flatMap((id) => written.get(id) ?? []);
      const greeted = both(hellos);
      const transcript = greeted === undefined ? new Uint8Array() : transcriptOf(greeted.caller, greeted.answerer);
      ranges.saw(side, message, { written: written.values(), got: before, transcript });
    }
    parts = message.more === true;
    if (parts) return;
    turns[side] += 1;
    if (turns[side] > most()) throw new Fault('rounds', `the ${side} has more than ${most()} turns in a pass`);
  };

  const record = (side: Side, format: string, text: string): void => {
    const entry = entryIn(format, text);
    const { id } = entry;
    if (!written.has(id)) throw new Fault('invented', `the ${side} sends ${id}, which nobody wrote [SYN-15]`);
    if (sent[side].has(id)) throw new Fault('twice', `the ${side} sends ${id} twice in a session [SYN-15]`);
    if (got[side].has(id)) throw new Fault('twice', `the ${side} sends ${id} back to its partner [SYN-16]`);
    if (!filters.every((filter) => passesFilter(filter, entry)))
      throw new Fault('filtered', `the ${side} sends ${id}, which a filter leaves out [SYN-15]`);
    if (entry.content !== undefined && sparse.some((each) => each !== side))
      throw new Fault('message', `the ${side} sends content with ${id}, and its partner is sparse [SYN-17]`);
    sent[side].add(id);
  };

  const hello = (side: Side, { nonce: given, address }: JsonObject): void => {
    const nonce = String(given);
    const right = side === 'caller' ? offers.caller.address : undefined;
    if (address !== right)
      throw new Fault('message', `the ${side} says the address ${address}, and ${right} is right [SYN-9]`);
    if (nonces.has(nonce)) throw new Fault('message', `the ${side} uses a nonce again, ${nonce} [SYN-8]`);
    nonces.add(nonce);
  };

  const state = (side: Side, now: number): void => {
    if (now - states[side] < SECOND)
      throw new Fault(
        'message',
        `the ${side} sends a state ${now - states[side]} microseconds after its last [SYN-24]`,
      );
    states[side] = now;
  };

  /** Sides whose session has ended with an error, and those that were sent one. */
  const ended = new Set<Side>();
  const refused = new Set<Side>();

  return {
    answered: (side, texts, error) => {
      if (ended.has(side) && texts.length > 0)
        throw new Fault('message', `the ${side} goes on after its session has ended [SYN-6]`);
      if (error === undefined) return;
      if (!refused.has(side) && !texts.some((text) => typeOf(text) === 'error'))
        throw new Fault('message', `the ${side} refuses with ${error} and does not say so [SYN-5]`);
      ended.add(side);
    },
    isDivided: ranges.isDivided,
    summary: (side, kept, now) => {
      const [greeted, opened] = [both(hellos), both(opens)];
      if (greeted === undefined || opened === undefined) return undefined;
      const entries = kept.flatMap((id) => written.get(id) ?? []);
      return summaryOf(side, entries, { hellos: greeted, opens: opened, now });
    },
    saw: (side, text, now) => {
      const read = readMessage(text);
      const words = 'fault' in read ? read.fault : membersFault(read.message);
      if ('fault' in read || words !== undefined)
        throw new Fault('message', `the ${side} sends what no peer may send: ${words} [SYN-4]`);
      const { message } = read;
      if (message.type === 'hello') hello(side, message);
      if (message.type === 'hello') hellos[side] = message;
      if (message.type === 'open') opens[side] = message;
      if (message.type === 'state') state(side, now);
      if (message.type === 'open' && message.lift !== offers[side].lift)
        throw new Fault(
          'message',
          `the ${side} asks for lift ${message.lift}, and ${offers[side].lift} was due [SYN-14]`,
        );
      if (message.type === 'open' && message.filter !== undefined) filters.push(message.filter as JsonObject);
      if (message.type === 'open' && message.sparse === true) sparse.push(side);
      if (message.type === 'reconcile' || message.type === 'done') turn(side, message);
      if (message.type !== 'records') return;
      for (const each of message.records as { format: string; text: string }[]) record(side, each.format, each.text);
    },
    arrived: (side, text) => {
      const { type, records } = JSON.parse(text) as { type?: unknown; records?: { format: string; text: string }[] };
      if (type === 'error') refused.add(side);
      if (type !== 'records') return;
      for (const each of records ?? []) got[side].add(idOf(each.format, each.text));
    },
    sentBy: (side) => sent[side],
  };
};
