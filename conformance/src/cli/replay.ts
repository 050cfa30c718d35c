import { parseRepro, type Repro } from '../laws/repro.ts';
import { readCodeMap } from '../node/code-map.ts';
import { readJson } from '../node/files.ts';
import { openSandbox } from '../node/sandbox.ts';
import { UsageError } from '../node/usage-error.ts';
import { lookupIn } from '../report/facts.ts';
import { jsonReport } from '../report/json.ts';
import { terminalReport } from '../report/terminal.ts';
import { replayRepro } from '../run/replay-repro.ts';
import { stdioSubject } from '../transport/stdio.ts';
import { commandOf, noMore, parse, seconds, splitCommand, terminalPaint } from './arguments.ts';
import { untilInterrupted } from './interrupt.ts';

const OPTIONS = {
  subject: { type: 'string' },
  env: { type: 'string', multiple: true },
  sandbox: { type: 'boolean', default: false },
  timeout: { type: 'string' },
  'verdict-only': { type: 'boolean', default: false },
  'code-map': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** One example; the time for an answer bounds it already. */
const REPLAY_MILLIS = 3_600_000;

const reproIn = (file: string): Repro => {
  try {
    return parseRepro(readJson(file));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
};

/** One example says nothing of conformance: where none was asked, the report's own sentence tells why. */
const sentenceOn = ({ law }: Repro, exitCode: number): string | undefined => {
  if (exitCode === 0) return `${law} holds for this example; whether it holds for others is for run to say.`;
  return exitCode === 1 ? `${law} is still broken by this example.` : undefined;
};

/** `rockpool-conformance replay <file>`; answers the exit code. */
export const replay = async (argv: readonly string[]): Promise<number> => {
  const { own, command: given } = splitCommand(argv);
  const { values, positionals } = parse(own, OPTIONS);
  const [file] = positionals;
  noMore(positionals, 1);
  if (file === undefined) throw new UsageError('replay which file? run says where it wrote them');
  const repro = reproIn(file);
  const command = commandOf(given, values.subject);
  const sandbox = values.sandbox ? openSandbox() : undefined;
  const codeMap = values['code-map'] === undefined ? undefined : readCodeMap(values['code-map']);
  const report = await untilInterrupted(REPLAY_MILLIS, (signal) =>
    replayRepro(repro, {
      launch: stdioSubject(command, { env: values.env ?? [], sandbox }),
      command,
      verdictOnly: values['verdict-only'],
      codeMap,
      timeoutMillis: seconds('timeout', values.timeout),
      signal,
    }),
  );
  if (values.json) process.stdout.write(jsonReport(report));
  else {
    // An example is about one profile, and to read the suite of all takes longer than to ask it.
    const [{ loadSuite }, { requirements }] = await Promise.all([import('../load-suite.ts'), import('../suite-of.ts')]);
    const lookup = lookupIn(requirements, (await loadSuite([repro.profile])).checks);
    const sentence = sentenceOn(repro, report.exitCode);
    process.stdout.write(terminalReport(report, { lookup, paint: terminalPaint(), sentence }));
  }
  return report.exitCode;
};
