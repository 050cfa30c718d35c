import type { Entry, EntryOf, ReadEntries } from './entry.ts';
import { isWhole } from './entry.ts';
import { comparePlaces, end } from './item.ts';

/** An entry of the turn before, which can be answered. */
export interface Asked {
  readonly entry: Entry;
  /** Of eight sums side by side: which they are, and the number in the sum that they answer. */
  readonly group?: PartsGroup | undefined;
}

/** The eight sums that were given for one sum. */
export interface PartsGroup {
  readonly total: number;
}

/** What a `reconcile` may answer. */
export interface Expectation {
  /** Whether it is the first of a pass. */
  readonly begins: boolean;
  /** Of the turn before, in order; silent ones are not among them. */
  readonly asked: readonly Asked[];
  readonly pass: 1 | 2;
}

/** An entry together with what it answers. */
export interface Answered {
  readonly entry: Entry;
  readonly asked: Entry | undefined;
}

/** What there is to know about a `reconcile`. Facts are gathered without judging; the rules for ranges judge. */
export interface RangeFacts extends ReadEntries {
  /** [RNG-3] */
  readonly beginsWrongly: boolean;
  /** [RNG-4] */
  readonly answersNothing: boolean;
  /** [RNG-5] */
  readonly hasOtherLists: boolean;
  /** [RNG-6] */
  readonly hasLongLists: boolean;
  /** [RNG-7] */
  readonly hasUnevenParts: boolean;
  /** [RNG-8] */
  readonly addsUpWrongly: boolean;
}

export const partCount = 8;
export const maxListed = 32;

const sameRange = (a: Entry, b: Entry): boolean =>
  comparePlaces(a.lower, b.lower) === 0 && comparePlaces(a.upper, b.upper) === 0;

const isList = (entry: Entry): entry is EntryOf<'list'> | EntryOf<'long-list'> =>
  entry.kind === 'list' || entry.kind === 'long-list';

/**
 * Follows the entries of a turn, message after message, along what they may answer. It remembers one entry of the turn before, and
 * the sums for it that have come so far.
 */
export class AnswerReader {
  readonly #expected: Expectation;
  readonly #answered: Answered[] = [];
  /** What was said of the parts of each sum that was divided. */
  readonly #said = new Map<PartsGroup, number>();
  #next = 0;
  #parts: EntryOf<'sum'>[] = [];

  constructor(expected: Expectation) {
    this.#expected = expected;
    for (const { entry, group } of expected.asked) {
      if (group !== undefined && entry.kind === 'sum')
        this.#said.set(group, (this.#said.get(group) ?? 0) + entry.count);
    }
  }

  /** What the turn has answered so far. */
  get answered(): readonly Answered[] {
    return this.#answered;
  }

  /** Looks at one more message of the turn. */
  read(read: ReadEntries, isLast: boolean): RangeFacts {
    const { begins, pass } = this.#expected;
    const spoken = read.entries.filter(({ kind }) => kind !== 'silent');
    const [first] = read.entries;
    const isBeginning = read.entries.length === 1 && first?.kind === 'sum' && isWhole(first, end) && isLast;
    let answersNothing = false;
    let hasUnevenParts = false;
    for (const entry of begins ? [] : spoken) {
      const result = this.#follow(entry);
      answersNothing ||= result === 'nothing';
      hasUnevenParts ||= result === 'uneven';
    }
    if (begins) for (const entry of spoken) this.#answered.push({ entry, asked: undefined });
    answersNothing ||= this.#parts.length > 0;
    return {
      ...read,
      beginsWrongly: begins && !isBeginning,
      answersNothing,
      hasOtherLists: spoken.some(({ kind }) => kind === (pass === 1 ? 'long-list' : 'list')),
      hasLongLists: spoken.some((entry) => isList(entry) && entry.ids.length > maxListed),
      hasUnevenParts,
      // Only when the turn ends all is said.
      addsUpWrongly: isLast && [...this.#said].some(([group, count]) => count !== group.total),
    };
  }

  #follow(entry: Entry): 'answers' | 'nothing' | 'uneven' {
    if (this.#parts.length > 0) return this.#follows(entry);
    const { asked } = this.#expected;
    // What lies before this entry was answered by silence.
    while (this.#next < asked.length && comparePlaces((asked[this.#next] as Asked).entry.upper, entry.lower) <= 0)
      this.#next++;
    const answered = asked[this.#next];
    if (answered === undefined) return this.#unasked(entry);
    if (answered.entry.kind === 'sum' && entry.kind === 'sum') return this.#follows(entry);
    const isAnswer =
      sameRange(answered.entry, entry) &&
      (answered.entry.kind === 'sum'
        ? isList(entry)
        : isList(answered.entry) && entry.kind === 'wish' && entry.wished.length === answered.entry.ids.length);
    if (!isAnswer) return this.#unasked(entry);
    this.#take(entry, answered);
    if (isList(entry)) this.#say(answered, entry.ids.length);
    this.#next++;
    return 'answers';
  }

  /** One of eight sums. */
  #follows(entry: Entry): 'answers' | 'nothing' | 'uneven' {
    const answered = this.#expected.asked[this.#next] as Asked;
    const before = this.#parts.at(-1)?.upper ?? answered.entry.lower;
    if (entry.kind !== 'sum' || comparePlaces(entry.lower, before) !== 0) return this.#unasked(entry);
    this.#parts.push(entry);
    this.#take(entry, answered);
    if (this.#parts.length < partCount) return 'answers';
    const parts = this.#parts;
    this.#parts = [];
    this.#next++;
    if (comparePlaces(entry.upper, answered.entry.upper) !== 0) return 'nothing';
    const counts = parts.map(({ count }) => count);
    const total = counts.reduce((sum, count) => sum + count, 0);
    this.#say(answered, total);
    return Math.max(...counts) - Math.min(...counts) > 1 || total <= maxListed ? 'uneven' : 'answers';
  }

  #unasked(entry: Entry): 'nothing' {
    this.#parts = [];
    this.#answered.push({ entry, asked: undefined });
    return 'nothing';
  }

  #take(entry: Entry, { entry: asked }: Asked): void {
    this.#answered.push({ entry, asked });
  }

  #say({ entry, group }: Asked, count: number): void {
    if (group === undefined || entry.kind !== 'sum') return;
    this.#said.set(group, (this.#said.get(group) as number) - entry.count + count);
  }
}
