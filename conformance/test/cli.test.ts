import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateReport } from '@rockpool/schemas';
import { afterAll, describe, expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../bin/rockpool-conformance.mjs');
const HOSTILE = join(import.meta.dirname, 'fixtures/hostile.mjs');
const folder = mkdtempSync(join(tmpdir(), 'rockpool-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Few and cheap questions: the command is tested here, not the suite. */
const FEW = ['--filter', 'identifiers/key-*', '--runs', '0'];

const cli = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', cwd: folder });
  return { status, stdout, stderr };
};
const hostile = (fault: string, ...args: string[]) =>
  cli('run', ...args, '--', process.execPath, HOSTILE, '--fault', fault);

describe('Exit codes', () => {
  test('0: a profile was claimed and passed', () => {
    const { status, stdout } = hostile('none', ...FEW);
    expect(status).toBe(0);
    expect(stdout).toContain('Conformant: core, as far as selected');
  });

  test('1: a check failed', () => {
    expect(hostile('says-yes', ...FEW).status).toBe(1);
  });

  test.for([
    ['no command', [], 'run'],
    ['an unknown command', ['judge'], 'no command judge'],
    ['an unknown option', ['run', '--fast'], '--fast'],
    ['an unknown profile', ['run', '--profile', 'ssb'], 'no profile ssb'],
    ['an unknown subject', ['run', '--subject', 'nobody'], 'no subject nobody'],
    ['an unknown reporter', ['run', '--reporter', 'html'], 'no reporter html'],
    ['two reporters', ['run', '--json', '--reporter', 'junit'], 'contradict'],
    ['an output in a directory that is not there', ['run', '--output', 'gone/report.json'], 'no directory gone'],
    ['an output that is a directory', ['run', '--output', '.'], 'is a directory'],
    ['a wrong expression', ['run', '--filter', '/(/'], '--filter'],
    ['a wrong number', ['run', '--seed', 'x'], '--seed'],
    ['a file that is not there', ['run', '--code-map', 'gone.json'], 'gone.json'],
    ['a command without --', ['run', 'node'], 'behind --'],
    ['an empty command', ['run', '--'], 'no command behind --'],
    ['a check that does not exist', ['show', 'identifiers/nothing'], 'no check'],
    ['a requirement that does not exist', ['show', 'FEED-99'], 'requirement or rejection code FEED-99; is it FEED-9'],
    ['a rejection code that does not exist', ['show', 'path-from'], 'is it path-form'],
    ['a word like no other', ['show', 'qqqqqqq'], 'list prints the checks'],
    ['a topic without help', ['help', 'failures'], 'there is on main, run, list, show, replay, explain'],
  ] as const)('2: %s', ([, args, words]) => {
    const { status, stderr } = cli(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });

  test('3: nothing was selected', () => {
    expect(hostile('none', '--filter', 'zzz').status).toBe(3);
  });

  test('4: the program does not start', () => {
    const { status, stdout } = cli('run', '--', './gone');
    expect(status).toBe(4);
    expect(stdout).toContain('did not start');
  });

  test('4: the handshake fails', () => {
    expect(hostile('hello-protocol').status).toBe(4);
  });

  /** The processes of the subject that the next test starts. */
  const running = (): string[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          return command.includes(`${HOSTILE}\0--fault\0slow`) && !command.includes(BIN);
        } catch {
          // It ended while it was looked at.
          return false;
        }
      });

  test('3: the run was interrupted, and nothing of the subject is left', async () => {
    const child = spawn(
      process.execPath,
      [BIN, 'run', '--json', '--timeout', '60', ...FEW, '--', process.execPath, HOSTILE, '--fault', 'slow'],
      {
        cwd: folder,
      },
    );
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    // From its first question on, the subject answers nothing more.
    while (running().length === 0) await new Promise((done) => setTimeout(done, 50));
    child.kill('SIGINT');
    const status = await new Promise((done) => child.on('close', done));
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'incomplete', exitCode: 3 });
    expect(running()).toEqual([]);
  });
});

