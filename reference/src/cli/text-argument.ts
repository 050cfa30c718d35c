import { decodeUtf8 } from '../bytes/utf8.ts';
import { type OptionValues, text, UsageError, type World } from './command.ts';

/** The text that a command is given: as an argument, in a file, or on standard input. */
export async function textOf(
  world: World,
  values: OptionValues,
  [given, ...more]: readonly string[],
  example: string,
): Promise<string> {
  const file = text(values, 'file');
  if (more.length > 0) {
    throw new UsageError(`the text has several words: put it in quotes, "${[given, ...more].join(' ')}"`);
  }
  if (file !== undefined && given !== undefined) throw new UsageError('give a text or a file, not both');
  if (given !== undefined && given !== '-') return given;
  if (file === undefined && given === undefined) {
    throw new UsageError(`give a text: ${example}; or - for standard input`);
  }
  const content = decodeUtf8(await world.read(file ?? '-'));
  if (content === undefined) {
    throw new UsageError(`${file ?? 'standard input'} is no text in UTF-8; this version keeps texts alone`);
  }
  return content;
}
