import type { Protocol } from '../protocol/protocol.ts';
import type { RuleHead } from '../rule/rule.ts';
import type { Task } from '../signature/task.ts';
import type { JsonObject } from '../value/json.ts';
import { firstBroken } from '../verify.ts';
import { answerTo, sumOfAll } from './answering.ts';
import { AnswerReader, type Asked } from './answers.ts';
import type { CountedTree } from './counted-tree.ts';
import { isWhole } from './entry.ts';
import type { Exchange } from './exchange.ts';
import { type Summary, summarise } from './fingerprint.ts';
import { beginning, end, type Item } from './item.ts';
import type { ItemView } from './item-view.ts';
import { readSummary, writeSummary } from './message.ts';
import { packed, reconciles, wants } from './packing.ts';
import { readRanges } from './ranges.ts';
import type { Role, RoundReport } from './session-types.ts';
import type { SessionMemory } from './steps.ts';
import type { SyncReplica } from './sync-replica.ts';

/** What a round needs. */
export interface RoundOptions {
  readonly protocol: Protocol;
  readonly source: SyncReplica;
  readonly role: Role;
  readonly view: ItemView;
  readonly exchange: Exchange;
  readonly memory: SessionMemory;
  readonly transcript: string;
  readonly isLive: boolean;
  readonly isSparse: boolean;
  readonly maxBytes: number;
  readonly say: (messages: Iterable<JsonObject>) => void;
  readonly now: number;
}

/** What a peer waits for. */
type Phase = 'pass' | 'turn' | 'more' | 'done' | 'first want' | 'second want' | 'end' | 'more second wants' | 'idle';

const awaitedIn: Readonly<Record<Phase, readonly string[]>> = {
  pass: ['reconcile'],
  turn: ['records', 'reconcile', 'done'],
  more: ['reconcile'],
  done: ['done'],
  'first want': ['want'],
  'second want': ['contents', 'want'],
  'more second wants': ['want'],
  end: ['contents', 'end'],
  idle: ['records', 'state', 'reconcile'],
};

/** What is awaited in a live session, from its first pass on, whatever else is. */
const liveTypes = ['records', 'state'];

/** A round of a session: one or two passes, and the contents after them. In a live session one follows the other. */
export class Round {
  #options: RoundOptions;
  #phase: Phase = 'pass';
  #pass: 1 | 2 = 1;
  #tree: CountedTree;
  #reader = new AnswerReader({ begins: true, asked: [], pass: 1 });
  /** Where the last `reconcile` of an unfinished turn ended. */
  #before = beginning;
  /** Whether the partner may have begun the same round. */
  #mayCross = false;
  #sentDone: Summary = { fingerprint: '', count: 0 };
  #gotDone: Summary = this.#sentDone;
  #wanted = new Set<string>();
  /** What the clock of the session shows. */
  #now: number;
  #agreedAt: number | undefined;

  constructor(options: RoundOptions) {
    this.#options = options;
    this.#now = options.now;
    this.#tree = options.view.snapshot(options.now);
  }

  /** When the partner last had the same items, in microseconds since 1970. */
  get agreedAt(): number | undefined {
    return this.#agreedAt;
  }

  get isLive(): boolean {
    return this.#options.isLive;
  }

  /** Whether it is between two rounds. */
  get isIdle(): boolean {
    return this.#phase === 'idle';
  }

