import fc from 'fast-check';
import { type Json, type JsonObject, keyId, publicKey } from '../forge/index.ts';

/** Any 32 bytes are the seed of a key that no vector knows. */
export const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });

export type Signer = { readonly seed: Uint8Array; readonly key: Uint8Array; readonly id: string };

/** The key is computed when somebody looks at it. */
export const signerOf = (seed: Uint8Array): Signer => {
  let key: Uint8Array | undefined;
  return {
    seed,
    get key() {
      key ??= publicKey(seed);
      return key;
    },
    get id() {
      return keyId(this.key);
    },
  };
};
export const signers = seeds.map(signerOf);

/** Any scalar value of Unicode. Made by hand: the generator's own tables of characters take a second to build. */
export const scalars = fc
  .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.nat(0x10_ffff - 0x800))
  .map((each) => String.fromCodePoint(each < 0xd800 ? each : each + 0x800));

/** Well-formed strings with everything that escaping and sorting can get wrong. */
export const strings = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: scalars, maxLength: 8 }),
  fc
    .array(
      fc.constantFrom(
        '"',
        '\\',
        '/',
        '\b',
        '\t',
        '\n',
        '\f',
        '\r',
        '\u0000',
        '\u001f',
        '\u007f',
        '\u2028',
        '\ue000',
        '😀',
        'é',
        'e\u0301',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);

/**
 * Names of members: strings that do not end with a backslash. Once V8 has met a name that does, its `JSON.parse` takes
 * other names with an escape for it, and the judge and many subjects read with that.
 */
export const names = strings.filter((name) => !name.endsWith('\\'));

const numbers = fc
  .oneof(fc.integer({ min: -100, max: 100 }), fc.maxSafeInteger())
  .map((each) => (Object.is(each, -0) ? 0 : each));

/** Own data properties alone: a member named `__proto__` is one like any other. */
const fromEntries = (entries: readonly (readonly [string, Json])[]): JsonObject => Object.fromEntries(entries);

/** Values that TXT-6 to TXT-9 let through, nested at most `depth` deep. */
export const values = (depth: number): fc.Arbitrary<Json> => {
  const leaves: fc.Arbitrary<Json> = fc.oneof(strings, numbers, fc.boolean());
  if (depth === 0) return leaves;
  const inner = values(depth - 1);
  return fc.oneof(
    { withCrossShrink: true },
    leaves,
    fc.array(inner, { maxLength: 4 }),
    fc.uniqueArray(fc.tuple(names, inner), { maxLength: 5, selector: ([name]) => name }).map(fromEntries),
  );
};

const escaped = (text: string, style: number): string => {
  if (style === 0) return JSON.stringify(text);
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `"${units.map((unit) => `\\u${style === 1 ? unit : unit.toUpperCase()}`).join('')}"`;
};

/**
 * One of the many texts of a value: members in another order, blanks, escapes. `choices` says which; an empty list gives
 * the plain text. With `ordered` the members stay where they are, and numbers are spelled in many ways instead.
 */
export const spell = (value: Json, choices: readonly number[], ordered = false): string => {
  let at = 0;
  const choose = (below: number): number => {
    at += 1;
    return (choices[at % Math.max(1, choices.length)] ?? 0) % below;
  };
  const blank = (): string => ['', ' ', '\n', '\t\r\n  '][choose(4)] ?? '';
  const number = (each: number): string => {
    const plain = JSON.stringify(each);
    const spelled = [plain, each.toExponential(), each.toExponential().toUpperCase(), each === 0 ? '-0.0' : plain];
    return spelled[ordered ? choose(4) : 0] ?? plain;
  };
  const text = (each: Json): string => {
    if (typeof each === 'string') return escaped(each, choose(3));
    if (typeof each === 'number') return number(each);
    if (Array.isArray(each)) return `[${blank()}${each.map(text).join(`${blank()},${blank()}`)}${blank()}]`;
    if (typeof each !== 'object' || each === null) return JSON.stringify(each);
    const members = Object.entries(each).map(
      ([name, member]) => `${escaped(name, choose(3))}${blank()}:${blank()}${text(member as Json)}`,
    );
    if (choose(2) === 1 && !ordered) members.reverse();
    return `{${blank()}${members.join(`${blank()},${blank()}`)}${blank()}}`;
  };
  return blank() + text(value) + blank();
};

export const spellings = fc.array(fc.nat(11), { maxLength: 7 });
