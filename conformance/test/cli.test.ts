import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateReport } from '@rockpool/schemas';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { list } from '../src/cli/list.ts';
import { main } from '../src/cli/main.ts';
import { replay } from '../src/cli/replay.ts';
import { run } from '../src/cli/run.ts';
import { show } from '../src/cli/show.ts';
import { UsageError } from '../src/node/usage-error.ts';
import { HOSTILE } from './fixtures/hostile.ts';

const BIN = join(import.meta.dirname, '../bin/rockpool-conformance.mjs');
const folder = mkdtempSync(join(tmpdir(), 'rockpool-cli-'));
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

/** Few and cheap questions: the command is tested here, not the suite. */
const FEW = ['--filter', 'identifiers/key-*', '--runs', '0'];

const cli = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
};
const subject = (fault: string): string[] => ['--', process.execPath, HOSTILE, '--fault', fault];

type Told = { status: number; stdout: string; stderr: string };

type Command = (argv: readonly string[]) => number | Promise<number>;

/** A command called here, where the suite is loaded already: what a process of its own would print. */
const here = async (command: Command, ...argv: string[]): Promise<Told> => {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += text;
      return true;
    }),
  );
  try {
    const status = await command(argv);
    return { status, ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

/** A run by a process of its own, and one here. */
const judged = (fault: string, ...args: string[]) => cli('run', ...args, ...subject(fault));
const hostile = (fault: string, ...args: string[]) => here(run, ...args, ...subject(fault));

/** A word longer than the name of any file. */
const LONG = `true ${'x'.repeat(5_000)}`;

describe('Exit codes', () => {
  test('0: a profile was claimed and passed', () => {
    const { status, stdout } = judged('none', ...FEW);
    expect(status).toBe(0);
    expect(stdout).toContain('Conformant: core, as far as selected');
  });

  test('1: a check failed', () => {
    expect(judged('says-yes', ...FEW).status).toBe(1);
  });

  test.for([
    ['no command', [], 'run'],
    ['an unknown option', ['run', '--fast'], '--fast'],
  ] as const)('2: %s', ([, args, words]) => {
    const { status, stderr } = cli(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  test.for([
    ['an unknown command', ['judge'], 'no command judge'],
    ['an unknown profile', ['run', '--profile', 'ssb'], 'no profile ssb'],
    ['an unknown subject', ['run', '--subject', 'nobody'], 'no subject nobody'],
    ['an unknown reporter', ['run', '--reporter', 'html'], 'no reporter html'],
    ['two reporters', ['run', '--json', '--reporter', 'junit'], 'contradict'],
    ['an output in a directory that is not there', ['run', '--output', 'gone/report.json'], 'no directory gone'],
    ['an output that is a directory', ['run', '--output', '.'], 'is a directory'],
    ['a wrong expression', ['run', '--filter', '/(/'], '--filter'],
    ['a wrong number', ['run', '--seed', 'x'], '--seed'],
    ['a file that is not there', ['run', '--code-map', 'gone.json'], 'gone.json'],
    ['a command without --', ['run', 'node'], 'after --'],
    ['an empty command', ['run', '--'], 'no command after --'],
    ['an empty program', ['run', '--', ''], 'the first word after -- is empty'],
    ['an output with an endless name', ['run', '--output', LONG], 'ENAMETOOLONG'],
    ['known failures that are no list', ['run', '--write-known-failures', BIN], 'is not JSON'],
    ['a topic without help', ['help', 'failures'], 'there is on main, run, list, show, replay, explain'],
  ] as const)('2: %s', async ([, args, words]) => {
    const refused = await main(args).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).message).toContain(words);
  });

  test.for([
    ['a requirement that does not exist', 'FEED-99', 'requirement or rejection code FEED-99; is it FEED-9'],
    ['a rejection code that does not exist', 'path-from', 'is it path-form'],
    ['a check that does not exist', 'identifiers/nothing', 'no check'],
    ['a word like no other', 'qqqqqqq', 'list prints the checks'],
  ] as const)('2: %s, to be shown', ([, name, words]) => {
    expect(() => show([name])).toThrow(UsageError);
    expect(() => show([name])).toThrow(words);
  });

  test('3: nothing was selected', async () => {
    expect((await hostile('none', '--filter', 'zzz')).status).toBe(3);
  });

  test('4: the program does not start', () => {
    const { status, stdout } = cli('run', '--', './gone');
    expect(status).toBe(4);
    expect(stdout).toContain('did not start');
  });

  test('2: the working directory is gone', () => {
    const gone = mkdtempSync(join(tmpdir(), 'rockpool-gone-'));
    const script = `cd ${gone} && rmdir ${gone} && exec "$0" "$1" run -- true`;
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, BIN], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('the working directory is not there any more')]);
    expect(stderr).not.toContain('    at ');
  });

  test.for([
    ['a long script for a shell', ['sh', '-c', LONG], 'it exited with status 0'],
    ['a program with an endless name', ['x'.repeat(5_000)], 'no program has so long a name'],
    ['a directory', ['/'], '/ is a directory; name a program in it'],
  ] as const)('4: %s', ([, command, words]) => {
    const { status, stdout } = cli('run', '--', ...command);
    expect(status).toBe(4);
    expect(stdout).toContain(words);
  });

  test('4: the handshake fails', () => {
    expect(judged('hello-protocol').status).toBe(4);
  });

  /** The processes of the subject that the next test starts. */
  const running = (): string[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return command.includes(`${HOSTILE}\0--fault\0slow\0`) && !command.includes(BIN);
        } catch {
          // It ended while it was looked at.
          return false;
        }
      });

  test.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '3: the run was interrupted by %s, and no process and no folder is left',
    async (signal) => {
      const temporary = mkdtempSync(join(folder, 'temporary-'));
      const child = spawn(
        process.execPath,
        [BIN, 'run', '--json', '--timeout', '60', ...FEW, '--', process.execPath, HOSTILE, '--fault', 'slow'],
        { cwd: folder, env: { ...process.env, TMPDIR: temporary } },
      );
      let stdout = '';
      child.stdout.on('data', (chunk) => {
        stdout += chunk;
      });
      // From its first question on, the subject answers nothing more.
      while (running().length === 0) await new Promise((done) => setTimeout(done, 50));
      expect(readdirSync(temporary).filter((name) => name.startsWith('rockpool-'))).toHaveLength(1);
      child.kill(signal);
      const status = await new Promise((done) => child.on('close', done));
      expect(status).toBe(3);
      expect(JSON.parse(stdout)).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
      expect(running()).toEqual([]);
      expect(readdirSync(temporary).filter((name) => name.startsWith('rockpool-'))).toEqual([]);
    },
  );

  test('3: a second signal ends the judge at once, and nothing of the subject is left', async () => {
    const temporary = mkdtempSync(join(folder, 'temporary-'));
    // Silent from the beginning, so that the first signal has to wait for the handshake.
    const child = spawn(process.execPath, [BIN, 'run', '--', process.execPath, HOSTILE, '--fault', 'silent'], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
    });
    const mine = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('rockpool-'));
    while (mine().length === 0) await new Promise((done) => setTimeout(done, 50));
    child.kill('SIGTERM');
    await new Promise((done) => setTimeout(done, 100));
    child.kill('SIGTERM');
    expect(await new Promise((done) => child.on('close', done))).toBe(3);
    expect(mine()).toEqual([]);
  });
});

