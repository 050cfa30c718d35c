import { encodeBase32 } from '../bytes/base32.ts';
import { decodeHex, encodeHex } from '../bytes/hex.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import { seedByteLength } from '../signature/engine.ts';
import { type Command, exitCodes, text, toJson, UsageError, type World } from './command.ts';

export const keysCommand: Command = {
  name: 'keys',
  summary: 'prints a fresh key with its secret, or the key of a seed, and keeps nothing',
  usage: `usage: rockpool keys [options]

Prints a file of keys: the seed, which is the secret, and the key, which names its author. Keep the file to yourself. A key
to write with is made by rockpool keygen, which keeps it and does not show its secret.

  --seed HEX      show the key of this seed, 32 bytes in hexadecimal, instead of a fresh one
  --json          print JSON, which is what sign reads

Exit codes: 0 done, 2 wrong usage.`,
  options: { seed: { type: 'string' }, json: { type: 'boolean' } },
  async run(world, values, files) {
    if (files.length > 0) throw new UsageError('keys takes no file');
    const given = text(values, 'seed');
    const seed = given === undefined ? world.random(seedByteLength) : parseSeed(given, '--seed');
    const key = `@${encodeBase32(world.engine.publicKey(seed))}`;
    world.write(values.json ? toJson({ key, seed: encodeHex(seed) }) : `key   ${key}\nseed  ${encodeHex(seed)}\n`);
    return exitCodes.accepted;
  },
};

/** The seed in a file that `rockpool keys --json` has printed. */
export const readSeed = async (world: World, file: string): Promise<Uint8Array> =>
  parseSeedFile(decodeUtf8(await world.read(file)) ?? '', file);

/** The seed in the text of such a file. */
export function parseSeedFile(content: string, file: string): Uint8Array {
  let seed: unknown;
  try {
    seed = (JSON.parse(content) as { seed?: unknown } | null)?.seed;
  } catch (cause) {
    throw new UsageError(`${file} is no file of keys; make one with rockpool keys --json`, { cause });
  }
  return parseSeed(typeof seed === 'string' ? seed : '', `the seed in ${file}`);
}

function parseSeed(hex: string, what: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new UsageError(`${what} must be 64 digits of lower-case hexadecimal`);
  return decodeHex(hex);
}
