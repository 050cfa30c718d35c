import { utf8Length } from '../bytes/utf8.ts';
import { describeRefusal } from './advice.ts';
import { type Command, exitCodes, type OptionValues, text, toJson, UsageError, type World } from './command.ts';
import {
  asOption,
  asUsage,
  type Data,
  dataOptions,
  dataUsage,
  exitUsage,
  hashOf,
  namesOf,
  personIn,
  readyToWrite,
  withReplica,
} from './data.ts';
import { isImmutable } from './found.ts';
import type { NamedSpace } from './names.ts';
import { onlyNative } from './only-native.ts';
import { shownPath, typedPath } from './paths.ts';
import { putDocument, type Wanted } from './put-document.ts';
import { counted } from './table.ts';
import { textOf } from './text-argument.ts';
import { localTime, parseSpan, parseTime } from './time.ts';

export const writeCommand: Command = {
  name: 'write',
  summary: 'writes a text at a path',
  usage: `usage: rockpool write [options] PATH TEXT|-
       rockpool write [options] PATH --file FILE

  rockpool write /wiki/flowers "Flowers are pretty"
  rockpool write '/about/~me/name' Suzy                  which nobody else may write
  rockpool write '/chat/!hello' "Hi!" --expires 2d       which goes away
  rockpool write /photos --immutable --file flower.svg   at /photos/=b…, whose bytes never change

Replaces what stands at the path. Where there is no key or space yet, makes them. ~me stands for your key, ~fern for that of
fern (see rockpool name). Put paths with ! into single quotes, and those that begin with ~.

  --file FILE     take the text of a file; - is standard input
  --expires TIME  when it goes away: 30m, 12h, 2d, 1w or a date; the path needs a ! then
  --type TYPE     the media type of the text, such as text/markdown
  --immutable     put = and the hash of the text behind the path
${asUsage}
${dataUsage}

${exitUsage}`,
  options: {
    ...dataOptions,
    ...asOption,
    file: { type: 'string' },
    expires: { type: 'string' },
    type: { type: 'string' },
    immutable: { type: 'boolean' },
  },
  async run(world, values, files) {
    const [typed, ...texts] = files;
    if (typed === undefined)
      throw new UsageError('give a path and a text: rockpool write /wiki/flowers "Flowers are pretty"');
    const content = await textOf(world, values, texts, `rockpool write ${typed} "Flowers are pretty"`);
    const expires = expiryOf(world, values);
    const { owner, ...data } = readyToWrite(world, values);
    const { folder, space } = data;
    onlyNative(space);
    return withReplica(world, folder, space, (replica) => {
      const base = typedPath(typed, (name) => personIn(data, name, replica, world.now()), world.home);
      const path = values.immutable ? immutablePath(world, base, content) : base;
      const wanted = { space: space.id, path, content, contentType: text(values, 'type'), expires };
      const put = putDocument(world, replica, owner, wanted);
      if (!put.ok) {
        world.write(values.json ? toJson({ ...put, format: 'rp.document.1' }) : describeRefusal(world, put));
        return exitCodes.rejected;
      }
      world.write(values.json ? toJson({ ok: true, id: put.id, path, space: space.id }) : written(world, data, wanted));
      return exitCodes.accepted;
    });
  },
};

function written(
  world: World,
  data: Data & { readonly space: NamedSpace },
  { path, content, expires }: Wanted,
): string {
  const names = namesOf(data);
  const place = shownPath(path, (id) => names.get(id));
  const until = expires === undefined ? '' : ` until ${localTime(expires, world.offsetMinutes(expires))}`;
  return `wrote ${place}, ${counted(utf8Length(content), 'byte')}, in ${data.space.name}${until}\n`;
}

function expiryOf(world: World, values: OptionValues): number | undefined {
  const typed = text(values, 'expires');
  if (typed === undefined) return undefined;
  const span = parseSpan(typed);
  const time = span === undefined ? parseTime(typed) : world.now() + span;
  if (time === undefined)
    throw new UsageError(`--expires takes 30m, 12h, 2d, 1w or a date like 2026-01-31, not ${typed}`);
  return time;
}

function immutablePath(world: World, path: string, content: string): string {
  if (isImmutable(path))
    throw new UsageError('--immutable puts the =… behind the path by itself; leave it out of the path');
  return `${path.replace(/\/$/, '')}/=${hashOf(world, content).slice(1)}`;
}
