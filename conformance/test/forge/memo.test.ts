import { describe, expect, test } from 'vitest';
import { remembering } from '../../src/forge/memo.ts';

describe('What is remembered', () => {
  test('is computed once for each question, whatever the answer', () => {
    const remembered = remembering<unknown>();
    let computed = 0;
    for (const answer of [undefined, false, 1]) {
      for (let asked = 0; asked < 3; asked += 1) {
        const got = remembered(String(answer), () => {
          computed += 1;
          return answer;
        });
        expect(got).toBe(answer);
      }
    }
    expect(computed).toBe(3);
  });

  test('is forgotten before there is too much of it', () => {
    const remembered = remembering<number>();
    for (let question = 0; question <= 10_000; question += 1) remembered(String(question), () => question);
    expect(remembered('10000', () => -1)).toBe(10_000);
    expect(remembered('0', () => -1)).toBe(-1);
  });
});
