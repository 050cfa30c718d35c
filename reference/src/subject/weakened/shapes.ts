import type { JsonValue } from '../../value/json.ts';
import { type Change, lens, withFormat } from './lens.ts';
import { memberAt, renamed, type Way, withMember } from './member.ts';
import type { Weakening } from './weakened.ts';

/** An object of a format, whose members a rule gives. */
interface Shaped {
  readonly requirement: string;
  readonly format: string;
  readonly way: Way;
  readonly strings: readonly string[];
  readonly integers: readonly string[];
  /** Members that a lenient reader fills in where they are missing. */
  readonly defaults: Readonly<Record<string, JsonValue>>;
  /** Members that may be missing. */
  readonly optional: readonly string[];
  /** Members that may be null. */
  readonly nullable?: readonly string[];
}

const recordHeader = ['format', 'space', 'author', 'contentHash'];
const shapes: readonly Shaped[] = [
  ...['rp.document.1', 'rp.message.1'].map((format) => ({
    requirement: 'REC-1',
    format,
    way: [],
    strings: ['signature', 'content'],
    integers: [],
    defaults: { signature: '' },
    optional: ['content'],
  })),
  {
    requirement: 'DOC-1',
    format: 'rp.document.1',
    way: ['header'],
    strings: [...recordHeader, 'path', 'contentType', 'key'],
    integers: ['timestamp', 'contentSize', 'expires'],
    defaults: { format: 'rp.document.1', contentSize: 0, timestamp: 0, path: '/' },
    optional: ['contentType', 'key', 'expires'],
  },
  {
    requirement: 'MSG-1',
    format: 'rp.message.1',
    way: ['header'],
    strings: [...recordHeader, 'previous', 'skip', 'contentType', 'key'],
    integers: ['timestamp', 'contentSize', 'sequence', 'log'],
    defaults: { format: 'rp.message.1', contentSize: 0, sequence: 1 },
    optional: ['contentType', 'key', 'log', 'previous', 'skip'],
  },
  {
    requirement: 'ES4-1',
    format: 'es.4',
    way: [],
    strings: ['format', 'author', 'path', 'content', 'contentHash', 'workspace', 'signature'],
    integers: ['timestamp', 'deleteAfter'],
    defaults: { format: 'es.4', deleteAfter: null, content: '' },
    optional: [],
    nullable: ['deleteAfter'],
  },
  {
    requirement: 'ES5-1',
    format: 'es.5',
    way: [],
    strings: ['format', 'author', 'path', 'text', 'textHash', 'share', 'signature', 'shareSignature', 'attachmentHash'],
    integers: ['timestamp', 'deleteAfter', 'attachmentSize'],
    defaults: { format: 'es.5', text: '' },
    optional: ['deleteAfter', 'attachmentSize', 'attachmentHash'],
  },
  {
    requirement: 'SSB-1',
    format: 'ssb-classic',
    way: [],
    strings: ['author', 'hash', 'signature'],
    integers: ['sequence', 'timestamp'],
    defaults: { hash: 'sha256', previous: null },
    optional: [],
    nullable: ['previous'],
  },
];

/** Names that a lenient reader passes over, or finds where nobody put them. */
const foreignNames = ['$schema', '', '0', '_x', 'constructor', 'toString', '__proto__', 'length', 'id', 'type'];

type Shaping = {
  readonly name: string;
  readonly title: string;
  readonly which?: 'all';
  /** Where another rule than that of the shape refuses what is taken. */
  readonly requirement?: string | undefined;
  readonly change: Change;
};

/** The rules that refuse an empty member, or 0, where it may be missing. */
const refusesEmpty: Readonly<Record<string, string>> = {
  content: 'REC-16',
  contentType: 'REC-8',
  key: 'REC-4',
  expires: 'DOC-10',
  log: 'MSG-3',
  previous: 'MSG-4',
  skip: 'MSG-5',
  deleteAfter: 'ES-10',
  attachmentHash: 'ES5-7',
};

/** The value with another member where `to` gives one. */
const member =
  (way: Way, to: (value: JsonValue | undefined) => JsonValue | undefined): Change =>
  (value) => {
    const other = to(memberAt(value, way));
    return other === undefined ? undefined : withMember(value, way, other);
  };

const without =
  (way: Way, isMeant: (value: JsonValue | undefined) => boolean): Change =>
  (value) =>
    isMeant(memberAt(value, way)) ? withMember(value, way, undefined) : undefined;

const only = (type: string, to: (value: never) => JsonValue | undefined) => (value: JsonValue | undefined) =>
  (typeof value as string) === type ? to(value as never) : undefined;

