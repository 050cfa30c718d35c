import { type EncodingParts, ecmaParts, encodeBy } from '../../value/ecma-encoding.ts';
import type { Weakening, WithSteps } from './weakened.ts';

export const format = 'ssb-classic';

export const step = (
  requirement: string,
  name: string,
  title: string,
  change: Parameters<WithSteps>[0],
): Weakening => ({
  requirement,
  name,
  title,
  format,
  weaken: (_, withSteps) => withSteps(change),
});

export const encoding = (
  requirement: string,
  name: string,
  title: string,
  parts: Partial<EncodingParts>,
): Weakening => {
  const whole = { ...ecmaParts, ...parts };
  return step(requirement, name, title, { ssbEncoding: (value) => encodeBy(whole, value) });
};

export const rewritten = (
  requirement: string,
  name: string,
  title: string,
  rewrite: (text: string) => string,
): Weakening =>
  step(requirement, name, title, {
    ssbEncoding(value) {
      const text = encodeBy(ecmaParts, value);
      return text === undefined ? undefined : rewrite(text);
    },
  });

export const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
export const escaping = (name: string, title: string, which: RegExp) =>
  encoding('SSB-16', name, title, {
    string: (text) => JSON.stringify(text).replace(which, (found) => found.replace(/[\s\S]/g, escapeUnit)),
  });
