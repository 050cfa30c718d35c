import { validateEarthstarEs4, validateEarthstarEs5, validateMessageHeader, validateRecord } from '@rockpool/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonObject, type JsonValue, verify, without } from '../src/index.ts';
import { engine, es4Page, es5Page, hello, now, page, protocol, share, signed, suzy, textHash } from './cast.ts';

/**
 * Signatures are not looked at: every change made after signing would hide behind them. Hashes of texts are, since they
 * alone say what form a hash has.
 */
const unsigned = without(protocol, ['REC-15', 'REC-16', 'REC-17', 'ES-15', 'ES5-13']);

const recordId = suzy.id.replace('@', '%');

const formats = [
  {
    format: 'rp.document.1',
    validate: validateRecord as (value: unknown) => boolean,
    seeds: [
      page(),
      page({ key: `@${'b'}${'a'.repeat(52)}` }, null),
      page({ path: `/!/~${suzy.id}`, expires: now + 1, contentType: 'text/plain' }),
    ],
  },
  {
    format: 'rp.message.1',
    validate: (value: unknown) => validateRecord(value) && validateMessageHeader((value as { header: unknown }).header),
    seeds: [
      hello(),
      hello({ log: 1, contentType: 'text/plain' }, null),
      hello({ sequence: 4, previous: recordId, skip: recordId, key: `@${'b'}${'a'.repeat(52)}` }),
    ],
  },
  {
    format: 'es.4',
    validate: validateEarthstarEs4 as (value: unknown) => boolean,
    seeds: [es4Page(), es4Page({ workspace: '+gardening.friends' }), es4Page({ path: '/!', deleteAfter: now + 1 })],
  },
  {
    format: 'es.5',
    validate: validateEarthstarEs5 as (value: unknown) => boolean,
    seeds: [
      es5Page(),
      es5Page({ path: '/a.txt', attachmentSize: 1, attachmentHash: textHash('x') }),
      es5Page({ path: '/!', deleteAfter: now + 1 }),
    ],
  },
];

/** Values that sit near what members hold. */
const replacement: fc.Arbitrary<JsonValue | undefined> = fc.oneof(
  fc.constantFrom<JsonValue | undefined>(
    undefined,
    null,
    true,
    '',
    '/',
    0,
    -1,
    0.5,
    9_007_199_254_740_991,
    9_007_199_254_740_990,
    10_000_000_000_000,
    9_999_999_999_999,
    [],
    {},
    suzy.id,
    recordId,
    share,
    '/a//b',
    '/@',
    `/${'a'.repeat(512)}`,
    'text/plain',
    'b',
    '+a.b',
    'a'.repeat(65_537),
  ),
  fc.string({ maxLength: 3 }),
  fc.maxSafeInteger(),
);

/** Puts a value, or a piece into a string, somewhere into a record. */
function mutate(value: JsonValue, way: number, put: JsonValue | undefined, piece: string): JsonValue {
  const target = value as JsonObject;
  const names = [...Object.keys(target), 'extra'];
  const name = names[way % names.length] as string;
  const member = target[name];
  const rest = Math.floor(way / names.length);
  if (typeof member === 'object' && member !== null && rest % 8 !== 0) {
    return { ...target, [name]: mutate(member, rest >> 3, put, piece) };
  }
  if (typeof member === 'string' && rest % 2 === 1) {
    const at = (rest >> 1) % (member.length + 1);
    return { ...target, [name]: member.slice(0, at) + piece + member.slice(at + 1) };
  }
  const { [name]: _, ...others } = target;
  return put === undefined ? others : { ...others, [name]: put };
}

describe('The schemas', () => {
  test.each(formats)('$format: what the reference accepts the schema accepts', ({ format, validate, seeds }) => {
    const documents = seeds.map((seed) => JSON.parse(signed(seed)) as JsonValue);
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.array(fc.tuple(fc.nat(), replacement, fc.string({ maxLength: 2, unit: 'grapheme-ascii' })), {
          maxLength: 2,
        }),
        (document, changes) => {
          let value = document;
          for (const [way, put, piece] of changes) value = mutate(value, way, put, piece);
          const verdict = verify(JSON.stringify(value), { protocol: unsigned, engine, format, now });
          if ('code' in verdict) return;
          accepted++;
          expect(validate(value), JSON.stringify(value)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
