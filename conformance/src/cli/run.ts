import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ProfileName, Report } from '@rockpool/schemas';
import { matcher } from '../checks/select.ts';
import { type Repro, reproName } from '../laws/repro.ts';
import { readCodeMap } from '../node/code-map.ts';
import { checkWritable, ensureFolder, freshFolder, isSpecial, writeWhole } from '../node/files.ts';
import { knownFailuresIfAny, knownFailuresText, readKnownFailures } from '../node/known-failures.ts';
import { openSandbox } from '../node/sandbox.ts';
import { UsageError } from '../node/usage-error.ts';
import { type Lookup, lookupIn } from '../report/facts.ts';
import { jsonReport } from '../report/json.ts';
import { junitReport } from '../report/junit.ts';
import { NO_PAINT } from '../report/paint.ts';
import { terminalReport, verdictSentence } from '../report/terminal.ts';
import { times } from '../report/times.ts';
import type { Suite } from '../run/options.ts';
import { originOf } from '../siblings/ids.ts';
import { stdioSubject } from '../transport/stdio.ts';
import { webSocketSubject } from '../transport/web-socket.ts';
import type { KnownFailure } from '../verdict/known.ts';
import {
  checkFilter,
  commandOf,
  noMore,
  parse,
  profilesOf,
  seconds,
  splitCommand,
  terminalPaint,
  webSocketAddress,
  wholeNumber,
} from './arguments.ts';
import { untilInterrupted } from './interrupt.ts';
import { showProgress } from './progress.ts';

const OPTIONS = {
  subject: { type: 'string' },
  env: { type: 'string', multiple: true },
  sandbox: { type: 'boolean', default: false },
  url: { type: 'string' },
  timeout: { type: 'string' },
  window: { type: 'string' },
  profile: { type: 'string', multiple: true },
  filter: { type: 'string' },
  smoke: { type: 'boolean', default: false },
  seed: { type: 'string' },
  runs: { type: 'string' },
  siblings: { type: 'string' },
  'verdict-only': { type: 'boolean', default: false },
  'code-map': { type: 'string' },
  'known-failures': { type: 'string' },
  'write-known-failures': { type: 'string' },
  reporter: { type: 'string' },
  json: { type: 'boolean', default: false },
  output: { type: 'string' },
  limit: { type: 'string' },
  'repro-dir': { type: 'string' },
  'until-first-failure': { type: 'boolean', default: false },
  'max-time': { type: 'string' },
} as const;

/** A day; and what a run may take where nobody says: a slow subject ends in no verdict and not never. */
const MAX_SECONDS = 86_400;
const DEFAULT_MAX_MILLIS = 3_600_000;

const REPORTERS = ['terminal', 'json', 'junit'];

type Told = { reporter: string; output: string | undefined; limit: number };

const print = (report: Report, lookup: Lookup, { reporter, output, limit }: Told): void => {
  const paint = output === undefined ? terminalPaint() : NO_PAINT;
  const text =
    reporter === 'json'
      ? jsonReport(report)
      : reporter === 'junit'
        ? junitReport(report, lookup)
        : terminalReport(report, { lookup, paint, limit: limit === 0 ? Number.POSITIVE_INFINITY : limit });
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  writeWhole(output, text);
  process.stdout.write(`${verdictSentence(report)}\n`);
};

/**
 * Writes the examples where the operator said or, where she did not, into `repro` beside the report or a new folder for
 * temporary files; a run leaves nothing in the working directory that nobody asked for. Answers the paths.
 */
const writeRepros = (
  repros: ReadonlyMap<string, Repro>,
  given: string | undefined,
  output: string | undefined,
): string[] => {
  const beside = output === undefined || isSpecial(output) ? undefined : join(dirname(output), 'repro');
  const folder = given ?? beside ?? freshFolder(join(tmpdir(), 'rockpool-repro-'));
  ensureFolder('repro-dir', folder);
  return [...repros].map(([name, repro]) => {
    const file = join(folder, `${name}.json`);
    writeWhole(file, `${JSON.stringify(repro, null, 2)}\n`);
    return file;
  });
};

