import { describe, expect, test } from 'vitest';
import type { Question } from '../src/checks/check.ts';
import { expand } from '../src/checks/expand.ts';
import { paramsFor } from '../src/checks/params.ts';

type Input = Record<string, unknown>;

const asked = (operation: Question['operation'], input: Input, input_: 'text' | 'value', rest: object = {}) =>
  paramsFor(
    { operation, input, expect: { ok: {} }, judging: 'answer', ...rest },
    { operations: { [operation]: { input: input_ } } },
  );
const paramsOf = (operation: Question['operation'], input: Input): Input => {
  const params = asked(operation, input, 'value');
  if (!params.ok) throw new Error(params.reason);
  return JSON.parse(params.params);
};

describe('A subject that takes parsed values', () => {
  const one = { text: '{"sequence":1}' };
  const two = { text: ' {"sequence":\n2} ' };

  test('gets the messages and those before them as values', () => {
    const input = { format: 'ssb-classic', now: 1, mode: 'single', messages: [two], before: [one] };
    expect(paramsOf('feed.verify', input)).toEqual({
      ...input,
      messages: [{ value: { sequence: 2 } }],
      before: [{ value: { sequence: 1 } }],
    });
  });

  test('gets the records as values, with what stands beside each text', () => {
    const input = { format: 'ssb-classic', now: 1, records: [{ ...one, note: 1 }, two] };
    expect(paramsOf('feed.state', input).records).toEqual([
      { value: { sequence: 1 }, note: 1 },
      { value: { sequence: 2 } },
    ]);
  });

  test('gets a draft as it is, whatever it looks like', () => {
    const content = { type: 'post', text: ['a', { repeat: 'x', times: 2 }], message: ['b'], bytes: [] };
    const draft = { content, timestamp: 1 };
    expect(paramsOf('feed.append', { before: [one], draft })).toEqual({ before: [{ value: { sequence: 1 } }], draft });
    expect(asked('feed.append', { before: [], draft }, 'text')).toEqual({
      ok: true,
      params: JSON.stringify({ before: [], draft }),
    });
  });

  test.for([
    ['__proto__', '{"__proto__":{"type":"x"},"constructor":1}'],
    ['numbers as names', '{"10":1,"9":2,"a":3}'],
    ['numbers of all sizes', '[1e21,1e-7,5e-324,1.7976931348623157e308,-0.5,9007199254740993]'],
    ['half of a pair', '["\\ud83c"]'],
    ['text and repeat', '{"text":["a"],"repeat":"x","times":2}'],
  ] as const)('gets %s with the meaning that it had', ([, text]) => {
    const params = asked('feed.verify', { messages: [{ text }], before: [] }, 'value');
    const sent = params.ok ? params.params : '';
    expect(sent).toBe(`{"messages":[{"value":${JSON.stringify(JSON.parse(text))}}],"before":[]}`);
  });

  test.for([
    ['bytes among the messages', { messages: [{ bytes: 'ff' }], before: [] }, {}],
    ['bytes among those before', { messages: [one], before: [{ bytes: 'ff' }] }, {}],
    ['a text that is no JSON', { messages: [one, { text: '{' }], before: [] }, {}],
    ['a point in the text', { messages: [one], before: [] }, { textOnly: true }],
  ] as const)('is not asked about %s', ([, input, rest]) => {
    expect(asked('feed.verify', input, 'value', rest)).toMatchObject({ ok: false });
    expect(asked('feed.verify', input, 'text', rest)).toMatchObject({ ok: true });
  });

  test('is asked to sign as everybody is', () => {
    const input = { format: 'ssb-classic', unsigned: { text: 'x' } };
    expect(paramsOf('record.sign', input)).toEqual(input);
  });
});

describe('Compact strings', () => {
  const pieces = ['a', { repeat: 'b', times: 3 }];

  test('are written out in every list of texts', () => {
    const lists = { records: [{ text: pieces }], messages: [{ text: pieces }], before: [{ text: ['a', 'bbb'] }] };
    expect(expand(lists)).toEqual({
      records: [{ text: 'abbb' }],
      messages: [{ text: 'abbb' }],
      before: [{ text: 'abbb' }],
    });
  });

  test('are in a draft the content alone', () => {
    expect(expand({ draft: { content: pieces, tags: pieces } })).toEqual({
      draft: { content: 'abbb', tags: pieces },
    });
    expect(expand({ unsigned: 7, draft: null })).toEqual({ unsigned: 7, draft: null });
  });
});
