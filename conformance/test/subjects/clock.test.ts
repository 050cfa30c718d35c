import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';

type Clock = { now: number };
type Module = { underClock<T>(clock: Clock, call: () => T): T };

const { underClock }: Module = await import(join(import.meta.dirname, '../../subjects/clock.mjs'));
const NOW = 1_700_000_000_000_000;

describe('The clock that a package is given', () => {
  test('is exact to the microsecond, and that of the machine outside', () => {
    for (let more = 0; more < 2_000; more += 1)
      expect(underClock({ now: NOW + more }, () => Date.now() * 1000)).toBe(NOW + more);
    expect(Date.now()).toBeGreaterThan(NOW / 1000);
  });

  test('goes on for the timers of a call, and is another one for other calls', async () => {
    const [one, other] = [{ now: NOW }, { now: NOW + 9 }];
    const seen: number[] = [];
    const timer = underClock(one, () => setInterval(() => seen.push(Date.now() * 1000), 1));
    await underClock(other, () => wait(20));
    one.now = NOW + 5;
    await underClock(other, () => wait(20));
    clearInterval(timer);
    expect([...new Set(seen)]).toEqual([NOW, NOW + 5]);
  });

  test('refuses a time that it cannot tell', () => {
    expect(() => underClock({ now: 9_007_199_254_740_989 }, () => Date.now())).toThrow(RangeError);
  });
});
