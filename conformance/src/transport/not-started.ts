import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { statOf } from '../node/files.ts';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Kernels read no further for the name of an interpreter. */
const SHEBANG_BYTES = 256;

/** What the first line of a script names behind `#!`, as it stands there. */
const interpreterOf = (path: string): string | undefined => {
  const bytes = Buffer.alloc(SHEBANG_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, bytes, 0, SHEBANG_BYTES, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
  return /^#![ \t]*([^ \t\n\0]+)/.exec(bytes.toString('latin1'))?.[1];
};

/** Where a program is that is named without a slash. */
const findProgram = (program: string): string =>
  program.includes('/')
    ? program
    : ((process.env.PATH ?? '')
        .split(':')
        .map((folder) => join(folder, program))
        .find((path) => statOf(path)?.isFile()) ?? program);

const aboutInterpreter = (path: string): string | undefined => {
  const interpreter = interpreterOf(path);
  if (interpreter === undefined) return undefined;
  const named = `its first line names the interpreter ${interpreter.replace('\r', '')}`;
  if (interpreter.endsWith('\r')) return `${named} and ends in CR LF; write it with line feeds alone`;
  if (!statOf(interpreter)?.isFile()) return `${named}, which is not there`;
  return isExecutable(interpreter) ? undefined : `${named}, which is not executable`;
};

const BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program; is it spelled right? a program in the present directory is ./program',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'no program has so long a name; give the words of the command separately after --',
  ENOTDIR: 'its path leads through something that is not a directory',
  E2BIG: 'its command line is longer than this system takes',
  EACCES: 'it may not be executed here; check its permissions, and those of the directories above it',
};

/** Names that nobody would read to the end. */
const LONG = 80;

/** Why a program could not be started, in words for the operator. */
export const whyNotStarted = (program: string, { code = '', message }: NodeJS.ErrnoException): string => {
  const name = program.length > LONG ? `${program.slice(0, LONG)}…` : program;
  const path = findProgram(program);
  const found = statOf(path);
  if (found?.isDirectory()) return `${name} is a directory; name a program in it`;
  const why = found?.isFile() ? aboutInterpreter(path) : undefined;
  if (why !== undefined) return `${name} cannot be started: ${why}`;
  if (found?.isFile() && !isExecutable(path))
    return `${name} is not executable; make it so (chmod +x), or name its interpreter before it`;
  return `${name} cannot be started: ${BY_CODE[code] ?? message}`;
};
