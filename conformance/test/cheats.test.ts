import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runJudge } from './fixtures/run-judge.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const MINUTES = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'rockpool-cheats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a stranger would start the judge: from a folder of her own and not through npm. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|PWD$|OLDPWD$|_$|VITEST|NODE)/i.test(name)),
);

const judge = (options: readonly string[], command: readonly string[], more: Record<string, string> = {}) =>
  runJudge(options, command, { cwd: folder, env: { ...env, ...more } });

const cheat = (name: string, ...args: string[]): string[] => [process.execPath, join(FIXTURES, name), ...args];

/** They claim nine profiles; questions of one tell whether one is caught. */
const FEW = ['--profile', 'core', '--filter', 'identifiers/*', '--runs', '0', '--siblings', '0'];

describe('A subject that reaches for the debugger of its parent', () => {
  /** Starts the cheat as the judge does, and asks hello. */
  const PARENT = `
    const [, program, ...args] = process.argv;
    const child = require('node:child_process').spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdout.once('data', () => {
      process.stdout.write(new Map([['check', { outcome: 'failed' }]]).get('check').outcome);
      process.exit();
    });
    child.stdin.write('{"jsonrpc":"2.0","id":"1","method":"hello","params":{}}\\n');`;

  test('rewrites what a careless parent keeps', () => {
    const { stdout } = spawnSync(process.execPath, ['-e', PARENT, ...cheat('cheats/debugger.mjs')], {
      encoding: 'utf8',
      env,
    });
    expect(stdout).toBe('passed');
  });

  test('does not reach that of the judge, and fails', async () => {
    const { status, stdout } = await judge(FEW, cheat('cheats/debugger.mjs'));
    expect(stdout).toContain('Not conformant');
    expect(status).toBe(1);
  });

  test('is not even started where the debugger is open', async () => {
    const { status, stderr } = await judge(FEW, cheat('cheats/debugger.mjs'), {
      NODE_OPTIONS: '--inspect=127.0.0.1:0',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('start the judge without --inspect');
  });
});

describe('A subject that looks for the forge of the judge', () => {
  test('does not find it by the command line of its parent', async () => {
    const { status, stdout } = await judge(FEW, cheat('cheats/thief.mjs'));
    expect(stdout).toContain('Not conformant');
    expect(status).toBe(1);
  });

  test('answers right where it finds it', async () => {
    const inRepository = { PWD: join(import.meta.dirname, '..') };
    const { status } = await judge([...FEW, '--env', 'PWD'], cheat('cheats/thief.mjs', '--everywhere'), inRepository);
    expect(status).toBe(0);
  });
});

describe('A subject that declares narrow traits', () => {
  test('is conformant only as far as asked', { timeout: 3 * MINUTES }, async () => {
    const { status, stdout } = await judge(
      ['--runs', '0', '--siblings', '0', '--profile', 'core'],
      cheat('cheats/narrow.mjs'),
    );
    expect(stdout).toMatch(/Conformant as far as asked: core \([78]\d %\)/);
    expect(status).toBe(0);
  });
});
