import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { PINNED_SEED } from '../src/index.ts';

const EXAMPLES = join(import.meta.dirname, '../examples');
const BIN = join(import.meta.dirname, '../../node_modules/.bin');

/** The examples as a reader has them: in a directory of their own, far from this repository. */
const folder = mkdtempSync(join(tmpdir(), 'rockpool-examples-'));
cpSync(EXAMPLES, folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
/** Where there is no Python, or too old a one, the examples in Python run on the one that npm brings. */
const PYTHON = hasPython ? '' : `${join(import.meta.dirname, 'fixtures/python')}:`;

const env = { ...process.env, PATH: `${PYTHON}${BIN}:${process.env.PATH}`, NO_COLOR: '1', FORCE_COLOR: '' };

/** What a run asks is another thing each time; to be compared it has to be the same. */
const pinned = (command: string): string =>
  command.replaceAll('rockpool-conformance run', `rockpool-conformance run --seed ${PINNED_SEED}`);

/** Runs the lines that the guide shows, as they stand there but for the seed. */
const type = async (command: string): Promise<{ exitCode: number | null; output: string }> => {
  const shell = spawn('sh', ['-c', pinned(command)], { cwd: folder, env });
  let output = '';
  shell.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const exitCode = await new Promise<number | null>((resolve) => shell.on('close', resolve));
  return { exitCode, output };
};

const shown = (name: string): string => join(EXAMPLES, 'output', `${name}.txt`);

/** A file of `output` holds commands and all that they printed; vitest's `-u` writes these files anew. */
const session = async (name: string, commands: string | readonly string[], exitCode: number): Promise<string> => {
  let told = '';
  let last: number | null = null;
  for (const command of [commands].flat()) {
    const done = await type(command);
    told += `$ ${command}\n${done.output}`;
    last = done.exitCode;
  }
  await expect(told).toMatchFileSnapshot(shown(name));
  expect(last).toBe(exitCode);
  return told;
};

const MISTAKEN = '-- node mistaken-adapter.ts';

describe('The sessions of the guide', { timeout: 120_000 }, () => {
  test('help tells the exit codes', async () => {
    expect(await session('help', 'rockpool-conformance help', 0)).toContain('Exit codes:');
  });

  test('the first adapter gets its first verdict', async () => {
    const output = await session('first', 'rockpool-conformance run -- node first-adapter.ts', 1);
    expect(output).toContain('claims core and does not have signature.verify');
  });

  test('the adapter for core is conformant', async () => {
    const output = await session('core', 'rockpool-conformance run -- node core-adapter.ts', 0);
    expect(output).toContain('Conformant: core.');
  });

  test('in Python the first adapter gets the same verdict', async () => {
    const { output } = await type('rockpool-conformance run -- python3 first_adapter.py');
    expect(output).not.toBe('');
    await expect(`$ rockpool-conformance run -- node first-adapter.ts\n${output}`).toMatchFileSnapshot(shown('first'));
  });

  test('in Python the adapter for core answers every vector rightly too', async () => {
    // What follows from the vectors alone, siblings and laws, was asked of its twin.
    const { exitCode, output } = await type(
      'rockpool-conformance run --siblings 0 --runs 1 -- python3 core_adapter.py',
    );
    expect(output).toContain('Conformant: core, as far as selected (1 example a law; no siblings).');
    expect(exitCode).toBe(0);
  });

  test('two mistakes are found, and the smallest example of a broken law can be replayed', async () => {
    const run = await session('mistaken', `rockpool-conformance run --filter 'ID-?' --repro-dir repro ${MISTAKEN}`, 1);
    expect(run).toContain('law/id-order');
    const replay = await session('replay', `rockpool-conformance replay repro/*.json ${MISTAKEN}`, 1);
    expect(replay).toContain('law/id-order is still broken by this example');
    const show = await session('show', 'rockpool-conformance show identifiers/key-spare-b', 0);
    expect(run).toContain(/identifiers\/key-spare-b/.exec(show)?.[0]);
  });

  test('what is known fails without failing the run, until it passes', async () => {
    const write = `rockpool-conformance run --filter ID-6 --output report.txt --write-known-failures written.json ${MISTAKEN}`;
    await session('written', [write, 'cat written.json'], 0);
    const written: { check: string }[] = JSON.parse(readFileSync(join(folder, 'written.json'), 'utf8'));
    const kept: { check: string }[] = JSON.parse(readFileSync(join(folder, 'known-failures.json'), 'utf8'));
    expect(kept.map(({ check }) => check)).toEqual(written.map(({ check }) => check));
    const known = 'rockpool-conformance run --filter ID-6 --known-failures known-failures.json';
    await session('known', `${known} ${MISTAKEN}`, 0);
    await session('mended', `${known} -- node core-adapter.ts`, 1);
  });

  test('codes of another name pass with a map and fail without', async () => {
    const run = 'rockpool-conformance run --filter ID-5';
    expect((await type(`${run} -- node own-codes-adapter.ts`)).exitCode).toBe(1);
    await session('code-map', `${run} --code-map code-map.json -- node own-codes-adapter.ts`, 0);
  });
});

describe('What runs in CI', () => {
  const script = readFileSync(join(EXAMPLES, 'ci/judge.sh'), 'utf8');

  test('the script judges, writes a report and ends with the exit code of the judge', {
    timeout: 120_000,
  }, async () => {
    expect(script).toContain('npx rockpool-conformance run');
    // Here the judge is on the path: npx would look for it in the registry.
    const judge = (words: string) =>
      type(`npx() { "$@"; }; set -- --seed ${PINNED_SEED} --filter ID-6 ${words}; . ./ci/judge.sh`);
    expect((await judge(MISTAKEN)).exitCode).toBe(1);
    expect(readFileSync(join(folder, 'rockpool.xml'), 'utf8')).toMatch(
      /<testsuite name="core" tests="\d+" failures="[1-9]/,
    );
    expect((await judge(`--known-failures known-failures.json ${MISTAKEN}`)).exitCode).toBe(0);
  });

  test.each(['github', 'gitlab'])('the job for %s calls that script with files that are there', (name) => {
    const text = readFileSync(join(EXAMPLES, `ci/${name}.yml`), 'utf8');
    expect(load(text)).toBeTypeOf('object');
    const called = /sh (judge\.sh) --known-failures (\S+) -- python3 (\S+)/.exec(text) ?? [];
    for (const file of [`ci/${called[1]}`, called[2], called[3]])
      expect(() => readFileSync(join(EXAMPLES, String(file)))).not.toThrow();
  });

  test('they name the tarball that npm run pack makes', () => {
    const { name, version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
    const tarball = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
    for (const job of ['github', 'gitlab'])
      expect(readFileSync(join(EXAMPLES, `ci/${job}.yml`), 'utf8')).toContain(`./tools/${tarball}`);
  });
});
