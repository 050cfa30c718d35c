import { expand, suite } from '@rockpool/conformance';
import { describe, expect, test } from 'vitest';
import { OK_MEMBERS, OPERATIONS } from '../../conformance/src/protocol/operations.ts';
import { paramsOf, spell } from '../src/run/params.ts';
import { offsetOf, placeIn } from '../src/run/place.ts';
import { STARTER } from '../src/run/starter.ts';
import { stubOf, takeStub } from '../src/run/stub.ts';

const load = async (text: string): Promise<(request: object) => unknown> => {
  const { default: subject } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return subject;
};

const stubs = OPERATIONS.map((name) => ({
  name,
  stub: stubOf({
    name,
    text: 'Takes what it takes, and answers `what`.',
    params: paramsOf(name, suite.checks),
    answers: OK_MEMBERS[name],
  }),
}));

describe('The params of an operation', () => {
  test('are those that the specification names, with their types', () => {
    const of = (name: (typeof OPERATIONS)[number]) => spell(paramsOf(name, suite.checks));
    expect(of('signature.verify')).toBe('key: Hex, message: Hex, signature: Hex');
    expect(of('id.sort')).toBe('ids: string[]');
    expect(of('canonical.encode')).toBe('text?: string, bytes?: Hex');
    expect(of('record.sign')).toContain('now: number, seed: Hex, unsigned: unknown, shareSeed?: Hex, hmac?: Hex');
    expect(of('feed.verify')).toContain("mode: 'single' | 'chain' | 'batch' | 'subset'");
    expect(of('document.merge')).toMatch(/^space: string, now: number, records: \{ text\?: string, format: 'rp/);
  });
});

describe('A stub', () => {
  test('of each operation goes into the starter, which still runs', async () => {
    const whole = stubs.reduce((text, each) => takeStub(text, each).text, STARTER);
    const subject = await load(whole);
    const hello = subject({ method: 'hello', params: {} }) as { operations: object };
    expect(new Set(Object.keys(hello.operations))).toEqual(new Set(OPERATIONS));
    for (const { id, operation, input } of suite.checks.filter((_, at) => at % 400 === 0))
      if (!operation.startsWith('id.'))
        expect([id, subject({ method: operation, params: expand(input) })]).toEqual([id, undefined]);
  });

  test('is at the line that is told', () => {
    for (const each of stubs.filter(({ name }) => !name.startsWith('id.'))) {
      const { text, line, how } = takeStub(STARTER, each);
      expect([text.split('\n')[line - 1]?.trim().split(':')[0], how]).toEqual([`'${each.name}'`, 'added']);
    }
  });

  test('is not taken twice, nor in place of what is there', () => {
    const [first] = stubs.filter(({ name }) => name === 'id.parse');
    if (first === undefined) throw new Error('no stub');
    expect(takeStub(STARTER, first)).toMatchObject({ text: STARTER, how: 'there' });
    const cases = "switch (method) {\n  case 'id.parse':\n}\n";
    expect(takeStub(cases, first)).toEqual({ text: cases, line: 2, how: 'there' });
  });

  test('stands behind a module of another form as a comment', async () => {
    const module = 'export default () => 7;\n';
    for (const each of stubs) {
      const taken = takeStub(module, each);
      expect(taken.how).toBe('behind');
      expect(taken.text.split('\n')[taken.line - 1]).toBe('// To be made part of what the module does:');
      expect((await load(taken.text))({})).toBe(7);
    }
  });
});

describe('A place in a module', () => {
  test('is read from what the judge says', () => {
    const said = "it did not start: line 2, column 13: SyntaxError: Unexpected token ';'\n  const x = ;";
    expect(placeIn(said)).toEqual({ line: 2, column: 13 });
    expect(placeIn('line 2 is wrong')).toBeUndefined();
  });

  test('is found in its text, and never behind it', () => {
    expect(offsetOf('ab\ncd', { line: 2, column: 2 })).toBe(4);
    expect(offsetOf('ab\ncd', { line: 1, column: 9 })).toBe(2);
    expect(offsetOf('ab', { line: 7, column: 1 })).toBe(2);
  });
});
