import { rejectionCodes } from '@rockpool/schemas';
import type { CodeMap } from '../verdict/code-map.ts';
import { readJson } from './files.ts';
import { UsageError } from './usage-error.ts';

const KNOWN = new Set<string>(rejectionCodes.map(({ code }) => code));

/** Reads an object from a library's names to one or more codes of the specification. */
export const readCodeMap = (path: string): CodeMap => {
  const value = readJson(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${path} must be an object whose names are the subject's codes`);
  }
  for (const [theirs, ours] of Object.entries(value)) {
    for (const code of [ours].flat()) {
      if (typeof code !== 'string' || !KNOWN.has(code)) {
        throw new UsageError(`${path}: ${theirs} stands for ${JSON.stringify(code)}, which is no rejection code`);
      }
    }
  }
  return value as CodeMap;
};
