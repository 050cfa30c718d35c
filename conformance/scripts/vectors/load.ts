import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VectorCase } from '@rockpool/schemas';

/** A file of vectors on disk; `value` is undefined where it is no JSON. */
export type LoadedFile = { path: string; text: string; sha256: string; value: unknown };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One file below `vectors/`; undefined where it does not exist. */
export const loadFile = (root: string, path: string): LoadedFile | undefined => {
  const full = join(root, 'vectors', path);
  if (!existsSync(full)) return undefined;
  const text = readFileSync(full, 'utf8');
  return { path, text, sha256: createHash('sha256').update(text).digest('hex'), value: parse(text) };
};

/** The JSON files of `vectors/v1`, by path below `vectors/`. */
export const listFiles = (root: string): string[] => {
  const directory = join(root, 'vectors', 'v1');
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `v1/${name}`);
};

export type Requirement = { id: string; level: string; code?: string };

export const loadRequirements = (root: string): Requirement[] =>
  JSON.parse(readFileSync(join(root, 'spec', 'requirements.json'), 'utf8')) as Requirement[];

/** Whether a case expects a refusal. */
export const refuses = ({ expect }: VectorCase): boolean => 'reject' in expect;