function shapingsOf({ format, way, strings, integers, defaults, optional, nullable = [] }: Shaped): readonly Shaping[] {
  const at = (name: string) => [...way, name];
  return [
    ...foreignNames.map((name) => ({
      name: `takes-${name === '' ? 'no-name' : name}`,
      title: `passes over a member named ${JSON.stringify(name)}`,
      change: without(at(name), (value) => value !== undefined),
    })),
    ...Object.entries(defaults).map(([name, value]) => ({
      name: `no-${name}`,
      title: `takes it without ${name}`,
      which: 'all' as const,
      change: member(at(name), (found) => (found === undefined ? value : undefined)),
    })),
    ...integers.flatMap((name) => [
      {
        name: `true-${name}`,
        title: `takes true and false for the ${name} 1 and 0`,
        which: 'all' as const,
        change: member(
          at(name),
          only('boolean', (value: boolean) => Number(value)),
        ),
      },
      {
        name: `text-${name}`,
        title: `takes a number in quotes for ${name}`,
        which: 'all' as const,
        change: member(
          at(name),
          only('string', (value: string) => (/^-?[0-9]+$/.test(value) ? Number(value) : undefined)),
        ),
      },
      {
        name: `fraction-${name}`,
        title: `takes a fraction for ${name}`,
        which: 'all' as const,
        change: member(
          at(name),
          only('number', (value: number) => (Number.isInteger(value) ? undefined : Math.floor(value))),
        ),
      },
    ]),
    ...strings.flatMap((name) => [
      {
        name: `list-${name}`,
        title: `takes a list with ${name} in it`,
        which: 'all' as const,
        change: member(at(name), (value) => (Array.isArray(value) && value.length === 1 ? value[0] : undefined)),
      },
      {
        name: `number-${name}`,
        title: `takes a number for ${name}`,
        which: 'all' as const,
        change: member(
          at(name),
          only('number', (value: number) => String(value)),
        ),
      },
    ]),
    ...optional.flatMap((name) => [
      {
        name: `falsy-${name}`,
        title: `takes an empty ${name}, or 0, for a missing one`,
        which: 'all' as const,
        requirement: refusesEmpty[name],
        change: without(at(name), (value) => value === '' || value === 0 || value === false),
      },
      {
        name: `null-${name}`,
        title: `takes null for a missing ${name}`,
        which: 'all' as const,
        change: without(at(name), (value) => value === null),
      },
    ]),
    ...nullable.map((name) => ({
      name: `falsy-${name}`,
      title: `takes an empty ${name}, 0 or false for null`,
      which: 'all' as const,
      requirement: name === 'previous' ? 'SSB-4' : refusesEmpty[name],
      change: member(at(name), (value) => (value === '' || value === 0 || value === false ? null : undefined)),
    })),
    {
      name: 'format-prefix',
      title: 'compares the beginning of format',
      change: member(
        at('format'),
        only('string', (text: string) => (text.startsWith(format) ? format : undefined)),
      ),
    },
    {
      name: 'format-capitals',
      title: 'compares format without case',
      change: member(
        at('format'),
        only('string', (text: string) => (text.toLowerCase() === format ? format : undefined)),
      ),
    },
    {
      name: 'format-dots',
      title: 'takes any character for a full stop in format',
      change: member(
        at('format'),
        only('string', (text: string) => (new RegExp(`^${format}$`, 'u').test(text) ? format : undefined)),
      ),
    },
    {
      name: 'format-blank',
      title: 'takes white space around format',
      change: member(
        at('format'),
        only('string', (text: string) => (text.trim() === format ? format : undefined)),
      ),
    },
  ];
}

/** Names of members compared without case, as some decoders do. */
const namesWithoutCase = ({ requirement, format, way, strings, integers }: Shaped): Weakening => {
  const known = new Map(
    [...strings, ...integers, 'previous', 'content', 'header', 'deleteAfter'].map((name) => [name.toLowerCase(), name]),
  );
  return {
    name: 'names-without-case',
    requirement,
    format,
    title: 'reads names of members without regard to case',
    weaken: (protocol) =>
      withFormat(protocol, format, (found) => ({
        ...found,
        read: (value) => found.read(renamed(value, way, (name) => known.get(name.toLowerCase()) ?? name)),
      })),
  };
};

/** Every object, with other members or members of other types. */
export const shapeWeakenings: readonly Weakening[] = shapes.flatMap((shape) => {
  const hasFormat = shape.strings.includes('format');
  const found: Weakening[] = shapingsOf(shape)
    .filter(({ name }) => hasFormat || !name.startsWith('format-'))
    .map(({ name, title, which, requirement = shape.requirement, change }) => ({
      name,
      requirement,
      format: shape.format,
      title,
      weaken: lens(shape.format, which ?? [shape.requirement], change),
    }));
  return [...found, namesWithoutCase(shape)];
});
