import { join } from 'node:path';
import type { Report } from '@rockpool/schemas';
import { type Repro, reproName } from '../laws/repro.ts';
import { readCodeMap } from '../node/code-map.ts';
import { checkWritable, ensureFolder, writeWhole } from '../node/files.ts';
import { knownFailuresText, readKnownFailures } from '../node/known-failures.ts';
import { UsageError } from '../node/usage-error.ts';
import type { Lookup } from '../report/facts.ts';
import { jsonReport } from '../report/json.ts';
import { junitReport } from '../report/junit.ts';
import { NO_PAINT } from '../report/paint.ts';
import { terminalReport, verdictSentence } from '../report/terminal.ts';
import { times } from '../report/times.ts';
import { isCovered } from '../siblings/covered.ts';
import { isSibling } from '../siblings/ids.ts';
import { stdioSubject } from '../transport/stdio.ts';
import { webSocketSubject } from '../transport/web-socket.ts';
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
import { HELP } from './help.ts';
import { untilInterrupted } from './interrupt.ts';
import { showProgress } from './progress.ts';

const OPTIONS = {
  subject: { type: 'string' },
  env: { type: 'string', multiple: true },
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
  'repro-dir': { type: 'string', default: 'repro' },
  'max-time': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
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

/** `rockpool-conformance run`; answers the exit code. */
export const run = async (argv: readonly string[]): Promise<number> => {
  const { own, command: given } = splitCommand(argv);
  const { values, positionals } = parse(own, OPTIONS);
  if (values.help) {
    process.stdout.write(HELP.run ?? '');
    return 0;
  }
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
  const known = values['known-failures'] === undefined ? [] : readKnownFailures(values['known-failures']);
  const progress = showProgress();
  const repros = new Map<string, string>();
  const onRepro = (repro: Repro): void => {
    const file = join(values['repro-dir'], `${reproName(repro)}.json`);
    repros.set(file, `${JSON.stringify(repro, null, 2)}\n`);
  };
  const options = {
    launch: url === undefined ? stdioSubject(command, { env: values.env ?? [] }) : webSocketSubject(url),
    command,
    profiles: profilesOf(values.profile),
    filter: values.filter,
    smoke: values.smoke,
    seed: wholeNumber('seed', values.seed, 0, 2 ** 32 - 1),
    runs: wholeNumber('runs', values.runs, 0, 100_000),
    siblings: values.siblings === 'all' ? ('all' as const) : wholeNumber('siblings', values.siblings, 0, 100_000),
    verdictOnly: values['verdict-only'],
    codeMap: values['code-map'] === undefined ? undefined : readCodeMap(values['code-map']),
    knownFailures: known,
    files: { codeMap: values['code-map'], knownFailures: values['known-failures'] },
    timeoutMillis: seconds('timeout', values.timeout),
    window: wholeNumber('window', values.window, 1, 1_024),
    onProgress: progress.tell,
    onRepro,
  };
  const maxMillis = seconds('max-time', values['max-time'], MAX_SECONDS) ?? DEFAULT_MAX_MILLIS;
  // To read the suite takes a while: a mistake in the command line is told before.
  const [{ runSuite }, { lookup, suite }] = await Promise.all([import('../run-suite.ts'), import('../suite.ts')]);
  const report = await untilInterrupted(maxMillis, (signal) => runSuite({ ...options, suite, signal }));
  progress.clear();
  print(report, lookup, told);
  if (repros.size > 0) {
    ensureFolder('repro-dir', values['repro-dir']);
    for (const [file, text] of repros) writeWhole(file, text);
    const what =
      repros.size === 1 ? 'the smallest example of a broken law is' : 'the smallest examples of broken laws are';
    process.stderr.write(`${what} in ${[...repros.keys()].join(', ')}: see help replay\n`);
  }
  const target = values['write-known-failures'];
  if (target !== undefined && (report.verdict === 'conformant' || report.verdict === 'not-conformant')) {
    const failed = report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'known-failure');
    // The siblings are others in the next run: what is the same in each stands for them.
    const listed = failed.filter((each) => !isSibling(each.id) || !isCovered(each, failed)).map(({ id }) => id);
    writeWhole(target, knownFailuresText(listed, known));
    process.stderr.write(`${times(listed.length, 'known failure')} written to ${target}; give each a reason\n`);
  }
  return report.exitCode;
};
