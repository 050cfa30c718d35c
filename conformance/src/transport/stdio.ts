import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import '../node/debugger.ts';
import { statOf } from '../node/files.ts';
import type { Sandbox } from '../node/sandbox.ts';
import { UsageError } from '../node/usage-error.ts';
import { killDescendants, MARK, startOf } from './descendants.ts';
import { splitLines } from './lines.ts';
import { whyNotStarted } from './not-started.ts';
import { CLOSE_MILLIS, type Ending, type Kept, type Launch, type Listener, type Transport } from './port.ts';
import { keepTail } from './ring.ts';

export type StdioOptions = {
  /** Names of further environment variables that the subject may see. */
  env?: readonly string[];
  /** Where relative paths of the command start; the directory of the judge where absent. */
  directory?: string;
  /** Where the subject is shut in; it runs freely where absent. */
  sandbox?: Sandbox | undefined;
};

/** What a process has written is waited for so long after its end: what it left behind can hold its pipes open for ever. */
const MAX_DRAIN_MILLIS = 500;

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
    return statOf(path)?.isFile() ? path : word;
  });

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

/** So many messages are not held back for more of the same turn: the subject works on them meanwhile. */
const MOST_WAITING = 16;

/** However the judge ends, nothing that it started outlives it, and no folder of it stays. */
const living = new Set<() => void>();
process.on('exit', () => {
  for (const clear of living) clear();
});

/** Where the operator stands; a directory that was deleted meanwhile is a mistake of hers. */
const presentDirectory = (): string => {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('the working directory is not there any more; go to another one');
  }
};

const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'rockpool-subject-'));

const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 });

/** A subject that the system refused to start at once. */
const neverStarted = (listener: Listener, reason: string): Transport => {
  queueMicrotask(() => listener.end({ how: 'not-started', reason }));
  const done = (): Promise<void> => Promise.resolve();
  return { send: () => undefined, close: done, kill: done, stderr: () => '' };
};

/**
 * A subject as a child process: no shell, its own process group, an empty directory, few environment variables.
 * Throws `RangeError` for an empty command.
 */
export const stdioSubject = (command: readonly string[], options: StdioOptions = {}): Launch => {
  const resolved = resolveCommand(command, options.directory ?? presentDirectory());
  if (resolved.length === 0) throw new RangeError('the command is empty');
  const env = environment([...ALLOWED_ENV, ...(options.env ?? [])]);
  const startIn = (cwd: string, listener: Listener, leaveFolder: () => void): Transport => {
    const mark = randomUUID();
    const [program = '', ...args] = options.sandbox?.(resolved, cwd) ?? resolved;
    let child: ChildProcessWithoutNullStreams;
    try {
      const marked = { ...env, [MARK]: mark };
      child = spawn(program, args, { cwd, env: marked, detached: true, stdio: 'pipe', windowsHide: true });
    } catch (error) {
      leaveFolder();
      return neverStarted(listener, whyNotStarted(program, error as NodeJS.ErrnoException));
    }
    const start = startOf(child.pid);
    const clear = (): void => {
      living.delete(clear);
      // Before the group: of what is gone, nobody descends any more.
      const alive = child.exitCode === null && child.signalCode === null ? child.pid : undefined;
      killDescendants(alive, start, cwd, mark);
      killGroup(child);
      leaveFolder();
    };
    living.add(clear);
    const errors = keepTail();
    let over = false;
    let leaving = false;
    const { promise: gone, resolve: settle } = Promise.withResolvers<void>();
    // What was ended by force holds its files for a moment more.
    const exited = new Promise((done) => child.once('exit', done));
    const end = (ending: Ending): void => {
      if (over) return;
      over = true;
      clear();
      settle();
      if (!leaving) listener.end(ending);
    };
    const take = splitLines({ line: (text) => listener.message(text), garbage: (what) => listener.garbage(what) });
    child.stdout.on('data', (chunk: Buffer) => {
      if (!over) take(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error) => end({ how: 'not-started', reason: whyNotStarted(program, error) }));
    // Not 'close': a forked grandchild can hold the pipes open for ever. What was written before is read first.
    child.on('exit', (code, signal) => {
      const ending: Ending = signal === null ? { how: 'exit', code: code ?? 0 } : { how: 'signal', signal };
      const open = [child.stdout, child.stderr].filter(({ readableEnded }) => !readableEnded);
      void Promise.allSettled(open.map((stream) => once(stream, 'end'))).then(() => end(ending));
      if (open.length > 0) setTimeout(() => end(ending), MAX_DRAIN_MILLIS);
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
        return child.pid === undefined ? gone : exited.then(() => gone);
      },
      stderr: () => errors.text(),
    };
  };
  const start: Launch = (listener) => {
    const cwd = makeFolder();
    return startIn(cwd, listener, () => removeFolder(cwd));
  };
  return Object.assign(start, {
    keep: (): Kept => {
      const cwd = makeFolder();
      const remove = (): void => {
        living.delete(remove);
        removeFolder(cwd);
      };
      living.add(remove);
      return { launch: (listener) => startIn(cwd, listener, () => undefined), remove };
    },
  });
};
