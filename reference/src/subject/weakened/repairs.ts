import type { Piece } from './grammar.ts';
import type { Mode } from './lens.ts';

/** A text that is looked at in the place of another; undefined where the other will do. */
export interface Repair {
  readonly name: string;
  readonly title: string;
  /** `and`, where texts are refused that should not be. */
  readonly mode?: Mode;
  repair(text: string): string | undefined;
}

/** What a lenient reader does to any text before it looks at it. */
const strippings: readonly Repair[] = (
  [
    ['trailing-lf', 'a line feed behind', /\n$/],
    ['trailing-cr', 'a carriage return behind', /\r$/],
    ['trailing-crlf', 'a carriage return and a line feed behind', /\r\n$/],
    ['trailing-blank', 'a blank behind', / $/],
    ['leading-blank', 'a blank in front', /^ /],
    ['cut-at-nul', 'whatever comes from a NUL on', /\0.*$/s],
    ['trimmed', 'white space of Unicode at both ends', /^\s+|\s+$/g],
    ['leading-bom', 'a byte order mark in front', /^\ufeff/],
    ['zero-width', 'characters without a width', /[\u00ad\u200b-\u200f\u2060\ufeff]/g],
  ] as const
).map(([name, title, wrong]) => ({
  name,
  title: `takes ${title}`,
  repair: (text) => (text.search(wrong) < 0 ? undefined : text.replace(wrong, '')),
}));

/** What folds characters into others. */
const foldings: readonly Repair[] = [
  folding('lower-cased', 'capitals for small letters', (text) =>
    text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ),
  folding('long-s', 'the long s for s', (text) => text.replaceAll('\u017f', 's')),
  folding('kelvin', 'the Kelvin sign for k', (text) => text.replaceAll('\u212a', 'k')),
  folding('nfkc', 'characters that NFKC makes right ones of', (text) => text.normalize('NFKC')),
  folding('unicode-digits', 'the digits of every script', (text) =>
    text.replace(/[^\0-\x7f]/gu, (digit) => digitOf(digit) ?? digit),
  ),
];

function folding(name: string, what: string, fold: (text: string) => string): Repair {
  return { name, title: `takes ${what}`, repair: (text) => (fold(text) === text ? undefined : fold(text)) };
}

