import { type Bound, comparePlaces, type Item } from './item.ts';
import { add, type Lanes, readLanes, subtract, zero } from './lanes.ts';

/** A node grows up to so many items or children; then it is cut in two. */
const maxWidth = 32;

/** Who may change a node in place: the tree that made it, as long as nobody has a snapshot. */
type Owner = object;

interface Leaf {
  readonly owner: Owner;
  readonly items: Item[];
  count: number;
  readonly sum: Lanes;
}

interface Branch {
  readonly owner: Owner;
  readonly children: Node[];
  /** For each child a place that is not behind its first item, and behind all items before it. */
  readonly places: Bound[];
  count: number;
  readonly sum: Lanes;
}

type Node = Leaf | Branch;

const isLeaf = (node: Node): node is Leaf => 'items' in node;

/** Where an item's number is read into; what is in it is added before anything else is put there. */
const scratch = zero();

/** The number of the item that is being put in or taken out. */
const changed = zero();

const lift = (item: Item): Lanes => readLanes(item.lifted, scratch);

/**
 * Items in their order, in a B+tree of which each node knows how many items are below it and what their lifted forms add up to.
 * To change it, to find a place and to add up a range takes time in proportion to the logarithm of its size; a snapshot takes none.
 */
export class CountedTree {
  #owner: Owner;
  #root: Node;

  constructor() {
    this.#owner = {};
    this.#root = { owner: this.#owner, items: [], count: 0, sum: zero() };
  }

  /** A tree of items that are given in their order, without repetition: quicker than one after another. */
  static of(items: Iterable<Item>): CountedTree {
    const tree = new CountedTree();
    const owner = tree.#owner;
    let level: Node[] = chunks(items).map((chunk) => leafOf(owner, chunk));
    while (level.length > 1) level = chunks(level).map((children) => branchOf(owner, children));
    tree.#root = level[0] ?? tree.#root;
    return tree;
  }

  get size(): number {
    return this.#root.count;
  }

  /** The same items, which stay when this tree changes. The snapshot can be changed too, and this tree stays then. */
  snapshot(): CountedTree {
    const copy = new CountedTree();
    copy.#root = this.#root;
    // From now on neither of the two owns a node.
    this.#owner = {};
    return copy;
  }

  /** Answers whether it was not there yet. */
  insert(item: Item): boolean {
    if (this.has(item)) return false;
    const root = this.#own(this.#root);
    const right = this.#insertInto(root, item, readLanes(item.lifted, changed));
    this.#root = right === undefined ? root : branchOf(this.#owner, [root, right]);
    return true;
  }

  /** Answers whether it was there. */
  delete(item: Bound): boolean {
    const rank = this.rankOf(item);
    const found = this.at(rank);
    if (found === undefined || comparePlaces(found, item) !== 0) return false;
    const root = this.#own(this.#root);
    this.#deleteFrom(root, rank, readLanes(found.lifted, changed));
    this.#root = !isLeaf(root) && root.children.length === 1 ? (root.children[0] as Node) : root;
    return true;
  }

  /** Takes away all items that do not come before a place. */
  cut(place: Bound): void {
    const rank = this.rankOf(place);
    if (rank === 0) this.#root = leafOf(this.#owner, []);
    else if (rank < this.size) {
      this.#root = this.#own(this.#root);
      this.#cutFrom(this.#root, rank);
    }
  }

  has(item: Bound): boolean {
    let node = this.#root;
    while (!isLeaf(node)) node = node.children[childFor(node, item)] as Node;
    const found = node.items[countBefore(node.items, item)];
    return found !== undefined && comparePlaces(found, item) === 0;
  }

  /** How many items come before a place. */
  rankOf(place: Bound): number {
    let rank = 0;
    let node = this.#root;
    while (!isLeaf(node)) {
      const index = childFor(node, place);
      for (let i = 0; i < index; i++) rank += (node.children[i] as Node).count;
      node = node.children[index] as Node;
    }
    return rank + countBefore(node.items, place);
  }

