import { suite } from '../../src/suite.ts';
import { askInThread, type Starting } from './in-thread.ts';
import type { SourceMutant } from './source-build.ts';
import { loadReference, mutantSwitch } from './source-subject.ts';

/** One mutant, and the checks whose answers run through it, by their positions in the suite. */
export interface SourceTask {
  readonly module: string;
  readonly mutant: SourceMutant;
  /** Undefined of what runs while the module is loaded: then it is loaded anew, and everything is asked. */
  readonly covering: readonly number[] | undefined;
}

export interface SourceOutcome {
  readonly mutant: SourceMutant;
  /** The check that noticed it first, or what ended it; undefined of one that nothing noticed. */
  readonly noticedBy: string | undefined;
}

/** A loop that a mutant makes endless is ended after so many rounds. */
const MAX_HITS = 3_000_000;

/** What runs through a mutant is asked from near and far: neighbours in the suite are alike. */
const STRIDE = 97;

const spread = (positions: readonly number[]): number[] =>
  Array.from({ length: STRIDE }, (_, start) => positions.filter((_, i) => i % STRIDE === start)).flat();

const loaded = new Map<string, Promise<() => Starting>>();

const referenceFor = ({ module, mutant, covering }: SourceTask): Promise<() => Starting> => {
  const engine = mutant.file.startsWith('signature/') ? 'js' : 'node';
  if (covering === undefined) return loadReference(module, engine);
  const known = loaded.get(engine) ?? loadReference(module, engine);
  loaded.set(engine, known);
  return known;
};

/** Asks until something is noticed. */
export const judgeSourceMutant = async (task: SourceTask): Promise<SourceOutcome> => {
  const { mutant, covering } = task;
  const noticed = (noticedBy: string | undefined): SourceOutcome => ({ mutant, noticedBy });
  if (covering !== undefined) await referenceFor(task);
  Object.assign(mutantSwitch, { activeMutant: mutant.id, currentTestId: '-', hitCount: 0, hitLimit: MAX_HITS });
  try {
    const fresh = await referenceFor(task);
    for (const position of spread(covering ?? suite.checks.map((_, i) => i))) {
      const check = suite.checks[position];
      mutantSwitch.hitCount = 0;
      if (check !== undefined && askInThread(check, fresh()).outcome === 'failed') return noticed(check.id);
    }
    return noticed(undefined);
  } catch (error) {
    // Nothing that a subject answers makes the judge throw: what throws is the mutant while it is loaded, or its handshake.
    return noticed(String(error).slice(0, 100));
  } finally {
    mutantSwitch.activeMutant = undefined;
  }
};

/** Which checks run through which mutant, by their positions, and which mutants run while the module is loaded. */
export interface Coverage {
  readonly covering: ReadonlyMap<string, readonly number[]>;
  readonly whileLoaded: ReadonlySet<string>;
}

/** Asks the reference everything once. */
export const coverageOf = async (module: string): Promise<Coverage> => {
  const perTest: Record<string, Record<string, number>> = {};
  const mutantCoverage = { static: {}, perTest };
  Object.assign(mutantSwitch, { activeMutant: 'none', currentTestId: undefined, mutantCoverage });
  const fresh = await loadReference(module, 'node');
  const covering = new Map<string, number[]>();
  for (const [position, check] of suite.checks.entries()) {
    mutantSwitch.currentTestId = 'now';
    if (askInThread(check, fresh()).outcome === 'failed') throw new Error(`the reference itself fails ${check.id}`);
    for (const id of Object.keys(perTest.now ?? {})) {
      const before = covering.get(id);
      if (before === undefined) covering.set(id, [position]);
      else before.push(position);
    }
    delete perTest.now;
  }
  return { covering, whileLoaded: new Set(Object.keys(mutantCoverage.static)) };
};
