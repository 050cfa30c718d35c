import published from '@rockpool/vectors/v1/keys.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { answerTo } from '../src/inspector/answer.ts';
import { countFields, countTo, fieldsOf, firstFields } from '../src/inspector/fields.ts';
import { inspect } from '../src/inspector/inspect.ts';
import { inField, lineAt, piecesOf } from '../src/inspector/marks.ts';
import { mendable } from '../src/inspector/mendable.ts';
import { reduce } from '../src/inspector/reduce.ts';
import { respelled } from '../src/inspector/respelled.ts';
import type { Source } from '../src/inspector/source.ts';
import { emptyState, formatIn } from '../src/inspector/state.ts';
import table from './fixtures/found/inputs.json' with { type: 'json' };

const textOf = (id: string): string => table.inputs.find((input) => input.id === id)?.text ?? '';

const answerOf = (source: Source, chosen?: string) => {
  const opened = reduce(emptyState, { type: 'open', source });
  const state = reduce(opened, { type: 'choose', format: chosen });
  const format = formatIn(state);
  const inspection = format ? inspect({ source: state.source, format, now: table.now, hmac: '' }) : undefined;
  return answerTo(state, inspection, { keys: published.keys });
};

describe('The answer', () => {
  test.each([
    ['native-document', 'accepted', 'Every rule of rp.document.1 is kept.'],
    ['native-tampered', 'rejected', 'The content is not the one that Suzy signed for.'],
    ['cut', 'rejected', 'The text ends in the middle of a string. That is line 8, column 31.'],
    ['es3', 'none', 'This says es.3; known are es.4 and es.5.'],
    ['nothing', 'none', 'Paste a record, open a file, or start from an example.'],
  ])('to %s is %s: %s', (id, outcome, sentence) => {
    expect(answerOf(textOf(id))).toMatchObject({ outcome, sentence });
  });

  test('marks the members that do not go together', () => {
    const { marks } = answerOf(textOf('native-tampered'));
    expect(marks.map(({ words }) => words)).toEqual(['contentHash', 'content']);
  });

  test('marks nothing of a record that is accepted, and not all of one', () => {
    expect(answerOf(textOf('native-document')).marks).toEqual([]);
    expect(answerOf('{"a":1}', 'ssb-classic').marks.every(({ offset, end }) => end - offset < 7)).toBe(true);
  });

  test('says where a member is missing', () => {
    const { marks } = answerOf('{"header":{}}', 'rp.document.1');
    expect(marks.map(({ words, line, column }) => [words, line, column])).toEqual([
      ['signature is missing here', 1, 1],
    ]);
  });
});

describe('A marked text', () => {
  test.each([
    [[{ offset: 1, end: 3 }], 'a[bc]d'],
    [[{ offset: 4, end: 4 }], 'abcd[ ]'],
    [
      [
        { offset: 3, end: 4 },
        { offset: 0, end: 1 },
      ],
      '[a]bc[d]',
    ],
    [
      [
        { offset: 0, end: 3 },
        { offset: 1, end: 2 },
      ],
      '[abc]d',
    ],
  ])('%j is in pieces', (marks, expected) => {
    const pieces = piecesOf('abcd', marks);
    expect(pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')).toBe(expected);
  });

  test('has its places where the field has them, whose lines end with one character', () => {
    const { marks } = answerOf('{\r\n"format":"es.5",\r\n"a":1,}');
    const shown = inField('{\r\n"format":"es.5",\r\n"a":1,}', marks);
    expect(shown.text.slice(shown.marks[0]?.offset)).toBe(',}');
  });

  test('shows the place in the narrowest window', () => {
    const text = `{"a":"${'🌸'.repeat(50)}","b":1,}`;
    const [mark] = answerOf(text).marks;
    if (mark === undefined) throw new Error('nothing is marked');
    const { before, marked, after } = lineAt(mark);
    expect([...before].length).toBeLessThanOrEqual(17);
    expect([before.slice(-3), marked, after]).toEqual(
      [':1', ',', '}'].map((each, at) => (at === 0 ? `"${each}` : each)),
    );
  });
});

describe('Fields', () => {
  const groups = fieldsOf(`{${Array.from({ length: 100 }, (_, index) => `"k${index}":{"a":1,"b":2}`).join(',')}}`);

  test('are so many at first, and never none that is asked for', () => {
    expect(countFields(groups)).toBe(201);
    expect(countFields(firstFields(groups, 50))).toBe(50);
    const needed = countTo(groups, '/k90/a');
    const shown = firstFields(groups, needed).flatMap(({ fields }) => fields);
    expect(shown.at(-1)?.pointer).toBe('/k90/a');
    expect(countTo(groups, '/nothing')).toBe(0);
  });
});

describe('Making valid', () => {
  test('tells numbers that were not written in digits', () => {
    expect(respelled('{"a":{"b":1.7e3},"c":-0,"d":5,"e":1.0}', '{"a":{"b":1700},"c":0,"d":5,"e":2}')).toEqual([
      { pointer: '/a/b', value: 1700, why: 'it was written 1.7e3, and is written in digits' },
      { pointer: '/c', value: 0, why: 'it was written -0, and is written in digits' },
    ]);
  });

  const template = { id: 'a', title: 'a', outcome: 'accepted', now: 1, text: '{"format":"es.5","path":"/"}' } as const;
  const worth = (source: string) => mendable(reduce(emptyState, { type: 'edit', source, by: 'text' }), template);

  test('throws nothing away whole', () => {
    expect(worth('{"name":"a"}')).toEqual({ fault: expect.stringContaining('thrown away') });
    expect(worth('[1]')).toEqual({ fault: expect.stringContaining('thrown away') });
    expect(worth(textOf('ssb-kvt'))).toEqual({ fault: expect.stringContaining('inside') });
    expect(worth('{"path":"/a"}')).toEqual({ source: '{"path":"/a"}' });
    expect(worth('{}')).toEqual({ source: '{}' });
  });

  test('puts a header into its record', () => {
    expect(worth(textOf('header'))).toEqual({ source: `{"header":${textOf('header')}}` });
  });
});
