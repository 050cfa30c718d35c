import { describe, expect, test } from 'vitest';
import { bridgeToken, defaultChoice, formatChoice, type Menu, parseChoice } from '../src/run/choice.ts';

const menu: Menu = {
  profiles: ['core', 'documents', 'feeds'],
  omissible: new Set(['DOC-7', 'TXT-1']),
  seed: 7,
  runs: 25,
  timeoutSeconds: 10,
};

describe('A choice in the address', () => {
  test('comes back as it was', () => {
    const choice = {
      subject: 'reference' as const,
      without: ['DOC-7', 'TXT-1'],
      profiles: ['core' as const, 'feeds' as const],
      seed: 0,
      runs: 0,
      timeoutSeconds: 1,
    };
    const fragment = formatChoice(choice, menu);
    expect(fragment).toBe('subject=reference&without=DOC-7,TXT-1&profiles=core,feeds&seed=0&runs=0&timeout=1');
    expect(parseChoice(`#${fragment}`, menu)).toEqual(choice);
  });

  test('names only what is not as it is at first', () => {
    expect(formatChoice(defaultChoice(menu), menu)).toBe('subject=reference');
    expect(parseChoice('', menu)).toEqual(defaultChoice(menu));
  });

  test('leaves out what is not on the menu', () => {
    const wild = '#subject=virus&without=DOC-7,DOC-7,X-1&profiles=feeds,none,core&seed=-1&runs=1e9&timeout=0';
    expect(parseChoice(wild, menu)).toEqual({
      ...defaultChoice(menu),
      without: ['DOC-7'],
      profiles: ['core', 'feeds'],
    });
  });

  test('does not leave rules out of what has none to leave out', () => {
    expect(formatChoice({ ...defaultChoice(menu), subject: 'module', without: ['DOC-7'] }, menu)).toBe(
      'subject=module',
    );
  });

  test('is no choice where it is the token of a bridge', () => {
    expect(bridgeToken('#bridge=a_B-9')).toBe('a_B-9');
    expect(bridgeToken('#subject=reference')).toBeUndefined();
    expect(bridgeToken('#bridge=')).toBeUndefined();
  });
});
