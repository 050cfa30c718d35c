import { decodeBase64, isBase64Of } from '../bytes/base64.ts';
import { decodeHex } from '../bytes/hex.ts';
import { hmacByteLength } from '../format/ssb-message.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { readText } from '../text/read.ts';
import { recogniseFormat } from '../verify.ts';
import { type OptionTable, type OptionValues, onlyFile, text, UsageError, type World } from './command.ts';

/** The options of every command that reads a document or a message. */
export const inputOptions = {
  format: { type: 'string' },
  now: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies OptionTable;

export const inputUsage = `  --format NAME   rp.document.1, rp.message.1, es.4, es.5 or ssb-classic; by default what the text says of itself
  --now TIME      the clock: microseconds since 1970, or a date; by default the machine's
  --json          print JSON`;

/** What a text that says nothing of itself is taken for. */
const defaultFormat = 'rp.document.1';

/** The option of commands that check or make signatures. */
export const hmacOption = { hmac: { type: 'string' } } as const satisfies OptionTable;

export const hmacUsage = `  --hmac KEY      the hmac key of ssb-classic: 32 bytes in base64 or hexadecimal`;

/** The hmac key that was given, for a format that has one. */
export function hmacOf(values: OptionValues, format: string): Uint8Array | undefined {
  const key = text(values, 'hmac');
  if (key === undefined) return undefined;
  if (format !== 'ssb-classic') throw new UsageError(`--hmac is for ssb-classic, not for ${format}`);
  if (/^[0-9a-f]{64}$/.test(key)) return decodeHex(key);
  if (!isBase64Of(hmacByteLength, key, 0, key.length)) {
    throw new UsageError('--hmac takes 32 bytes in base64 or in lower-case hexadecimal');
  }
  return decodeBase64(key, 0, hmacByteLength);
}

/** A text and the name of the format to judge it by. */
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
