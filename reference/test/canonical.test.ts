import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, type JsonValue, readText } from '../src/index.ts';

/** Canonical form, naively: what JSON.stringify writes when members are put in order first. */
const naive = (value: JsonValue): string =>
  typeof value !== 'object' || value === null
    ? JSON.stringify(value)
    : Array.isArray(value)
      ? `[${value.map(naive).join(',')}]`
      : `{${Object.keys(value)
          .sort()
          .map((name) => `${JSON.stringify(name)}:${naive(value[name] as JsonValue)}`)
          .join(',')}}`;

describe('Canonical form', () => {
  test('CAN-1 is what a naive encoder writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonical(value as JsonValue)).toBe(naive(value as JsonValue));
      }),
    );
  });

  test('CAN-1 reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(readText(canonical(value as JsonValue)).value)).toBe(canonical(value as JsonValue));
      }),
    );
  });

  test('CAN-1 sorts by UTF-16 code units', () => {
    expect(canonical({ '\ue000': 1, '😀': 2 })).toBe('{"😀":2,"\ue000":1}');
  });
});
