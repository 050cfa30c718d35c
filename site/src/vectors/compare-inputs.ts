import type { VectorCase } from '@rockpool/schemas';
import { align } from './align.ts';
import { type Difference, differenceOf } from './diff.ts';
import { asBytes, type Field, type Fields, fieldsOf } from './fields.ts';

/** One field of the parent beside the same field of the vector; one of them may be missing. */
export type Pair = { name: string; parent?: Field; vector?: Field; difference: Difference };

export type Comparison = {
  changed: Pair[];
  /** Names of the fields that are the same on both sides. */
  same: string[];
  /** Whether a signature was made anew for the changed text. */
  signedAnew: boolean;
};

type Question = Pick<VectorCase, 'operation' | 'input'>;

const NONE: Difference = { left: [], right: [] };

const toBytes = (field: Field): Field =>
  field.kind === 'text' ? { ...field, text: asBytes(field.text), kind: 'bytes' } : field;

const pairOf = (name: string, parent: Field | undefined, vector: Field | undefined): Pair => {
  if (parent === undefined || vector === undefined)
    return { name, ...(parent && { parent }), ...(vector && { vector }), difference: NONE };
  const bytes = parent.kind === 'bytes' || vector.kind === 'bytes';
  const [from, to] = bytes ? [toBytes(parent), toBytes(vector)] : [parent, vector];
  return { name, parent: from, vector: to, difference: differenceOf(from.text, to.text) };
};

const isSame = (a: Field | undefined, b: Field | undefined): boolean => a?.text === b?.text && a?.kind === b?.kind;

const pairLists = (
  name: string,
  parent: readonly Field[],
  vector: readonly Field[],
): Omit<Comparison, 'signedAnew'> => {
  const changed: Pair[] = [];
  let same = 0;
  const texts = (items: readonly Field[]): string[] => items.map(({ text, kind }) => `${kind} ${text}`);
  for (const stretch of align(texts(parent), texts(vector))) {
    const [i, k] = stretch.left;
    const [j, l] = stretch.right;
    if (stretch.same) same += k - i;
    else
      for (let at = 0; at < Math.max(k - i, l - j); at += 1) {
        const [from, to] = [i + at < k ? parent[i + at] : undefined, j + at < l ? vector[j + at] : undefined];
        changed.push(pairOf(to?.name ?? from?.name ?? name, from, to));
      }
  }
  return { changed, same: same === 0 ? [] : [`${same} of ${name}`] };
};

const listOf = ({ lists }: Fields, name: string): readonly Field[] =>
  lists.find((list) => list.name === name)?.items ?? [];

/** A vector beside its parent, field by field. */
export const compareInputs = (parent: Question, vector: Question): Comparison => {
  const [from, to] = [fieldsOf(parent.operation, parent.input), fieldsOf(vector.operation, vector.input)];
  const changed: Pair[] = [];
  const same: string[] = [];
  for (const name of new Set([...to.single, ...from.single].map((field) => field.name))) {
    const [a, b] = [from, to].map(({ single }) => single.find((field) => field.name === name));
    if (isSame(a, b)) same.push(name);
    else changed.push(pairOf(name, a, b));
  }
  for (const name of new Set([...to.lists, ...from.lists].map((list) => list.name))) {
    const lists = pairLists(name, listOf(from, name), listOf(to, name));
    changed.push(...lists.changed);
    same.push(...lists.same);
  }
  const signedAnew = changed.some(({ difference }) => difference.right.some(({ kind }) => kind === 'signature'));
  return { changed, same, signedAnew };
};
