import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { WorldError } from '../cli/command.ts';
import type { Folder, StoreLimits, StoreWatch } from '../cli/folder.ts';
import { reasonOf } from './reason.ts';
import { lockFile } from './sqlite-file.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { watchSqliteFile } from './sqlite-watch.ts';

/** What decides where data are kept. */
export interface Host {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The home folder. */
  readonly home: string;
}

export const folderVariable = 'ROCKPOOL_DATA';

/** Where data are kept if nobody says where: by that variable, or where the platform has such data. */
export function defaultFolder({ platform, env, home }: Host): string {
  const named = env[folderVariable];
  if (named) return named;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'rockpool');
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'rockpool');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'rockpool');
}

const ownFile = 0o600;
const ownFolder = 0o700;

/** The files of a folder. It is made when something is first written. */
export class DataFolder implements Folder {
  readonly path: string;

  readonly #patienceMillis: number;

  /** @param patienceMillis how long to wait for another program that works in the folder. */
  constructor(path: string, patienceMillis = 5_000) {
    this.path = resolve(path);
    this.#patienceMillis = patienceMillis;
  }

  pathOf(name: string): string {
    return join(this.path, name);
  }

  has(name: string): boolean {
    return fs.existsSync(this.pathOf(name));
  }

  read(name: string): string | undefined {
    try {
      return fs.readFileSync(this.pathOf(name), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw this.#failure('read', name, error);
    }
  }

  write(name: string, text: string): void {
    const file = this.#place(name);
    const draft = `${file}.${randomUUID()}.new`;
    try {
      fs.writeFileSync(draft, text, { mode: ownFile, flag: 'wx', flush: true });
      fs.renameSync(draft, file);
    } catch (error) {
      fs.rmSync(draft, { force: true });
      throw this.#failure('write', name, error);
    }
  }

  isOpenToOthers(name: string): boolean {
    // On Windows the mode says nothing about others.
    if (process.platform === 'win32') return false;
    return (fs.statSync(this.pathOf(name)).mode & 0o077) !== 0;
  }

  bytes(beginning: string): number {
    const start = this.pathOf(beginning);
    const folder = dirname(start);
    if (!fs.existsSync(folder)) return 0;
    return fs
      .readdirSync(folder)
      .filter((name) => name.startsWith(basename(start)))
      .reduce((sum, name) => sum + (fs.statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  }

  locked<T>(work: () => T): T {
    const file = this.#place('book-lock');
    let lock: DatabaseSync;
    try {
      lock = lockFile(file, this.#patienceMillis);
    } catch (cause) {
      throw new WorldError(
        `cannot change the address book in ${this.path}: ${reasonOf(cause)}; end the other program that does, or try again`,
        { cause },
      );
    }
    try {
      return work();
    } finally {
      lock.close();
    }
  }

  openStore(name: string, { maxBytes }: StoreLimits = {}) {
    const file = this.#place(name);
    // SQLite gives the files beside it the mode of this one.
    if (!fs.existsSync(file)) this.#make(name, file);
    return openSqliteStore(file, { patienceMillis: this.#patienceMillis, ...(maxBytes !== undefined && { maxBytes }) });
  }

  watchStore(name: string): StoreWatch {
    return watchSqliteFile(this.pathOf(name));
  }

  /** Where a file is to lie, in a folder that is there. */
  #place(name: string): string {
    const file = this.pathOf(name);
    try {
      fs.mkdirSync(dirname(file), { recursive: true, mode: ownFolder });
    } catch (error) {
      throw this.#failure('make the folder of', name, error);
    }
    return file;
  }

  #make(name: string, file: string): void {
    try {
      fs.closeSync(fs.openSync(file, 'a', ownFile));
    } catch (error) {
      throw this.#failure('write', name, error);
    }
  }

  #failure(verb: string, name: string, error: unknown): WorldError {
    return new WorldError(
      `cannot ${verb} ${this.pathOf(name)}: ${reasonOf(error)}; allow that, or name another folder with --data DIR or ${folderVariable}`,
      { cause: error },
    );
  }
}
