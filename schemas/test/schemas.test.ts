import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RejectionCode, rejectionCodes, validateIdentifiers, validateRejectionCodes } from '@rockpool/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

type Schema = Record<string, unknown>;

const folder = join(import.meta.dirname, '../v1');
const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const files = globSync('*.schema.json', { cwd: folder }).sort();

/** Every object inside a schema, with its path. */
const walk = (value: unknown, path: string): [path: string, schema: Schema][] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, member]) => walk(member, `${path}/${key}`));
  return Array.isArray(value) ? inner : [[path, value as Schema], ...inner];
};

describe('The schemas', () => {
  test.each(files)('%s is a schema of draft 2020-12', (file) => {
    const ajv = new Ajv2020();
    expect(ajv.validateSchema(read(file) as Schema), ajv.errorsText()).toBe(true);
  });

  test.each(files)('%s requires only members that it has', (file) => {
    const bad = walk(read(file), '').filter(([, { required, properties }]) => {
      const known = Object.keys((properties as Schema | undefined) ?? {});
      return (
        Array.isArray(required) && properties !== undefined && required.some((name) => !known.includes(String(name)))
      );
    });
    expect(bad.map(([path]) => path)).toEqual([]);
  });
});

describe('The registry of rejection codes', () => {
  const { $defs } = read('rejection-codes.schema.json') as { $defs: { phase: { enum: string[] } } };

  test('has the form of its schema', () => {
    expect(validateRejectionCodes(read('rejection-codes.json')), JSON.stringify(validateRejectionCodes.errors)).toBe(
      true,
    );
    expect(validateRejectionCodes({ codes: [{ code: 'Path', phase: 'form', meaning: 'x' } as RejectionCode] })).toBe(
      false,
    );
  });

  test('lists the phases in the order of checking', () => {
    const phases = rejectionCodes.map(({ phase }) => $defs.phase.enum.indexOf(phase));
    expect(phases).toEqual(phases.toSorted((a, b) => a - b));
  });

  test('calls temporal what time alone decides', () => {
    const temporal = rejectionCodes.filter((one) => one.temporal);
    expect(temporal.map(({ code }) => code)).toEqual(['timestamp-future', 'expired', 'clock-blocked', 'clock-apart']);
    // The last is about a session, which is no record.
    expect(new Set(temporal.map(({ phase }) => phase))).toEqual(new Set(['time', 'session']));
  });
});

describe('The identifiers', () => {
  const body = `b${'a'.repeat(52)}`;

  test.each([`@${body}`, `%${body}`, `&${body}`, `+gardening.${body}`, `+gardening.x${'a'.repeat(52)}`])(
    '%s is one',
    (id) => {
      expect(validateIdentifiers(id)).toBe(true);
    },
  );

  test.each([
    ['a spare bit that is set', `@b${'a'.repeat(51)}b`],
    ['capitals', `@B${'A'.repeat(52)}`],
    ['one character too few', `@b${'a'.repeat(51)}`],
    ['no sigil', body],
    ['a space without a name', `+.${body}`],
    ['a name of 16 characters', `+${'a'.repeat(16)}.${body}`],
    ['a line feed at the end', `@${body}\n`],
  ])('%s makes it none', (_, id) => {
    expect(validateIdentifiers(id)).toBe(false);
  });
});
