import type { Random } from '../random.ts';
import { compact, write } from '../tree.ts';
import { anyString, anyTree } from '../values.ts';

/** A content with its type. */
export interface Content {
  readonly text: string;
  readonly type?: string;
}

const JSON_TYPE = 'application/json';
export const WISH_TYPE = 'application/vnd.rockpool.forget+json';

/** More levels than any reader may recurse into. */
const DEEP = 30_000;
/** Fills the longest inline content. */
const MANY_LINKS = 1_000;

const post = (members: object): Content => ({ type: JSON_TYPE, text: JSON.stringify({ type: 'post', ...members }) });

/** Wishes, and what is nearly one. */
function wish(ids: readonly string[], random: Random): Content {
  const named = Array.from({ length: 1 + random.below(3) }, () => random.pick(ids));
  if (!random.oneIn(3)) return { text: JSON.stringify({ type: 'forget', messages: named }), type: WISH_TYPE };
  const text = random.pick([
    () => JSON.stringify({ type: 'forget', messages: named, note: 'please' }),
    () => JSON.stringify({ type: 'forget', messages: [] }),
    () => JSON.stringify({ type: 'forget', messages: [...named, anyString(random)] }),
    () => JSON.stringify({ type: 'forget', messages: { 0: named[0], length: 1 } }),
    () => JSON.stringify({ type: ['forget'], messages: named }),
    () => `{"type":"forget","messages":["${named[0]}"],"messages":[]}`,
    () => `{"__proto__":{"type":"forget"},"messages":["${named[0]}"]}`,
    () => JSON.stringify([{ type: 'forget', messages: named }]),
    () => JSON.stringify({ type: 'forget', messages: named }).slice(0, -random.below(3)),
  ])();
  return { text, type: random.oneIn(8) ? JSON_TYPE : WISH_TYPE };
}

/** Links, deep ones, many, and some in names that mean something to JavaScript. */
function links(ids: readonly string[], random: Random): Content {
  const [first, second] = [random.pick(ids), random.pick(ids)];
  if (random.oneIn(2)) return post({ root: first, mentions: [{ link: second }, { link: first }] });
  return random.pick([
    () => post({ root: first, mentions: [{ link: second }, { link: second }, { Link: first }] }),
    () => post({ __proto__: null, constructor: first, toString: { hasOwnProperty: second }, '': first }),
    () => ({
      type: JSON_TYPE,
      text: `{"__proto__":"${first}","type":"post","${'%'.repeat(40)} \\u0000é":"${second}"}`,
    }),
    () => post({ all: Array.from({ length: MANY_LINKS }, () => random.pick(ids)) }),
    () => post({ deep: 0 }),
    () => ({ type: JSON_TYPE, text: `{"type":"post","deep":${'['.repeat(DEEP)}"${first}"${']'.repeat(DEEP)}}` }),
    () => ({ type: JSON_TYPE, text: JSON.stringify({ type: null, root: first }) }),
    () => ({ type: JSON_TYPE, text: write(anyTree(random, 5), compact) }),
  ])();
}

/** What a content can name. */
export interface Nameable {
  readonly all: readonly string[];
  /** The author's own records. */
  readonly own: readonly string[];
}

/** A content that names some of these ids, or nothing at all. */
export function anyContent({ all: ids, own }: Nameable, random: Random): Content {
  switch (random.below(8)) {
    case 0:
      return { text: '' };
    case 1:
    case 2:
      return wish(own.length === 0 || random.oneIn(4) ? ids : own, random);
    case 3:
    case 4:
    case 5:
      return links(ids, random);
    case 6:
      return { text: anyString(random).replace(/[\ud800-\udfff]/g, ''), type: random.pick([JSON_TYPE, 'text/plain']) };
    default:
      return { text: `Row ${random.below(6)}` };
  }
}
