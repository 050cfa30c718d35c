import { describe, expect, test } from 'vitest';
import { showProgress } from '../src/cli/progress.ts';

const at = (done: number) => ({ done, total: 9, failed: 1, doing: 'vectors' });

/** What is written where each call comes four seconds after the one before. */
const written = (isTTY: boolean, calls: number): string => {
  let text = '';
  let millis = 0;
  const screen = { isTTY, write: (more: string) => (text += more) };
  const { tell, clear } = showProgress(screen, () => (millis += 4_000));
  for (let done = 1; done <= calls; done += 1) tell(at(done));
  clear();
  return text;
};

describe('Progress', () => {
  test('is one line on a terminal, which is gone before the report', () => {
    expect(written(true, 2)).toMatch(/^\r\x1b\[K1 of 9 .*\r\x1b\[K2 of 9 checks, 1 failed, now vectors\r\x1b\[K$/);
  });

  test('is whole lines elsewhere, and an empty one before the report', () => {
    expect(written(false, 2)).toBe('2 of 9 checks, 1 failed, now vectors\n\n');
  });

  test('is nothing where a run is short', () => {
    expect(written(false, 1)).toBe('');
  });
});
