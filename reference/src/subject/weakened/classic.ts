import { type EncodingParts, ecmaParts, encodeBy } from '../../value/ecma-encoding.ts';
import { isObject, type JsonObject, type JsonValue } from '../../value/json.ts';
import type { Mode } from './lens.ts';
import { rule } from './rule-change.ts';
import type { Weakening, WithSteps } from './weakened.ts';

const format = 'ssb-classic';

const step = (requirement: string, name: string, title: string, change: Parameters<WithSteps>[0]): Weakening => ({
  requirement,
  name,
  title,
  format,
  weaken: (_, withSteps) => withSteps(change),
});

const encoding = (requirement: string, name: string, title: string, parts: Partial<EncodingParts>): Weakening => {
  const whole = { ...ecmaParts, ...parts };
  return step(requirement, name, title, { ssbEncoding: (value) => encodeBy(whole, value) });
};

const rewritten = (requirement: string, name: string, title: string, rewrite: (text: string) => string): Weakening =>
  step(requirement, name, title, {
    ssbEncoding(value) {
      const text = encodeBy(ecmaParts, value);
      return text === undefined ? undefined : rewrite(text);
    },
  });

const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const escaping = (name: string, title: string, which: RegExp) =>
  encoding('SSB-16', name, title, {
    string: (text) => JSON.stringify(text).replace(which, (found) => found.replace(/[\s\S]/g, escapeUnit)),
  });
const asUnits = (unit: string) => escapeUnit(unit);

