import { wishType } from '../replica/content-object.ts';
import { isObject, type JsonObject } from '../value/json.ts';
import { readValue } from '../verify.ts';
import { type OptionTable, type OptionValues, text, UsageError, type World } from './command.ts';
import { textOf } from './text-argument.ts';

/** The options that say what a message says. */
export const publishOptions = {
  type: { type: 'string' },
  root: { type: 'string' },
  branch: { type: 'string' },
  channel: { type: 'string' },
  raw: { type: 'boolean' },
  plain: { type: 'boolean' },
  file: { type: 'string' },
} as const satisfies OptionTable;

/** The content of a message: a text as it is, or an object whose links may be beginnings of ids. */
export type PublishedContent = {
  readonly contentType: string;
  readonly links: Readonly<Record<string, string>>;
} & ({ readonly text: string } | { readonly object: JsonObject });

const jsonType = 'application/json';
const linking = ['root', 'branch'] as const;

/** What the options and the text say. */
export async function messageContent(
  world: World,
  values: OptionValues,
  files: readonly string[],
): Promise<PublishedContent> {
  const given = await textOf(world, values, files, 'rockpool publish "Flowers are pretty"');
  if (values.raw || values.plain) {
    const other = ['type', 'root', 'branch', 'channel', ...(values.raw ? ['plain'] : [])].find(
      (name) => values[name] !== undefined,
    );
    if (other !== undefined)
      throw new UsageError(
        `--${other} does not go with --${values.raw ? 'raw' : 'plain'}, which takes the whole content`,
      );
    return values.raw ? rawContent(world, given) : { text: given, contentType: 'text/plain', links: {} };
  }
  const channel = text(values, 'channel');
  const links = Object.fromEntries(
    linking.flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : [])),
  );
  const object = { type: text(values, 'type') ?? 'post', text: given, ...(channel !== undefined && { channel }) };
  return { object, contentType: jsonType, links };
}

/** Content that nobody can read would be lost: a message is for ever. */
function rawContent({ protocol }: World, given: string): PublishedContent {
  const read = readValue(given, protocol.textRules);
  if (!read.ok) {
    throw new UsageError(
      `the text is no JSON that others can read (it breaks ${read.requirement}); put it in single quotes: '{"type":"post","text":"Hello"}'`,
    );
  }
  if (!isObject(read.value) || typeof read.value.type !== 'string') {
    throw new UsageError('the content must be an object with a type: {"type":"post","text":"Hello"}');
  }
  return { text: given, contentType: read.value.type === 'forget' ? wishType : jsonType, links: {} };
}