  /** The item that has so many before it. */
  at(rank: number): Item | undefined {
    let node = this.#root;
    let rest = rank;
    while (!isLeaf(node)) {
      const index = childAt(node, rest);
      for (let i = 0; i < index; i++) rest -= (node.children[i] as Node).count;
      node = node.children[index] as Node;
    }
    return node.items[rest];
  }

  /** The sum of all items that have fewer than so many before them. */
  sumOfFirst(count = this.size): Lanes {
    const total = zero();
    addFirst(this.#root, Math.min(count, this.size), total);
    return total;
  }

  /** These items, in their order. The tree may not be changed meanwhile; a snapshot may be gone through. */
  *items(from = 0, to = this.size): Generator<Item> {
    if (from < to) yield* itemsOf(this.#root, from, to);
  }

  /** The same node, or a copy, which can be changed. */
  #own(node: Node): Node {
    if (node.owner === this.#owner) return node;
    const { count } = node;
    const sum = node.sum.slice();
    return isLeaf(node)
      ? { owner: this.#owner, items: node.items.slice(), count, sum }
      : { owner: this.#owner, children: node.children.slice(), places: node.places.slice(), count, sum };
  }

  #ownChild(branch: Branch, index: number): Node {
    const child = this.#own(branch.children[index] as Node);
    branch.children[index] = child;
    return child;
  }

  /** Answers the right half if the node was cut in two. */
  #insertInto(node: Node, item: Item, lifted: Lanes): Node | undefined {
    if (isLeaf(node)) {
      node.items.splice(countBefore(node.items, item), 0, item);
    } else {
      const index = childFor(node, item);
      const right = this.#insertInto(this.#ownChild(node, index), item, lifted);
      if (right !== undefined) {
        node.children.splice(index + 1, 0, right);
        node.places.splice(index + 1, 0, firstOf(right));
      }
    }
    node.count++;
    add(node.sum, lifted);
    return this.#cut(node, item);
  }

  /** Items that come in rising order leave full nodes behind. */
  #cut(node: Node, item: Item): Node | undefined {
    const parts: { length: number; splice(start: number): unknown } = isLeaf(node) ? node.items : node.children;
    if (parts.length <= maxWidth) return undefined;
    const isLast = comparePlaces(lastOf(node), item) === 0;
    const at = isLast ? maxWidth : maxWidth >> 1;
    const cut = parts.splice(at);
    if (!isLeaf(node)) node.places.splice(at);
    const right = isLeaf(node) ? leafOf(this.#owner, cut as Item[]) : branchOf(this.#owner, cut as Node[]);
    node.count -= right.count;
    subtract(node.sum, right.sum);
    return right;
  }

  #deleteFrom(node: Node, rank: number, lifted: Lanes): void {
    node.count--;
    subtract(node.sum, lifted);
    if (isLeaf(node)) {
      node.items.splice(rank, 1);
      return;
    }
    const index = childAt(node, rank);
    let rest = rank;
    for (let i = 0; i < index; i++) rest -= (node.children[i] as Node).count;
    const child = this.#ownChild(node, index);
    this.#deleteFrom(child, rest, lifted);
    if (child.count === 0) {
      node.children.splice(index, 1);
      node.places.splice(index, 1);
    } else this.#join(node, index);
  }

  /** At least one item stays in a node that is cut. */
  #cutFrom(node: Node, rank: number): void {
    const kept = zero();
    addFirst(node, rank, kept);
    node.sum.set(kept);
    node.count = rank;
    if (isLeaf(node)) {
      node.items.length = rank;
      return;
    }
    const index = childAt(node, rank);
    let rest = rank;
    for (let i = 0; i < index; i++) rest -= (node.children[i] as Node).count;
    const stays = rest === 0 ? index : index + 1;
    node.children.length = stays;
    node.places.length = stays;
    if (rest > 0) this.#cutFrom(this.#ownChild(node, index), rest);
  }

