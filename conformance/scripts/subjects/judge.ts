import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@rockpool/schemas';
import { absoluteCommand, type Subject } from './subject.ts';

const JUDGE = join(import.meta.dirname, '../../bin/rockpool-conformance.mjs');
const SEED = 1;
const MAX_MINUTES = 20;
const MAX_BYTES = 2 ** 24;

/** Runs the judge as an implementer does, by its command, and gives its report. */
export const judge = async (subject: Subject): Promise<Report> => {
  const folder = mkdtempSync(join(tmpdir(), 'rockpool-subjects-'));
  const output = join(folder, 'report.json');
  const options = [
    '--reporter',
    'json',
    '--output',
    output,
    '--seed',
    String(SEED),
    '--siblings',
    '0',
    '--repro-dir',
    folder,
  ];
  const said = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [JUDGE, 'run', ...options, '--', ...absoluteCommand(subject)],
      { timeout: MAX_MINUTES * 60_000, maxBuffer: MAX_BYTES },
      (_, _stdout, stderr) => resolve(stderr),
    );
  });
  try {
    return JSON.parse(readFileSync(output, 'utf8'));
  } catch (cause) {
    throw new Error(`the judge gave no report on ${subject.name}: ${said}`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
