import { ecmaParts, encodeBy } from '../../value/ecma-encoding.ts';
import { isObject, type JsonObject, type JsonValue } from '../../value/json.ts';
import { format } from './classic-change.ts';
import type { Mode } from './lens.ts';
import { rule } from './rule-change.ts';
import type { Weakening } from './weakened.ts';

interface Seen {
  readonly value: JsonValue;
  readonly names: readonly string[];
  readonly timestamp: number;
  readonly sequence: number;
  readonly content: JsonValue | undefined;
  readonly encodedUnits: number;
}

const says = (
  requirement: string,
  name: string,
  title: string,
  mode: Mode,
  judgement: (seen: Seen) => boolean,
): Weakening => ({
  requirement,
  name,
  title,
  format,
  weaken: rule(format, requirement, judgement, mode),
});

const order = ['previous', 'sequence', 'author', 'timestamp', 'hash', 'content', 'signature'];
const isIn = (names: readonly string[], wanted: readonly string[]) =>
  names
    .filter((name) => wanted.includes(name))
    .every((name, i, all) => i === 0 || wanted.indexOf(all[i - 1] as string) < wanted.indexOf(name));
const swapped = (at: number) =>
  order.map((name, i) => (i === at ? (order[at + 1] as string) : i === at + 1 ? (order[at] as string) : name));
const typeOf = (content: JsonValue | undefined) =>
  isObject(content) && typeof content.type === 'string' ? content.type : undefined;
const text = (content: JsonValue | undefined) => (typeof content === 'string' ? content : '');
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?/;
const boxed = (behind: string) => new RegExp(`${base64.source}\\.box${behind}$`, 's');