  get awaited(): readonly string[] {
    const awaited = awaitedIn[this.#phase];
    const hasBegun = this.#phase !== 'pass' || this.#pass === 2;
    return this.isLive && hasBegun ? [...awaited, ...liveTypes] : awaited;
  }

  get counts(): { readonly sent: number; readonly got: number } {
    const { sentCount, gotCount } = this.#options.exchange;
    return { sent: sentCount, got: gotCount };
  }

  goBy(protocol: Protocol): void {
    this.#options = { ...this.#options, protocol };
  }

  /** Begins a pass with the sum of all. */
  begin(now: number, pass: 1 | 2 = 1): void {
    this.#goOn(now);
    this.#beginPass(pass);
    const entry = sumOfAll(this.#tree, this.#sha256);
    this.#sayEntries([{ entry }]);
  }

  /** Answers the rule that a message breaks, or a report if the round ends by it. */
  *receive(message: JsonObject, now: number): Task<RuleHead | RoundReport | undefined> {
    this.#goOn(now);
    const { exchange, protocol } = this.#options;
    switch (message.type) {
      case 'records':
        yield* exchange.incoming(message.records as never, protocol, now);
        return undefined;
      case 'contents':
        yield* exchange.incomingContents(message.contents as never, protocol, now);
        return undefined;
      case 'reconcile':
        return this.#reconcile(message);
      case 'done':
        return this.#done(readSummary(message));
      case 'want':
        return this.#want(message);
      case 'end':
        return this.#report();
      case 'state':
        if (this.isIdle || this.#steps.heedsStatesInRounds) this.#told(readSummary(message));
        return undefined;
      default:
        return undefined;
    }
  }

  /** [SYN-23] to [SYN-25] */
  tell(now: number): void {
    this.#goOn(now);
    const { view, exchange, memory, protocol, say } = this.#options;
    const mayTell = this.isIdle || (this.isLive && this.#steps.tellsInRounds);
    if (!mayTell || this.#now - memory.lastState < this.#steps.stateInterval) return;
    const items = view
      .takeNew(now)
      .filter((item) => this.#steps.tells(exchange.wasSent(item), exchange.wasGot(item)) && view.read(item, now));
    if (items.length === 0) return;
    memory.lastState = this.#now;
    this.#sayRecords([items]);
    const state = this.#steps.state(this.#current(), summarise(this.#tree, protocol.sha256));
    say([{ type: 'state', ...writeSummary(state) }]);
  }

  /** [SYN-26] */
  #told(state: Summary): void {
    if (!this.#steps.differs(this.#current(), state)) this.#agreedAt = this.#now;
    else {
      this.begin(this.#now);
      this.#mayCross = true;
    }
  }

  #goOn(now: number): void {
    this.#now = this.#steps.clock(this.#now, now);
  }

  get #steps() {
    return this.#options.protocol.steps.sync;
  }

  get #sha256() {
    return this.#options.protocol.sha256;
  }

  /** Of all items as they are. */
  #current(): Summary {
    return summarise(this.#options.view.snapshot(this.#now), this.#sha256);
  }

  #beginPass(pass: 1 | 2): void {
    this.#pass = pass;
    this.#tree = this.#options.view.beginPass(this.#now);
    this.#expect(true, []);
  }

  #expect(begins: boolean, asked: readonly Asked[]): void {
    this.#reader = new AnswerReader({ begins, asked, pass: this.#pass });
    this.#before = beginning;
  }

  #reconcile(message: JsonObject): RuleHead | undefined {
    const read = readRanges(String(message.ranges), this.#before);
    const [first] = read.entries;
    const isLast = message.more !== true;
    const isSumOfAll = isLast && read.entries.length === 1 && first?.kind === 'sum' && isWhole(first, end);
    const { role } = this.#options;
    const crosses = this.#mayCross && isSumOfAll;
    this.#mayCross = false;
    if (crosses && this.#steps.ignoresCrossing(role)) return undefined;
    if (crosses && this.#steps.takesCrossing(role)) this.#beginPass(1);
    else if (this.#phase === 'pass' || this.#phase === 'idle') {
      this.#beginPass(this.#phase === 'idle' ? 1 : this.#pass);
    }
    const facts = this.#reader.read(read, isLast);
    const broken = this.#broken(facts);
    if (broken !== undefined) return broken;
    this.#before = isLast ? beginning : (read.entries.at(-1)?.upper ?? this.#before);
    if (isLast) this.#answer();
    else this.#phase = 'more';
    return undefined;
  }

  #broken(facts: Parameters<Protocol['syncRules']['ranges'][number]['check']>[0]): RuleHead | undefined {
    const { ranges } = this.#options.protocol.syncRules;
    const broken = firstBroken(this.#steps.inOrder(ranges), facts, { now: this.#now });
    return broken && ranges.find(({ requirement }) => requirement === broken.requirement);
  }

  /** Takes its turn [RNG-9] to [RNG-18]. */
  #answer(): void {
    const { exchange, transcript } = this.#options;
    const { items, said } = answerTo(this.#reader.answered, {
      tree: this.#steps.itemsOfPass(this.#tree, () => this.#options.view.snapshot(this.#now)),
      steps: this.#steps,
      sha256: this.#sha256,
      transcript,
      pass: this.#pass,
      wasGot: (id) => exchange.wasGotById(id),
    });
    this.#sayRecords(items);
    if (said.length > 0) this.#sayEntries(said);
    else {
      this.#phase = 'done';
      if (this.#steps.endsPasses) this.#sayDone();
    }
  }

  #sayEntries(said: readonly Asked[]): void {
    this.#expect(false, said);
    this.#phase = 'turn';
    this.#options.say(reconciles(said, this.#options.maxBytes));
  }

  #sayRecords(items: readonly Iterable<Item>[]): void {
    const { exchange, protocol, maxBytes, say } = this.#options;
    const records = exchange.outgoing(flat(items), protocol, () => this.#now);
    say(mapped(packed(records, maxBytes), (list) => ({ type: 'records', records: list })));
  }

  #sayDone(): void {
    this.#sentDone = this.#steps.done(this.#current(), summarise(this.#tree, this.#sha256));
    this.#options.say([{ type: 'done', ...writeSummary(this.#sentDone) }]);
  }

  #done(got: Summary): RuleHead | undefined {
    this.#mayCross = false;
    this.#gotDone = got;
    const isFirst = this.#phase === 'turn';
    if (isFirst) {
      const silence = { entries: [], isMalformed: false, isDisordered: false };
      const broken = this.#broken({ ...this.#reader.read(silence, true), isMalformed: false });
      if (broken !== undefined) return broken;
      if (this.#steps.answersDone) this.#sayDone();
    }
    const again = this.#steps.passesAgain(this.#pass, this.#sentDone, this.#gotDone);
    if (isFirst) {
      this.#phase = again ? 'pass' : 'first want';
      if (again) this.#pass = 2;
    } else if (again) this.begin(this.#now, 2);
    else {
      this.#sayWant();
      this.#phase = 'second want';
    }
    this.#wanted = new Set();
    return undefined;
  }

  *#ownWants(): Iterable<string> {
    yield* this.#options.view.wanted(this.#now);
  }

  /** [SYN-19] */
  #sayWant(): void {
    const { maxBytes, say, isSparse } = this.#options;
    say(wants(this.#steps.wants(this.#ownWants(), isSparse), maxBytes));
  }

  /** Remembers of what is wanted what is here. */
  #want(message: JsonObject): RoundReport | undefined {
    const { exchange, protocol, maxBytes, say } = this.#options;
    for (const id of message.contents as string[]) {
      if (!this.#wanted.has(id) && exchange.contentOf(id, protocol, this.#now) !== undefined) this.#wanted.add(id);
    }
    if (message.more === true) {
      if (this.#phase === 'second want') this.#phase = 'more second wants';
      return undefined;
    }
    const contents = exchange.contents(this.#wanted, protocol, () => this.#now);
    say(mapped(packed(contents, maxBytes), (list) => ({ type: 'contents', contents: list })));
    if (this.#phase === 'first want') {
      this.#sayWant();
      this.#phase = 'end';
      return undefined;
    }
    say([{ type: 'end' }]);
    return this.#report();
  }

  /** [SYN-22] */
  #report(): RoundReport {
    this.#phase = 'idle';
    this.#pass = 1;
    let wanted = 0;
    for (const _ of this.#ownWants()) wanted++;
    const { exchange, isSparse } = this.#options;
    const { refused } = exchange;
    const equal = this.#steps.isEqual(this.#sentDone, this.#gotDone);
    if (equal) this.#agreedAt = this.#now;
    const untaken = this.#sentDone.count - this.#gotDone.count;
    return { equal, refused, wanted: this.#steps.reportsWanted(wanted, isSparse), ...(untaken > 0 && { untaken }) };
  }
}

function* flat<Value>(lists: Iterable<Iterable<Value>>): Generator<Value> {
  for (const list of lists) yield* list;
}

function* mapped<From, To>(values: Iterable<From>, change: (value: From) => To): Generator<To> {
  for (const value of values) yield change(value);
}
