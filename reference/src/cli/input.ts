import type { Protocol } from '../protocol/protocol.ts';
import { readText } from '../text/read.ts';
import { recogniseFormat } from '../verify.ts';
import { type OptionTable, type OptionValues, onlyFile, text, UsageError, type World } from './command.ts';

/** The options of every command that reads a document. */
export const inputOptions = {
  format: { type: 'string' },
  now: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies OptionTable;

export const inputUsage = `  --format NAME   rp.document.1, es.4 or es.5; by default what the document says of itself
  --now TIME      the clock: microseconds since 1970, or a date; by default the machine's
  --json          print JSON`;

/** What a text that says nothing of itself is taken for. */
const defaultFormat = 'rp.document.1';

/** A document's text and the name of the format to judge it by. */
export async function readInput(
  world: World,
  values: OptionValues,
  files: readonly string[],
): Promise<{ source: Uint8Array; format: string }> {
  const source = await world.read(onlyFile(files));
  return { source, format: formatFor(world.protocol, values, source) };
}

export function formatFor({ formats, ...protocol }: Protocol, values: OptionValues, source: Uint8Array): string {
  const given = text(values, 'format');
  if (given === undefined) {
    return recogniseFormat({ formats, ...protocol }, readText(source).value)?.name ?? defaultFormat;
  }
  if (!formats.has(given)) throw new UsageError(`no format ${given}; there is ${[...formats.keys()].join(', ')}`);
  return given;
}