/** `rockpool-conformance run`; answers the exit code. */
export const run = async (argv: readonly string[]): Promise<number> => {
  const { own, command: given } = splitCommand(argv);
  const { values, positionals } = parse(own, OPTIONS);
  noMore(positionals, 0);
  if (values.json && values.reporter !== undefined && values.reporter !== 'json')
    throw new UsageError(`--json and --reporter ${values.reporter} contradict each other`);
  const reporter = values.json ? 'json' : (values.reporter ?? 'terminal');
  if (!REPORTERS.includes(reporter))
    throw new UsageError(`there is no reporter ${reporter}; there are ${REPORTERS.join(', ')}`);
  const told = { reporter, output: values.output, limit: wholeNumber('limit', values.limit, 0, 1_000_000) ?? 10 };
  checkFilter(values.filter);
  checkWritable('output', values.output);
  checkWritable('write-known-failures', values['write-known-failures']);
  const url = webSocketAddress(values.url, given ?? values.subject);
  const command = url === undefined ? commandOf(given, values.subject) : [url];
  if (values.sandbox && url !== undefined)
    throw new UsageError('--sandbox is for a program that the judge starts; with --url it starts none');
  const sandbox = values.sandbox ? openSandbox() : undefined;
  const known = values['known-failures'] === undefined ? [] : readKnownFailures(values['known-failures']);
  const progress = showProgress();
  const target = values['write-known-failures'];
  const listed = target === undefined ? [] : [...known, ...knownFailuresIfAny(target)];
  const repros = new Map<string, Repro>();
  const onRepro = (repro: Repro): void => {
    repros.set(reproName(repro), repro);
  };
  const options = {
    launch: url === undefined ? stdioSubject(command, { env: values.env ?? [], sandbox }) : webSocketSubject(url),
    command,
    profiles: profilesOf(values.profile),
    filter: values.filter,
    smoke: values.smoke,
    growth: values.filter === undefined && !values.smoke,
    seed: wholeNumber('seed', values.seed, 0, 2 ** 32 - 1),
    runs: wholeNumber('runs', values.runs, 0, 100_000),
    siblings: values.siblings === 'all' ? ('all' as const) : wholeNumber('siblings', values.siblings, 0, 100_000),
    verdictOnly: values['verdict-only'],
    codeMap: values['code-map'] === undefined ? undefined : readCodeMap(values['code-map']),
    knownFailures: known,
    files: { codeMap: values['code-map'], knownFailures: values['known-failures'] },
    timeoutMillis: seconds('timeout', values.timeout),
    window: wholeNumber('window', values.window, 1, 1_024),
    untilFirstFailure: values['until-first-failure'],
    onProgress: progress.tell,
    onRepro,
  };
  const maxMillis = seconds('max-time', values['max-time'], MAX_SECONDS) ?? DEFAULT_MAX_MILLIS;
  // To read the suite takes a while: a mistake in the command line is told before.
  const [{ runSuite }, { requirements }, { loadSuite }, { useOpenSsl }] = await Promise.all([
    import('../run-suite.ts'),
    import('../suite-of.ts'),
    import('../load-suite.ts'),
    import('../node/open-ssl.ts'),
  ]);
  useOpenSsl();
  let suite = await loadSuite([]);
  const load = async (profiles: readonly ProfileName[]): Promise<Suite['checks']> => {
    suite = await loadSuite(profiles);
    const matches = values.filter === undefined ? () => true : matcher(values.filter);
    const laws = (options.runs ?? (values.smoke ? 0 : 1)) > 0 ? suite.laws : [];
    const isAsked = [...suite.checks, ...laws].some((each) => profiles.includes(each.profile) && matches(each));
    const ids = new Set([...suite.checks, ...suite.laws].map(({ id }) => id));
    const isStrange = ({ check }: KnownFailure): boolean => !ids.has(originOf(check)) && !check.startsWith('subject/');
    // A filter that finds nothing here, and known failures that are not here, may be about what other profiles are asked.
    if (!isAsked || known.some(isStrange)) suite = (await import('../suite.ts')).suite;
    return suite.checks;
  };
  const report = await untilInterrupted(maxMillis, (signal) => runSuite({ ...options, suite, load, signal }));
  progress.clear();
  print(report, lookupIn(requirements, suite.checks), told);
  if (repros.size > 0) {
    const files = writeRepros(repros, values['repro-dir'], values.output);
    const what =
      files.length === 1 ? 'the smallest example of a broken law is' : 'the smallest examples of broken laws are';
    process.stderr.write(`${what} in ${files.join(', ')}: see help replay\n`);
  }
  if (target !== undefined && (report.verdict === 'conformant' || report.verdict === 'not-conformant')) {
    const text = knownFailuresText(report.checks, listed);
    writeWhole(target, text);
    const { length } = JSON.parse(text) as unknown[];
    process.stderr.write(`${times(length, 'known failure')} written to ${target}; give each a reason\n`);
  }
  return report.exitCode;
};
