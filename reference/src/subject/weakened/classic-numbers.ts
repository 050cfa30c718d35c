import { ecmaParts } from '../../value/ecma-encoding.ts';
import { encoding } from './classic-change.ts';
import type { Weakening } from './weakened.ts';

const exponents = (from: number, to: number, form: (value: number) => string) => (value: number) => {
  const size = Math.abs(value);
  return Number.isFinite(value) && value !== 0 && (size < from || size >= to) ? form(value) : ecmaParts.number(value);
};

/** [SSB-15] Numbers as other languages write them. */
export const numbers: readonly Weakening[] = (
  [
    ['minus-zero', 'writes -0', (value: number) => (Object.is(value, -0) ? '-0' : ecmaParts.number(value))],
    ['minus-zero-point', 'writes -0.0', (value: number) => (Object.is(value, -0) ? '-0.0' : ecmaParts.number(value))],
    [
      'point-zero',
      'writes .0 behind integers beyond 2^53',
      (value: number) =>
        Number.isInteger(value) && Math.abs(value) > 2 ** 53 && Math.abs(value) < 1e21
          ? `${value}.0`
          : ecmaParts.number(value),
    ],
    ['exponent-from-1e16', 'writes exponents from 10^16 on', exponents(0, 1e16, (value) => value.toExponential())],
    ['exponent-from-1e15', 'writes exponents from 10^15 on', exponents(0, 1e15, (value) => value.toExponential())],
    [
      'exponent-below-1e-4',
      'writes exponents below 10^-4',
      exponents(1e-4, Number.POSITIVE_INFINITY, (value) => value.toExponential()),
    ],
    [
      'exponent-below-1e-5',
      'writes exponents below 10^-5',
      exponents(1e-5, Number.POSITIVE_INFINITY, (value) => value.toExponential()),
    ],
    [
      'no-exponent-below-1e-6',
      'writes no exponents down to 10^-7',
      (value: number) =>
        Math.abs(value) < 1e-6 && Math.abs(value) >= 1e-7
          ? value.toFixed(20).replace(/0+$/, '')
          : ecmaParts.number(value),
    ],
    ['exponent-capital', 'writes E for e', (value: number) => ecmaParts.number(value).replace('e', 'E')],
    ['exponent-no-plus', 'writes no plus in exponents', (value: number) => ecmaParts.number(value).replace('e+', 'e')],
    [
      'exponent-two-digits',
      'writes two digits of exponents',
      (value: number) => ecmaParts.number(value).replace(/e([+-])(\d)$/, 'e$10$2'),
    ],
    [
      'no-exponent',
      'writes no exponents from 10^21 on',
      (value: number) =>
        Number.isFinite(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : ecmaParts.number(value),
    ],
    [
      'digits-17',
      'writes 17 digits',
      (value: number) =>
        Number.isInteger(value) || !Number.isFinite(value)
          ? ecmaParts.number(value)
          : String(value.toPrecision(17)).replace(/0+$/, ''),
    ],
    [
      'digits-15',
      'writes 15 digits',
      (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(15))) : 'null'),
    ],
    [
      'exact-integers',
      'writes all digits of integers beyond 2^53',
      (value: number) =>
        Number.isInteger(value) && Math.abs(value) > 2 ** 53 && Math.abs(value) < 1e21
          ? BigInt(value).toString()
          : ecmaParts.number(value),
    ],
    [
      'in-64-bits',
      'writes integers as 64 bits',
      (value: number) =>
        Number.isInteger(value) && Math.abs(value) >= 2 ** 63 && Math.abs(value) < 1e21
          ? '9223372036854775807'
          : ecmaParts.number(value),
    ],
    [
      'single-precision',
      'writes fractions in single precision',
      (value: number) => (Number.isInteger(value) ? ecmaParts.number(value) : ecmaParts.number(Math.fround(value))),
    ],
    [
      'infinite',
      'writes 1e999 for infinite numbers',
      (value: number) => (Number.isFinite(value) ? String(value) : value > 0 ? '1e999' : '-1e999'),
    ],
    ['infinite-name', 'writes Infinity', (value: number) => String(value)],
    [
      'infinite-greatest',
      'writes the greatest number for infinite ones',
      (value: number) => (Number.isFinite(value) ? String(value) : String(Math.sign(value) * Number.MAX_VALUE)),
    ],
  ] as const
).map(([name, title, number]) => encoding('SSB-15', name, title, { number }));
