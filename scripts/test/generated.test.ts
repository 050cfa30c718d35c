import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settle } from '../generated.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rockpool-generated-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

test('What is missing or differs is stale, is named, and is mended without --check', () => {
  const outputs = new Map([['a/b.txt', 'one\n']]);
  expect(settle(root, outputs, true)).toBe(1);
  expect(console.error).toHaveBeenCalledWith('a/b.txt is stale: run npm run generate');
  expect(settle(root, outputs, false)).toBe(0);
  expect(readFileSync(join(root, 'a/b.txt'), 'utf8')).toBe('one\n');
  expect(settle(root, outputs, true)).toBe(0);
  expect(settle(root, new Map([['a/b.txt', 'two\n']]), true)).toBe(1);
});
