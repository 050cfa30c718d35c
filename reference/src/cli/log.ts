import { NativeMessage } from '../format/rp-message.ts';
import { type Command, exitCodes, onlyOne, text, toJson, type World } from './command.ts';
import {
  asOption,
  asUsage,
  dataOf,
  dataOptions,
  dataUsage,
  exitUsage,
  namesOf,
  personIn,
  withReplica,
} from './data.ts';
import { page, plainRecord, type Shown } from './found.ts';
import { spaceOf } from './names.ts';
import { limitOf } from './query.ts';
import { saying } from './saying.ts';
import { shortener } from './shorten.ts';
import { callerFor, dateOf, type View } from './show.ts';
import { visibleLines } from './visible.ts';

const usualLimit = 50;

export const logCommand: Command = {
  name: 'log',
  summary: 'shows messages, the newest last',
  usage: `usage: rockpool log [options] [AUTHOR]

  --limit NUMBER  the newest so many, 1 to 1,000; ${usualLimit} where absent
  --full          show ids and keys in full
${asUsage}
${dataUsage}

${exitUsage}`,
  options: { ...dataOptions, ...asOption, limit: { type: 'string' }, full: { type: 'boolean' } },
  async run(world, values, files) {
    const wanted = onlyOne(files, 'give one author');
    const data = dataOf(world, values);
    const space = spaceOf(data.book, text(values, 'space'));
    const now = world.now();
    return withReplica(world, data.folder, space, (replica) => {
      const author = wanted && personIn(data, wanted, replica, now);
      const limit = limitOf(text(values, 'limit') ?? String(usualLimit));
      const query = { kind: 'message', order: 'time', reverse: true, limit, ...(author !== undefined && { author }) };
      const { records, next } = page(replica, query, now);
      const messages = records.reverse();
      if (values.json) {
        world.write(toJson(messages.map(plainRecord)));
        return exitCodes.accepted;
      }
      if (messages.length === 0)
        world.complain(
          `there are no messages${wanted === undefined ? '' : ` of ${wanted}`} in ${space.name} yet; rockpool publish "Hello" writes one\n`,
        );
      if (next !== undefined) world.complain(`there are older ones: --limit 1000, or rockpool query --kind message\n`);
      world.write(describeMessages(world, messages, { names: namesOf(data), full: values.full === true }));
      return exitCodes.accepted;
    });
  },
};

/** Messages as people read them. */
export function describeMessages(world: World, messages: readonly Shown[], view: View): string {
  const call = callerFor(
    messages.map(({ record }) => record.author),
    view,
  );
  const cut = view.full ? (id: string) => id : shortener(messages.map(({ id }) => id));
  return messages.map((message) => describeMessage(world, message, { call, cut })).join('');
}

function describeMessage(
  world: World,
  message: Shown,
  { call, cut }: Record<'call' | 'cut', (id: string) => string>,
): string {
  const { id, record, content } = message;
  if (!(record instanceof NativeMessage)) return '';
  const { text: said, answers } = saying(record.contentType, content, call);
  const log = record.log === undefined ? '' : ` of log ${record.log}`;
  const head = `${dateOf(world, message)}  ${call(record.author)}  #${record.sequence}${log}  ${cut(id)}`;
  const answer = answers === undefined ? '' : `, to ${cut(answers)}`;
  const lines = visibleLines(said).trimEnd().split('\n');
  return `${world.paint('dim', visibleLines(head + answer))}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
