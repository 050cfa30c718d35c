import { describe, expect, test } from 'vitest';
import { rootOf } from '../src/not-found/root-of.ts';

const names = ['spec', 'guide'];

describe('An address without a page', () => {
  test('lies below the site when it begins with a folder of the site', () => {
    expect(rootOf('/spec/nothing/here', names)).toEqual({ path: '/', isKnown: true });
    expect(rootOf('/some/where/guide/x/', names)).toEqual({ path: '/some/where/', isKnown: true });
    expect(rootOf('/guide/', names)).toEqual({ path: '/', isKnown: true });
  });

  test('that has none of them is sent a level up', () => {
    expect(rootOf('/some/where/', names)).toEqual({ path: '/some/', isKnown: false });
    expect(rootOf('/some/where', names)).toEqual({ path: '/some/', isKnown: false });
    expect(rootOf('/where/', names)).toEqual({ path: '/', isKnown: false });
    expect(rootOf('/spec', names)).toEqual({ path: '/', isKnown: true });
  });
});
