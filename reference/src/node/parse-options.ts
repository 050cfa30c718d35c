import { parseArgs } from 'node:util';
import { type OptionTable, type OptionValues, UsageError } from '../cli/command.ts';
import { didYouMean } from '../cli/nearest.ts';

/** Tells options from files, as `World.parse`. */
export function parseOptions(
  args: readonly string[],
  options: OptionTable,
): { readonly values: OptionValues; readonly files: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as OptionValues, files: positionals };
  } catch (cause) {
    throw new UsageError(complaint((cause as Error).message, Object.keys(options)), { cause });
  }
}

/** What Node says of an unknown option is long, and does not name the one that was meant. */
function complaint(message: string, names: readonly string[]): string {
  const unknown = /^Unknown option '(-[^']*)'/.exec(message);
  if (unknown === null) return message;
  const [sentence, option = ''] = unknown;
  const known = names.map((name) => `--${name}`);
  return `${sentence}${didYouMean(option, known) || '; a text that begins with - goes behind --'}`;
}
