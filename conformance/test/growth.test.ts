import { describe, expect, test } from 'vitest';
import { growingQuestions } from '../src/run/growing.ts';
import { measureGrowth } from '../src/run/growth.ts';
import { timedSubject } from './fixtures/timed-subject.ts';

const questions = growingQuestions();

/** What is noted of a subject whose answers take so many milliseconds for a question of so many 100,000 bytes. */
const noted = async (millisOf: (length: number) => number, asked = questions): Promise<string[]> => {
  const details: string[] = [];
  const ledger = { note: ({ detail }: { detail: string }) => details.push(detail) };
  await measureGrowth({ ...timedSubject(millisOf), ledger }, asked);
  return details;
};

const NOTED = /^(.*) took \d+, \d+, \d+ milliseconds/;

describe('How the time for an answer grows', { timeout: 60_000 }, () => {
  test('SUB-10 every list and every text is asked about in three lengths from 100,000 bytes on', () => {
    for (const { of, before } of questions) {
      const lengthOf = (size: number): number => JSON.stringify([before?.(size) ?? [], of(size)]).length;
      const [one, two, four] = [1, 2, 4].map(lengthOf) as [number, number, number];
      expect(one).toBeGreaterThanOrEqual(100_000);
      expect(two / one).toBeCloseTo(2, 1);
      expect(four / two).toBeCloseTo(2, 1);
    }
  });

  test('SUB-10 a square is noted of each of them', async () => {
    const details = await noted((length) => 60 * length ** 2);
    expect(details.map((detail) => NOTED.exec(detail)?.[1])).toEqual(
      questions.map(({ operation, about }) => `${operation} of ${about}`),
    );
  });

  test.each<[title: string, millisOf: (length: number) => number]>([
    ['what grows with the input', (length) => 600 * length],
    ['what grows with the input and its logarithm', (length) => 40 * length * Math.log2(1_000 * length)],
    ['what takes three times the time for twice the input', (length) => 150 * length ** Math.log2(3)],
    ['a square that is answered within half a second', (length) => 15 * length ** 2],
  ])('SUB-10 %s is not noted', async (_, millisOf) => {
    expect(await noted(millisOf)).toEqual([]);
  });

  const ids = questions.filter(({ operation }) => operation === 'id.sort');

  test.each<[title: string, number, number, number, times: number]>([
    ['at both doublings', 100, 400, 1_600, 1],
    ['at the second doubling alone', 200, 210, 2_300, 0],
    ['at the first doubling alone', 100, 700, 2_000, 0],
  ])('SUB-10 what is seen %s is noted only if both show it', async (_, one, two, four, times) => {
    const details = await noted((length) => (length < 1.5 ? one : length < 3 ? two : four), ids);
    expect(details).toHaveLength(times);
  });

  test('SUB-5 longer lists are not asked for where the signatures of the shortest take more than a second', async () => {
    const signed = questions.filter((each) => each.signed);
    expect(await noted((length) => 1_001 * length ** 2, signed)).toEqual([]);
  });
});