describe('Files', () => {
  test('a report is written to --output and the verdict to standard output', async () => {
    const { stdout } = await hostile('none', ...FEW, '--json', '--output', 'report.json');
    expect(stdout).toBe('Conformant: core, as far as selected (filter identifiers/key-*; no laws).\n');
    expect(validateReport(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a pipe is written to and not replaced', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'ignore', 'ignore'] });
    const { status } = await hostile('none', ...FEW, '--output', 'pipe');
    reader.kill();
    expect(status).toBe(0);
    expect(statSync(pipe).isFIFO()).toBe(true);
    rmSync(pipe);
  });

  test('whoever has read enough may close its standard output', () => {
    const script = '"$0" "$1" list | head -1';
    const { status, stdout, stderr } = spawnSync('bash', ['-o', 'pipefail', '-c', script, process.execPath, BIN], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(status).toBe(0);
    expect(stderr).toMatch(/^(\d+ checks, of which \d+ are laws\na run adds \d+ siblings.* in all\n)?$/);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  test('known failures are written, refused without a reason, and taken with one', async () => {
    await hostile('says-yes', ...FEW, '--write-known-failures', 'known.json');
    const entries = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')) as { check: string; reason: string }[];
    expect(entries).toEqual([{ check: 'subject/unknown-method', reason: '' }]);
    expect((await hostile('says-yes', ...FEW, '--known-failures', 'known.json')).status).toBe(1);
    writeFileSync(
      join(folder, 'known.json'),
      JSON.stringify(entries.map(({ check }) => ({ check, reason: 'until 2.0' }))),
    );
    expect((await hostile('says-yes', ...FEW, '--known-failures', 'known.json')).status).toBe(0);
  });

  test('a known failure of a profile that is not asked about exists, and one of no profile does not', async () => {
    const statusWith = async (check: string): Promise<number> => {
      writeFileSync(join(folder, 'other.json'), JSON.stringify([{ check, reason: 'until 2.0' }]));
      return (await hostile('none', ...FEW, '--known-failures', 'other.json')).status;
    };
    expect(await statusWith('documents/wiki-page')).toBe(0);
    expect(await statusWith('documents/nothing')).toBe(1);
  });

  test('known failures that were not asked stay, with their reasons', async () => {
    const before = [
      { check: 'encoding/null', reason: 'until 2.0' },
      { check: 'subject/unknown-method', reason: 'never' },
      { check: 'identifiers/key-spare-b', reason: 'it passes' },
    ];
    const file = join(folder, 'kept.json');
    for (const known of [['--known-failures', 'kept.json'], []]) {
      writeFileSync(file, JSON.stringify(before));
      const { stderr } = await hostile('says-yes', ...FEW, ...known, '--write-known-failures', 'kept.json');
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(before.slice(0, 2));
      expect(stderr).toContain('2 known failures written to kept.json');
    }
  });

  test('a code map that names no code is refused', () => {
    writeFileSync(join(folder, 'codes.json'), '{"E1":"no-such-code"}');
    const { status, stderr } = judged('none', '--code-map', 'codes.json');
    expect(status).toBe(2);
    expect(stderr).toContain('no-such-code');
  });

  test('a broken law leaves a file, which replay reads', async () => {
    const args = ['--filter', 'law/id-form', '--runs', '20', '--repro-dir', 'found'];
    const { status, stderr } = await hostile('code-number', ...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining('found')]);
    const [name] = readdirSync(join(folder, 'found'));
    const file = join('found', name ?? '');
    expect((await here(replay, file, ...subject('code-number'))).status).toBe(1);
    const fixed = await here(replay, file, '--', process.execPath, HOSTILE);
    expect([fixed.status, fixed.stdout]).toEqual([0, expect.stringContaining('holds for this example')]);
    expect(fixed.stdout).not.toMatch(/Conformant|as far as selected/);
  });

  test('a broken law leaves nothing in the working directory', () => {
    const temporary = mkdtempSync(join(folder, 'temporary-'));
    const here = mkdtempSync(join(folder, 'here-'));
    const args = ['run', '--filter', 'law/id-form', '--runs', '20'];
    const subject = ['--', process.execPath, HOSTILE, '--fault', 'code-number'];
    const told = (more: string[]): string =>
      spawnSync(process.execPath, [BIN, ...args, ...more, ...subject], {
        encoding: 'utf8',
        cwd: here,
        env: { ...process.env, TMPDIR: temporary },
      }).stderr;
    const [path = ''] = /\S+\.json/.exec(told([])) ?? [];
    expect(path.startsWith(join(temporary, 'rockpool-repro-'))).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ law: 'law/id-form' });
    expect(readdirSync(here)).toEqual([]);
    expect(told(['--output', join(temporary, 'report.txt')])).toContain(join(temporary, 'repro/'));
    expect(readdirSync(here)).toEqual([]);
  });
});

describe('A run until the first failure', () => {
  test('ends there, is not conformant, and says so', async () => {
    const { status, stdout } = await hostile('code-number', '--profile', 'core', '--until-first-failure');
    expect(status).toBe(1);
    expect(stdout).toMatch(/Not conformant: .* failed in .*the run ended at the first failure/);
    const [, , failed] = /^ {2}core +failed +(\d+) +(\d+)/m.exec(stdout) ?? [];
    // Those that were under way, at most.
    expect(Number(failed)).toBeLessThanOrEqual(16);
    expect(stdout).toMatch(/Could not run\n +\d+ {2}the run ended at the first failure/);
  });

  test('goes on after a known one', async () => {
    writeFileSync(join(folder, 'one.json'), '[{"check":"subject/unknown-method","reason":"never"}]');
    const { status } = await hostile('says-yes', ...FEW, '--until-first-failure', '--known-failures', 'one.json');
    expect(status).toBe(0);
  });
});

describe('Help', () => {
  test.for(['run', 'list', 'show', 'replay', 'help'])('%s has some', async (command) => {
    const { status, stdout } = await here(main, command, '--help');
    expect([status, stdout.includes('rockpool-conformance')]).toEqual([0, true]);
  });

  test('list and show tell what would be asked', async () => {
    const { stdout } = await here(list, '--filter', 'ID-6', '--json');
    const [first] = JSON.parse(stdout) as { id: string }[];
    const shown = await here(show, first?.id ?? '');
    expect(shown.status).toBe(0);
    expect(shown.stdout).toContain('ID-6  Where identifiers of one kind are put in order');
  });

  test('list counts what the table of a run counts', async () => {
    const { stdout, stderr } = await here(list, '--profile', 'core', '--filter', 'ID-?');
    const lines = stdout.trim().split('\n');
    expect(stderr).toBe(`${lines.length} checks, of which 2 are laws\n`);
    const table = (await hostile('none', '--filter', 'ID-?', '--runs', '1', '--siblings', '4')).stdout;
    const siblings = Number(/^ {2}(\d+) checks of these are siblings/m.exec(table)?.[1]);
    expect(siblings).toBeGreaterThan(0);
    expect(/^ {2}core .*/m.exec(table)?.[0].split(/ +/).slice(3, 4)).toEqual([String(lines.length + siblings)]);
    const none = (await hostile('none', '--filter', 'law/document-*')).stdout;
    const documents = (await here(list, '--filter', 'law/document-*')).stderr.trim();
    expect(none).toContain(`the filter law/document-* matches ${documents}, in documents`);
  });

  test('list tells what each run judges of the conversation, as a profile that list alone takes', async () => {
    expect((await here(list, '--filter', 'SUB-10')).stdout).toBe('subject/grows-evenly  hello  SUB-10\n');
    const { stdout } = await here(list, '--profile', 'subject', '--filter', 'SUB-7');
    expect(stdout).toContain('subject/claims-core  hello  SUB-7\n');
    expect((await hostile('none', '--filter', 'SUB-10')).stdout).toContain(
      'the filter SUB-10 matches only what each run judges of the conversation',
    );
  });

  test('show tells a question that a law asks', async () => {
    const { stdout } = await here(show, 'law/id-order');
    expect(stdout).toMatch(/\nasked {6}id\.sort, for example\n {2}\{\n {4}"ids": \[/);
    expect(JSON.parse((await here(show, 'law/id-order', '--json')).stdout).example.expect.ok.ids).toBeInstanceOf(Array);
  });

  test('show tells what exercises a requirement', async () => {
    const { status, stdout } = await here(show, 'DOC-7');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^DOC-7 {2}.*\(path-form\) \(spec\/05-documents\.md\)\n/);
    const found = JSON.parse((await here(show, 'DOC-7', '--json')).stdout) as { id: string; checks: { id: string }[] };
    const listed = JSON.parse((await here(list, '--filter', 'DOC-7', '--json')).stdout) as { id: string }[];
    expect(found.checks.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
    expect(stdout).toContain(`exercised by ${listed.length} checks\n`);
  });

  test('show tells what a rejection code means, when it is given, for which rules, and who expects it', async () => {
    const { status, stdout } = await here(show, 'path-form');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^path-form {2}.+\n\nphase {6}form\n\n/);
    expect(stdout).toMatch(/\nDOC-7 {2}.*\(spec\/05-documents\.md\)\n/);
    const found = JSON.parse((await here(show, 'path-form', '--json')).stdout) as {
      requirements: string[];
      checks: object[];
    };
    expect(found.requirements).toContain('DOC-7');
    expect(stdout).toContain(`expected by ${found.checks.length} checks\n`);
  });

  test.for([
    ['subject/unknown-method', 'SUB-3'],
    ['subject/claims-core', 'SUB-7'],
  ] as const)('show tells of %s by %s', async ([id, rule]) => {
    expect((await here(show, id)).stdout).toMatch(new RegExp(`^${rule} {2}`));
  });

  test('show names the check that one differs from by its title', async () => {
    expect((await here(show, 'encoding/null')).stdout).toContain(
      'differs    from encoding/bare-true (a text: true by itself)',
    );
  });

  test('explain says what each line of a failure means', async () => {
    const { status, stdout } = await here(main, 'help', 'explain');
    expect(status).toBe(0);
    for (const name of ['about', 'code', 'never', 'tested', 'differs', 'input', 'where', 'likewise', 'in full'])
      expect(stdout).toContain(name);
  });

  test('show tells of a rule of the conversation that no check names it', async () => {
    const { stdout } = await here(show, 'SUB-4');
    expect(stdout).toContain('exercised by what a run sees of how the program talks with the judge');
  });
});
