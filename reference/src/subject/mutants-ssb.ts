import { type EncodingParts, ecmaParts, encodeBy } from '../value/ecma-encoding.ts';
import type { Mutant } from './mutant.ts';

/** An encoding of which one part is written differently. */
const encoding = (change: Partial<EncodingParts>): Mutant['mutate'] => {
  const parts = { ...ecmaParts, ...change };
  return () => ({ ssbEncoding: (value) => encodeBy(parts, value) });
};

/** One mistake for each step of classic messages. */
export const ssbMutants: readonly Mutant[] = [
  { requirement: 'SSB-13', title: 'indents by one blank', mutate: encoding({ indent: ' ' }) },
  {
    requirement: 'SSB-14',
    title: 'takes names that are numbers for names like all others',
    mutate: encoding({ names: (object) => numbersLast(Object.keys(object)) }),
  },
  {
    requirement: 'SSB-15',
    title: 'writes numbers as Python’s repr does',
    mutate: encoding({ number: (value) => repr(value) }),
  },
  {
    requirement: 'SSB-16',
    title: 'escapes U+007F, U+2028 and U+2029 too',
    mutate: encoding({ string: (text) => JSON.stringify(text).replaceAll(/[\u007f\u2028\u2029]/g, escapeUnit) }),
  },
  {
    requirement: 'SSB-17',
    title: 'hashes UTF-8',
    mutate: () => ({ ssbHashedBytes: (_, utf8) => utf8 }),
  },
  {
    requirement: 'SSB-19',
    title: 'ignores the hmac key',
    mutate: () => ({ ssbAuthenticated: (message) => message }),
  },
];

/** The order of a text in which the names that are numbers come last. The order that a text had is not known here. */
function numbersLast(names: readonly string[]): readonly string[] {
  const isNumber = (name: string) => /^(?:0|[1-9][0-9]{0,9})$/.test(name) && Number(name) <= 4_294_967_294;
  return [...names.filter((name) => !isNumber(name)), ...names.filter(isNumber)];
}

/** Exponents from 10^16 on and below 10^-4, with two digits at least. */
function repr(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0 || (size >= 1e-4 && size < 1e16)) return ecmaParts.number(value);
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}

const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
