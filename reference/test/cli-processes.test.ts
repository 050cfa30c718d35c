import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataFolder, defaultFolder } from '../src/node/data-folder.ts';
import { showProgress } from '../src/node/terminal.ts';
import { Person, temporaryFolder } from './cli-world.ts';

const program = new URL('../bin/rockpool.mjs', import.meta.url).pathname;
/** Several processes start, on a machine that may be busy. */
const timeout = 120_000;

const environment = (data: string) => ({ ...process.env, NO_COLOR: '1', ROCKPOOL_DATA: data });

/** Runs the program as a process of its own. */
const run = (data: string, args: readonly string[]) =>
  new Promise<{ code: unknown; output: string; errors: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], { env: environment(data) }, (error, output, errors) =>
      resolve({ code: error === null ? 0 : error.code, output, errors }),
    );
  });

/** What a process has said until it said this. */
async function until(child: ChildProcess, stream: 'stdout' | 'stderr', words: string): Promise<string> {
  let said = '';
  for await (const part of child[stream] ?? []) {
    said += part;
    if (said.includes(words)) return said;
  }
  throw new Error(`never said ${words}, only ${said}`);
}

describe('Processes', { timeout }, () => {
  test('that write at once into a fresh folder make one key, and lose nothing', async () => {
    const data = temporaryFolder();
    const paths = ['/a', '/b', '/c', '/d'];
    const answers = await Promise.all(paths.map((path) => run(data, ['write', path, path])));
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(answers.filter(({ errors }) => errors.includes('made the key'))).toHaveLength(1);
    const person = new Person(data);
    person.now = Date.now() * 1000;
    expect(await person.json('status')).toMatchObject({ keys: [{ name: 'main' }], spaces: [{ documents: 4 }] });
    const stray = readdirSync(data, { recursive: true }).filter((name) => String(name).endsWith('.new'));
    expect(stray).toEqual([]);
  });

  test('see each other by watch, which Ctrl-C ends', async () => {
    const data = temporaryFolder();
    await run(data, ['init', 'gardening']);
    const watch = spawn(process.execPath, [program, 'watch'], { env: environment(data) });
    await until(watch, 'stderr', 'watching gardening');
    const [seen] = await Promise.all([
      until(watch, 'stdout', 'pretty'),
      run(data, ['write', '/flowers', 'Flowers are pretty']),
    ]);
    expect(seen).toMatch(/ {2}me {2}%b\S+ {2}\/flowers {2}Flowers are pretty\n$/);
    watch.kill('SIGINT');
    expect(await once(watch, 'exit')).toEqual([0, null]);
  });

  test('end quietly where nobody reads on', async () => {
    const data = temporaryFolder();
    const person = new Person(data);
    for (const path of ['/a', '/b', '/c', '/d']) await person.rockpool('write', path, 'x'.repeat(60_000));
    const script = `("${process.execPath}" "${program}" export; echo "ended with $?" >&2) | head -c 10`;
    const { output, errors } = await new Promise<Record<'output' | 'errors', string>>((resolve) => {
      execFile('sh', ['-c', script], { env: environment(data) }, (_, output, errors) => resolve({ output, errors }));
    });
    expect({ output, errors }).toEqual({ output: '{"bundle":', errors: 'ended with 0\n' });
  });

  test('tell of a place that cannot be written to', async () => {
    const file = `${temporaryFolder()}-file`;
    writeFileSync(file, '');
    const { code, output, errors } = await run(join(file, 'data'), ['write', '/a', 'x']);
    expect({ code, output }).toEqual({ code: 4, output: '' });
    expect(errors).toMatch(
      /^rockpool write: cannot .*ENOTDIR.* name another folder with --data DIR or ROCKPOOL_DATA\n$/,
    );
  });
});

