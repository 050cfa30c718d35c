import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@rockpool/schemas';
import { absoluteCommand, type Subject } from './subject.ts';

const JUDGE = join(import.meta.dirname, '../../bin/rockpool-conformance.mjs');
const SEED = 1;
const MAX_MINUTES = 20;

/** Runs the judge as an implementer does, by its command, and gives its report. */
export const judge = (subject: Subject): Report => {
  const folder = mkdtempSync(join(tmpdir(), 'rockpool-subjects-'));
  const output = join(folder, 'report.json');
  const options = ['--reporter', 'json', '--output', output, '--seed', String(SEED), '--repro-dir', folder];
  try {
    const { error } = spawnSync(process.execPath, [JUDGE, 'run', ...options, '--', ...absoluteCommand(subject)], {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: MAX_MINUTES * 60_000,
    });
    if (error) throw error;
    return JSON.parse(readFileSync(output, 'utf8'));
  } catch (cause) {
    throw new Error(`the judge gave no report on ${subject.name}`, { cause });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
