import { blobId } from '../blob/blob-id.ts';
import { encodeBase32 } from '../bytes/base32.ts';
import { utf8Length } from '../bytes/utf8.ts';
import { ssbAuthor, ssbFormatName } from '../format/ssb-message.ts';
import { sign } from '../sign.ts';
import { readText } from '../text/read.ts';
import { isObject, type JsonValue } from '../value/json.ts';
import { readValue } from '../verify.ts';
import { type Command, exitCodes, nowOf, onlyFile, text, toJson, UsageError, type World } from './command.ts';
import { formatFor, hmacOf, hmacOption, hmacUsage, inputOptions, inputUsage } from './input.ts';
import { readSeed } from './keys.ts';
import { describeRejection } from './verify.ts';

export const signCommand: Command = {
  name: 'sign',
  summary: 'signs a document or a message that a verifier would accept',
  usage: `usage: rockpool sign --keys FILE [options] FILE|-

Prints what is signed on one line; the native formats and es.* in canonical form, ssb-classic in the order that it came in.

  --keys FILE        the author's keys, from rockpool keys --json
  --share-keys FILE  the share's keys, for es.5
  --fill             add what is absent: in the native formats author, timestamp, contentHash and contentSize; in
                     ssb-classic all but content, for the first message of a feed
${inputUsage}
${hmacUsage}

Exit codes: 0 signed, 1 a verifier would reject it, 2 wrong usage, 4 a file cannot be read.`,
  options: {
    ...inputOptions,
    ...hmacOption,
    keys: { type: 'string' },
    'share-keys': { type: 'string' },
    fill: { type: 'boolean' },
  },
  async run(world, values, files) {
    const { protocol, engine } = world;
    const keys = text(values, 'keys');
    if (keys === undefined)
      throw new UsageError('give the author’s keys with --keys FILE; rockpool keys --json makes one');
    const seed = await readSeed(world, keys);
    const source = await world.read(onlyFile(files));
    const format = formatFor(protocol, values, source);
    const shareKeys = text(values, 'share-keys');
    const shareSeed = shareKeys === undefined ? undefined : await readSeed(world, shareKeys);
    if (format === 'es.5' && shareSeed === undefined)
      throw new UsageError('es.5 is signed by the share too: --share-keys FILE');
    // A text that breaks the rules for texts must not be signed as if it said what could be made of it.
    const read = readValue(source, protocol.formats.get(format)?.textRules ?? []);
    const now = nowOf(world, values);
    const unsigned = readText(source).value;
    const result = read.ok
      ? sign(values.fill ? filled(world, unsigned, format, seed, now) : unsigned, {
          protocol,
          engine,
          format,
          now,
          seed,
          shareSeed,
          hmac: hmacOf(values, format),
        })
      : read;
    if (result.ok) world.write(`${result.text}\n`);
    else world.write(values.json ? toJson({ ...result, format }) : `${describeRejection(world, result)}\n`);
    return result.ok ? exitCodes.accepted : exitCodes.rejected;
  },
};

/** With the members that follow from the others, or are the same in every first message, where they are absent. */
function filled(world: World, record: JsonValue, format: string, seed: Uint8Array, now: number): JsonValue {
  if (format === ssbFormatName && isObject(record)) {
    const author = ssbAuthor(world.engine.publicKey(seed));
    // The clock has microseconds, a classic message milliseconds.
    return { previous: null, sequence: 1, author, timestamp: Math.floor(now / 1000), hash: 'sha256', ...record };
  }
  if (!isObject(record) || !isObject(record.header)) return record;
  const content = typeof record.content === 'string' ? record.content : undefined;
  const header = {
    author: `@${encodeBase32(world.engine.publicKey(seed))}`,
    timestamp: now,
    ...(content !== undefined && {
      contentHash: blobId(content, world.protocol.sha256),
      contentSize: utf8Length(content),
    }),
    ...record.header,
  };
  return { ...record, header };
}
