import { describe, expect, test } from 'vitest';
import { distance, nearest } from '../src/cli/nearest.ts';
import { shownPath, typedPath } from '../src/cli/paths.ts';
import { shortener } from '../src/cli/shorten.ts';
import { byteCount, table } from '../src/cli/table.ts';
import { localTime, parseSpan, parseTime } from '../src/cli/time.ts';
import { excerpt, visible, visibleJson, visibleLines } from '../src/cli/visible.ts';

describe('Words', () => {
  test.each([
    ['write', 'wriet', 1],
    ['write', 'wrte', 1],
    ['write', 'writte', 1],
    ['write', 'wrute', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s and %s are %i mistakes apart', (a, b, far) => {
    expect(distance(a, b)).toBe(far);
    expect(distance(b, a)).toBe(far);
  });

  test('that are near come first, and far ones not at all', () => {
    expect(nearest('exprt', ['import', 'export', 'read'])).toEqual(['export']);
    expect(nearest('LS', ['ls'])).toEqual(['ls']);
    expect(nearest('zzz', ['ls', 'read'])).toEqual([]);
  });
});

describe('Paths', () => {
  const idOf = (name: string) => (name.startsWith('@') ? name : `@${name}-id`);

  test('name people behind ~, wherever that stands', () => {
    expect(typedPath('/a/~me', idOf, '/home/suzy')).toBe('/a/~@me-id');
    expect(typedPath('~me~fern/x', idOf, '/home/suzy')).toBe('/~@me-id~@fern-id/x');
    expect(typedPath('/a~', idOf, '/')).toBe('/a~');
    expect(typedPath('/home/suzy2/x', idOf, '/home/suzy')).toBe('/home/suzy2/x');
    expect(shownPath('/a/~@me-id~@b/x', (id) => (id === '@me-id' ? 'me' : undefined))).toBe('/a/~me~@b/x');
  });
});

describe('Times', () => {
  test('are spans, dates and numbers', () => {
    expect(['90s', '30m', '12h', '2d', '1w'].map(parseSpan)).toEqual([9e7, 1.8e9, 4.32e10, 1.728e11, 6.048e11]);
    expect(['2', 'd', '-1d', '2y', '2 d'].map(parseSpan)).toEqual(Array(5).fill(undefined));
    expect(parseTime('2026-01-31T12:00Z')).toBe(Date.UTC(2026, 0, 31, 12) * 1_000);
    expect(parseTime('2026-01-31')).toBe(new Date(2026, 0, 31).getTime() * 1_000);
    expect(parseTime('1700000000000000')).toBe(1_700_000_000_000_000);
    expect(['soon', '2026', '2026-13-01', ''].map(parseTime)).toEqual(Array(4).fill(undefined));
  });

  test('are shown as they are on the wall', () => {
    expect(localTime(1_700_000_000_000_000, 60)).toBe('2023-11-14 23:13:20');
    expect(localTime(9_007_199_254_740_990, -720)).toBe('2255-06-05 11:47:34');
  });
});

describe('Output', () => {
  test('shows what a terminal would obey', () => {
    expect(visible('a\u001b[1m\n\u0085\u2028\u202e\ud800')).toBe('a\\u{1b}[1m\\u{a}\\u{85}\\u{2028}\\u{202e}\\u{d800}');
    expect(visible('🌸 👩‍👩‍👧 ä')).toBe('🌸 👩‍👩‍👧 ä');
    expect(visibleLines('a\r\n\tb\r')).toBe('a\n\tb\\u{d}');
    expect(visibleJson('{\n"\u009b\u202e🌸"}')).toBe('{\n"\\u009b\\u202e🌸"}');
    expect(excerpt('  one\n two  three', 9)).toBe('one two …');
  });

  test('cuts ids so that they differ', () => {
    const [a, b] = ['%baaaaaaaaaax', '%baaaaaaaaaay'];
    expect([a, b].map(shortener([a, b]))).toEqual([a, b]);
    expect(shortener([a])(a)).toBe('%baaaaaaaa');
    expect(shortener(['+home.xaaaaaaaaaaa'])('+home.xaaaaaaaaaaa')).toBe('+home.xaaaaaaaa');
  });

  test('has columns', () => {
    expect(
      table([
        ['a', 1, 'x'],
        ['bbb', 100, ''],
      ]),
    ).toBe('a      1  x\nbbb  100\n');
    expect([0, 999, 1_000, 65_536, 2_500_000].map(byteCount)).toEqual(['0 B', '999 B', '1.0 kB', '66 kB', '2.5 MB']);
  });
});