/** [SSB-16] Characters that some writer of JSON escapes and ECMAScript does not. */
const escapings: readonly Weakening[] = [
  escaping('del', 'escapes U+007F', /\u007f/g),
  escaping('c1', 'escapes U+0080 to U+009F', /[\u0080-\u009f]/g),
  escaping('no-break', 'escapes U+00A0', /\u00a0/g),
  escaping('soft-hyphen', 'escapes U+00AD', /\u00ad/g),
  escaping('zero-width', 'escapes U+200B to U+200F', /[\u200b-\u200f]/g),
  escaping('line-separator', 'escapes U+2028', /\u2028/g),
  escaping('paragraph-separator', 'escapes U+2029', /\u2029/g),
  escaping('bidi', 'escapes U+202A to U+202E and U+2066 to U+2069', /[\u202a-\u202e\u2066-\u2069]/g),
  escaping('word-joiner', 'escapes U+2060 to U+2064', /[\u2060-\u2064]/g),
  escaping('bom', 'escapes U+FEFF', /\ufeff/g),
  escaping('noncharacters', 'escapes U+FFFE and U+FFFF', /[\ufffe\uffff]/g),
  escaping('private-use', 'escapes U+E000 to U+F8FF', /[\ue000-\uf8ff]/g),
  escaping('specials', 'escapes U+FFF0 to U+FFFD', /[\ufff0-\ufffd]/g),
  escaping('beyond-bmp', 'escapes pairs of surrogates', /[\ud800-\udbff][\udc00-\udfff]/g),
  escaping('tags', 'escapes U+E0000 to U+E007F', /\udb40[\udc00-\udc7f]/g),
  escaping('latin-1', 'escapes U+00A1 to U+00FF', /[\u00a1-\u00ac\u00ae-\u00ff]/g),
  escaping('marks', 'escapes combining marks', /[\u0300-\u036f]/g),
  escaping('spaces', 'escapes U+2000 to U+200A, U+202F, U+205F and U+3000', /[\u2000-\u200a\u202f\u205f\u3000]/g),
  escaping('ascii-only', 'escapes all beyond U+007E', /[^\0-\x7e]/g),
  escaping('less', 'escapes <', /</g),
  escaping('greater', 'escapes >', />/g),
  escaping('ampersand', 'escapes &', /&/g),
  escaping('apostrophe', "escapes '", /'/g),
  ...(
    [
      ['slash', 'writes \\/ for /', (text) => text.replaceAll('/', '\\/')],
      [
        'u-capitals',
        'writes escapes in capitals',
        (text) => text.replace(/\\u00(1[a-f]|0[a-f])/g, (_, digits: string) => `\\u00${digits.toUpperCase()}`),
      ],
      ['no-b', 'writes \\u0008 for \\b', (text) => unescaped(text, 'b', '\b')],
      ['no-f', 'writes \\u000c for \\f', (text) => unescaped(text, 'f', '\f')],
      ['no-n', 'writes \\u000a for \\n', (text) => unescaped(text, 'n', '\n')],
      ['no-r', 'writes \\u000d for \\r', (text) => unescaped(text, 'r', '\r')],
      ['no-t', 'writes \\u0009 for \\t', (text) => unescaped(text, 't', '\t')],
      ['quote-u', 'writes \\u0022 for \\"', (text) => unescaped(text, '"', '"')],
      ['x0b', 'writes \\v for U+000B', (text) => text.replaceAll('\\u000b', '\\v')],
      ['nul', 'writes \\0 for U+0000', (text) => text.replaceAll('\\u0000', '\\0')],
    ] as const satisfies readonly (readonly [string, string, (text: string) => string])[]
  ).map(([name, title, rewrite]) =>
    encoding('SSB-16', name, title, {
      string: (text) => {
        const literal = JSON.stringify(text);
        return `"${(rewrite as (text: string) => string)(literal.slice(1, -1))}"`;
      },
    }),
  ),
];

/** A short escape as one of six characters; an escaped backslash before it stays. */
function unescaped(text: string, letter: string, character: string): string {
  return text.replace(/\\./g, (found) => (found[1] === letter ? asUnits(character) : found));
}

const exponents = (from: number, to: number, form: (value: number) => string) => (value: number) => {
  const size = Math.abs(value);
  return Number.isFinite(value) && value !== 0 && (size < from || size >= to) ? form(value) : ecmaParts.number(value);
};

/** [SSB-15] Numbers as other languages write them. */
const numbers: readonly Weakening[] = (
  [
    ['minus-zero', 'writes -0', (value: number) => (Object.is(value, -0) ? '-0' : ecmaParts.number(value))],
    ['minus-zero-point', 'writes -0.0', (value: number) => (Object.is(value, -0) ? '-0.0' : ecmaParts.number(value))],
    [
      'point-zero',
      'writes .0 behind integers beyond 2^53',
      (value: number) =>
        Number.isInteger(value) && Math.abs(value) > 2 ** 53 && Math.abs(value) < 1e21
          ? `${value}.0`
          : ecmaParts.number(value),
    ],
    ['exponent-from-1e16', 'writes exponents from 10^16 on', exponents(0, 1e16, (value) => value.toExponential())],
    ['exponent-from-1e15', 'writes exponents from 10^15 on', exponents(0, 1e15, (value) => value.toExponential())],
    [
      'exponent-below-1e-4',
      'writes exponents below 10^-4',
      exponents(1e-4, Number.POSITIVE_INFINITY, (value) => value.toExponential()),
    ],
    [
      'exponent-below-1e-5',
      'writes exponents below 10^-5',
      exponents(1e-5, Number.POSITIVE_INFINITY, (value) => value.toExponential()),
    ],
    [
      'no-exponent-below-1e-6',
      'writes no exponents down to 10^-7',
      (value: number) =>
        Math.abs(value) < 1e-6 && Math.abs(value) >= 1e-7
          ? value.toFixed(20).replace(/0+$/, '')
          : ecmaParts.number(value),
    ],
    ['exponent-capital', 'writes E for e', (value: number) => ecmaParts.number(value).replace('e', 'E')],
    ['exponent-no-plus', 'writes no plus in exponents', (value: number) => ecmaParts.number(value).replace('e+', 'e')],
    [
      'exponent-two-digits',
      'writes two digits of exponents',
      (value: number) => ecmaParts.number(value).replace(/e([+-])(\d)$/, 'e$10$2'),
    ],
    [
      'no-exponent',
      'writes no exponents from 10^21 on',
      (value: number) =>
        Number.isFinite(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : ecmaParts.number(value),
    ],
    [
      'digits-17',
      'writes 17 digits',
      (value: number) =>
        Number.isInteger(value) || !Number.isFinite(value)
          ? ecmaParts.number(value)
          : String(value.toPrecision(17)).replace(/0+$/, ''),
    ],
    [
      'digits-15',
      'writes 15 digits',
      (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(15))) : 'null'),
    ],
    [
      'exact-integers',
      'writes all digits of integers beyond 2^53',
      (value: number) =>
        Number.isInteger(value) && Math.abs(value) > 2 ** 53 && Math.abs(value) < 1e21
          ? BigInt(value).toString()
          : ecmaParts.number(value),
    ],
    [
      'in-64-bits',
      'writes integers as 64 bits',
      (value: number) =>
        Number.isInteger(value) && Math.abs(value) >= 2 ** 63 && Math.abs(value) < 1e21
          ? '9223372036854775807'
          : ecmaParts.number(value),
    ],
    [
      'single-precision',
      'writes fractions in single precision',
      (value: number) => (Number.isInteger(value) ? ecmaParts.number(value) : ecmaParts.number(Math.fround(value))),
    ],
    [
      'infinite',
      'writes 1e999 for infinite numbers',
      (value: number) => (Number.isFinite(value) ? String(value) : value > 0 ? '1e999' : '-1e999'),
    ],
    ['infinite-name', 'writes Infinity', (value: number) => String(value)],
    [
      'infinite-greatest',
      'writes the greatest number for infinite ones',
      (value: number) => (Number.isFinite(value) ? String(value) : String(Math.sign(value) * Number.MAX_VALUE)),
    ],
  ] as const
).map(([name, title, number]) => encoding('SSB-15', name, title, { number }));

