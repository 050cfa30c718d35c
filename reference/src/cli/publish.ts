import { append } from '../feed/append.ts';
import { KnownMessages, UnknownMessageError } from '../feed/known-messages.ts';
import { feedState } from '../feed/state.ts';
import { NativeMessage } from '../format/rp-message.ts';
import type { Replica } from '../replica/replica.ts';
import type { Rejected } from '../rule/verdict.ts';
import type { Signed } from '../sign.ts';
import { run } from '../signature/task.ts';
import type { JsonObject } from '../value/json.ts';
import { describeRefusal } from './advice.ts';
import { type Command, exitCodes, type OptionValues, text, toJson, UsageError, type World } from './command.ts';
import { asOption, asUsage, dataOptions, dataUsage, exitUsage, readyToWrite, withReplica } from './data.ts';
import { messageContent, type PublishedContent, publishOptions } from './message-content.ts';
import { onlyNative } from './only-native.ts';
import { takenId } from './put-document.ts';
import { recordOf } from './record-of.ts';
import type { Owner } from './secrets.ts';

const messageFormat = 'rp.message.1';

export const publishCommand: Command = {
  name: 'publish',
  summary: 'appends a message to your feed',
  usage: `usage: rockpool publish [options] TEXT|-

  rockpool publish "Flowers are pretty"
  rockpool publish "They are" --root %b4etvfrf4x        an answer; the beginning of an id is enough
  rockpool publish --raw '{"type":"about","about":"@b…","name":"Suzy"}'

A message can be neither changed nor deleted. Where there is no key or space yet, makes them.

  --type TYPE     the content type: post, which is the default; of another one the text is the member text
  --root ID       the post that began the conversation
  --branch ID     the newest post of the conversation that you have seen
  --channel NAME  the subject
  --raw           TEXT is the whole content, JSON with a type
  --plain         TEXT is the whole content, plain text
  --file FILE     take the text of a file; - is standard input
  --log NUMBER    write in this one of your feeds, 1 or more; in the first where absent
${asUsage}
${dataUsage}

${exitUsage}`,
  options: { ...dataOptions, ...asOption, ...publishOptions, log: { type: 'string' } },
  async run(world, values, files) {
    const log = logOf(values);
    const content = await messageContent(world, values, files);
    const { owner, folder, space } = readyToWrite(world, values);
    onlyNative(space);
    return withReplica(world, folder, space, (replica) => {
      const idOf = (beginning: string) => recordOf(replica, beginning, world.now());
      const draft = { space: space.id, ...drafted(content, idOf), ...(log !== undefined && { log }) };
      const signed = appended(world, replica, owner, draft, log);
      if (!signed.ok) {
        world.write(values.json ? toJson({ ...signed, format: messageFormat }) : describeRefusal(world, signed));
        return exitCodes.rejected;
      }
      const id = takenId(
        run(replica.ingest([{ text: signed.text, format: messageFormat }], world.now()), world.engine)[0],
      );
      const { sequence } = signed.value.header as { sequence: number };
      world.write(
        values.json
          ? toJson({ ok: true, id, sequence, space: space.id })
          : `published #${sequence} ${id} in ${space.name}\n`,
      );
      return exitCodes.accepted;
    });
  },
};

const drafted = (
  { contentType, links, ...content }: PublishedContent,
  idOf: (beginning: string) => string,
): JsonObject => {
  if ('text' in content) return { content: content.text, contentType };
  const linked = Object.entries(links).map(([name, id]) => [name, idOf(id)]);
  return { content: JSON.stringify({ ...content.object, ...Object.fromEntries(linked) }), contentType };
};

/** The next message of a feed, unless it has forked or a verifier would reject it. */
function appended(
  world: World,
  replica: Replica,
  owner: Owner,
  draft: JsonObject,
  log: number | undefined,
): Signed | Rejected {
  const { protocol, engine } = world;
  const now = world.now();
  const messages: NativeMessage[] = [];
  for (const { record } of replica.feed(owner.id, log, now)) if (record instanceof NativeMessage) messages.push(record);
  const verdicts = messages.map((record) => ({ ok: true, record }) as const);
  const [state] = feedState(verdicts, { protocol, format: messageFormat, space: replica.description.space });
  if (state?.evidence !== undefined) {
    throw new UsageError(
      `your feed forks at message ${state.evidence.sequence}: two programs have written on with the same key; go on in your next feed: --log ${(log ?? 0) + 1}`,
    );
  }
  try {
    return append(draft, new KnownMessages(messages), {
      protocol,
      engine,
      format: messageFormat,
      now,
      seed: owner.seed,
    });
  } catch (error) {
    if (!(error instanceof UnknownMessageError)) throw error;
    throw new UsageError(
      `${error.message}; import the rest of your feed, or go on in your next feed: --log ${(log ?? 0) + 1}`,
      {
        cause: error,
      },
    );
  }
}

function logOf(values: OptionValues): number | undefined {
  const log = text(values, 'log');
  if (log === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(log)) throw new UsageError(`--log takes a number from 1 on, not ${log}`);
  return Number(log);
}
