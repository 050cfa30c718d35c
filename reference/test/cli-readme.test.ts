import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './cli-world.ts';

const root = join(import.meta.dirname, '../..');

/** The lines of the section. */
const lines = (
  /## Keep data[\s\S]*?```sh\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
)
  .trim()
  .split('\n');

test('the lines of the README run as they stand there', { timeout: 120_000 }, async () => {
  const data = temporaryFolder();
  const cwd = dirname(data);
  symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'));
  const env = { ...process.env, NO_COLOR: '1', ROCKPOOL_DATA: data };
  expect(lines.pop()).toBe('rockpool watch');
  const { failure, output, errors } = await new Promise<{ failure: unknown; output: string; errors: string }>(
    (resolve) => {
      execFile('sh', ['-e', '-c', lines.join('\n')], { cwd, env }, (failure, output, errors) =>
        resolve({ failure, output, errors }),
      );
    },
  );
  expect({ failure, errors }).toEqual({
    failure: null,
    errors: expect.stringMatching(/^made the key main and [^\n]+\n$/),
  });
  for (const said of [
    'wrote /wiki/flowers, 18 bytes, in home\nFlowers are pretty',
    'published #1 %b',
    '18  /wiki/flowers\n',
    '  Hello, garden\n',
    'wrote 2 records of home into garden.bundle\n',
    'deleted /wiki/flowers in home\n',
    'imported from garden.bundle into home: 1 here already, 1 older than what is here\n',
    '1 document, 1 message,',
  ]) {
    expect(output).toContain(said);
  }
  const watch = spawn('sh', ['-c', [lines[0], 'exec rockpool watch'].join('\n')], { cwd, env });
  await once(watch.stderr, 'data');
  watch.kill('SIGINT');
  expect(await once(watch, 'exit')).toEqual([0, null]);
});
