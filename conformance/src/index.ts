/** The judge as a library. Nothing here needs Node: a subject is reached through the `Launch` that the caller gives. */

// To run the suite.

export type { CheckResult, Report } from '@rockpool/schemas';
export { PROFILES } from './protocol/operations.ts';
export {
  DEFAULT_RUNS,
  DEFAULT_SIBLINGS,
  JUDGE,
  PINNED_SEED,
  type Progress,
  type RunOptions,
  type Suite,
} from './run/options.ts';
export { runSuite } from './run-suite.ts';
export { lookup, suite } from './suite.ts';
export { filesOf, requirements, suiteOf, type VectorFile } from './suite-of.ts';
export type { CodeMap } from './verdict/code-map.ts';
export type { KnownFailure } from './verdict/known.ts';

// To show what was found.

export type { Lookup, Requirement } from './report/facts.ts';
export { jsonReport } from './report/json.ts';
export { junitReport } from './report/junit.ts';
export { NO_PAINT, type Paint } from './report/paint.ts';
export { terminalReport, verdictSentence } from './report/terminal.ts';

// To bring a transport.

export type { Clock } from './protocol/client.ts';
export type { Ending, Launch, Listener, Transport } from './transport/port.ts';
export { webSocketSubject } from './transport/web-socket.ts';
export { type WorkerLike, webWorkerSubject } from './transport/web-worker.ts';

// To make suites of one's own.

export type { Check, Judging, Question } from './checks/check.ts';
export { expand } from './checks/expand.ts';
export { checksOf } from './checks/from-vectors.ts';
export { laws } from './laws/index.ts';
export type { Law, LawCase } from './laws/law.ts';
export { parseRepro, type Repro, reproName } from './laws/repro.ts';
