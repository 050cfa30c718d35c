import { describe, expect, test } from 'vitest';
import { maxKept } from '../src/components/kept-in-tab.ts';
import { isTooLong, keptOf, readKept } from '../src/run/kept-run.ts';
import { heardSilence, leftSilent, noSilence, silenceWords } from '../src/run/silence.ts';

describe('What a tab keeps of a run', () => {
  test('is the module and the choices', () => {
    const run = { module: 'export default 1;\ud800', choice: 'subject=module&runs=0' };
    expect(readKept(keptOf(run))).toEqual(run);
  });

  test('is no module that is too long, but the choices', () => {
    const module = 'x'.repeat(maxKept + 1);
    expect(isTooLong(module)).toBe(true);
    expect(readKept(keptOf({ module, choice: 'runs=0' }))).toEqual({ module: undefined, choice: 'runs=0' });
    expect(isTooLong('x'.repeat(maxKept))).toBe(false);
  });

  test.each(['', '{', 'null', '[]', '{"module":"x"}'])('is left alone where it is another’s: %s', (kept) => {
    expect(readKept(kept)).toBeUndefined();
  });
});

describe('Silence', () => {
  test('is told of one, of one among several, and of what is left', () => {
    expect(silenceWords(noSilence, 10)).toBe('');
    const among = heardSilence(noSilence, ['blob.id', 'id.sort']);
    expect(silenceWords(among, 10)).toBe(
      'No answer within 10 seconds to one of blob.id or id.sort; each is asked alone now, to find out which.',
    );
    const one = heardSilence(among, ['blob.id']);
    expect(silenceWords(one, 1)).toBe('No answer to blob.id within 1 second; still asking others.');
    const two = heardSilence(heardSilence(one, ['id.sort']), ['blob.id']);
    expect(two.silent).toEqual(['blob.id', 'id.sort']);
    expect(silenceWords(leftSilent(two, 'blob.id'), 10)).toBe(
      'No answer to id.sort within 10 seconds; still asking others. Not asked any more: blob.id.',
    );
  });
});
