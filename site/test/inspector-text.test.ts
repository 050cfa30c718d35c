import { describe, expect, test } from 'vitest';
import { readMicros, timeText } from '../src/inspector/clock.ts';
import { addMember, layOut, removeMember, replaceValue } from '../src/inspector/edit-text.ts';
import { fieldsOf, kindsOf, literalOf } from '../src/inspector/fields.ts';
import { spansOf } from '../src/inspector/json-spans.ts';

const fieldNamed = (text: string, name: string) => {
  const field = fieldsOf(text)
    .flatMap(({ fields }) => fields)
    .find((each) => each.name === name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
};

describe('Editing a text by its fields', () => {
  const text = '{\n  "a": 1.0e2,\n  "b": {"c": "x\\u0041"},\n  "a": [1, {"d": 2}]\n}';

  test('finds every value where it stands, names that are there twice too', () => {
    const root = spansOf(text);
    if (root?.kind !== 'object') throw new Error('no object');
    expect(root.members.map(({ name, value }) => [name, text.slice(value.start, value.end)])).toEqual([
      ['a', '1.0e2'],
      ['b', '{"c": "x\\u0041"}'],
      ['a', '[1, {"d": 2}]'],
    ]);
  });

  test('shows numbers as they are spelled, strings as they are meant', () => {
    expect(fieldNamed(text, 'a').shown).toBe('1.0e2');
    expect(fieldNamed(text, 'c')).toMatchObject({ shown: 'xA', pointer: '/b/c', kind: 'string' });
  });

  test('changes nothing but the value', () => {
    expect(replaceValue(text, fieldNamed(text, 'c').node, '"y"')).toBe(text.replace('"x\\u0041"', '"y"'));
  });

  test.each([
    [0, '{"b":2,"c":3}'],
    [1, '{"a":1,"c":3}'],
    [2, '{"a":1,"b":2}'],
  ])('takes away member %i with its comma', (index, expected) => {
    const plain = '{"a":1,"b":2,"c":3}';
    expect(removeMember(plain, fieldNamed(plain, 'a').parent, index)).toBe(expected);
  });

  test('takes away the only member', () => {
    expect(removeMember('{"a":1}', fieldNamed('{"a":1}', 'a').parent, 0)).toBe('{}');
  });

  test('adds a member in the layout of the others', () => {
    const laidOut = '{\n  "a": 1\n}';
    expect(addMember(laidOut, fieldNamed(laidOut, 'a').parent, 'b', '""')).toBe('{\n  "a": 1,\n  "b": ""\n}');
    const empty = fieldsOf('{}')[0];
    expect(empty && addMember('{}', empty.object, 'b', '""')).toBe('{"b":""}');
  });

  test('keeps a field for numbers one while what is typed is none', () => {
    const kinds = kindsOf(fieldsOf('{"a":12}'));
    expect(literalOf('json', '-')).toBe('"-"');
    expect(fieldsOf('{"a":"-"}', kinds)[0]?.fields[0]).toMatchObject({ kind: 'json', shown: '-' });
    expect(literalOf('json', '-3')).toBe('-3');
    expect(literalOf('string', '-3')).toBe('"-3"');
  });

  test('has no fields for what is nested too deeply', () => {
    expect(fieldsOf('['.repeat(5000) + ']'.repeat(5000))).toEqual([]);
  });
});

describe('Laying out', () => {
  test('puts each member on a line and keeps every spelling', () => {
    expect(layOut('{"a":{},"b":[1.50,"x, \\"{}"],"c":{"d":null}}')).toBe(
      '{\n  "a": {},\n  "b": [\n    1.50,\n    "x, \\"{}"\n  ],\n  "c": {\n    "d": null\n  }\n}',
    );
  });

  test('changes nothing the second time', () => {
    const once = layOut('{"a":[{"b":""}]}');
    expect(layOut(once)).toBe(once);
  });
});

describe('The clock', () => {
  test('is read from digits alone', () => {
    expect(readMicros(' 1700000000000000 ')).toBe(1_700_000_000_000_000);
    for (const wrong of ['', '-1', '1e3', '9007199254740992', 'now']) expect(readMicros(wrong)).toBeUndefined();
  });

  test('is told in words as far as calendars reach', () => {
    expect(timeText(1_700_000_001_000_000)).toBe('2023-11-14 22:13:21 UTC');
    expect(timeText(Number.MAX_SAFE_INTEGER)).toBe('2255-06-05 23:47:34 UTC');
  });
});