/** The value of a decimal digit of any script: each script has its ten in a row. */
function digitOf(character: string): string | undefined {
  if (!/^\p{Nd}$/u.test(character)) return undefined;
  let value = 0;
  for (let code = (character.codePointAt(0) as number) - 1; /^\p{Nd}$/u.test(String.fromCodePoint(code)); code--)
    value++;
  return String(value % 10);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const source = (piece: Piece): string =>
  typeof piece === 'string' ? escaped(piece) : `[${piece.set}]{${piece.min},${piece.max}}`;

/** Matches a grammar in which one piece is another expression. */
const matcher = (grammar: readonly Piece[], at: number, expression: string): RegExp =>
  new RegExp(`^${grammar.map((piece, i) => `(${i === at ? expression : source(piece)})`).join('')}$`, 'su');

/** Texts whose piece `at` is another expression, repaired there. */
function widened(
  grammar: readonly Piece[],
  at: number,
  { name, title, expression, fix }: { name: string; title: string; expression: string; fix: (part: string) => string },
): Repair {
  const form = matcher(grammar, at, expression);
  return {
    name,
    title,
    repair: (text) =>
      form
        .exec(text)
        ?.slice(1)
        .map((part, i) => (i === at ? fix(part) : part))
        .join(''),
  };
}

/** The neighbours of a grammar: each of its pieces a little wider. */
export function repairsOf(grammar: readonly Piece[]): readonly Repair[] {
  const whole = new RegExp(grammar.map(source).join(''), 'u');
  const line = new RegExp(`^${grammar.map(source).join('')}$`, 'mu');
  const found = (name: string, title: string, form: RegExp): Repair => ({
    name,
    title,
    repair: (text) => form.exec(text)?.[0],
  });
  return [
    ...strippings,
    // Where capitals are characters of their own, small letters in their places are other right texts.
    ...foldings.filter(({ name }) => name !== 'lower-cased' || !whole.source.includes('A-Z')),
    found('prefix', 'takes anything behind', new RegExp(`^${whole.source}`, 'u')),
    found('suffix', 'takes anything in front', new RegExp(`${whole.source}$`, 'u')),
    found('any-line', 'takes a line of the text', line),
    ...grammar.flatMap((piece, at) =>
      typeof piece === 'string' ? literal(grammar, at, piece) : counted(grammar, at, piece),
    ),
  ];
}

/** A literal that may be another one, or missing, or doubled. */
function literal(grammar: readonly Piece[], at: number, word: string): readonly Repair[] {
  const label = `${[...word].map((c) => labels[c] ?? c).join('')}-${at}`;
  const fix = () => word;
  const any = word.length === 1 && {
    name: `any-for-${label}`,
    title: `takes any character for ${word}`,
    expression: '.',
    fix,
  };
  return [
    ...(any ? [widened(grammar, at, any)] : []),
    widened(grammar, at, { name: `no-${label}`, title: `takes it without ${word}`, expression: '', fix }),
    widened(grammar, at, {
      name: `twice-${label}`,
      title: `takes ${word} twice`,
      expression: escaped(word + word),
      fix,
    }),
    ...(/[a-z]{2}/.test(word)
      ? [
          widened(grammar, at, {
            name: `capitals-${label}`,
            title: `takes ${word} in capitals`,
            expression: escaped(word.toUpperCase()),
            fix,
          }),
          widened(grammar, at, {
            name: `longer-${label}`,
            title: `takes more behind ${word}`,
            expression: `${escaped(word)}[a-z0-9]+`,
            fix,
          }),
        ]
      : []),
  ];
}

const labels: Readonly<Record<string, string>> = {
  '.': 'dot',
  '/': 'slash',
  '~': 'tilde',
  '=': 'equals',
  '@': 'at',
  '%': 'percent',
  '&': 'ampersand',
  '+': 'plus',
};

/** A run of characters: of other characters, of another length, or with spare bits. */
function counted(grammar: readonly Piece[], at: number, piece: Exclude<Piece, string>): readonly Repair[] {
  const { set, min, max, filler, spareBits } = piece;
  const inSet = new RegExp(`[${set}]`, 'u');
  const wide = (name: string, title: string, more: string, to = filler) =>
    widened(grammar, at, {
      name: `${name}-${at}`,
      title,
      expression: `[${set}${more}]{${min},${max}}`,
      fix: (part) => [...part].map((c) => (inSet.test(c) ? c : to)).join(''),
    });
  const repairs: Repair[] = [];
  if (spareBits !== undefined) repairs.push(...spare(grammar, at, set, spareBits));
  else {
    const around = neighbours(set);
    if (around !== '') repairs.push(wide('neighbours', `takes ${around} too`, escapedInSet(around)));
    if (set === 'a-z2-7') repairs.push(wide('digits', 'takes 0, 1, 8 and 9 in base32', '0189'));
    if (set === 'A-Za-z0-9+/') {
      repairs.push(
        widened(grammar, at, {
          name: `url-${at}`,
          title: 'takes base64url',
          expression: `[${set}\\-_]{${min},${max}}`,
          fix: (part) => part.replaceAll('-', '+').replaceAll('_', '/'),
        }),
      );
    }
    repairs.push(wide('letters', 'takes the letters of every script', '\\p{L}'));
  }
  // A run before the last digit of its base is too short where that digit is missing.
  const next = grammar[at + 1];
  if (typeof next === 'object' && next.spareBits !== undefined) return repairs;
  if (max < 500 && min > 0) {
    repairs.push(
      widened(grammar, at, {
        name: `short-${at}`,
        title: `takes ${min - 1} for ${min} characters`,
        expression: `[${set}]{${min - 1}}`,
        fix: (part) => part + filler,
      }),
    );
  }
  if (max < 500) {
    repairs.push(
      widened(grammar, at, {
        name: `long-${at}`,
        title: `takes ${max + 1} for ${max} characters`,
        expression: `[${set}]{${max + 1}}`,
        fix: (part) => part.slice(0, max),
      }),
    );
  }
  if (min < max && max < 500) repairs.push(narrowed(grammar, at, `narrow-${at}`, max));
  return repairs;
}

/** Refuses the longest. */
function narrowed(grammar: readonly Piece[], at: number, name: string, max: number): Repair {
  const form = matcher(grammar, at, source(grammar[at] as Piece));
  return {
    name,
    title: `refuses ${max} characters`,
    mode: 'and',
    repair: (text) => (form.exec(text)?.[at + 1]?.length === max ? '' : undefined),
  };
}

/** The last digit with one spare bit set, or with any. */
function spare(grammar: readonly Piece[], at: number, set: string, spareBits: number): readonly Repair[] {
  const alphabet = set === 'aq' || set === 'aiqy' ? base32Alphabet : base64Alphabet;
  const bits = Array.from({ length: spareBits }, (_, bit) => 1 << bit);
  const one = (name: string, title: string, mask: number) => {
    const taken = [...alphabet].filter((_, value) => (value & ((1 << spareBits) - 1) & ~mask) === 0);
    return widened(grammar, at, {
      name,
      title,
      expression: `[${escapedInSet(taken.join(''))}]`,
      fix: (part) => alphabet[alphabet.indexOf(part) & -(1 << spareBits)] as string,
    });
  };
  return bits.map((bit) => one(`spare-${bit}`, `does not look at the spare bit of value ${bit}`, bit));
}

const base32Alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The characters before the first and behind the last of each range of a set, where they are not in the set. */
function neighbours(set: string): string {
  const inSet = new RegExp(`[${set}]`, 'u');
  const ranges = set.match(/[A-Za-z0-9]-[A-Za-z0-9]/g) ?? [];
  const around = ranges.flatMap((range) => [
    String.fromCharCode(range.charCodeAt(0) - 1),
    String.fromCharCode(range.charCodeAt(2) + 1),
  ]);
  return around.filter((c) => !inSet.test(c)).join('');
}

const escapedInSet = (text: string) => text.replace(/[\]\\^\-[]/g, '\\$&');
