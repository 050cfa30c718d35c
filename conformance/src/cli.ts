/** The command `rockpool-conformance`. */
import { main } from './cli/main.ts';
import { UsageError } from './node/usage-error.ts';
import { errorText } from './report/build.ts';
import { JUDGE } from './run/options.ts';

/** Says what went wrong and ends the program, and with it every process that it started. */
const giveUp = (error: unknown): void => {
  const usage = error instanceof UsageError;
  const text = usage
    ? `${error.message}\nSee rockpool-conformance help.`
    : `the judge itself failed, please report this: ${errorText(error)}`;
  process.stderr.write(`rockpool-conformance: ${text}\n`);
  process.exit(usage ? 2 : 5);
};

// In place of a command line that leads to where this program is.
process.title = JUDGE.name;
process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);
// A terminal that is gone takes no words.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has had enough, as `head` has, or is gone: nobody is left to be told.
  if (error.code === 'EPIPE' || error.code === 'EIO') process.exit();
  giveUp(new UsageError(`cannot write to standard output: ${error.message}`));
});

try {
  const exitCode = await main(process.argv.slice(2));
  if (exitCode === 5) process.exit(5);
  process.exitCode = exitCode;
} catch (error) {
  giveUp(error);
}