describe('Files', () => {
  test('a report is written to --output and the verdict to standard output', () => {
    const { stdout } = hostile('none', ...FEW, '--json', '--output', 'report.json');
    expect(stdout).toBe('Conformant: core, as far as selected (filter identifiers/key-*).\n');
    expect(validateReport(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a pipe is written to and not replaced', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'ignore', 'ignore'] });
    const { status } = hostile('none', ...FEW, '--output', 'pipe');
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
    expect(stderr).toMatch(/^(\d+ checks\n)?$/);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  test('known failures are written, refused without a reason, and taken with one', () => {
    hostile('says-yes', ...FEW, '--write-known-failures', 'known.json');
    const entries = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')) as { check: string; reason: string }[];
    expect(entries).toEqual([{ check: 'subject/unknown-method', reason: '' }]);
    expect(hostile('says-yes', ...FEW, '--known-failures', 'known.json').status).toBe(1);
    writeFileSync(
      join(folder, 'known.json'),
      JSON.stringify(entries.map(({ check }) => ({ check, reason: 'until 2.0' }))),
    );
    expect(hostile('says-yes', ...FEW, '--known-failures', 'known.json').status).toBe(0);
  });

  test('a code map that names no code is refused', () => {
    writeFileSync(join(folder, 'codes.json'), '{"E1":"no-such-code"}');
    const { status, stderr } = hostile('none', '--code-map', 'codes.json');
    expect(status).toBe(2);
    expect(stderr).toContain('no-such-code');
  });

  test('a broken law leaves a file, which replay reads', () => {
    const args = ['--filter', 'law/id-form', '--runs', '20', '--repro-dir', 'found'];
    const { status, stderr } = hostile('code-number', ...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining('found')]);
    const [name] = readdirSync(join(folder, 'found'));
    const file = join('found', name ?? '');
    expect(cli('replay', file, '--', process.execPath, HOSTILE, '--fault', 'code-number').status).toBe(1);
    const fixed = cli('replay', file, '--', process.execPath, HOSTILE);
    expect([fixed.status, fixed.stdout]).toEqual([0, expect.stringContaining('holds for this example')]);
  });
});

describe('Help', () => {
  test.for(['run', 'list', 'show', 'replay', 'help'])('%s has some', (command) => {
    const { status, stdout } = cli(command, '--help');
    expect([status, stdout.includes('rockpool-conformance')]).toEqual([0, true]);
  });

  test('list and show tell what would be asked', () => {
    const { stdout } = cli('list', '--filter', 'ID-6', '--json');
    const [first] = JSON.parse(stdout) as { id: string }[];
    const shown = cli('show', first?.id ?? '');
    expect(shown.status).toBe(0);
    expect(shown.stdout).toContain('ID-6  Where identifiers of one kind are put in order');
  });

  test('show tells what exercises a requirement', () => {
    const { status, stdout } = cli('show', 'DOC-7');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^DOC-7 {2}.*\(path-form\) \(spec\/05-documents\.md\)\n/);
    const found = JSON.parse(cli('show', 'DOC-7', '--json').stdout) as { id: string; checks: { id: string }[] };
    const listed = JSON.parse(cli('list', '--filter', 'DOC-7', '--json').stdout) as { id: string }[];
    expect(found.checks.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
    expect(stdout).toContain(`exercised by ${listed.length} checks\n`);
  });

  test('show tells what a rejection code means, when it is given, for which rules, and who expects it', () => {
    const { status, stdout } = cli('show', 'path-form');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^path-form {2}.+\n\nphase {6}form\n\n/);
    expect(stdout).toMatch(/\nDOC-7 {2}.*\(spec\/05-documents\.md\)\n/);
    const found = JSON.parse(cli('show', 'path-form', '--json').stdout) as { requirements: string[]; checks: object[] };
    expect(found.requirements).toContain('DOC-7');
    expect(stdout).toContain(`expected by ${found.checks.length} checks\n`);
  });

  test.for([
    ['subject/unknown-method', 'SUB-3'],
    ['subject/claims-core', 'SUB-7'],
  ] as const)('show tells of %s by %s', ([id, rule]) => {
    expect(cli('show', id).stdout).toMatch(new RegExp(`^${rule} {2}`));
  });

  test('show names the check that one differs from by its title', () => {
    expect(cli('show', 'encoding/null').stdout).toContain('differs    from encoding/bare-true (true by itself)');
  });

  test('explain says what each line of a failure means', () => {
    const { status, stdout } = cli('help', 'explain');
    expect(status).toBe(0);
    for (const name of ['about', 'code', 'never', 'tested', 'differs', 'input', 'where', 'likewise', 'in full'])
      expect(stdout).toContain(name);
  });

  test('show tells of a rule of the conversation that no check names it', () => {
    expect(cli('show', 'SUB-4').stdout).toContain('exercised by what a run sees of the conversation');
  });
});
