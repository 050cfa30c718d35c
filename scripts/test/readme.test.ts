import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');

/** `npm ci --loglevel=error` in CI is `npm ci` in the README. */
const ciCommands = read('.ci/run')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line.startsWith('step '))
  .map((line) => line.slice('step '.length).replace(' --loglevel=error', ''));

test('CI runs the example of the README as it stands there', () => {
  const example = /```sh\n([\s\S]*?)```/.exec(read('README.md'))?.[1]?.trim().split('\n') ?? [];
  expect(example.length).toBeGreaterThan(3);
  // CI does more in between, in the same order.
  expect(ciCommands.filter((command) => example.includes(command))).toEqual(example);
});

test('CI runs every part of the gate, the tests last', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const parts = scripts.all?.split(' && ') ?? [];
  expect(parts.length).toBeGreaterThan(3);
  expect(ciCommands).toEqual(expect.arrayContaining(parts));
  expect(ciCommands.at(-1)).toBe('npm test');
});
