import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

/** A command that starts `command` in a sandbox in which only the folder `own` can be written to. */
export type Sandbox = (command: readonly string[], own: string) => string[];

const NAME = '@rockpool/conformance';

const isJudge = (folder: string): boolean => {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === NAME;
};

/** The judge's own folder, in this repository or installed. */
const judgeFolder = (folder: string = realpathSync(import.meta.dirname)): string =>
  isJudge(folder) || folder === dirname(folder) ? folder : judgeFolder(dirname(folder));

/** What of the judge's folder no subject needs, where one lives below it. */
const PARTS = ['bin', 'dist', 'recipes', 'scripts', 'src', 'test'];

/** The folders to hide: the judge's own, or those of its parts in which no word of the command lies. */
export const hiddenFrom = (command: readonly string[], judge: string = judgeFolder()): string[] => {
  const words = command.filter((word) => word.startsWith(sep) && existsSync(word)).map((word) => realpathSync(word));
  const free = (folder: string): boolean => existsSync(folder) && !words.some((word) => word.startsWith(folder + sep));
  return free(judge) ? [judge] : PARTS.map((part) => join(judge, part)).filter(free);
};

const ISOLATED = ['--unshare-all', '--die-with-parent', '--new-session', '--cap-drop', 'ALL'];
const SYSTEM = ['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const findBubblewrap = (path: string): string | undefined =>
  path
    .split(delimiter)
    .map((folder) => join(folder, 'bwrap'))
    .find(isExecutable);

/**
 * A sandbox made by bubblewrap: no network, no other processes, no new privileges, nothing to write to but the subject's own
 * folder, and the judge's hidden. Throws `UsageError` where there is none, or where the system does not let it work.
 */
export const openSandbox = (path: string = process.env.PATH ?? ''): Sandbox => {
  const program = findBubblewrap(path);
  if (program === undefined) {
    throw new UsageError(
      '--sandbox needs bubblewrap, whose program bwrap is not in PATH: install the package bubblewrap (Linux alone has it)',
    );
  }
  const tried = spawnSync(program, [...ISOLATED, ...SYSTEM, process.execPath, '--version'], { encoding: 'utf8' });
  if (tried.status !== 0) {
    throw new UsageError(`--sandbox: bubblewrap cannot work on this system: ${(tried.stderr ?? '').trim()}`);
  }
  return (command, own) => {
    const hide = hiddenFrom(command).flatMap((folder) => ['--tmpfs', folder]);
    const writable = ['--bind', own, own, '--chdir', own, '--setenv', 'TMPDIR', own];
    return [program, ...ISOLATED, ...SYSTEM, ...hide, ...writable, '--', ...command];
  };
};
