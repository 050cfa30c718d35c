import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from './cli-world.ts';
import { freePort } from './pub-world.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const timeout = 120_000;

/** The lines of each block of a section. */
const blocks = (section: string): string[][] => {
  const [, text = ''] = new RegExp(`## ${section}\\n([\\s\\S]*?)\\n## `).exec(readme) ?? [];
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) => lines.trim().split('\n'));
};

/** A folder like a clone in which `npm ci` was run, and what programs there know of their surroundings. */
function place() {
  const data = temporaryFolder();
  const cwd = dirname(data);
  symlinkSync(join(root, 'node_modules'), join(cwd, 'node_modules'));
  return { cwd, env: { ...process.env, NO_COLOR: '1', ROCKPOOL_DATA: data } };
}

const run = (lines: readonly string[], where: ReturnType<typeof place>) =>
  new Promise<{ failure: unknown; output: string; errors: string }>((resolve) => {
    execFile('sh', ['-e', '-c', lines.join('\n')], where, (failure, output, errors) =>
      resolve({ failure, output, errors }),
    );
  });

test('the lines of the README that keep data run as they stand there', { timeout }, async () => {
  const where = place();
  const [lines = []] = blocks('Keep data');
  expect(lines.pop()).toBe('rockpool watch');
  const { failure, output, errors } = await run(lines, where);
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
  const watch = spawn('sh', ['-c', [lines[0], 'exec rockpool watch'].join('\n')], where);
  await once(watch.stderr, 'data');
  watch.kill('SIGINT');
  expect(await once(watch, 'exit')).toEqual([0, null]);
});

test('the lines of the README that sync run as they stand there, at any port', { timeout }, async () => {
  const where = place();
  const port = await freePort();
  const [pub = [], others = []] = blocks('Sync');
  const serve = pub.pop() ?? '';
  expect(serve).toBe('rockpool serve --data pub');
  const child = spawn('sh', ['-e', '-c', [...pub, `exec ${serve} --port ${port}`].join('\n')], where);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (part) => (said += part));
  await expect.poll(() => said, { timeout: 60_000 }).toContain(`others type: rockpool sync ws://127.0.0.1:${port}\n`);
  const { failure, output } = await run(
    others.map((line) => line.replace('7665', String(port))),
    where,
  );
  expect(failure).toBeNull();
  const inSync = `home: in sync with ws://127.0.0.1:${port}`;
  expect(output).toContain(`${inSync}, 0 records came, 1 went\n${inSync}, 1 record came, 0 went\n`);
  expect(output).toContain('  Hello from Fern\n');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
