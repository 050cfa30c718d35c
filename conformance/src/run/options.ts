import type { ProfileName } from '@rockpool/schemas';
import type { Check } from '../checks/check.ts';
import type { Law } from '../laws/law.ts';
import type { Repro } from '../laws/repro.ts';
import type { Clock } from '../protocol/client.ts';
import type { Count } from '../siblings/choose.ts';
import type { Launch } from '../transport/port.ts';
import type { CodeMap } from '../verdict/code-map.ts';
import type { KnownFailure } from '../verdict/known.ts';

/** What is asked: facts, loaded once. */
export type Suite = {
  version: string;
  /** Lower-case hexadecimal SHA-256 of the canonical form of the manifest. */
  manifestSha256: string;
  checks: readonly Check[];
  laws: readonly Law[];
  /** How many siblings of its checks each profile is asked where nobody says; none where absent. */
  siblings?: number;
};

/**
 * How far a run is: checks of every kind that its report will list, and what is being done now. `total` is 0 until it is
 * known what is asked.
 */
export type Progress = { done: number; total: number; failed: number; doing: string };

/** Who is judged, by what, and how. Only `launch` and `suite` are required. */
export type RunOptions = {
  launch: Launch;
  suite: Suite;
  /** Brings the checks, once it is known which profiles are asked about; those of `suite` where absent. */
  load?: ((profiles: readonly ProfileName[]) => Promise<readonly Check[]>) | undefined;
  /** For the report alone. */
  command?: readonly string[];
  /** Only these of the claimed profiles. */
  profiles?: readonly ProfileName[] | undefined;
  /** See `matcher`. */
  filter?: string | undefined;
  /** A few seconds' worth of checks, and no laws unless `runs` says so. */
  smoke?: boolean | undefined;
  /** 32 bits; the order of the checks, the siblings and the examples of laws follow from it. A fresh one where absent. */
  seed?: number | undefined;
  /** Examples a law, 0 for none. */
  runs?: number | undefined;
  /** Siblings a profile; as many as the suite says where absent. */
  siblings?: Count | undefined;
  verdictOnly?: boolean | undefined;
  codeMap?: CodeMap | undefined;
  knownFailures?: readonly KnownFailure[] | undefined;
  /** Names for the report. */
  files?: { codeMap?: string | undefined; knownFailures?: string | undefined };
  /** False: what failed is not asked again, nor some questions among their likes. For whoever judges hundreds of subjects. */
  twice?: boolean | undefined;
  /** True: how the time for an answer grows is measured too [SUB-10]. */
  growth?: boolean | undefined;
  /** How long a subject may owe an answer; 10,000 where absent [SUB-5]. */
  timeoutMillis?: number | undefined;
  /** Upper bound for the subject's window. */
  window?: number | undefined;
  /** How long a run may spend on a subject that keeps breaking. */
  patienceMillis?: number | undefined;
  clock?: Clock;
  /** Ends the run at the first failure that is not a known one. */
  untilFirstFailure?: boolean | undefined;
  /** Microseconds since 1970, for laws that are asked of who reads a clock of his own; the platform's where absent. */
  wallMicros?: (() => number) | undefined;
  /** Ends the run early, with a report of what was done. */
  signal?: AbortSignal | undefined;
  /** Operations that are not asked about from now on; it may grow during the run. */
  unasked?: ReadonlySet<string> | undefined;
  /** The subject was silent until the time-out, with requests of these methods open, each named once. */
  onSilent?: ((methods: readonly string[]) => void) | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
  /** A law was broken. */
  onRepro?: ((repro: Repro) => void) | undefined;
};

/** How the judge names itself to subjects and in reports. */
export const JUDGE = { name: 'rockpool-conformance', version: '0.1.0' };

/** Randomness for some ids: taken one by one, it costs more than all else about a question's id. */
const pool = new Uint32Array(512);
let taken = pool.length;

/** An id of a request: from real randomness, so that a subject cannot know it from an earlier run. */
export const unforeseenId = (): string => {
  if (taken === pool.length) {
    crypto.getRandomValues(pool);
    taken = 0;
  }
  const high = pool[taken++] as number;
  const low = pool[taken++] as number;
  return high.toString(36) + low.toString(36);
};

/** For runs that are compared with each other: tests, scores, this repository's own checks. */
export const PINNED_SEED = 20_261_121;

/** A seed that no program can have been prepared for. */
export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] as number;

/** Siblings a profile, with the whole suite and where a few seconds' worth is asked. */
export const DEFAULT_SIBLINGS = 120;
export const SMOKE_SIBLINGS = 12;

/** How many siblings each profile is asked in a run. */
export const siblingCount = ({ siblings, smoke, suite }: Pick<RunOptions, 'siblings' | 'smoke' | 'suite'>): Count =>
  siblings ?? Math.min(suite.siblings ?? 0, smoke ? SMOKE_SIBLINGS : DEFAULT_SIBLINGS);

/** Examples a law: some seconds in all, most of them spent on signing with fresh keys. */
export const DEFAULT_RUNS = 25;

export const DEFAULT_TIMEOUT_MILLIS = 10_000;

export const platformClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, millis) => setTimeout(run, millis),
  clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};
