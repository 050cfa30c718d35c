import type { Context } from '../../rule/rule.ts';
import type { JsonValue } from '../../value/json.ts';
import { lens, type Mode } from './lens.ts';
import { memberAt, type Way, withMember } from './member.ts';
import { rule, type Says } from './rule-change.ts';
import type { Weakening } from './weakened.ts';

/** The ends of a range that a rule gives. */
type Ends = 'both' | 'least' | 'greatest';

interface Bounded {
  readonly requirement: string;
  readonly format: string;
  readonly way: Way;
  readonly ends: Ends;
  /** What one more and one less is; of a text, a character. */
  readonly of: 'number' | 'characters';
}

const bounded = (
  format: string,
  of: Bounded['of'],
  list: readonly (readonly [requirement: string, way: string, ends: Ends])[],
): Bounded[] => list.map(([requirement, way, ends]) => ({ requirement, format, way: way.split('.'), ends, of }));

const native = (format: string) =>
  [
    ...bounded(format, 'number', [
      ['REC-6', 'header.contentSize', 'least'],
      ['REC-7', 'header.timestamp', 'both'],
    ]),
    ...bounded(format, 'characters', [
      ['REC-8', 'header.contentType', 'greatest'],
      ['REC-10', 'content', 'greatest'],
    ]),
  ] as const;

const earthstar = (format: string) => [
  ...bounded(format, 'number', [
    ['ES-9', 'timestamp', 'both'],
    ['ES-10', 'deleteAfter', 'both'],
  ]),
  ...bounded(format, 'characters', [['ES-2', 'path', 'greatest']]),
];

/** Every rule that gives the ends of a range. */
const ranges: readonly Bounded[] = [
  ...native('rp.document.1'),
  ...bounded('rp.document.1', 'number', [['DOC-10', 'header.expires', 'both']]),
  ...bounded('rp.document.1', 'characters', [['DOC-2', 'header.path', 'greatest']]),
  ...native('rp.message.1'),
  ...bounded('rp.message.1', 'number', [
    ['MSG-2', 'header.sequence', 'both'],
    ['MSG-3', 'header.log', 'both'],
  ]),
  ...earthstar('es.4'),
  ...bounded('es.4', 'characters', [['ES4-4', 'content', 'greatest']]),
  ...earthstar('es.5'),
  ...bounded('es.5', 'characters', [['ES5-5', 'text', 'greatest']]),
  ...bounded('es.5', 'number', [['ES5-6', 'attachmentSize', 'both']]),
  ...bounded('ssb-classic', 'number', [['SSB-6', 'sequence', 'both']]),
  ...bounded('ssb-classic', 'characters', [['SSB-9', 'content.type', 'both']]),
];

