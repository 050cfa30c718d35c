import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import '../node/debugger.ts';
import type { Sandbox } from '../node/sandbox.ts';
import { splitLines } from './lines.ts';
import { CLOSE_MILLIS, type Ending, type Launch } from './port.ts';
import { keepTail } from './ring.ts';

export type StdioOptions = {
  /** Names of further environment variables that the subject may see. */
  env?: readonly string[];
  /** Where relative paths of the command start; the directory of the judge where absent. */
  directory?: string;
  /** Where the subject is shut in; it runs freely where absent. */
  sandbox?: Sandbox | undefined;
};

const ALLOWED_ENV = ['PATH', 'HOME', 'LANG', 'TMPDIR'];

const environment = (names: readonly string[]): NodeJS.ProcessEnv => {
  const env: NodeJS.ProcessEnv = {};
  for (const name of names) if (process.env[name] !== undefined) env[name] = process.env[name];
  return env;
};

/**
 * The subject runs in an empty directory, where `node adapter.js` would find nothing: a word of the command that names an
 * existing file from where the operator stands becomes an absolute path. Options, names of directories and a program
 * without a slash stay.
 */
export const resolveCommand = (command: readonly string[], directory: string): string[] =>
  command.map((word, index) => {
    if (word.startsWith('-') || (index === 0 && !/[/\\]/.test(word))) return word;
    const path = resolve(directory, word);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? path : word;
  });

const HINTS: Readonly<Record<string, string>> = {
  ENOENT: '; is it spelled right? a program in the present directory is ./program',
  EACCES: '; is it executable?',
};

const hintOn = ({ code = '' }: NodeJS.ErrnoException): string => HINTS[code] ?? '';

/** Ends the whole process group: a shell wrapper's child, a forked helper. */
const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: nobody of the group is left, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/**
 * Ends what left the process group, as a daemon does: it still stands in the subject's directory, which is of this run
 * alone. Only where there is `/proc`; elsewhere a subject can leave a daemon behind.
 */
const killStragglers = (cwd: string): void => {
  if (process.platform !== 'linux') return;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (readlinkSync(`/proc/${name}/cwd`).startsWith(cwd)) process.kill(Number(name), 'SIGKILL');
    } catch (error) {
      // It ended meanwhile, or belongs to somebody else: then it is not the subject's.
      if (!['ENOENT', 'EACCES', 'EPERM', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
};

/** So many messages are not held back for more of the same turn: the subject works on them meanwhile. */
const MOST_WAITING = 16;

/** However the judge ends, nothing that it started outlives it. */
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) killGroup(child);
});

/**
 * A subject as a child process: no shell, its own process group, an empty directory, few environment variables.
 * Throws `RangeError` for an empty command.
 */
export const stdioSubject = (command: readonly string[], options: StdioOptions = {}): Launch => {
  const resolved = resolveCommand(command, options.directory ?? process.cwd());
  if (resolved.length === 0) throw new RangeError('the command is empty');
  const env = environment([...ALLOWED_ENV, ...(options.env ?? [])]);
  return (listener) => {
    const cwd = mkdtempSync(join(tmpdir(), 'rockpool-subject-'));
    const [program = '', ...args] = options.sandbox?.(resolved, cwd) ?? resolved;
    const child = spawn(program, args, { cwd, env, detached: true, stdio: 'pipe', windowsHide: true });
    living.add(child);
    const errors = keepTail();
    let over = false;
    let leaving = false;
    const { promise: gone, resolve: settle } = Promise.withResolvers<void>();
    const end = (ending: Ending): void => {
      if (over) return;
      over = true;
      killGroup(child);
      killStragglers(cwd);
      living.delete(child);
      rmSync(cwd, { recursive: true, force: true });
      settle();
      if (!leaving) listener.end(ending);
    };
    const take = splitLines({ line: (text) => listener.message(text), garbage: (what) => listener.garbage(what) });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!over) take(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error) => end({ how: 'not-started', reason: `${error.message}${hintOn(error)}` }));
    // Not 'close': a forked grandchild can hold the pipes open for ever. What was written before is read first.
    child.on('exit', (code, signal) => {
      const ending: Ending = signal === null ? { how: 'exit', code: code ?? 0 } : { how: 'signal', signal };
      if (child.stdout.readableEnded) end(ending);
      else {
        child.stdout.once('end', () => end(ending));
        setTimeout(() => end(ending), 200);
      }
    });
    child.stdout.on('end', () => setTimeout(() => end({ how: 'closed' }), 100));
    // A subject that stopped reading breaks the pipe; its end or its silence is reported on its own.
    child.stdin.on('error', () => undefined);
    let waiting: string[] = [];
    const flush = (): void => {
      if (waiting.length === 0) return;
      const batch = waiting;
      waiting = [];
      if (child.stdin.writable) child.stdin.write(batch.join(''));
    };
    return {
      send: (message) => {
        if (waiting.length === 0) queueMicrotask(flush);
        waiting.push(`${message}\n`);
        if (waiting.length === MOST_WAITING) flush();
      },
      close: () => {
        leaving = true;
        child.stdin.end();
        const timer = setTimeout(() => end({ how: 'signal', signal: 'SIGKILL' }), CLOSE_MILLIS);
        return gone.finally(() => clearTimeout(timer));
      },
      kill: () => {
        leaving = true;
        end({ how: 'signal', signal: 'SIGKILL' });
        return gone;
      },
      stderr: () => errors.text(),
    };
  };
};
