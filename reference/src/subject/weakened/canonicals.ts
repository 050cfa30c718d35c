import { type EncodingParts, ecmaParts, encodeBy } from '../../value/ecma-encoding.ts';
import type { JsonValue } from '../../value/json.ts';
import { order, step } from './step.ts';
import type { Weakening } from './weakened.ts';

/** [CAN-1] The same writer with another part, in the operation of its own and in the ids of records. */
const canonicalBy = (name: string, title: string, parts: Partial<EncodingParts>): Weakening[] => {
  const whole: EncodingParts = {
    ...ecmaParts,
    indent: '',
    names: (object) => Object.keys(object).sort(),
    number: (value) => JSON.stringify(value),
    ...parts,
  };
  const canonical = (value: JsonValue) => encodeBy(whole, value, Number.POSITIVE_INFINITY) as string;
  // The names in a header are given, and every order puts them alike.
  const places = parts.names === undefined ? [undefined, 'rp.document.1', 'rp.message.1'] : [undefined];
  return places.map((format) =>
    step('CAN-1', name, title, { canonical, headerHash: (header, _, sha256) => sha256(canonical(header)) }, format),
  );
};

const sortedBy = (compare: (a: string, b: string) => number) => (object: object) => Object.keys(object).sort(compare);
const codePoints = (text: string) => Array.from(text, (c) => c.codePointAt(0) as number);
function compareCodePoints(a: string, b: string): number {
  const [left, right] = [codePoints(a), codePoints(b)];
  const at = left.findIndex((code, i) => code !== right[i]);
  return at < 0 ? left.length - right.length : (left[at] as number) - (right[at] ?? -1);
}
const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const escaping = (which: RegExp): Partial<EncodingParts> => ({
  string: (text) => JSON.stringify(text).replace(which, escapeUnit),
});

export const canonicals: readonly Weakening[] = [
  ...canonicalBy('code-points-beyond-32', 'sorts more than 32 names by code points', {
    names: (object) => Object.keys(object).sort(Object.keys(object).length > 32 ? compareCodePoints : undefined),
  }),
  ...canonicalBy('unsorted-beyond-32', 'does not sort more than 32 names', {
    names: (object) => (Object.keys(object).length > 32 ? Object.keys(object) : Object.keys(object).sort()),
  }),
  ...canonicalBy('unsorted-beyond-16', 'does not sort more than 16 names', {
    names: (object) => (Object.keys(object).length > 16 ? Object.keys(object) : Object.keys(object).sort()),
  }),
  ...canonicalBy('without-case', 'sorts without regard to case', {
    names: sortedBy((a, b) => order(a.toLowerCase(), b.toLowerCase()) || order(a, b)),
  }),
  ...canonicalBy('locale', 'sorts as a dictionary does', { names: sortedBy((a, b) => a.localeCompare(b, 'en')) }),
  ...canonicalBy('by-length', 'sorts by length first', {
    names: sortedBy((a, b) => a.length - b.length || order(a, b)),
  }),
  ...canonicalBy('numbers-first', 'puts names that are numbers first', {
    names: sortedBy(
      (a, b) => Number(/^(?:0|[1-9][0-9]*)$/.test(b)) - Number(/^(?:0|[1-9][0-9]*)$/.test(a)) || order(a, b),
    ),
  }),
  ...canonicalBy('numbers-by-size', 'sorts names that are numbers by size', {
    names: sortedBy((a, b) => (/^[0-9]+$/.test(a) && /^[0-9]+$/.test(b) ? Number(a) - Number(b) : order(a, b))),
  }),
  ...canonicalBy('escaped-names', 'sorts names as they are written', {
    names: sortedBy((a, b) => order(JSON.stringify(a), JSON.stringify(b))),
  }),
  ...canonicalBy('first-4', 'sorts by the first 4 units', {
    names: (object) => Object.keys(object).sort((a, b) => order(a.slice(0, 4), b.slice(0, 4))),
  }),
  ...canonicalBy('nfc', 'sorts by NFC', {
    names: sortedBy((a, b) => order(a.normalize('NFC'), b.normalize('NFC')) || order(a, b)),
  }),
  ...canonicalBy('nfc-written', 'writes strings in NFC', { string: (text) => JSON.stringify(text.normalize('NFC')) }),
  ...canonicalBy('slash', 'escapes /', { string: (text) => JSON.stringify(text).replaceAll('/', '\\/') }),
  ...canonicalBy('del', 'escapes U+007F', escaping(/\u007f/g)),
  ...canonicalBy('c1', 'escapes U+0080 to U+009F', escaping(/[\u0080-\u009f]/g)),
  ...canonicalBy('separators', 'escapes U+2028 and U+2029', escaping(/[\u2028\u2029]/g)),
  ...canonicalBy('html', 'escapes <, > and &', escaping(/[<>&]/g)),
  ...canonicalBy('apostrophe', "escapes '", escaping(/'/g)),
  ...canonicalBy('ascii', 'escapes all beyond ASCII', escaping(/[^\0-\x7f]/g)),
  ...canonicalBy('beyond-bmp', 'escapes pairs of surrogates', escaping(/[\ud800-\udfff]/g)),
  ...canonicalBy('bom', 'escapes U+FEFF', escaping(/\ufeff/g)),
  ...canonicalBy('noncharacters', 'escapes U+FFFE and U+FFFF', escaping(/[\ufffe\uffff]/g)),
  ...canonicalBy('u-capitals', 'writes escapes in capitals', {
    string: (text) =>
      JSON.stringify(text).replace(/\\u00(1[a-f]|0[a-f])/g, (_, digits: string) => `\\u00${digits.toUpperCase()}`),
  }),
  ...(['b', 'f', 'n', 'r', 't'] as const).flatMap((letter) =>
    canonicalBy(`no-${letter}`, `writes a \\u escape for \\${letter}`, {
      string: (text) =>
        JSON.stringify(text).replace(/\\./g, (found) =>
          found[1] === letter ? escapeUnit(JSON.parse(`"${found}"`)) : found,
        ),
    }),
  ),
  ...canonicalBy('float', 'writes .0 behind integers', { number: (value) => `${value}.0` }),
  ...canonicalBy('exponent', 'writes exponents from 10^15 on', {
    number: (value) => (Math.abs(value) >= 1e15 ? value.toExponential() : String(value)),
  }),
  ...canonicalBy('single-precision', 'writes numbers in single precision', {
    number: (value) => String(Math.fround(value)),
  }),
  ...canonicalBy('digits-15', 'writes 15 digits', { number: (value) => String(Number(value.toPrecision(15))) }),
  ...canonicalBy('outermost', 'sorts the outermost object alone', outermostOnly()),
  ...canonicalBy('trimmed', 'trims strings', { string: (text) => JSON.stringify(text.trim()) }),
];

/** Sorts the object that is written first. */
function outermostOnly(): Partial<EncodingParts> {
  const seen = new WeakSet<object>();
  return {
    names(object) {
      const names = Object.keys(object);
      const isInner = seen.has(object);
      for (const member of Object.values(object)) mark(member, seen);
      return isInner ? names : names.sort();
    },
  };
}

function mark(value: JsonValue, seen: WeakSet<object>): void {
  if (typeof value !== 'object' || value === null) return;
  seen.add(value);
  for (const member of Object.values(value)) mark(member, seen);
}