const isIndex = (name: string, limit: number) => /^(?:0|[1-9][0-9]*)$/.test(name) && Number(name) <= limit;
/** Names that are taken for numbers, by their size, then the others as they are. */
const ordered = (isNumber: (name: string) => boolean) => (object: JsonObject) => {
  const names = Object.keys(object);
  return [...names.filter(isNumber).sort((a, b) => Number(a) - Number(b)), ...names.filter((name) => !isNumber(name))];
};

/** [SSB-14] */
const orders: readonly Weakening[] = [
  encoding('SSB-14', 'up-to-2-32', 'takes 4294967295 for a number too', {
    names: ordered((name) => isIndex(name, 4_294_967_295)),
  }),
  encoding('SSB-14', 'any-integer', 'takes every integer for a number', {
    names: ordered((name) => isIndex(name, Number.MAX_SAFE_INTEGER)),
  }),
  encoding('SSB-14', 'leading-zeros', 'takes digits with zeros in front for a number', {
    names: ordered((name) => /^[0-9]{1,10}$/.test(name)),
  }),
  encoding('SSB-14', 'negative', 'takes a minus and digits for a number', {
    names: ordered((name) => /^-?[1-9][0-9]{0,8}$|^0$/.test(name)),
  }),
  encoding('SSB-14', 'fractions', 'takes digits and a full stop for a number', {
    names: ordered((name) => /^[0-9]{1,9}(?:\.[0-9]+)?$/.test(name)),
  }),
  encoding('SSB-14', 'as-texts', 'orders numbers as texts', {
    names: (object) => {
      const names = Object.keys(object);
      const isNumber = (name: string) => isIndex(name, 4_294_967_294);
      return [...names.filter(isNumber).sort(), ...names.filter((name) => !isNumber(name))];
    },
  }),
  encoding('SSB-14', 'sorted', 'sorts all names', { names: (object) => Object.keys(object).sort() }),
  encoding('SSB-14', 'beyond-2-31', 'takes numbers below 2^31 alone', {
    names: (object) => {
      const names = Object.keys(object);
      const isLarge = (name: string) => isIndex(name, 4_294_967_294) && Number(name) >= 2 ** 31;
      const isSmall = (name: string) => isIndex(name, 2 ** 31 - 1);
      return [
        ...names.filter(isSmall),
        ...names.filter((name) => !isSmall(name) && !isLarge(name)),
        ...names.filter(isLarge),
      ];
    },
  }),
];

