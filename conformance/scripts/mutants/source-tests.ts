import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceMutant } from './source-build.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Those that ask a replica what no subject is asked: how it waits, what lies in its store, what the command line reads of it. */
const TESTS = ['replica', 'stores', 'host', 'fuzz-replica', 'cli-documents', 'cli-messages'];
/** Tests that take longer are in a loop: on a busy machine they take a tenth of it. */
const LIMIT_MILLIS = 600_000;

/** The reference's own tests, in a copy beside its changed source. */
export interface OwnTests {
  /** Whether a test fails with this mutant switched on. */
  readonly notice: (mutant: SourceMutant) => boolean;
  readonly end: () => void;
}

/**
 * Copies the tests to where the tools take them for nobody's package.
 * @param source the directory with the changed source.
 */
export const startOwnTests = (source: string): OwnTests => {
  const copy = mkdtempSync(join(tmpdir(), 'rockpool-source-mutants-'));
  cpSync(source, join(copy, 'reference/src'), { recursive: true });
  for (const part of ['test', 'scripts', 'package.json']) {
    cpSync(join(ROOT, 'reference', part), join(copy, 'reference', part), { recursive: true });
  }
  for (const beside of ['node_modules', 'scripts', 'vectors']) {
    symlinkSync(join(ROOT, beside), join(copy, beside));
  }
  const passes = (mutant: string): boolean => {
    const files = TESTS.map((name) => `reference/test/${name}.test.ts`);
    const { status } = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--bail=1', '--no-isolate', ...files],
      // The changed source reads this.
      { cwd: copy, env: { ...process.env, __STRYKER_ACTIVE_MUTANT__: mutant }, timeout: LIMIT_MILLIS, stdio: 'ignore' },
    );
    return status === 0;
  };
  if (!passes('none')) throw new Error(`the reference's own tests fail in ${copy}, with nothing changed`);
  return { notice: ({ id }) => !passes(id), end: () => rmSync(copy, { recursive: true }) };
};
