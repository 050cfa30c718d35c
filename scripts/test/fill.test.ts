import { describe, expect, test } from 'vitest';
import { fillRegions } from '../region.ts';
import { fieldTable, type Schema } from '../spec/field-table.ts';
import { fillChapter } from '../spec/fill.ts';
import { vectorExample } from '../spec/vector-example.ts';

const SCHEMAS: Record<string, Schema> = {
  'identifiers.schema.json': {
    $defs: { key: { title: 'KeyId', description: 'A key.', type: 'string', pattern: '^@b|x$' } },
  },
  'record.schema.json': {
    type: 'object',
    required: ['author'],
    properties: {
      author: { $ref: 'identifiers.schema.json#/$defs/key', description: 'Who wrote it.' },
      reader: { $ref: 'identifiers.schema.json#/$defs/key' },
      size: { $ref: '#/$defs/size' },
      kind: { enum: ['a', 'b'] },
    },
    $defs: {
      size: { type: 'integer', minimum: 0, maximum: 9, description: 'Bytes.' },
      part: { properties: { x: { const: 1 } } },
    },
  },
};
const readSchema = (file: string): Schema => {
  const schema = SCHEMAS[file];
  if (!schema) throw new RangeError(`${file} does not exist`);
  return schema;
};

describe('A field table', () => {
  test('shows what each member refers to', () => {
    expect(fieldTable('record', readSchema).slice(2)).toEqual([
      '| `author` | KeyId: `^@b\\|x$` | yes | Who wrote it. |',
      '| `reader` | KeyId: `^@b\\|x$` | no | A key. |',
      '| `size` | size: integer, 0 … 9 | no | Bytes. |',
      '| `kind` | `"a"` or `"b"` | no |  |',
    ]);
  });

  test('is made of a definition inside a file too', () => {
    expect(fieldTable('record#/$defs/part', readSchema).slice(2)).toEqual(['| `x` | `1` | no |  |']);
  });

  test.each(['no-such', 'record#/$defs/nothing', 'identifiers'])('of %s is refused', (name) => {
    expect(() => fieldTable(name, readSchema)).toThrow(RangeError);
  });
});

describe('A generated region', () => {
  const fill = (text: string) => fillRegions('a.md', text, ['rows'], (_, argument) => [`fresh ${argument}`]);

  test('is replaced, and is the same when replaced again', () => {
    const once = fill('a\n<!-- rows x -->\nold\n<!-- /rows -->\nb');
    expect(once).toEqual({ text: 'a\n<!-- rows x -->\n\nfresh x\n\n<!-- /rows -->\nb', problems: [] });
    expect(fill(once.text).text).toBe(once.text);
  });

  test('in fenced code is left alone', () => {
    const text = '```\n<!-- rows x -->\n```';
    expect(fill(text)).toEqual({ text, problems: [] });
  });

  test.each([
    ['never closed', '<!-- rows x -->\nlost'],
    ['closed twice', '<!-- rows x -->\n<!-- /rows -->\n<!-- /rows -->'],
    ['opened twice', '<!-- rows x -->\n<!-- rows y -->\n<!-- /rows -->'],
  ])('%s is a problem', (_, text) => {
    expect(fill(text).problems).toHaveLength(1);
  });
});

test('A rejection table has the codes of its own chapter, in the order of the registry', () => {
  const registry = ['c', 'b', 'a'].map((code) => ({ code, phase: 'form', meaning: `Bad ${code}.` }));
  const requirement = (id: string, code: string) => ({
    id,
    level: 'MUST' as const,
    profile: [],
    chapter: '01',
    code,
    text: '',
  });
  const requirements = [requirement('DOC-1', 'a'), requirement('DOC-2', 'c'), requirement('DOC-3', 'a')];
  const { text } = fillChapter('a.md', '<!-- rejections -->\n<!-- /rejections -->', {
    requirements,
    registry,
    readSchema,
    cases: [],
  });
  expect(text.split('\n').filter((line) => line.startsWith('| `'))).toEqual([
    '| `c` | form | Bad c. | DOC-2 |',
    '| `a` | form | Bad a. | DOC-1, DOC-3 |',
  ]);
});

describe('An example', () => {
  const cases = [
    {
      id: 'a/text',
      title: 'A page.',
      input: { text: ['{"a":', { repeat: '1', times: 3 }, '}'], format: 'x' },
      expect: { ok: {} },
    },
    { id: 'a/long', title: 'Long.', input: { text: [{ repeat: '1', times: 5_000 }], format: 'x' }, expect: { ok: {} } },
    { id: 'a/plain', title: 'Plain.', input: { key: '00' }, expect: { ok: { id: 'b' } } },
    { id: 'a/bad', title: 'Bad.', input: { key: '00' }, expect: { reject: { codes: ['c', 'd'] } } },
  ];

  test('shows a text as the value that it is', () => {
    expect(vectorExample('a/text', cases)).toEqual([
      'Vector `a/text`: A page.',
      '',
      '```json',
      '{',
      '  "a": 111',
      '}',
      '```',
    ]);
  });

  test.each([
    ['a/plain', 'The answer:'],
    ['a/bad', 'It is rejected: `c` or `d`.'],
  ])('%s says what is right', (id, line) => {
    expect(vectorExample(id, cases)).toContain(line);
  });

  test.each(['a/none', 'a/long'])('%s is refused', (id) => {
    expect(() => vectorExample(id, cases)).toThrow(RangeError);
  });
});