  /** Puts a child and the one behind it together where that makes one of half the width. */
  #join(branch: Branch, index: number): void {
    const right = branch.children[index + 1];
    const left = branch.children[index] as Node;
    if (right === undefined || widthOf(left) + widthOf(right) > maxWidth >> 1) return;
    const joined =
      isLeaf(left) && isLeaf(right)
        ? leafOf(this.#owner, [...left.items, ...right.items])
        : branchOf(this.#owner, [...(left as Branch).children, ...(right as Branch).children]);
    branch.children.splice(index, 2, joined);
    branch.places.splice(index + 1, 1);
  }
}

function leafOf(owner: Owner, items: Item[]): Leaf {
  const sum = zero();
  for (const item of items) add(sum, lift(item));
  return { owner, items, count: items.length, sum };
}

function branchOf(owner: Owner, children: Node[]): Branch {
  const sum = zero();
  let count = 0;
  for (const child of children) {
    add(sum, child.sum);
    count += child.count;
  }
  return { owner, children, places: children.map(firstOf), count, sum };
}

const widthOf = (node: Node): number => (isLeaf(node) ? node.items : node.children).length;

function firstOf(node: Node): Item {
  let first = node;
  while (!isLeaf(first)) first = first.children[0] as Node;
  return first.items[0] as Item;
}

function lastOf(node: Node): Item {
  let last = node;
  while (!isLeaf(last)) last = last.children.at(-1) as Node;
  return last.items.at(-1) as Item;
}

/** The last child whose place is not behind a place, or the first. */
function childFor({ places }: Branch, place: Bound): number {
  let low = 1;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(places[middle] as Bound, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The child below which the item of a rank is; the last one if there is none. */
function childAt({ children }: Branch, rank: number): number {
  let index = 0;
  for (let rest = rank; index < children.length - 1; index++) {
    rest -= (children[index] as Node).count;
    if (rest < 0) break;
  }
  return index;
}

function countBefore(items: readonly Item[], place: Bound): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(items[middle] as Item, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the first items of a node, or all and takes away the others, whichever are fewer. */
function addFirst(node: Node, count: number, total: Lanes): void {
  if (count === 0) return;
  const fromBehind = count > node.count >> 1;
  if (fromBehind) add(total, node.sum);
  if (isLeaf(node)) {
    if (fromBehind) for (let i = count; i < node.count; i++) subtract(total, lift(node.items[i] as Item));
    else for (let i = 0; i < count; i++) add(total, lift(node.items[i] as Item));
    return;
  }
  const { children } = node;
  // Of the children up to here the items are in the total.
  let done = fromBehind ? children.length : 0;
  let rest = fromBehind ? count - node.count : count;
  for (; rest < 0; rest += (children[done] as Node).count) subtract(total, (children[--done] as Node).sum);
  for (; rest > 0 && rest >= (children[done] as Node).count; done++) {
    rest -= (children[done] as Node).count;
    add(total, (children[done] as Node).sum);
  }
  if (rest > 0) addFirst(children[done] as Node, rest, total);
}

function* itemsOf(node: Node, from: number, to: number): Generator<Item> {
  if (isLeaf(node)) {
    for (let i = Math.max(0, from); i < Math.min(to, node.count); i++) yield node.items[i] as Item;
    return;
  }
  let before = 0;
  for (const child of node.children) {
    if (before >= to) return;
    if (before + child.count > from) yield* itemsOf(child, from - before, to - before);
    before += child.count;
  }
}

/** Cuts a row into parts that leave room for what comes later. */
function chunks<Part>(parts: Iterable<Part>): Part[][] {
  const cut: Part[][] = [];
  let last: Part[] = [];
  for (const part of parts) {
    if (last.length === fullWidth) last = [];
    if (last.length === 0) cut.push(last);
    last.push(part);
  }
  return cut;
}

/** How wide nodes are that are made at once. */
const fullWidth = (maxWidth * 3) >> 2;
