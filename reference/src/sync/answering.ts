import type { Sha256 } from '../bytes/sha256.ts';
import { type Answered, type Asked, type PartsGroup, partCount } from './answers.ts';
import type { CountedTree } from './counted-tree.ts';
import type { Entry, EntryOf } from './entry.ts';
import { summarise } from './fingerprint.ts';
import { beginning, end, type Item } from './item.ts';
import type { SyncSteps } from './steps.ts';

/** What an answer depends on. */
export interface AnswerContext {
  readonly tree: CountedTree;
  readonly steps: SyncSteps;
  readonly sha256: Sha256;
  readonly transcript: string;
  readonly pass: 1 | 2;
  /** Whether an item was got before, by what a list or a long list has of it. */
  wasGot(id: string): boolean;
}

/** What a peer says in its turn. */
export interface Answer {
  /** What is to be sent, if nothing speaks against it, in the order of the ranges. */
  readonly items: readonly Iterable<Item>[];
  /** What is not silent, in order: the partner may answer it. */
  readonly said: readonly Asked[];
}

/** The first entry of a pass: the sum of all. */
export const sumOfAll = (tree: CountedTree, sha256: Sha256): EntryOf<'sum'> => ({
  kind: 'sum',
  lower: beginning,
  upper: end,
  ...summarise(tree, sha256),
});

/** Goes through what the partner has said of each range [RNG-9] to [RNG-17]. */
export function answerTo(answered: readonly Answered[], context: AnswerContext): Answer {
  const turn = new AnswerWriter(context);
  for (const { entry, asked } of answered) {
    if (entry.kind === 'sum') turn.toSum(entry);
    else if (entry.kind === 'list' || entry.kind === 'long-list') turn.toList(entry);
    else if (entry.kind === 'wish' && asked !== undefined) turn.toWish(entry);
  }
  return turn;
}

class AnswerWriter implements Answer {
  readonly items: Iterable<Item>[] = [];
  readonly said: Asked[] = [];
  readonly #context: AnswerContext;
  /** Where the last range ended, and how many items come before that. */
  #place = beginning;
  #rank = 0;

  constructor(context: AnswerContext) {
    this.#context = context;
  }

  toSum(entry: EntryOf<'sum'>): void {
    const { tree, steps, sha256 } = this.#context;
    const [from, to] = this.#ranks(entry);
    if (steps.agrees(summarise(tree, sha256, from, to), entry)) return;
    if (entry.count === 0 && steps.fillsEmpty) this.items.push(tree.items(from, to));
    else if (to - from <= steps.maxListed) this.#list(entry, from, to);
    else this.#divide(entry, from, to);
  }

  toList(entry: EntryOf<'list'> | EntryOf<'long-list'>): void {
    const { steps, tree, wasGot } = this.#context;
    const [from, to] = this.#ranks(entry);
    const named = new Set(entry.ids);
    if (named.size === 0) {
      // Nothing need be hashed.
      if (steps.sendsUnlisted(false)) this.items.push(tree.items(from, to));
      return;
    }
    const own = new Set<string>();
    const unlisted: number[] = [];
    let rank = from;
    for (const item of tree.items(from, to)) {
      const id = this.#nameOf(item, entry.kind);
      const isNamed = named.has(id);
      if (isNamed) own.add(id);
      if (steps.sendsUnlisted(isNamed)) unlisted.push(rank);
      rank++;
    }
    this.items.push(itemsAt(tree, unlisted));
    const wished = entry.ids.map((id) => steps.wishes(!own.has(id)) && steps.mayWishAgain(wasGot(id)));
    if (wished.includes(true)) this.#say({ kind: 'wish', lower: entry.lower, upper: entry.upper, wished });
  }

  /** The list that it answers had all items of its range. */
  toWish(entry: EntryOf<'wish'>): void {
    const { tree, steps } = this.#context;
    const [from, to] = this.#ranks(entry);
    const granted: number[] = [];
    for (let rank = from; rank < to; rank++) {
      if (steps.grants(entry.wished[rank - from] === true)) granted.push(rank);
    }
    this.items.push(itemsAt(tree, granted));
  }

  #list({ lower, upper }: Entry, from: number, to: number): void {
    const kind = this.#context.pass === 1 ? 'list' : 'long-list';
    const ids = [...this.#context.tree.items(from, to)].map((item) => this.#nameOf(item, kind));
    this.#say({ kind, lower, upper, ids });
  }

  #divide({ lower, upper, count }: EntryOf<'sum'>, from: number, to: number): void {
    const { tree, steps, sha256 } = this.#context;
    const group: PartsGroup = { total: count };
    const starts = Array.from({ length: partCount }, (_, index) => from + steps.partStart(index, to - from));
    let partLower = lower;
    for (const [index, start] of starts.entries()) {
      const next = starts[index + 1];
      const { fingerprint, count: own } = summarise(tree, sha256, start, next ?? to);
      const partUpper = next === undefined ? upper : steps.boundBetween(tree.placeAt(next - 1), tree.placeAt(next));
      this.#say({ kind: 'sum', lower: partLower, upper: partUpper, fingerprint, count: own }, group);
      partLower = partUpper;
    }
  }

  #say(entry: Entry, group?: PartsGroup): void {
    this.said.push({ entry, group });
  }

  /** Mostly a range begins where the one before it ended. */
  #ranks({ lower, upper }: Entry): [from: number, to: number] {
    const { tree } = this.#context;
    const from = lower === this.#place ? this.#rank : tree.rankOf(lower);
    this.#place = upper;
    this.#rank = Math.max(from, tree.rankOf(upper));
    return [from, this.#rank];
  }

  /** The bytes of an item as a list of this kind has them. */
  #nameOf({ hex }: Item, kind: 'list' | 'long-list'): string {
    const { steps, transcript, sha256 } = this.#context;
    return kind === 'long-list' ? hex : steps.shortId(transcript, hex, sha256);
  }
}

/** Each is looked up when it is sent. */
function* itemsAt(tree: CountedTree, ranks: readonly number[]): Generator<Item> {
  for (const rank of ranks) yield tree.at(rank);
}