const more = (value: JsonValue | undefined): JsonValue | undefined =>
  typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}a` : undefined;
const less = (value: JsonValue | undefined): JsonValue | undefined =>
  typeof value === 'number' ? value - 1 : typeof value === 'string' && value !== '' ? value.slice(0, -1) : undefined;

/** An end of a range that lies elsewhere: by one further out or further in. */
const shifts: readonly {
  readonly name: string;
  readonly title: string;
  readonly end: Exclude<Ends, 'both'>;
  readonly mode: Mode;
  readonly step: (value: JsonValue | undefined) => JsonValue | undefined;
}[] = [
  { name: 'greatest-plus-1', title: 'takes one more than the greatest', end: 'greatest', mode: 'or', step: less },
  { name: 'greatest-minus-1', title: 'refuses the greatest', end: 'greatest', mode: 'and', step: more },
  { name: 'least-minus-1', title: 'takes one less than the least', end: 'least', mode: 'or', step: more },
  { name: 'least-plus-1', title: 'refuses the least', end: 'least', mode: 'and', step: less },
];

const shifted: readonly Weakening[] = ranges.flatMap(({ requirement, format, way, ends, of }) =>
  shifts
    .filter(({ end }) => ends === 'both' || ends === end)
    .map(({ name, title, mode, step }) => ({
      name,
      requirement,
      format,
      title: `${title}, of ${way.at(-1)}${of === 'characters' ? ' in characters' : ''}`,
      weaken: lens(
        format,
        [requirement],
        (value) => {
          const member = step(memberAt(value, way));
          return member === undefined ? undefined : withMember(value, way, member);
        },
        mode,
      ),
    })),
);

/** Two numbers that a rule compares, each in the same unit. */
interface Compared<Seen> {
  readonly requirement: string;
  readonly formats: readonly string[];
  /** Undefined where nothing is compared. */
  pair(seen: Seen, context: Context): readonly [number, number] | undefined;
  /** Whether the first may stand in this relation to the second, given the sign of their difference. */
  keeps(sign: number): boolean;
}

interface Timed {
  readonly timestamp: number;
  readonly expires: number | undefined;
}

const ahead = 600_000_000;
const comparisons: readonly Compared<Timed>[] = [
  {
    requirement: 'DOC-11',
    formats: ['rp.document.1'],
    pair: ({ expires, timestamp }) => (expires === undefined ? undefined : [expires, timestamp]),
    keeps: (sign) => sign > 0,
  },
  {
    requirement: 'DOC-13',
    formats: ['rp.document.1'],
    pair: ({ expires }, { now }) => (expires === undefined ? undefined : [expires, now]),
    keeps: (sign) => sign >= 0,
  },
  {
    requirement: 'REC-13',
    formats: ['rp.document.1', 'rp.message.1'],
    pair: ({ timestamp }, { now }) => [timestamp, now + ahead],
    keeps: (sign) => sign <= 0,
  },
  {
    requirement: 'ES-11',
    formats: ['es.4', 'es.5'],
    pair: ({ expires, timestamp }) => (expires === undefined ? undefined : [expires, timestamp]),
    keeps: (sign) => sign > 0,
  },
  {
    requirement: 'ES-12',
    formats: ['es.4', 'es.5'],
    pair: ({ timestamp }, { now }) => [timestamp, now + ahead],
    keeps: (sign) => sign <= 0,
  },
  {
    requirement: 'ES-13',
    formats: ['es.4', 'es.5'],
    pair: ({ expires }, { now }) => (expires === undefined ? undefined : [expires, now]),
    keeps: (sign) => sign >= 0,
  },
];

/** Wrong ways to compare two numbers: the sign of their difference. */
export const wrongSigns: readonly {
  readonly name: string;
  readonly title: string;
  sign(a: number, b: number): number;
}[] = [
  { name: 'as-texts', title: 'compares the texts of numbers', sign: (a, b) => order(String(a), String(b)) },
  { name: 'in-32-bits', title: 'compares by a difference in 32 bits', sign: (a, b) => Math.sign((a - b) | 0) },
  {
    name: 'in-milliseconds',
    title: 'compares milliseconds',
    sign: (a, b) => order(Math.floor(a / 1e3), Math.floor(b / 1e3)),
  },
  { name: 'in-seconds', title: 'compares seconds', sign: (a, b) => order(Math.floor(a / 1e6), Math.floor(b / 1e6)) },
  {
    name: 'in-single-precision',
    title: 'compares in single precision',
    sign: (a, b) => order(Math.fround(a), Math.fround(b)),
  },
];

const order = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const offByOne = [
  { name: 'by-1-more', title: 'draws the line one later', sign: (a: number, b: number) => order(a, b + 1) },
  { name: 'by-1-less', title: 'draws the line one earlier', sign: (a: number, b: number) => order(a, b - 1) },
];

const compared: readonly Weakening[] = comparisons.flatMap(({ requirement, formats, pair, keeps }) =>
  formats.flatMap((format) =>
    [...wrongSigns, ...offByOne].map(({ name, title, sign }) => {
      const says: Says<Timed> = (seen, context) => {
        const two = pair(seen, context);
        return two === undefined || keeps(sign(...two));
      };
      return { name, requirement, format, title, weaken: rule(format, requirement, says, 'instead') };
    }),
  ),
);

/** Every number with its bounds elsewhere, or compared wrongly. */
export const numberWeakenings: readonly Weakening[] = [...shifted, ...compared];
