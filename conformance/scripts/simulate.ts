/**
 * Lets peers of one program, or of two, sync over a simulated net:
 * `npm run simulate -- --seed 1 --count 500 [--with-model] [-- <command> [-- <command>]]`. Without a command, peers of the reference.
 * `npm run simulate -- --planted [--count 300]` leaves out each rule of a session in turn, and says what notices.
 */
import { runNet } from '../src/cli/matrix.ts';
import { MATRIX } from '../src/cli/matrix-help.ts';
import { UsageError } from '../src/node/usage-error.ts';
import { runPlanted } from './simulate/planted-command.ts';
import { referenceInside } from './simulate/reference-inside.ts';

const argv = process.argv.slice(2);

try {
  if (argv.includes('--help')) process.stdout.write(MATRIX);
  else if (argv.includes('--planted')) process.exitCode = await runPlanted(argv);
  else process.exitCode = await runNet(argv, { name: 'simulate', least: 1, most: 2, standard: referenceInside });
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`simulate: ${error.message}\n`);
  process.exitCode = 2;
}