describe('The data folder', () => {
  test('and its secrets are for their owner alone', async () => {
    const person = new Person();
    await person.rockpool('write', '/a', 'x');
    const modes = ['', 'keys', 'spaces', 'book.json', 'keys/main.json'].map(
      (name) => statSync(join(person.data, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o700, 0o700, 0o600, 0o600]);
    const [store = ''] = readdirSync(join(person.data, 'spaces'));
    expect(statSync(join(person.data, 'spaces', store)).mode & 0o777).toBe(0o600);
  });

  test('is changed by one at a time', () => {
    const data = temporaryFolder();
    const [folder, other] = [new DataFolder(data), new DataFolder(data, 10)];
    folder.locked(() => expect(() => other.locked(() => 0)).toThrow('end the other program that does'));
    expect(other.locked(() => 1)).toBe(1);
  });

  test('gives a secret back whose address book is gone, and never replaces one', async () => {
    const person = new Person();
    const { key } = (await person.json('keygen')) as { key: string };
    const { seed } = (await person.json('keygen', 'fern', '--show-secret')) as { seed: string };
    rmSync(join(person.data, 'book.json'));
    await person.rockpool('write', '/a', 'x');
    expect(await person.json('keygen', 'main')).toMatchObject({ key });
    person.files.set('fern.json', JSON.stringify({ seed }));
    expect((await person.rockpool('keygen', 'fern', '--from', 'fern.json')).errors).toContain('choose another name');
    await person.rockpool('keygen', 'quinn');
    await person.rockpool('init');
    expect(await person.json('keygen', 'main')).toMatchObject({ key });
  });

  test('warns of a secret that others can read, with what to type', async () => {
    const person = new Person();
    await person.rockpool('keygen');
    chmodSync(join(person.data, 'keys/main.json'), 0o644);
    const { code, errors } = await person.rockpool('publish', 'Hello');
    expect({ code, errors }).toEqual({
      code: 0,
      errors: expect.stringContaining(`type: chmod 600 '${person.data}/keys/main.json'`),
    });
  });

  test('shows a secret only where somebody asks for it', async () => {
    const person = new Person();
    await person.rockpool('keygen', 'suzy');
    const { seed } = (await person.json('keygen', 'suzy', '--show-secret')) as { seed: string };
    expect(seed).toMatch(/^[0-9a-f]{64}$/);
    for (const command of [
      'keygen suzy',
      'keygen suzy --json',
      'status',
      'status --json',
      'name',
      'export',
      'write /a x --json',
    ]) {
      const { output, errors } = await person.type(command);
      expect(output + errors).not.toContain(seed);
    }
    expect((await person.rockpool('keygen', '--show-secret')).output).toContain(`secret  ${seed}\n`);
  });

  test('takes over a key of another machine', async () => {
    const [person, other] = [new Person(), new Person()];
    const { seed } = (await person.json('keygen', 'suzy', '--show-secret')) as { seed: string };
    other.files.set('suzy.json', JSON.stringify({ seed }));
    const { key } = (await other.json('keygen', 'susan', '--from', 'suzy.json')) as { key: string };
    expect(await person.json('keygen')).toMatchObject({ name: 'suzy', key, isNew: false });
    expect((await other.rockpool('keygen', 'susan', '--from', 'suzy.json')).errors).toContain('choose another name');
    await other.rockpool('keygen', 'fern', '--default');
    expect(await other.json('status')).toMatchObject({
      keys: [
        { name: 'susan', isDefault: false },
        { name: 'fern', isDefault: true },
      ],
    });
  });

  test.each([
    ['linux', {}, '/home/suzy/.local/share/rockpool'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/rockpool'],
    ['darwin', {}, '/home/suzy/Library/Application Support/rockpool'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/rockpool'],
    ['win32', {}, '/home/suzy/AppData/Local/rockpool'],
    ['linux', { ROCKPOOL_DATA: '/mine', XDG_DATA_HOME: '/data' }, '/mine'],
  ])('is on %s with %j at %s', (platform, env, folder) => {
    expect(defaultFolder({ platform, env, home: '/home/suzy' })).toBe(folder);
  });
});

describe('Progress', () => {
  /** What is written while a task goes on, a second after the other. */
  const shown = (isTTY: boolean, terminal: string) => {
    let [output, time] = ['', 0];
    const progress = showProgress({ isTTY, write: (text) => (output += text) }, () => time, terminal);
    for (const text of ['1 read', '2 read', '3 read', undefined]) {
      time += 1_000;
      progress(text);
    }
    return output;
  };

  test('is one live line on a terminal, and a line now and then elsewhere', () => {
    expect(shown(true, 'xterm')).toBe('\r\x1b[K1 read\r\x1b[K2 read\r\x1b[K3 read\r\x1b[K');
    expect(shown(false, 'xterm')).toBe('2 read\n');
    expect(shown(true, 'dumb')).toBe('2 read\n');
  });
});
