import { describe, expect, test } from 'vitest';
import { maxKept } from '../src/components/kept-in-tab.ts';
import { isTooLong, keptOf, readKept } from '../src/inspector/kept.ts';
import { reduce } from '../src/inspector/reduce.ts';
import { type Action, emptyState, type State } from '../src/inspector/state.ts';

const stateAfter = (...actions: readonly Action[]): State => actions.reduce(reduce, emptyState);

const es5 = (path: string): string => `{"format":"es.5","path":"${path}"}`;

const cases: readonly [string, State][] = [
  ['a text', stateAfter({ type: 'open', source: es5('/a'), name: 'a.json' })],
  ['half a surrogate pair', stateAfter({ type: 'open', source: es5('/\ud800') })],
  ['bytes', stateAfter({ type: 'open', source: Uint8Array.of(0x7b, 0xff, 0x7d) })],
  [
    'what was edited',
    stateAfter({ type: 'open', source: es5('/a') }, { type: 'edit', source: '{"format":', by: 'text' }),
  ],
  [
    'the second of two',
    stateAfter({ type: 'open', source: `[${es5('/a')},${es5('/b')}]` }, { type: 'pick', index: 1 }),
  ],
  [
    'format, clock and hmac key',
    stateAfter(
      { type: 'open', source: '{}' },
      { type: 'choose', format: 'ssb-classic' },
      { type: 'clock', clock: { micros: 5, by: 'hand' } },
      { type: 'hmac', hmac: '00' },
    ),
  ],
];

describe('What is kept', () => {
  test.each(cases)('brings back %s', (_, state) => {
    const saved = readKept(keptOf(state) ?? '');
    if (saved === undefined) throw new Error('it was not kept');
    expect(reduce(emptyState, { type: 'restore', saved })).toEqual({ ...state, kinds: new Map() });
  });

  test('is nothing of a secret, alone or beside a record', () => {
    const seed = '00'.repeat(32);
    const nsec = `nsec1${'q'.repeat(58)}`;
    expect(keptOf(stateAfter({ type: 'open', source: seed }))).toBeUndefined();
    expect(keptOf(stateAfter({ type: 'open', source: es5(nsec) }))).toBeUndefined();
    const two = stateAfter({ type: 'open', source: `[${es5('/a')},${es5(nsec)}]` });
    expect(keptOf(two)).toBeUndefined();
    expect(keptOf(reduce(two, { type: 'out' }))).toBeUndefined();
  });

  test('is nothing of what was a secret before it was edited', () => {
    const cut = stateAfter({ type: 'open', source: '00'.repeat(32) }, { type: 'edit', source: '00', by: 'text' });
    expect(cut.isSecret).toBe(true);
    expect(keptOf(cut)).toBeUndefined();
    expect(keptOf(reduce(cut, { type: 'reset' }))).toBeUndefined();
    expect(keptOf(reduce(cut, { type: 'open', source: '{}' }))).toBeDefined();
  });

  test('is nothing of an empty field, and of more than a megabyte', () => {
    expect(keptOf(stateAfter({ type: 'open', source: ' ' }))).toBeUndefined();
    const long = stateAfter({ type: 'open', source: 'x'.repeat(maxKept) });
    expect(isTooLong(long)).toBe(false);
    expect(keptOf(long)).toContain('xxx');
    const longer = reduce(long, { type: 'open', source: 'x'.repeat(maxKept + 1) });
    expect(isTooLong(longer)).toBe(true);
    expect(keptOf(longer)).toBeUndefined();
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"source":{"text":"{}"}}',
    '{"source":{"bytes":"*"},"clock":{"micros":1,"by":"hand"}}',
  ])('is left alone where it is another’s: %s', (kept) => {
    expect(readKept(kept)).toBeUndefined();
  });
});
