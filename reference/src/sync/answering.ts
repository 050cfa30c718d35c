import type { Sha256 } from '../bytes/sha256.ts';
import { type Answered, type Asked, type PartsGroup, partCount } from './answers.ts';
import type { CountedTree } from './counted-tree.ts';
import type { Entry, EntryOf } from './entry.ts';
import { type Summary, summarise, summariseParts } from './fingerprint.ts';
import { type Bound, beginning, end, type Item } from './item.ts';
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

  constructor(context: AnswerContext) {
    this.#context = context;
  }

  toSum(entry: EntryOf<'sum'>): void {
    const { tree, steps, sha256 } = this.#context;
    const [from, to] = this.#ranks(entry);
    const [own] = summariseParts(tree, sha256, [from, to]) as [Summary];
    if (steps.agrees(own, entry)) return;
    if (entry.count === 0 && steps.fillsEmpty) this.items.push(tree.items(from, to));
    else if (to - from <= steps.maxListed) this.#list(entry, from, to);
    else this.#divide(entry, from, to);
  }

  toList(entry: EntryOf<'list'> | EntryOf<'long-list'>): void {
    const { steps, tree, wasGot } = this.#context;
    const [from, to] = this.#ranks(entry);
    const named = new Set(entry.ids);
    const own = new Set<string>();
    const unlisted: Item[] = [];
    for (const item of tree.items(from, to)) {
      // Where nothing is named, nothing need be hashed.
      const id = named.size === 0 ? '' : this.#nameOf(item, entry.kind);
      const isNamed = named.has(id);
      if (isNamed) own.add(id);
      if (steps.sendsUnlisted(isNamed)) unlisted.push(item);
    }
    this.items.push(unlisted);
    const wished = entry.ids.map((id) => steps.wishes(!own.has(id)) && steps.mayWishAgain(wasGot(id)));
    if (wished.includes(true)) this.#say({ kind: 'wish', lower: entry.lower, upper: entry.upper, wished });
  }

  /** The list that it answers had all items of its range. */
  toWish(entry: EntryOf<'wish'>): void {
    const { tree, steps } = this.#context;
    const items = [...tree.items(...this.#ranks(entry))];
    this.items.push(items.filter((_, i) => steps.grants(entry.wished[i] === true)));
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
    for (const [index, summary] of summariseParts(tree, sha256, [...starts, to]).entries()) {
      const next = starts[index + 1];
      const partUpper =
        next === undefined ? upper : steps.boundBetween(tree.at(next - 1) as Item, tree.at(next) as Item);
      this.#say({ kind: 'sum', lower: partLower, upper: partUpper, ...summary }, group);
      partLower = partUpper;
    }
  }

  #say(entry: Entry, group?: PartsGroup): void {
    this.said.push({ entry, group });
  }

  #ranks({ lower, upper }: { lower: Bound; upper: Bound }): [from: number, to: number] {
    const { tree } = this.#context;
    const from = tree.rankOf(lower);
    return [from, Math.max(from, tree.rankOf(upper))];
  }

  /** The bytes of an item as a list of this kind has them. */
  #nameOf({ hex }: Item, kind: 'list' | 'long-list'): string {
    const { steps, transcript, sha256 } = this.#context;
    return kind === 'long-list' ? hex : steps.shortId(transcript, hex, sha256);
  }
}
