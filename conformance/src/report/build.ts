import type { CheckResult, Counts, HelloResult, ProfileName, ProfileResult, Report } from '@rockpool/schemas';
import { inputFor } from '../checks/params.ts';
import { PROFILES } from '../protocol/operations.ts';
import { DEFAULT_RUNS, JUDGE, type RunOptions } from '../run/options.ts';
import { isSibling, originOf } from '../siblings/ids.ts';
import { applyKnownFailures } from '../verdict/known.ts';
import { askedPercent, tellTooLittle, tooLittle } from './asked.ts';
import { harmOf } from './harm.ts';
import { nothingAsked, tellUnclaimed } from './nothing.ts';
import { claimId, subjectCheckIds } from './results.ts';
import { times } from './times.ts';

/** All that a run found. */
export type Found = {
  results: readonly CheckResult[];
  hello: HelloResult | undefined;
  /** Profiles that the subject claims and this run asks about. */
  claimed?: readonly ProfileName[];
  /** How many checks and laws were chosen, before anything was sorted out. */
  selected?: number;
  interrupted?: boolean;
  /** Why the run ended before all was asked, though nobody interrupted it. */
  ended?: string;
  /** Why there was no handshake. */
  noSubject?: string;
};

const FIELD = {
  passed: 'passed',
  failed: 'failed',
  'unexpected-pass': 'failed',
  'known-failure': 'known',
  'not-applicable': 'notApplicable',
  'could-not-run': 'couldNotRun',
} as const satisfies Record<CheckResult['outcome'], keyof Counts>;

const countOf = (results: readonly CheckResult[]): Counts => {
  const counts: Counts = { passed: 0, failed: 0, notApplicable: 0, couldNotRun: 0, known: 0 };
  for (const { outcome } of results) counts[FIELD[outcome]] += 1;
  return counts;
};

/** A copy that tells what harm is done, and the question as this subject was asked it: with values, where it takes values. */
const told = (result: CheckResult, hello: HelloResult | undefined): CheckResult => {
  const { profile, operation, input, steps } = result;
  const harm = harmOf(result);
  const copy = harm === undefined ? { ...result } : { ...result, harm };
  if (hello === undefined || profile === 'subject' || input === undefined) return copy;
  const asked = (step: NonNullable<CheckResult['steps']>[number]) =>
    'end' in step
      ? step
      : { ...step, input: inputFor(String(step.operation), step.input as Readonly<Record<string, unknown>>, hello) };
  const before = steps === undefined ? {} : { steps: steps.map(asked) };
  return { ...copy, ...before, input: inputFor(operation, input, hello) };
};

const profileOf = (
  profile: string,
  all: readonly CheckResult[],
  found: Found,
  { filter }: RunOptions,
): ProfileResult => {
  const results = all.filter((each) => each.profile === profile);
  const counts = countOf(results);
  const claimed = profile === 'subject' || (found.claimed?.some((each) => each === profile) ?? false);
  const asked = claimed ? askedPercent(results) : undefined;
  const share = asked === undefined ? {} : { asked };
  const verdict = (): ProfileResult['verdict'] => {
    if (!claimed) return 'not-claimed';
    if (
      counts.failed + counts.known > 0 ||
      all.some(({ id, outcome }) => id === claimId(profile) && outcome !== 'passed')
    )
      return 'failed';
    // What a broken subject was not asked speaks against it; what an operator did not wait for does not.
    if (counts.couldNotRun > 0) return found.interrupted || found.ended !== undefined ? 'incomplete' : 'failed';
    if (counts.passed === 0) return 'nothing-ran';
    // Who chooses single checks asks for no verdict on the profile.
    return filter === undefined && tooLittle(asked) ? 'incomplete' : 'passed';
  };
  return { profile, claimed, verdict: verdict(), counts, ...share };
};

const requirementsOf = (results: readonly CheckResult[]): Report['requirements'] => {
  const tally = new Map<string, { passed: number; failed: number }>();
  for (const { requirements, outcome } of results) {
    const good = outcome === 'passed' || outcome === 'unexpected-pass';
    if (!good && outcome !== 'failed' && outcome !== 'known-failure') continue;
    for (const id of requirements) {
      const entry = tally.get(id) ?? { passed: 0, failed: 0 };
      entry[good ? 'passed' : 'failed'] += 1;
      tally.set(id, entry);
    }
  }
  return [...tally].map(([id, counts]) => ({ id, ...counts })).sort((a, b) => order(a.id, b.id));
};

const order = (left: string, right: string): number => left.localeCompare(right, 'en', { numeric: true });

type Ending = Pick<Report, 'verdict' | 'exitCode'> & { message?: string };

