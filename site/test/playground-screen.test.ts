import { describe, expect, test } from 'vitest';
import { Player } from '../src/playground/answer.ts';
import type { Snapshot } from '../src/playground/engine/snapshot.ts';
import type { Turn } from '../src/playground/engine/turns.ts';
import { scenarioNamed, scenarios } from '../src/playground/scenarios/index.ts';
import { positionAfter, type Scenario, timelineOf } from '../src/playground/scenarios/scenario.ts';
import {
  clicksAt,
  courseIn,
  courseOf,
  isExpected,
  isInTurn,
  isMark,
  withEvent,
  withOther,
} from '../src/playground/screen/course.ts';
import { flightsBetween } from '../src/playground/screen/flights.ts';
import { rowsOf } from '../src/playground/screen/range-rows.ts';
import { sized, sizeOf } from '../src/playground/screen/sized.ts';
import { diagramOf } from '../src/playground/screen/space-time.ts';
import { bytesWords, clockWords, statesWords, toldSince } from '../src/playground/screen/words.ts';

const twoWrite = scenarioNamed('two-write') as Scenario;
const timeline = timelineOf(twoWrite);
const player = new Player();
player.answer({ ask: 'open', timeline, position: 0 });
const at = (position: number): Snapshot => player.answer({ ask: 'go', position }).snapshot;

describe('The course of a scenario', () => {
  const course = courseOf(twoWrite);
  const begin = twoWrite.begins.events.length;

  test('counts clicks, and a place between two belongs to the former', () => {
    expect(clicksAt(course, begin)).toBe(0);
    expect(clicksAt(course, begin + 1)).toBe(1);
    expect(clicksAt(course, positionAfter(twoWrite, 3) - 1)).toBe(2);
    expect(clicksAt(course, timeline.events.length)).toBe(5);
  });

  test('is found in its own time line, and in no other', () => {
    expect(courseIn(scenarios, timeline)?.scenario.name).toBe('two-write');
    for (const scenario of scenarios)
      expect(courseIn(scenarios, timelineOf(scenario)), scenario.name).toEqual(courseOf(scenario));
    expect(courseIn(scenarios, withOther(timeline, begin, { do: 'cut', link: 1 }))).toBeUndefined();
    expect(courseIn(scenarios, { ...timeline, events: timeline.events.slice(0, -1) })).toBeUndefined();
    expect(courseIn(scenarios, { ...timeline, seed: 2 })).toBeUndefined();
  });

  test('goes on when a message is let through by hand', () => {
    const position = positionAfter(twoWrite, 4);
    const other = withEvent(timeline, course, position, { do: 'deliver' });
    expect(other.timeline.events[position]).toEqual({ do: 'deliver' });
    expect(other.course?.marks).toEqual([...course.marks.slice(0, 5), timeline.events.length + 1]);
    const own = { do: 'write', peer: 0, path: '/wiki/pond', content: 'Herons live here' } as const;
    const told = withOther(other.timeline, positionAfter(twoWrite, 1), own);
    expect(courseIn(scenarios, told)).toEqual(other.course);
  });

  test('goes on when somebody does the same, or writes in her own words, and not otherwise', () => {
    expect(isExpected({ do: 'cut', link: 0 }, { do: 'cut', link: 0 })).toBe(true);
    expect(isExpected({ do: 'cut', link: 0 }, { do: 'cut', link: 1 })).toBe(false);
    const write = { do: 'write', peer: 0, path: '/wiki/pond', content: 'Toads' } as const;
    expect(isExpected(write, { ...write, content: 'Herons' })).toBe(true);
    expect(isExpected(write, { ...write, peer: 1 })).toBe(false);
    expect(isExpected(undefined, write)).toBe(false);
    expect(isExpected({ do: 'deliver' }, { do: 'deliver', message: 30 })).toBe(true);
    expect(isExpected({ do: 'settle' }, { do: 'deliver', message: 30 })).toBe(false);
  });

  test('knows where its clicks end, and which messages overtake none', () => {
    const position = positionAfter(twoWrite, 2) + 1;
    expect([position - 1, position].map((each) => isMark(course, each))).toEqual([true, false]);
    expect(isMark(undefined, position)).toBe(false);
    // Fern has written: her record and then what she has are on their way to Quinn.
    const [first, second] = at(position).links[1]?.queue.map(({ number }) => number) ?? [];
    expect([first, second, undefined].map((number) => isInTurn(at(position), number))).toEqual([true, false, true]);
    expect(isInTurn(at(begin), undefined)).toBe(false);
  });

  test('of many records has as many as are wanted, and as many differences', () => {
    const many = scenarioNamed('ten-thousand') as Scenario;
    const other = timelineOf(sized(many, { records: 30, different: 3 }));
    const { snapshot } = new Player().answer({ ask: 'open', timeline: other, position: other.events.length });
    expect(snapshot.peers.map(({ count }) => count)).toEqual([33, 33]);
    expect(snapshot.links[0]?.session?.odds?.differences).toBe(3);
    expect(sizeOf(other)).toEqual({ records: 30, different: 3 });
  });

  test('is found in its time line with any number of records, as a link may hold it', () => {
    const many = scenarioNamed('ten-thousand') as Scenario;
    const other = sized(many, { records: 30, different: 3 });
    const course = courseIn(scenarios, timelineOf(other));
    expect(course).toEqual({ scenario: many, marks: courseOf(other).marks });
    expect(course).not.toEqual(courseOf(many));
    expect(sized(twoWrite, { records: 30, different: 3 })).toBe(twoWrite);
  });
});

