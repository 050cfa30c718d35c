import type { RowForm } from './item-row.ts';
import { add, addTo, carried, laneCount, noTotals, subtract, type Totals } from './lanes.ts';
import { keyLanes, Rows } from './rows.ts';

/** Nodes grow up to so many items or children; then they are cut in two. */
const maxItems = 64;
const maxChildren = 32;

const countLane = keyLanes;
const sumLane = countLane + 1;
const branchWidth = sumLane + laneCount;

/** Who may change a node in place: the tree that made it, as long as nobody has a snapshot. */
export type Owner = object;

/** Has a row for each item. */
export class Leaf extends Rows {
  readonly owner: Owner;
  readonly form: RowForm;

  constructor(owner: Owner, form: RowForm) {
    super(form.width, maxItems + 1);
    this.owner = owner;
    this.form = form;
  }
}

/**
 * Has a row for each child: a key that is not behind its first item, and behind all items before it; how many items are below it; and
 * what the lifted forms of these add up to.
 */
export class Branch extends Rows {
  readonly owner: Owner;
  readonly children: Node[];

  constructor(owner: Owner, children: Node[]) {
    super(branchWidth, maxChildren + 1);
    this.owner = owner;
    this.children = children;
  }

  static of(owner: Owner, children: Node[]): Branch {
    const branch = new Branch(owner, children);
    for (const [index, child] of children.entries()) branch.insert(index, rowFor(child));
    return branch;
  }

  /** How many items are below the child at an index. */
  countAt(index: number): number {
    return this.lanes[index * branchWidth + countLane] as number;
  }

  /** The child below which a key is or would be. */
  childFor(key: Uint32Array): number {
    return Math.max(0, this.countUpTo(key) - 1);
  }

  /** Says of the child at an index that it has one item more, whose number begins in a lane of a row. */
  addItem(index: number, row: Uint32Array, lifted: number): void {
    const start = index * branchWidth;
    this.lanes[start + countLane] = this.countAt(index) + 1;
    add(this.lanes, start + sumLane, row, lifted);
  }

  /** Says that it has that one less. */
  takeItem(index: number, row: Uint32Array, lifted: number): void {
    const start = index * branchWidth;
    this.lanes[start + countLane] = this.countAt(index) - 1;
    subtract(this.lanes, start + sumLane, row, lifted);
  }
}

export type Node = Leaf | Branch;

export const isBranch = (node: Node): node is Branch => node instanceof Branch;

/** A node that nobody else has. */
export const copyOf = (node: Node, owner: Owner): Node =>
  isBranch(node) ? new Branch(owner, node.children.slice()).copyFrom(node) : new Leaf(owner, node.form).copyFrom(node);

/** What the parent of a node has in its row. */
export function rowFor(node: Node): Uint32Array {
  const row = new Uint32Array(branchWidth);
  row.set(node.lanes.subarray(0, keyLanes));
  const size = sizeOf(node);
  row[countLane] = size;
  const totals = noTotals();
  addUp(node, 0, size, totals);
  row.set(carried(totals), sumLane);
  return row;
}

/** How many items are below a node. */
function sizeOf(node: Node): number {
  if (!isBranch(node)) return node.count;
  let size = 0;
  for (let index = 0; index < node.count; index++) size += node.countAt(index);
  return size;
}

export const isTooWide = (node: Node): boolean => node.count > (isBranch(node) ? maxChildren : maxItems);

/** Whether two neighbours make a node that has room for as much again. */
export const fitTogether = (left: Node, right: Node): boolean =>
  (left.count + right.count) * 2 <= (isBranch(left) ? maxChildren : maxItems);

/** Whether a row is the last one below a node. */
export function isLast(node: Node, row: Uint32Array): boolean {
  let last = node;
  while (isBranch(last)) last = last.children.at(-1) as Node;
  return last.isAt(last.count - 1, row);
}

/** The leaf of the item that has so many before it, and its index there. */
export function findRow(root: Node, rank: number): { readonly leaf: Leaf; readonly index: number } {
  let node = root;
  let index = rank;
  while (isBranch(node)) {
    let child = 0;
    for (; index >= node.countAt(child); child++) index -= node.countAt(child);
    node = node.children[child] as Node;
  }
  return { leaf: node, index };
}

/** Adds up the items below a node that have from `from` to before `to` others before them. */
export function addUp(node: Node, from: number, to: number, totals: Totals): void {
  const { lanes } = node;
  if (!isBranch(node)) {
    const { width, lifted } = node.form;
    for (let index = from; index < to; index++) addTo(totals, lanes, index * width + lifted);
    return;
  }
  let before = 0;
  for (let index = 0; before < to; index++) {
    const count = node.countAt(index);
    const behind = before + count;
    if (before >= from && behind <= to) addTo(totals, lanes, index * branchWidth + sumLane);
    else if (behind > from) {
      addUp(node.children[index] as Node, Math.max(0, from - before), Math.min(count, to - before), totals);
    }
    before = behind;
  }
}