export const rules: readonly Weakening[] = [
  ...order
    .slice(1)
    .flatMap((name, i) =>
      i === 1
        ? []
        : [
            says('SSB-2', `swapped-${order[i]}-${name}`, `takes ${name} before ${order[i]}`, 'or', ({ names }) =>
              isIn(names, swapped(i)),
            ),
          ],
    ),
  says('SSB-2', 'newer-only', 'takes the newer order alone', 'and', ({ names }) => isIn(names, order)),
  says('SSB-2', 'older-only', 'takes the older order alone', 'and', ({ names }) => isIn(names, swapped(1))),
  says(
    'SSB-2',
    'signature-anywhere',
    'does not look where the signature stands',
    'or',
    ({ names }) => isIn(names, order.slice(0, -1)) || isIn(names, swapped(1).slice(0, -1)),
  ),
  says('SSB-2', 'first-only', 'looks at the first member alone', 'or', ({ names }) => names[0] === 'previous'),
  says(
    'SSB-2',
    'ends-only',
    'looks at the first and the last member alone',
    'or',
    ({ names }) => names[0] === 'previous' && names.at(-1) === 'signature',
  ),
  says('SSB-2', 'sorted', 'takes members in the order of the alphabet', 'or', ({ names }) =>
    isIn(names, order.toSorted()),
  ),
  says(
    'SSB-7',
    'positive-infinite',
    'takes what is infinite',
    'or',
    ({ timestamp }) => timestamp === Number.POSITIVE_INFINITY,
  ),
  says(
    'SSB-7',
    'negative-infinite',
    'takes what is infinite and negative',
    'or',
    ({ timestamp }) => timestamp === Number.NEGATIVE_INFINITY,
  ),
  says('SSB-7', 'no-negative', 'refuses negative timestamps', 'and', ({ timestamp }) => timestamp >= 0),
  says('SSB-7', 'no-zero', 'refuses 0', 'and', ({ timestamp }) => timestamp !== 0),
  says('SSB-7', 'no-fraction', 'refuses fractions', 'and', ({ timestamp }) => Number.isInteger(timestamp)),
  says('SSB-7', 'safe', 'refuses what lies beyond 2^53', 'and', ({ timestamp }) => Math.abs(timestamp) <= 2 ** 53),
  says('SSB-6', 'fraction', 'takes fractions', 'or', ({ sequence }) => sequence >= 1 && sequence < 2 ** 53),
  says('SSB-6', 'in-32-bits', 'refuses what lies beyond 2^31', 'and', ({ sequence }) => sequence < 2 ** 31),
  says('SSB-6', 'in-32-bits-unsigned', 'refuses what lies beyond 2^32', 'and', ({ sequence }) => sequence < 2 ** 32),
  says(
    'SSB-9',
    'in-characters',
    'counts characters',
    'instead',
    ({ content }) =>
      !isObject(content) || (typeOf(content) !== undefined && inRange([...(typeOf(content) as string)].length)),
  ),
  says(
    'SSB-9',
    'in-bytes',
    'counts bytes',
    'instead',
    ({ content }) =>
      !isObject(content) ||
      (typeOf(content) !== undefined && inRange(new TextEncoder().encode(typeOf(content)).length)),
  ),
  says(
    'SSB-9',
    'trimmed',
    'counts without white space around',
    'and',
    ({ content }) => !isObject(content) || inRange((typeOf(content) ?? '').trim().length),
  ),
  says(
    'SSB-9',
    'no-type',
    'takes content without a type',
    'or',
    ({ content }) => isObject(content) && content.type === undefined,
  ),
  says(
    'SSB-9',
    'list',
    'takes a list for a type',
    'or',
    ({ content }) => isObject(content) && Array.isArray(content.type) && inRange(content.type.length),
  ),
  says(
    'SSB-9',
    'number',
    'takes a number for a type',
    'or',
    ({ content }) => isObject(content) && typeof content.type === 'number',
  ),
  says(
    'SSB-9',
    'type-capital',
    'takes Type for type',
    'or',
    ({ content }) => isObject(content) && typeof content.Type === 'string',
  ),
  says(
    'SSB-9',
    'words',
    'wants letters, digits and hyphens in a type',
    'and',
    ({ content }) => !isObject(content) || /^[A-Za-z0-9_-]+$/.test(typeOf(content) ?? ''),
  ),
  says('SSB-10', 'lf', 'takes a line feed behind .box', 'or', ({ content }) =>
    boxed('[^\\r\\u2028\\u2029]*').test(text(content)),
  ),
  says('SSB-10', 'cr', 'takes a carriage return behind .box', 'or', ({ content }) =>
    boxed('[^\\n\\u2028\\u2029]*').test(text(content)),
  ),
  says('SSB-10', 'line-separator', 'takes U+2028 behind .box', 'or', ({ content }) =>
    boxed('[^\\n\\r\\u2029]*').test(text(content)),
  ),
  says('SSB-10', 'paragraph-separator', 'takes U+2029 behind .box', 'or', ({ content }) =>
    boxed('[^\\n\\r\\u2028]*').test(text(content)),
  ),
  says('SSB-10', 'last-lf', 'takes a line feed at the end', 'or', ({ content }) =>
    boxed('[^\\n\\r\\u2028\\u2029]*\\n').test(text(content)),
  ),
  says('SSB-10', 'nel', 'refuses U+0085 behind .box', 'and', ({ content }) => !text(content).includes('\u0085')),
  says(
    'SSB-10',
    'vertical-tab',
    'refuses vertical tabs and form feeds behind .box',
    'and',
    ({ content }) => !/[\v\f]/.test(text(content)),
  ),
  says(
    'SSB-10',
    'nothing-behind',
    'wants nothing behind .box',
    'and',
    ({ content }) => typeof content !== 'string' || content.endsWith('.box'),
  ),
  says(
    'SSB-10',
    'digits-behind',
    'wants digits or nothing behind .box',
    'and',
    ({ content }) => typeof content !== 'string' || /\.box[0-9]*$/.test(content),
  ),
  says('SSB-10', 'ends-with', 'looks at the end alone', 'or', ({ content }) => text(content).endsWith('.box')),
  says('SSB-10', 'anywhere', 'looks for .box anywhere', 'or', ({ content }) => text(content).includes('.box')),
  says(
    'SSB-10',
    'no-empty',
    'refuses empty base64',
    'and',
    ({ content }) => typeof content !== 'string' || !content.startsWith('.box'),
  ),
  says('SSB-10', 'no-padding', 'takes base64 without padding', 'or', ({ content }) =>
    /^[A-Za-z0-9+/]*\.box[^\n\r\u2028\u2029]*$/.test(text(content)),
  ),
  says('SSB-10', 'spare-bits', 'does not look at spare bits', 'or', ({ content }) =>
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2,3}={1,2})?\.box[^\n\r\u2028\u2029]*$/.test(text(content)),
  ),
  says(
    'SSB-10',
    'inner-padding',
    'takes padding inside',
    'or',
    ({ content }) =>
      /^[A-Za-z0-9+/=]*\.box[^\n\r\u2028\u2029]*$/.test(text(content)) && text(content).indexOf('.') % 4 === 0,
  ),
  says('SSB-12', 'greatest-plus-1', 'takes one unit more', 'or', ({ encodedUnits }) => encodedUnits <= 8_193),
  says('SSB-12', 'greatest-minus-1', 'refuses the longest', 'and', ({ encodedUnits }) => encodedUnits < 8_192),
  says(
    'SSB-12',
    'in-bytes',
    'counts bytes of UTF-8',
    'and',
    ({ value }) => new TextEncoder().encode(written(value)).length <= 8_192,
  ),
  says('SSB-12', 'in-characters', 'counts characters', 'or', ({ value }) => [...written(value)].length <= 8_192),
  says('SSB-12', 'compact', 'counts without layout', 'or', ({ value }) => written(value, '').length <= 8_192),
  says(
    'SSB-12',
    'content-alone',
    'counts the content alone',
    'or',
    ({ content }) => written(content ?? '').length <= 8_192,
  ),
  says(
    'SSB-12',
    'without-signature',
    'counts without the signature',
    'or',
    ({ value }) => isObject(value) && written(unsigned(value)).length <= 8_192,
  ),
  says('SSB-12', 'thousands', 'draws the line at 8,000', 'and', ({ encodedUnits }) => encodedUnits <= 8_000),
];

/** An encoding; one that is too long in every way of counting stands for longer ones. */
function written(value: JsonValue, indent = ecmaParts.indent): string {
  return encodeBy({ ...ecmaParts, indent }, value, 50_000) ?? 'x'.repeat(50_000);
}

function unsigned({ signature: _, ...members }: JsonObject): JsonObject {
  return members;
}

function inRange(length: number): boolean {
  return length >= 3 && length <= 52;
}