/** [SSB-13] */
const layouts: readonly Weakening[] = [
  encoding('SSB-13', 'indent-4', 'indents by four blanks', { indent: '    ' }),
  encoding('SSB-13', 'indent-tab', 'indents by tabs', { indent: '\t' }),
  encoding('SSB-13', 'compact', 'writes no white space', { indent: '' }),
  rewritten('SSB-13', 'empty-objects', 'breaks the line inside of empty objects', (text) =>
    text.replace(/^( *)(.*)\{\}(,?)$/gm, '$1$2{\n$1}$3'),
  ),
  rewritten('SSB-13', 'empty-lists', 'breaks the line inside of empty lists', (text) =>
    text.replace(/^( *)(.*)\[\](,?)$/gm, '$1$2[\n$1]$3'),
  ),
  rewritten('SSB-13', 'flat-lists', 'writes a list of one number on one line', (text) =>
    text.replace(/\[\n *([0-9]+)\n *\]/g, '[$1]'),
  ),
  rewritten('SSB-13', 'trailing-lf', 'ends with a line feed', (text) => `${text}\n`),
  rewritten('SSB-13', 'crlf', 'ends lines with CR LF', (text) => text.replaceAll('\n', '\r\n')),
  rewritten('SSB-13', 'blank-before-colon', 'writes a blank before colons', (text) =>
    text.replace(/^( *"(?:[^"\\]|\\.)*"): /gm, '$1 : '),
  ),
];

const hashes: readonly Weakening[] = [
  step('SSB-17', 'seven-bits', 'hashes seven bits of each unit', {
    ssbHashedBytes: (text) => units(text, (code) => code & 0x7f),
  }),
  step('SSB-17', 'latin-1', 'hashes ? for what is not in Latin-1', {
    ssbHashedBytes: (text) => units(text, (code) => (code > 255 ? 63 : code)),
  }),
  step('SSB-17', 'high-bytes', 'hashes the high byte where there is one', {
    ssbHashedBytes: (text) => units(text, (code) => (code > 255 ? code >> 8 : code)),
  }),
  step('SSB-17', 'code-points', 'hashes the low byte of each character', {
    ssbHashedBytes: (text) => Uint8Array.from([...text], (c) => c.codePointAt(0) as number),
  }),
  step('SSB-17', 'utf-8-beyond-latin-1', 'hashes UTF-8 where there is more than Latin-1', {
    ssbHashedBytes: (text, utf8) => (/[^\0-\xff]/.test(text) ? utf8 : units(text, (code) => code)),
  }),
  step('SSB-19', 'whole', 'signs all 64 bytes', {
    ssbAuthenticated: (message, hmac, hmacSha512) => hmacSha512(hmac, message),
  }),
  step('SSB-19', 'last', 'signs the last 32 bytes', {
    ssbAuthenticated: (message, hmac, hmacSha512) => hmacSha512(hmac, message).subarray(32),
  }),
  step('SSB-19', 'swapped', 'takes the message for the key', {
    ssbAuthenticated: (message, hmac, hmacSha512) => hmacSha512(message, hmac).subarray(0, 32),
  }),
  step('SSB-19', 'zero-key', 'takes a key of zeros for none', {
    ssbAuthenticated: (message, hmac, hmacSha512) =>
      hmac.every((byte) => byte === 0) ? message : hmacSha512(hmac, message).subarray(0, 32),
  }),
];

function units(text: string, byte: (code: number) => number): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, i) => byte(text.charCodeAt(i)));
}

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

const rules: readonly Weakening[] = [
  ...order
    .slice(1)
    .flatMap((name, i) =>
      i + 1 === 1
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

/** Every rule and step of classic messages, weaker. */
export const classicWeakenings: readonly Weakening[] = [
  ...escapings,
  ...numbers,
  ...orders,
  ...layouts,
  ...hashes,
  ...rules,
];
