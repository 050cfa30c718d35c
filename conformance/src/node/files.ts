import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Parsed JSON of a file; a file that is not there or no JSON is the operator's mistake. */
export const readJson = (path: string): unknown => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${path}: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
};

/** What is at a path, or nothing: also where the path is too long, leads in a circle or through what is no directory. */
export const statOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
};

/** Why nothing can ever be at a path; undefined where something could. */
const faultOf = (path: string): string | undefined => {
  try {
    statSync(path, { throwIfNoEntry: false });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

/** A pipe or a device is written to, never replaced. */
export const isSpecial = (path: string): boolean => {
  const found = statOf(path);
  return found !== undefined && !found.isFile() && !found.isDirectory();
};

/** Before the work that leads to a file: that it can be written. */
export const checkWritable = (option: string, path: string | undefined): void => {
  if (path === undefined || isSpecial(path)) return;
  const bad = (why: string): never => {
    throw new UsageError(`--${option} ${path}: ${why}`);
  };
  const folder = dirname(path);
  const fault = faultOf(path);
  if (fault !== undefined) bad(fault);
  if (statOf(path)?.isDirectory()) bad('that is a directory; name a file in it');
  if (!statOf(folder)?.isDirectory()) bad(`there is no directory ${folder}; make it first`);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    bad((error as Error).message);
  }
};

/** Replaces a file as a whole: whoever reads it sees the old text or the new one. */
export const writeWhole = (path: string, text: string): void => {
  const temporary = join(dirname(path), `.${process.pid}-${Date.now()}.tmp`);
  try {
    if (isSpecial(path)) return writeFileSync(path, text);
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`cannot write ${path}: ${(error as Error).message}`);
  }
};

/** A new folder whose name begins so. */
export const freshFolder = (prefix: string): string => {
  try {
    return mkdtempSync(prefix);
  } catch (error) {
    throw new UsageError(`cannot make a folder ${prefix}…: ${(error as Error).message}`);
  }
};

/** Makes one directory; not its parents, of which a typing mistake would make a tree. */
export const ensureFolder = (option: string, path: string): void => {
  try {
    if (!statOf(path)) mkdirSync(path);
  } catch (error) {
    throw new UsageError(`--${option} ${path}: ${(error as Error).message}`);
  }
};
