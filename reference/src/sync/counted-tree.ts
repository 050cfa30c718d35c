import type { Bound, Item } from './item.ts';
import { itemAt, keyOf, type RowForm, RowPlace, rowForm, rowOf } from './item-row.ts';
import { carried, type Lanes, noTotals } from './lanes.ts';
import {
  addUp,
  Branch,
  copyOf,
  findRow,
  fitTogether,
  isBranch,
  isLast,
  isTooWide,
  Leaf,
  type Node,
  type Owner,
  rowFor,
} from './tree-node.ts';

/**
 * Items in their order, in a B+tree of which each node knows how many items are below it and what their lifted forms add up to.
 * To change it, to find a place and to add up a range takes time in proportion to the logarithm of its size; a snapshot takes none.
 */
export class CountedTree {
  readonly #form: RowForm;
  #owner: Owner = {};
  #root: Node;
  #size: number;

  /** A tree whose rows have a form. A snapshot begins with the nodes of another tree. */
  constructor(form = rowForm({}), from?: { readonly root: Node; readonly size: number }) {
    this.#form = form;
    this.#root = from?.root ?? new Leaf(this.#owner, form);
    this.#size = from?.size ?? 0;
  }

  static of(items: Iterable<Item>, form?: RowForm): CountedTree {
    const tree = new CountedTree(form);
    for (const item of items) tree.insert(item);
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /** The same items, which stay when this tree changes. The snapshot can be changed too, and this tree stays then. */
  snapshot(): CountedTree {
    // From now on neither of the two owns a node.
    this.#owner = {};
    return new CountedTree(this.#form, { root: this.#root, size: this.#size });
  }

  /** Answers whether it was not there yet. */
  insert(item: Item): boolean {
    const row = rowOf(item, this.#form);
    const root = this.#changeable();
    if (!this.#insertInto(root, row)) return false;
    this.#size++;
    if (isTooWide(root)) {
      const branch = Branch.of(this.#owner, [root]);
      this.#cutChild(branch, 0, row);
      this.#root = branch;
    }
    return true;
  }

  /** Answers whether it was there. */
  delete(item: Bound): boolean {
    const root = this.#changeable();
    if (this.#deleteFrom(root, keyOf(item)) === undefined) return false;
    this.#size--;
    if (this.#size === 0) this.#root = new Leaf(this.#owner, this.#form);
    else if (isBranch(root) && root.children.length === 1) this.#root = root.children[0] as Node;
    return true;
  }

  /** Takes away all items that do not come before a place. */
  cut(place: Bound): void {
    const rank = this.rankOf(place);
    if (rank === 0) this.#root = new Leaf(this.#owner, this.#form);
    else if (rank < this.#size) this.#cutFrom(this.#changeable(), rank);
    this.#size = rank;
  }

  /** How many items come before a place. */
  rankOf(place: Bound): number {
    const key = keyOf(place);
    let rank = 0;
    let node = this.#root;
    while (isBranch(node)) {
      const index = node.childFor(key);
      for (let i = 0; i < index; i++) rank += node.countAt(i);
      node = node.children[index] as Node;
    }
    return rank + node.countBefore(key);
  }

  /** The item that has so many before it, of which there are more. */
  at(rank: number): Item {
    const { leaf, index } = findRow(this.#root, rank);
    return itemAt(leaf.lanes, index * leaf.width, this.#form);
  }

  /** The place of that item, until the tree changes. */
  placeAt(rank: number): Bound {
    const { leaf, index } = findRow(this.#root, rank);
    return new RowPlace(leaf.lanes, index * leaf.width);
  }

  /** The sum of the items that have from `from` to before `to` others before them. */
  sumOf(from = 0, to = this.#size): Lanes {
    const totals = noTotals();
    addUp(this.#root, from, to, totals);
    return carried(totals);
  }

  /** These items, in their order. The tree may not be changed meanwhile; a snapshot may be gone through. */
  *items(from = 0, to = this.#size): Generator<Item> {
    for (let rank = from; rank < to; ) {
      const { leaf, index: first } = findRow(this.#root, rank);
      const leafEnd = Math.min(leaf.count, first + to - rank);
      for (let index = first; index < leafEnd; index++) yield itemAt(leaf.lanes, index * leaf.width, this.#form);
      rank += leafEnd - first;
    }
  }

  /** The root, which can be changed. */
  #changeable(): Node {
    if (this.#root.owner !== this.#owner) this.#root = copyOf(this.#root, this.#owner);
    return this.#root;
  }

  #changeableChild({ children }: Branch, index: number): Node {
    const child = children[index] as Node;
    if (child.owner === this.#owner) return child;
    const copy = copyOf(child, this.#owner);
    children[index] = copy;
    return copy;
  }

  #insertInto(node: Node, row: Uint32Array): boolean {
    if (!isBranch(node)) {
      const index = node.countBefore(row);
      if (node.isAt(index, row)) return false;
      node.insert(index, row);
      return true;
    }
    const index = node.childFor(row);
    const child = this.#changeableChild(node, index);
    if (!this.#insertInto(child, row)) return false;
    node.addItem(index, row, this.#form.lifted);
    if (isTooWide(child)) this.#cutChild(node, index, row);
    return true;
  }

  /** Cuts a child in two into which a row was put. Rows that come in rising order leave full nodes behind. */
  #cutChild(branch: Branch, index: number, row: Uint32Array): void {
    const left = branch.children[index] as Node;
    const { count } = left;
    const right = this.#cutOff(left, isLast(left, row) ? count - 1 : count >> 1);
    branch.children.splice(index + 1, 0, right);
    branch.replace(index, rowFor(left));
    branch.insert(index + 1, rowFor(right));
  }

  /** Answers a node of what a node had from an index on. */
  #cutOff(node: Node, index: number): Node {
    const right = isBranch(node)
      ? Branch.of(this.#owner, node.children.splice(index))
      : new Leaf(this.#owner, this.#form);
    if (!isBranch(node)) right.append(node, index);
    node.truncate(index);
    return right;
  }

  /** Answers the row that was taken away. */
  #deleteFrom(node: Node, key: Uint32Array): Uint32Array | undefined {
    if (!isBranch(node)) {
      const index = node.countBefore(key);
      return node.isAt(index, key) ? node.remove(index) : undefined;
    }
    const index = node.childFor(key);
    const row = this.#deleteFrom(this.#changeableChild(node, index), key);
    if (row === undefined) return undefined;
    node.takeItem(index, row, this.#form.lifted);
    this.#join(node, index);
    return row;
  }

  /** At least one item stays in a node that is cut. */
  #cutFrom(node: Node, rank: number): void {
    if (!isBranch(node)) return node.truncate(rank);
    let index = 0;
    let rest = rank;
    for (; rest > node.countAt(index); index++) rest -= node.countAt(index);
    const child = this.#changeableChild(node, index);
    this.#cutFrom(child, rest);
    node.children.length = index + 1;
    node.truncate(index + 1);
    node.replace(index, rowFor(child));
  }

  /** Takes a child away that is empty, and puts one and the next together where both are small. */
  #join(branch: Branch, index: number): void {
    const { children } = branch;
    const left = children[index] as Node;
    const right = children[index + 1];
    if (left.count === 0) {
      children.splice(index, 1);
      branch.remove(index);
    } else if (right !== undefined && fitTogether(left, right)) {
      const joined = copyOf(left, this.#owner);
      joined.append(right);
      if (isBranch(joined)) joined.children.push(...(right as Branch).children);
      children.splice(index, 2, joined);
      branch.replace(index, rowFor(joined));
      branch.remove(index + 1);
    }
  }
}
