import type { Random } from './random.ts';

/**
 * A JSON value that can be written in every way that its grammar allows, and in some that it forbids: an object is a list, so
 * that a name can come twice, and a number or anything else may have a spelling of its own.
 */
export type Tree = null | boolean | number | string | Tree[] | Members | Raw;

export interface Members {
  members: [name: string, value: Tree][];
}

/** Written as it is. */
export interface Raw {
  readonly raw: string;
}

export const isMembers = (tree: Tree): tree is Members =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree) && 'members' in tree;

const isRaw = (tree: Tree): tree is Raw =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree) && 'raw' in tree;

/** A fresh tree of a value as `JSON.parse` gives it. */
export function toTree(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(toTree);
  if (typeof value !== 'object' || value === null) return value as Tree;
  return { members: Object.entries(value).map(([name, member]) => [name, toTree(member)]) };
}

/** A place in a tree where a value stands. */
export interface Place {
  readonly value: Tree;
  put(value: Tree): void;
}

/** All places, the outermost first. */
export function placesOf(root: { value: Tree }): Place[] {
  const places: Place[] = [];
  const visit = (value: Tree, put: (value: Tree) => void): void => {
    places.push({ value, put });
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) {
        visit(item, (other) => {
          value[index] = other;
        });
      }
    } else if (isMembers(value)) {
      for (const member of value.members) {
        visit(member[1], (other) => {
          member[1] = other;
        });
      }
    }
  };
  visit(root.value, (other) => {
    root.value = other;
  });
  return places;
}

/** How a tree is written: what may stand between tokens, and how a string is. */
export interface Style {
  blank(): string;
  string(text: string): string;
}

export const compact: Style = { blank: () => '', string: (text) => JSON.stringify(text) };

/** Blanks here and there, and escapes where none are needed. */
export const loose = (random: Random): Style => ({
  blank: () => (random.oneIn(4) ? random.pick([' ', '\n', '\t', '\r', '  ']) : ''),
  string: (text) => (random.oneIn(3) ? escaped(text, random) : JSON.stringify(text)),
});

function escaped(text: string, random: Random): string {
  let written = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    const code = text.charCodeAt(i);
    if (character === '/' && random.oneIn(2)) written += '\\/';
    else if (random.oneIn(8)) {
      const digits = code.toString(16).padStart(4, '0');
      written += `\\u${random.oneIn(2) ? digits.toUpperCase() : digits}`;
    } else written += character < ' ' || character === '"' || character === '\\' ? escapeOf(character) : character;
  }
  return `"${written}"`;
}

const escapeOf = (character: string): string => JSON.stringify(character).slice(1, -1);

export function write(tree: Tree, { blank, string }: Style = compact): string {
  const value = (part: Tree): string => {
    if (typeof part === 'string') return string(part);
    if (Array.isArray(part)) return `[${part.map(item).join(',')}${blank()}]`;
    if (isMembers(part)) return `{${part.members.map(member).join(',')}${blank()}}`;
    if (part !== null && isRaw(part)) return part.raw;
    return JSON.stringify(part);
  };
  const item = (part: Tree): string => blank() + value(part) + blank();
  const member = ([name, part]: [string, Tree]): string => `${blank()}${string(name)}${blank()}:${item(part)}`;
  return item(tree);
}
