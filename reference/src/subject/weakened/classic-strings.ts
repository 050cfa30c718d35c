import { encoding, escapeUnit, escaping } from './classic-change.ts';
import type { Weakening } from './weakened.ts';

/** [SSB-16] Characters that some writer of JSON escapes and ECMAScript does not. */
export const escapings: readonly Weakening[] = [
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
  return text.replace(/\\./g, (found) => (found[1] === letter ? escapeUnit(character) : found));
}
