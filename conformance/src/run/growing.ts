import type { FormatName, ProfileName, Step } from '@rockpool/schemas';
import { base32, type JsonObject } from '../forge/index.ts';
import type { Growing } from './growing-question.ts';
import {
  apart,
  classicFeed,
  classicFork,
  es4,
  es5,
  fading,
  fork,
  NOW,
  nativeFeed,
  SHARE,
  SPACE,
} from './growing-records.ts';
import { hostileMessages } from './growing-sessions.ts';

const LONGEST = 4;
const MEMBERS = 9_000;
const ELEMENTS = 15_000;
const IDS = 1_800;
const RECORDS = 160;

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => 100_000 + index);

const members = (size: number): string => `{${numbers(MEMBERS * size).map((each) => `"m${each}":0`)}}`;
const elements = (size: number): string => `[${numbers(ELEMENTS * size)}]`;

/** Ids whose bytes are in no order. */
const ids = (size: number): string[] =>
  numbers(IDS * size).map((each) => {
    const bytes = new Uint8Array(32);
    new DataView(bytes.buffer).setUint32(0, Math.imul(each, 2_654_435_761) >>> 0);
    return `@${base32(bytes)}`;
  });

const FORMATS: readonly (readonly [ProfileName, FormatName])[] = [
  ['documents', 'rp.document.1'],
  ['feeds', 'rp.message.1'],
  ['earthstar-es4', 'es.4'],
  ['earthstar-es5', 'es.5'],
  ['ssb-classic', 'ssb-classic'],
];

const texts = (): Growing[] => [
  {
    about: 'an object of many members',
    profile: 'core',
    operation: 'canonical.encode',
    of: (size) => ({ text: members(size) }),
  },
  {
    about: 'an array of many numbers',
    profile: 'core',
    operation: 'canonical.encode',
    of: (size) => ({ text: elements(size) }),
  },
  { about: 'a list of many ids', profile: 'core', operation: 'id.sort', of: (size) => ({ ids: ids(size) }) },
  ...FORMATS.map(
    ([profile, format]): Growing => ({
      about: `an object of many members as ${format}`,
      profile,
      operation: 'record.verify',
      of: (size) => ({ format, now: NOW, text: members(size) }),
    }),
  ),
];

type About = Pick<Growing, 'about' | 'profile' | 'operation'>;
type Text = { text: string };

/** What is asked about the first of some records, which are signed when they are first asked for. */
const ofRecords = (
  about: About,
  make: (count: number) => readonly JsonObject[],
  ask: (records: readonly Text[]) => Record<string, unknown>,
): Growing => {
  let made: readonly Text[] | undefined;
  return {
    ...about,
    signed: true,
    of(size) {
      made ??= make(LONGEST * RECORDS).map((record) => ({ text: JSON.stringify(record) }));
      return { now: NOW, ...ask(made.slice(0, RECORDS * size)) };
    },
  };
};

const each =
  (make: (number: number) => JsonObject) =>
  (count: number): JsonObject[] =>
    numbers(count).map(make);

const merge = (
  about: string,
  [profile, format]: readonly [ProfileName, FormatName],
  make: (number: number) => JsonObject,
  space: string,
): Growing =>
  ofRecords({ about, profile, operation: 'document.merge' }, each(make), (records) => ({
    space,
    records: records.map((record) => ({ format, ...record })),
  }));

const chain = (profile: ProfileName, format: FormatName, make: (count: number) => JsonObject[]): Growing =>
  ofRecords({ about: `a long chain as ${format}`, profile, operation: 'feed.verify' }, make, (messages) => ({
    format,
    mode: 'chain',
    messages,
    before: [],
  }));

const forks = (
  profile: ProfileName,
  format: FormatName,
  make: (number: number) => JsonObject,
  about: { space?: string },
): Growing =>
  ofRecords(
    { about: `many first messages of one feed as ${format}`, profile, operation: 'feed.state' },
    each(make),
    (records) => ({ format, ...about, records }),
  );

const ingest = (
  about: string,
  [profile, format, family]: readonly [ProfileName, FormatName, string],
  make: (number: number) => JsonObject,
  space: string,
): Growing => {
  const opened: Step = { operation: 'replica.open', input: { replica: 'a', family, space }, expect: { ok: {} } };
  const growing = ofRecords({ about, profile, operation: 'replica.ingest' }, each(make), (records) => ({
    replica: 'a',
    records: records.map((record) => ({ format, ...record })),
  }));
  return { ...growing, steps: [opened] };
};

/** The same records given to a replica in lists of so many, and then a question about it. */
const given = (
  about: string,
  listLength: number,
  growing: Growing,
  last: Pick<Growing, 'operation'> & { input: Record<string, unknown> },
): Growing => ({
  ...growing,
  about,
  operation: last.operation,
  of: () => ({ replica: 'a', now: NOW, ...last.input }),
  before(size) {
    const { records, ...input } = growing.of(size) as { records: readonly unknown[] };
    return Array.from({ length: Math.ceil(records.length / listLength) }, (_, at) => ({
      operation: 'replica.ingest',
      input: { ...input, records: records.slice(at * listLength, (at + 1) * listLength) },
      expect: { ok: {} },
    }));
  },
});

/** What takes longer and longer because a replica has more and more. */
const kept = (): Growing[] => {
  const native = ingest('', ['replica', 'rp.document.1', 'native'], apart, SPACE);
  const forked = ingest('', ['replica', 'rp.message.1', 'native'], fork, SPACE);
  const state = { operation: 'replica.state', input: {} } as const;
  const all = { order: 'time', history: 'all', limit: 1_000 };
  return [
    given('a replica that was given many documents one by one', 1, native, state),
    given('a replica that was given many first messages of one feed', RECORDS, forked, state),
    given('many documents in a replica', RECORDS, native, { operation: 'replica.query', input: { query: all } }),
  ];
};

const lists = (): Growing[] => [
  merge('many documents in one slot, which are all kept,', ['documents', 'rp.document.1'], fading, SPACE),
  merge('many documents at paths of their own', ['documents', 'rp.document.1'], apart, SPACE),
  merge('many documents in one slot as es.4', ['earthstar-es4', 'es.4'], es4, SHARE),
  merge('many documents in one slot as es.5', ['earthstar-es5', 'es.5'], es5, SHARE),
  chain('feeds', 'rp.message.1', nativeFeed),
  chain('ssb-classic', 'ssb-classic', classicFeed),
  forks('feeds', 'rp.message.1', fork, { space: SPACE }),
  forks('ssb-state', 'ssb-classic', classicFork, {}),
  ingest('many documents at paths of their own', ['replica', 'rp.document.1', 'native'], apart, SPACE),
  ingest('many first messages of one feed', ['replica', 'rp.message.1', 'native'], fork, SPACE),
  ingest('many documents in one slot as es.4', ['earthstar-replica', 'es.4', 'earthstar'], es4, SHARE),
];

/** All questions whose time is measured; what they are about is made when it is asked for. */
export const growingQuestions = (): readonly Growing[] => [...texts(), ...lists(), ...kept(), ...hostileMessages()];