const endingOf = (
  profiles: readonly ProfileResult[],
  counts: Counts,
  found: Found,
  stale: readonly string[],
  options: RunOptions,
): Ending => {
  const asked = { claims: found.hello?.profiles ?? [], selected: found.selected ?? 0 };
  if (found.noSubject !== undefined) return { verdict: 'no-subject', exitCode: 4, message: found.noSubject };
  if (found.interrupted) return { verdict: 'incomplete', exitCode: 3, message: 'the run was interrupted' };
  if (stale.length > 0) {
    return { verdict: 'not-conformant', exitCode: 1, message: `in the list of known failures, ${stale.join('; ')}` };
  }
  const ran = profiles.some(
    ({ profile, claimed, verdict }) => profile !== 'subject' && claimed && verdict !== 'nothing-ran',
  );
  if (found.ended !== undefined && counts.failed > 0)
    return { verdict: 'not-conformant', exitCode: 1, message: found.ended };
  const word = ran ? tellUnclaimed(options, asked) : nothingAsked(options, asked, counts);
  const message = word === undefined ? {} : { message: word };
  if (counts.failed > 0) return { verdict: 'not-conformant', exitCode: 1, ...message };
  if (!ran) return { verdict: 'incomplete', exitCode: 3, ...message };
  if (counts.couldNotRun > 0) {
    return { verdict: 'incomplete', exitCode: 3, message: `${times(counts.couldNotRun, 'check')} could not run` };
  }
  const narrow = tellTooLittle(profiles);
  if (narrow !== undefined) return { verdict: 'incomplete', exitCode: 3, message: narrow };
  if (counts.known > 0) {
    const message = `${times(counts.known, 'failure')} listed as known, and no other`;
    return { verdict: 'not-conformant', exitCode: 0, message };
  }
  const passed = profiles.some(({ profile, verdict }) => profile !== 'subject' && verdict === 'passed');
  if (!passed) return { verdict: 'incomplete', exitCode: 3, message: nothingAsked(options, asked, counts) };
  return { verdict: 'conformant', exitCode: 0, ...message };
};

/** What a run leaves out of all that there is to ask. */
const selectionOf = ({ profiles, filter, smoke, runs, siblings, window, suite }: RunOptions): string | undefined => {
  const parts = [
    profiles === undefined ? undefined : `profile ${profiles.join(', ')}`,
    filter === undefined ? undefined : `filter ${filter}`,
    smoke ? 'smoke' : undefined,
    runs === 0 ? 'no laws' : runs !== undefined && runs < DEFAULT_RUNS ? `${times(runs, 'example')} a law` : undefined,
    window === undefined ? undefined : `at most ${times(window, 'question')} at a time`,
    siblings === 0 && suite.siblings !== undefined ? 'no siblings' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('; ');
};

/** The report on a run, with its verdict and exit code. */
export const buildReport = (options: RunOptions & { seed: number }, found: Found): Report => {
  const results = found.results.map((result) => told(result, found.hello));
  const { suite, knownFailures = [], codeMap } = options;
  const codeMapName = options.files?.codeMap ?? (codeMap === undefined ? undefined : 'a map');
  const knownName = options.files?.knownFailures;
  const ids = new Set([
    ...suite.checks.map(({ id }) => id),
    ...suite.laws.map(({ id }) => id),
    ...subjectCheckIds(PROFILES),
  ]);
  const stale =
    found.noSubject === undefined ? applyKnownFailures(knownFailures, results, (id) => ids.has(originOf(id))) : [];
  const totals = countOf(results);
  const profiles = [...PROFILES, 'subject'].map((profile) => profileOf(profile, results, found, options));
  const { verdict, exitCode, message } = endingOf(profiles, totals, found, stale, options);
  const selection = selectionOf(options);
  return {
    report: 1,
    suite: { version: suite.version, manifestSha256: suite.manifestSha256 },
    judge: JUDGE,
    subject: { command: [...(options.command ?? [])], ...(found.hello ? { hello: found.hello } : {}) },
    options: {
      seed: options.seed,
      verdictOnly: options.verdictOnly === true,
      siblings: results.filter(({ id }) => isSibling(id)).length,
      ...(selection === undefined ? {} : { selection }),
      ...(knownName === undefined ? {} : { knownFailures: knownName }),
      ...(codeMapName === undefined ? {} : { codeMap: codeMapName }),
    },
    verdict,
    exitCode,
    ...(message === undefined ? {} : { message }),
    totals,
    profiles,
    requirements: requirementsOf(results),
    checks: results,
  };
};

/** An error with what caused it: the cause says what happened, and the error where. */
export const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack ?? error.message;
  return error.cause === undefined ? text : `${text}\ncaused by: ${errorText(error.cause)}`;
};

/** The report that says that the judge itself failed. */
export const faultReport = (options: RunOptions & { seed: number }, error: unknown): Report => ({
  ...buildReport(options, { results: [], hello: undefined, noSubject: '' }),
  verdict: 'judge-fault',
  exitCode: 5,
  message: errorText(error),
});
