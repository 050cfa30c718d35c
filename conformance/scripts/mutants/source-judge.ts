import { suite } from '../../src/suite.ts';
import type { SourceMutant } from './source-build.ts';
import { loadReference, mutantSwitch } from './source-subject.ts';
import { askBy } from './weakened-checks.ts';

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

const loaded = new Map<string, Promise<(line: string) => string>>();

const referenceFor = ({ module, mutant, covering }: SourceTask): Promise<(line: string) => string> => {
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
    const answered = await referenceFor(task);
    for (const position of spread(covering ?? suite.checks.map((_, i) => i))) {
      const check = suite.checks[position];
      mutantSwitch.hitCount = 0;
      if (check !== undefined && askBy(check, answered).outcome === 'failed') return noticed(check.id);
    }
    return noticed(undefined);
  } catch (error) {
    // Nothing that a subject answers makes the judge throw: what throws is the mutant while it is loaded, or its handshake.
    return noticed(String(error).slice(0, 100));
  } finally {
    mutantSwitch.activeMutant = undefined;
  }
};

/** Which checks run through which mutant; mutants that run while the module is loaded are not there. */
export const coverageOf = async (module: string): Promise<ReadonlyMap<string, readonly number[]>> => {
  Object.assign(mutantSwitch, {
    activeMutant: 'none',
    currentTestId: undefined,
    mutantCoverage: { static: {}, perTest: {} },
  });
  const answered = await loadReference(module, 'node');
  for (const [position, check] of suite.checks.entries()) {
    mutantSwitch.currentTestId = String(position);
    if (askBy(check, answered).outcome === 'failed') throw new Error(`the reference itself fails ${check.id}`);
  }
  const covered = new Map<string, number[]>();
  const { static: whileLoaded = {}, perTest = {} } = mutantSwitch.mutantCoverage ?? {};
  for (const [position, counts] of Object.entries(perTest)) {
    for (const id of Object.keys(counts)) {
      if (id in whileLoaded) continue;
      const before = covered.get(id);
      if (before === undefined) covered.set(id, [Number(position)]);
      else before.push(Number(position));
    }
  }
  return covered;
};

/** The mutants that run while the module is loaded. */
export const staticMutants = (): ReadonlySet<string> => new Set(Object.keys(mutantSwitch.mutantCoverage?.static ?? {}));