describe('What crosses between two snapshots', () => {
  test('is every message that arrived, each after it was sent', () => {
    const [before, after] = [at(positionAfter(twoWrite, 4)), at(positionAfter(twoWrite, 5))];
    const flights = flightsBetween(before, after);
    const arrived = after.messages.filter(({ endedAt }) => endedAt !== undefined).length;
    const earlier = before.messages.filter(({ endedAt }) => endedAt !== undefined).length;
    expect(flights).toHaveLength(arrived - earlier);
    for (const { begins, ends } of flights) {
      expect(begins).toBeGreaterThanOrEqual(0);
      expect(ends).toBeGreaterThan(begins);
      expect(ends).toBeLessThanOrEqual(1);
    }
    expect(flights[0]).toMatchObject({ link: 0, isForward: true, isUnderway: true });
    expect(flightsBetween(after, before)).toEqual([]);
  });

  test('is drawn over time inside the picture', () => {
    const { arrows, ticks, rows, width, height, now } = diagramOf(at(timeline.events.length), timeline);
    expect(rows.map(({ name }) => name)).toEqual(['Suzy', 'Fern', 'Quinn']);
    expect(ticks.map((tick) => tick.do)).toEqual(['cut', 'write', 'write', 'heal']);
    for (const { from, to } of arrows) {
      expect(from[0]).toBeLessThan(to[0]);
      expect(to[0]).toBeLessThanOrEqual(now);
      expect(to[1]).toBeLessThan(height);
    }
    const columns = [...arrows.flatMap(({ from, to }) => [from[0], to[0]]), ...ticks.map(({ x }) => x)];
    expect(new Set(columns).size).toBe(columns.length);
    expect(Math.max(...columns)).toBeLessThan(width);
  });
});

describe('What is compared', () => {
  const sums = (items: number, ...ranges: readonly (readonly [number, number])[]): Turn => ({
    message: 1,
    by: 0,
    items,
    ranges: ranges.map(([from, to]) => ({ from, to, kind: 'sum', count: to - from, fingerprint: '' })),
  });

  test('differs where the next turn goes on, and is the same where it is silent', () => {
    const first = sums(160, [0, 80], [80, 160]);
    const second: Turn = {
      ...sums(161, [80, 120], [120, 161]),
      ranges: [
        { from: 0, to: 80, kind: 'silent', count: 0, fingerprint: undefined },
        ...sums(161, [80, 120], [120, 161]).ranges,
      ],
    };
    const [one, two] = rowsOf([first, second], false);
    expect(one?.pieces.map(({ fate }) => fate)).toEqual(['same', 'differs']);
    expect(two?.pieces.map(({ fate, from, to }) => [fate, from, to])).toEqual([
      ['asked', 0, expect.closeTo(0.494, 2)],
      ['asked', expect.closeTo(0.494, 2), 1],
    ]);
    expect(two?.within).toEqual([expect.closeTo(0.497, 2), 1]);
  });

  test('was the same where nothing more is said', () => {
    expect(rowsOf([sums(10, [0, 10])], true)[0]?.pieces).toEqual([{ from: 0, to: 1, fate: 'same' }]);
  });
});

describe('Words', () => {
  test.for([
    [1, 3, 'All three have the same: one colour.'],
    [1, 2, 'Both have the same: one colour.'],
    [2, 3, 'Not all have the same: two colours.'],
  ] as const)('of %i states among %i', ([states, peers, words]) => {
    expect(statesWords(states, peers)).toBe(words);
  });

  test.for([
    [1, '1 byte'],
    [762, '762 bytes'],
    [2431, '2.4 kB'],
    [9_158_244, '9.2 MB'],
  ] as const)('of %i bytes', ([bytes, words]) => {
    expect(bytesWords(bytes)).toBe(words);
  });

  test('of a clock name the day where it is another', () => {
    const now = 1_700_000_000_000_000;
    expect(clockWords(now, now)).toBe('22:13');
    expect(clockWords(now + 86_400_000_000, now)).toBe('15 Nov, 22:13');
  });

  test('leave out what did nothing', () => {
    const told = toldSince(at(timeline.events.length), positionAfter(twoWrite, 3));
    expect(told[0]).toContain('is whole again');
    expect(told[1]).toContain('Everything arrives');
  });
});
