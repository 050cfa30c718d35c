/** Asks the reference about very many texts, most of them broken, and sees that it answers each of them properly. */
import { styleText } from 'node:util';
import { campaign } from './fuzz/campaign.ts';
import { HELP, type Options, readOptions, UsageError } from './fuzz/options.ts';
import { exitCodeOf, growthIn } from './fuzz/outcome.ts';
import { showProgress } from './fuzz/progress.ts';
import { shakeReplicas } from './fuzz/replica/command.ts';
import { describeFinding, describeOutcome, describeText, replayArguments } from './fuzz/report.ts';
import type { Target } from './fuzz/target.ts';
import { type Made, Texts } from './fuzz/texts.ts';

const FAILED = 4;

async function formatsOf({ target: address, format }: Options): Promise<readonly string[]> {
  const { target } = (await import(address)) as { target: Target };
  if (format === undefined) return target.formats;
  if (!target.formats.includes(format)) throw new UsageError(`--format takes one of ${target.formats.join(', ')}`);
  return [format];
}

const asJson = ({ format, kind, now, hmac, bytes }: Made): object => ({
  format,
  kind,
  now,
  ...(hmac && { hmac: Buffer.from(hmac).toString('hex') }),
  hex: Buffer.from(bytes).toString('hex'),
});

const printJson = (value: object): void => console.log(JSON.stringify(value, null, 2));

async function shakeOne(options: Options, index: number): Promise<number> {
  const formats = await formatsOf(options);
  const outcome = await campaign({ ...options, formats, from: index, to: index + 1 });
  const made = new Texts(options.seed, formats).make(index);
  const { verdict, findings } = outcome;
  if (!options.json) console.log(describeText(made, outcome));
  else printJson({ seed: options.seed, index, ...asJson(made), verdict, faults: findings.map(({ fault }) => fault) });
  return findings.length > 0 ? 1 : 0;
}

async function shake(options: Options): Promise<number> {
  const { seed, format, count, json } = options;
  const formats = await formatsOf(options);
  process.stderr.write(`seed ${seed}: ${count.toLocaleString('en')} texts of ${formats.join(', ')}\n`);
  const texts = new Texts(seed, formats);
  const progress = showProgress(count);
  const outcome = await campaign({
    ...options,
    formats,
    from: 0,
    to: count,
    onProgress: progress.tell,
    onFinding: (finding) => {
      progress.clear();
      const words = describeFinding(finding, texts.make(finding.index));
      process.stderr.write(`${styleText('red', words, { stream: process.stderr })}\n`);
      process.stderr.write(`  again: npm run fuzz -- ${replayArguments(seed, format, finding.index)}\n`);
    },
  });
  progress.clear();
  const exitCode = exitCodeOf(outcome);
  const growth = growthIn(outcome.memory);
  const findings = outcome.findings.map((finding) => ({ ...finding, ...asJson(texts.make(finding.index)) }));
  if (json) printJson({ seed, formats, exitCode, growth, ...outcome, findings });
  else
    console.log(`${describeOutcome(outcome)}\n${findings.length === 0 ? 'no' : findings.length} faults; seed ${seed}`);
  return exitCode;
}

if (import.meta.main) {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) console.log(HELP);
    else if (options.replica) process.exitCode = shakeReplicas(options);
    else process.exitCode = await (options.index === undefined ? shake(options) : shakeOne(options, options.index));
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? `${error.message}\n\n${HELP}` : error);
    process.exitCode = isUsage ? 2 : FAILED;
  }
}
