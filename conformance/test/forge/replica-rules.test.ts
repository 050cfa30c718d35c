import type { VectorCase } from '@rockpool/schemas';
import { describe, expect, test } from 'vitest';
import requirements from '../../../spec/requirements.json' with { type: 'json' };
import {
  makeEarthstarReplica,
  makeReplica,
  makeReplicaDurable,
  makeReplicaQuery,
} from '../../recipes/replicas/replicas.ts';
import { answerSchedule, type Decide, type Planned } from '../../src/forge/index.ts';

const native = [makeReplica(), makeReplicaQuery(), makeReplicaDurable()].flatMap(({ cases }) => cases);
const earthstar = makeEarthstarReplica().cases;
const ofChapter = requirements.filter(({ id }) => /^(REP|NAT|QRY)-/.test(id)).map(({ id }) => id);

const stepsOf = ({ steps = [], operation, input, cursorFrom }: VectorCase): Planned[] => [
  ...(steps as Planned[]),
  { operation, input, ...(cursorFrom === undefined ? {} : { cursorFrom }) },
];

const answers = (one: VectorCase, decide?: Decide): string => {
  try {
    return JSON.stringify(answerSchedule(stepsOf(one), decide).map((answer) => answer?.expect));
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
};

/** The cases about a rule that are answered otherwise where the rule always says the same. */
const noticing = (cases: readonly VectorCase[], id: string, said: boolean): string[] =>
  cases
    .filter((one) => one.requirements.includes(id))
    .filter((one) => answers(one) !== answers(one, (rule, found) => (rule === id ? said : found)))
    .map((one) => one.id);

/** The rules that the model asks one by one. */
const ASKED = [
  ...['REP-1', 'REP-3', 'REP-4', 'REP-5', 'REP-10', 'REP-13', 'NAT-1', 'NAT-3', 'NAT-5', 'NAT-6'],
  ...Array.from({ length: 11 }, (_, index) => `QRY-${index + 3}`),
  ...['QRY-1', 'QRY-17', 'QRY-19', 'QRY-22', 'QRY-23'],
];

/** Of these a wrong answer in one direction alone can be seen. */
const ONE_WAY: Readonly<Record<string, boolean>> = { 'REP-11': false };

type Input = Readonly<Record<string, unknown>>;
type Query = Readonly<Record<string, unknown>>;

const inQuery =
  (change: (query: Query) => Query) =>
  (input: Input): Input =>
    input.query === undefined ? input : { ...input, query: change(input.query as Query) };
const inRecords =
  (change: (record: Query) => Query) =>
  (input: Input): Input =>
    Array.isArray(input.records) ? { ...input, records: (input.records as Query[]).map(change) } : input;
const ordered = (from: string, to: string) =>
  inQuery((query) => ((query.order ?? 'path') === from ? { ...query, order: to } : query));

/** What a program overlooks that breaks a rule which the model does not ask by itself. */
const OVERLOOKED: readonly [id: string, change: (input: Input) => Input][] = [
  ['NAT-2', inRecords(({ content: _, ...record }) => record)],
  ['QRY-14', ordered('path', 'time')],
  ['QRY-15', ordered('time', 'arrival')],
  ['QRY-16', ordered('arrival', 'time')],
  ['QRY-18', inQuery(({ limit: _, ...query }) => query)],
  ['QRY-18', inQuery(({ limit, ...query }) => ({ ...query, limit: limit === undefined ? 50 : Number(limit) + 1 }))],
];

const overlooking = (one: VectorCase, change: (input: Input) => Input): VectorCase => ({
  ...one,
  input: change(one.input),
  ...(one.steps === undefined
    ? {}
    : {
        steps: one.steps.map((step) =>
          'end' in step ? step : { ...step, input: change(step.input) },
        ) as typeof one.steps,
      }),
});

/** A query whose cursor is left out is asked from the beginning. */
const forgetful = ({ cursorFrom: _, ...one }: VectorCase): VectorCase => one;

describe('Vectors about replicas', () => {
  test.for(OVERLOOKED)('%s is noticed by two cases when a program overlooks what it is about', ([id, change]) => {
    for (const cases of id === 'NAT-2' ? [native] : [native, earthstar]) {
      const about = cases.filter((one) => one.requirements.includes(id));
      expect(about.filter((one) => answers(one) !== answers(overlooking(one, change))).length).toBeGreaterThanOrEqual(
        2,
      );
    }
  });

  test.for(['QRY-20', 'QRY-21'])('%s is noticed by two cases when a cursor is overlooked', (id) => {
    for (const cases of [native, earthstar]) {
      const about = cases.filter((one) => one.requirements.includes(id));
      expect(about.filter((one) => answers(one) !== answers(forgetful(one))).length).toBeGreaterThanOrEqual(2);
    }
  });

  test.for(ofChapter)('%s is named by two cases or more', (id) => {
    expect(native.filter((one) => one.requirements.includes(id)).length).toBeGreaterThanOrEqual(2);
  });

  test.for(ASKED)('%s is noticed by two cases when it is left out, and by two when it always bites', (id) => {
    expect(noticing(native, id, false).length).toBeGreaterThanOrEqual(2);
    expect(noticing(native, id, true).length).toBeGreaterThanOrEqual(2);
  });

  test.for(Object.entries(ONE_WAY))('%s is noticed by two cases when it is broken', ([id, said]) => {
    expect(noticing(native, id, said).length).toBeGreaterThanOrEqual(2);
    expect(noticing(earthstar, id, said).length).toBeGreaterThanOrEqual(2);
  });

  test.for(ASKED.filter((id) => !/^(NAT-|REP-1$|QRY-1[01]$)/.test(id)))(
    '%s is noticed by two cases about Earthstar documents when it is broken either way',
    (id) => {
      const all = [...noticing(earthstar, id, false), ...noticing(earthstar, id, true)];
      expect(all.length).toBeGreaterThanOrEqual(2);
    },
  );
});
