import { join } from 'node:path';
import { type Suite, suite } from '../../src/index.ts';
import { FAULTS } from '../../test/fixtures/faults.ts';
import { HOSTILE } from '../../test/fixtures/hostile.ts';
import { fixtureSuite } from '../../test/fixtures/suite.ts';

/** A program that is wrong in one known way. */
export interface Mutant {
  /** The requirement that it breaks. */
  readonly requirement: string;
  /** What is wrong with it, in words. */
  readonly title: string;
  readonly command: readonly string[];
  readonly suite: Suite;
  /** Asked are only the checks that name this: the others cannot notice by the right name. */
  readonly filter?: string;
  /** Answers that never come are waited for no longer than this, where it is not the judge's usual time. */
  readonly timeoutMillis?: number;
}

const ROOT = join(import.meta.dirname, '../../..');
/** A hanging mutant is as dead after a second as after ten. */
const HANG_MILLIS = 1_000;

const hostileMutants = (): Mutant[] =>
  FAULTS.map(({ fault, requirement, title }) => ({
    requirement,
    title,
    command: [process.execPath, HOSTILE, '--fault', fault],
    // How it answers is what matters, not what.
    suite: fixtureSuite,
    // A slow mutant hangs not, nor does one that writes 100 MB.
    ...(requirement === 'SUB-10' || fault === 'endless-line' ? {} : { timeoutMillis: HANG_MILLIS }),
  }));

/** What no single answer shows. */
const ONE_NONCE: Mutant = {
  requirement: 'SIG-8',
  title: 'signs all messages with one nonce',
  command: [process.execPath, join(ROOT, 'conformance/test/fixtures/one-nonce.mjs')],
  suite,
  filter: 'SIG-8',
};

/** The programs that are wrong in the conversation, or over several answers; see `listRuleMutants` for the rules. */
export const listPrograms = (): Mutant[] => [ONE_NONCE, ...hostileMutants()];

export const REFERENCE_COMMAND: readonly string[] = [join(ROOT, 'reference/subject')];
