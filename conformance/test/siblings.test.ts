import { describe, expect, test } from 'vitest';
import type { Check } from '../src/checks/check.ts';
import { expand } from '../src/checks/expand.ts';
import { answerTo } from '../src/forge/answer.ts';
import { answerSchedule, castKeys, type Planned } from '../src/forge/index.ts';
import { lookup, suite } from '../src/index.ts';
import { seededRandom } from '../src/run/random.ts';
import { inOrderOfNeed } from '../src/siblings/choose.ts';
import { originOf } from '../src/siblings/ids.ts';
import { relate, relateSignature } from '../src/siblings/relate.ts';
import { siblingsOf, whyNoSibling } from '../src/siblings/sibling.ts';
import { respell } from '../src/siblings/units.ts';

const SEED = 11;
const checkOf = (id: string): Check => lookup.check(id) as Check;
const siblings = siblingsOf(SEED, (id) => lookup.check(id));
const made = (id: string): Check => siblings(checkOf(id)) as Check;
const textOf = ({ input }: Check): string => String((expand(input) as { text?: unknown }).text);

/** Of every profile and operation, a few; sessions have laws in place of siblings. */
const sample = suite.checks.filter((check, index) => index % 97 === 0 && whyNoSibling(check) === undefined);

const answerOf = ({ operation, input, cursorFrom, steps = [] }: Check): unknown => {
  if (!operation.startsWith('replica.')) return answerTo(operation, expand(input) as Record<string, unknown>).expect;
  const last = { operation, input, ...(cursorFrom === undefined ? {} : { cursorFrom }) };
  return answerSchedule([...steps, last] as Planned[]).at(-1)?.expect;
};

describe('Siblings', () => {
  test('SUB-9 the same seed makes the same sibling, and another seed another one', () => {
    const check = checkOf('documents/own-page');
    const again = siblingsOf(SEED, lookup.check)(check);
    expect(again).toEqual(siblings(check));
    expect(siblingsOf(SEED + 1, lookup.check)(check)?.input).not.toEqual(again?.input);
  });

  test('nearly every check has one, whose answer is the forge’s and alike', { timeout: 60_000 }, () => {
    const found = sample.flatMap((check) => siblings(check) ?? []);
    expect(found.length / sample.length).toBeGreaterThan(0.95);
    for (const each of found) {
      const origin = checkOf(originOf(each.id));
      expect(Object.keys(each.expect)).toEqual(Object.keys(origin.expect));
      expect(answerOf(each)).toEqual(each.expect);
      expect(each.input).not.toEqual(expand(origin.input));
    }
  });

  test('no key of the cast is in any of them', { timeout: 60_000 }, () => {
    const published = castKeys.flatMap(({ keyId, keyHex, seedHex }) => [keyId, keyHex, seedHex]);
    for (const check of sample) {
      const text = JSON.stringify(siblings(check)?.input ?? {});
      expect(published.filter((word) => text.includes(word))).toEqual([]);
    }
  });

  test.for([
    ['earthstar-es4/signature-one-capital', /"signature":"[a-z2-7]*[A-Z][a-z2-7]*"/],
    ['records/id-escaped', /\\u002f[a-z]+\\\//],
    ['documents/ephemeral-now', /"expires":\d{16}/],
  ] as const)('a sibling of %s keeps its point', ([id, form]) => {
    expect(textOf(checkOf(id))).toMatch(form);
    expect(textOf(made(id))).toMatch(form);
  });

  test('links between messages lead to the messages that stand there now', () => {
    const { input, expect: answer } = made('feeds/chain-13');
    expect(answer).toEqual({ ok: {} });
    expect(JSON.stringify(input)).not.toBe(JSON.stringify(checkOf('feeds/chain-13').input));
  });

  test('first wanted are those without which a requirement would have none', () => {
    const wanted = inOrderOfNeed(suite.checks, seededRandom(1));
    const needed = new Set(
      suite.checks.flatMap(({ profile, requirements, expect: answer }) =>
        requirements.map((id) => `${profile} ${id} ${Object.keys(answer)[0]}`),
      ),
    );
    const met = new Set<string>();
    let last = 0;
    for (const [index, { profile, requirements, expect: answer }] of wanted.entries())
      for (const id of requirements) {
        const key = `${profile} ${id} ${Object.keys(answer)[0]}`;
        if (!met.has(key)) last = index;
        met.add(key);
      }
    expect(met).toEqual(needed);
    expect(last).toBeLessThan(needed.size);
    expect(wanted).toHaveLength(suite.checks.length);
  });
});

describe('What a text says is changed, and how it is spelled is not', () => {
  test('an escape stays an escape, with digits of its case', () => {
    const next = respell('{"\\u0061":"\\u004A\\/b\\\\u0061"}', (says) => says.replace('a', 'x').replace('J', 'Z'));
    expect(next).toBe('{"\\u0078":"\\u005A\\/b\\\\u0061"}');
  });

  test('what is longer than its text is a mistake of the caller', () => {
    expect(() => respell('ab', (says) => `${says}c`)).toThrow(RangeError);
  });
});

describe('The same defect in another value', () => {
  const [base, next] = castKeys.map(({ keyId }) => keyId.slice(1)) as [string, string];

  test('spare bits are changed in the same way', () => {
    const spare = `${base.slice(0, -1)}b`;
    expect(relate(spare, base, next)).toBe(`${next.slice(0, -1)}${next.endsWith('a') ? 'b' : 'r'}`);
  });

  test('what is missing is missing, and what is too much stays', () => {
    expect(relate(base.slice(0, -1), base, next)).toBe(next.slice(0, -1));
    expect(relate(`${base}a`, base, next)).toBe(`${next}a`);
  });

  test('another value is no defect', () => {
    expect(relate(next, base, base)).toBeUndefined();
    expect(relateSignature(`b${'a'.repeat(103)}`, `b${'q'.repeat(102)}a`, `b${'c'.repeat(102)}a`)).toBeUndefined();
  });
});
