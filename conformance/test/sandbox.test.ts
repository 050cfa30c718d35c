import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hiddenFrom, openSandbox } from '../src/node/sandbox.ts';
import { askJudge, runJudge } from './fixtures/run-judge.ts';

const JUDGE = join(import.meta.dirname, '..');
const THIEF = join(JUDGE, 'test/fixtures/cheats/thief.mjs');
const folder = mkdtempSync(join(tmpdir(), 'rockpool-sandbox-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Why no sandbox can be opened here, or nothing. */
const missing = ((): string | undefined => {
  try {
    openSandbox();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
})();

/** Runs the program in the sandbox in a folder of its own; what it wrote to its output. */
const shutIn = (script: string): Promise<string> => {
  const own = mkdtempSync(join(folder, 'own-'));
  const file = join(folder, 'script.mjs');
  writeFileSync(file, script);
  const [program = '', ...args] = openSandbox()([process.execPath, file], own);
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: own, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('close', () => done(text));
  });
};

const cli = (options: readonly string[], command: readonly string[], env: Record<string, string> = {}) =>
  runJudge(options, command, { cwd: folder, env: { ...process.env, ...env } });

/** A file that replay takes. */
const REPRO = {
  repro: 1,
  law: 'law/id-order',
  title: 'identifiers are put in order',
  profile: 'core',
  requirements: ['ID-6'],
  seed: 1,
  suite: '0.1.0',
  questions: [{ operation: 'id.sort', input: { ids: [] }, expect: { ok: { ids: [] } }, judging: 'answer' }],
  failure: 'wrong-value',
};

const FEW = ['--sandbox', '--filter', 'identifiers/key-*', '--runs', '0'];

describe('What a sandbox hides of the judge', () => {
  test('is its whole folder from a program that lives elsewhere', () => {
    expect(hiddenFrom([process.execPath, join(folder, 'subject.mjs'), '--fast'], JUDGE)).toEqual([JUDGE]);
  });

  test('is what it needs itself from a program below that folder', () => {
    const hidden = hiddenFrom([process.execPath, join(JUDGE, 'subjects/echo/subject.mjs')], JUDGE);
    expect(hidden).toContain(join(JUDGE, 'src'));
    expect(hidden).toContain(join(JUDGE, 'recipes'));
    expect(hidden).not.toContain(join(JUDGE, 'subjects'));
  });
});

describe('Without bubblewrap', () => {
  test('the operator is told what to install', async () => {
    const { status, stderr } = await cli(FEW, [process.execPath, THIEF], { PATH: folder });
    expect(status).toBe(2);
    expect(stderr).toContain('install the package bubblewrap');
  });

  test('the operator is told so by replay and bridge as well', async () => {
    const repro = join(folder, 'repro.json');
    writeFileSync(repro, JSON.stringify(REPRO));
    const env = { ...process.env, PATH: folder };
    for (const words of [['replay', repro], ['bridge']]) {
      const { status, stderr } = await askJudge([...words, '--sandbox'], [process.execPath, THIEF], {
        cwd: folder,
        env,
      });
      expect(status).toBe(2);
      expect(stderr).toContain('install the package bubblewrap');
    }
  });

  test('the operator is told where there is nothing to shut in', async () => {
    const { status, stderr } = await cli(['--sandbox', '--url', 'ws://127.0.0.1:1'], []);
    expect(status).toBe(2);
    expect(stderr).toContain('--sandbox is for a program that the judge starts');
  });
});

const inSandbox = (): void => {
  test('a program sees neither other processes nor a network', async () => {
    const script = `
      import { readdirSync } from 'node:fs';
      import { networkInterfaces } from 'node:os';
      const processes = readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name));
      const outside = Object.values(networkInterfaces()).flat().filter(({ internal }) => !internal);
      console.log(processes.length < 5, outside.length);`;
    expect(await shutIn(script)).toBe('true 0\n');
  });

  test('a program can write to its own folder alone', async () => {
    const script = `
      import { writeFileSync } from 'node:fs';
      import { tmpdir } from 'node:os';
      const tried = (path) => {
        try { writeFileSync(path, ''); return 'written'; } catch (error) { return error.code; }
      };
      console.log(tried('here'), tried(tmpdir() + '/there'), tried(${JSON.stringify(join(folder, 'elsewhere'))}));`;
    expect(await shutIn(script)).toBe('written written EROFS\n');
  });

  test('a program does not find the judge', async () => {
    const script = `
      import { readdirSync } from 'node:fs';
      console.log(readdirSync(${JSON.stringify(JUDGE)}).length);`;
    expect(await shutIn(script)).toBe('0\n');
  });

  test('an honest subject is judged as ever', async () => {
    const { status, stdout } = await cli(FEW, [join(JUDGE, '../reference/subject')]);
    expect(stdout).toContain('Conformant: core');
    expect(status).toBe(0);
  });

  test('a subject that looks for the forge finds none', async () => {
    const { status, stdout } = await cli(FEW, [process.execPath, THIEF, '--everywhere']);
    expect(stdout).toContain('Not conformant');
    expect(status).toBe(1);
  });
};

/** What bubblewrap does can be seen only where it is installed; elsewhere, that nobody is judged without it unawares. */
const toldWithout = (): void => {
  test(`the judge refuses: ${missing}`, async () => {
    const { status, stderr } = await cli(FEW, [join(JUDGE, '../reference/subject')]);
    expect(status).toBe(2);
    expect(stderr).toContain(missing);
  });
};

describe(
  missing === undefined ? 'In a sandbox' : 'Where no sandbox can be opened',
  missing === undefined ? inSandbox : toldWithout,
);
