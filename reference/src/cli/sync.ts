import type { Engine } from '../signature/engine.ts';
import { shortAddress, typedAddress } from './address.ts';
import { untilServed } from './back-off.ts';
import { type Command, type ExitCode, exitCodes, onlyOne, text, toJson, UsageError, type World } from './command.ts';
import { asOption, dataOf } from './data.ts';
import type { Folder } from './folder.ts';
import { closeAll, type HostedSpace, hostSpaces } from './hosting.ts';
import { type Owner, ownerOf } from './secrets.ts';
import { spacesOf, spacesOption } from './spaces.ts';
import { LiveSpace } from './sync-live.ts';
import { type Called, callPub } from './sync-session.ts';
import { describeCounts, describeSpan, describeSynced, type Trouble, troubleOf } from './sync-words.ts';
import { visibleJson } from './visible.ts';

export const syncCommand: Command = {
  name: 'sync',
  summary: 'makes spaces here and at a pub the same',
  usage: `usage: rockpool sync [options] ADDRESS

  rockpool sync ws://127.0.0.1:7665    with a pub on this machine
  rockpool sync wss://pub.example      over the net, by WebSocket
  rockpool sync https://pub.example    the same by HTTP, where a WebSocket does not get through

Sends what the pub lacks and takes what is lacking here, one space after the other, and says so only when both have shown that
they have the same. What was sent or taken is never sent again: a sync that was cut is run again. A pub that has no time is
called again for some minutes.

  --space NAME    this space; can be given more than once; by default all that are in the data folder
  --as NAME       show the pub that you have this key of yours; me is the one that you write with. By default it is not told who you
                  are, and a pub of rockpool serve treats all alike: its log says who showed a key
  --live          stay, and go on with what is new, until Ctrl-C; call again when the connection breaks. Meanwhile no other
                  program can work with these spaces
  --data DIR      the folder with the data, also in ROCKPOOL_DATA
  --json          print JSON; with --live, a line for each event

Exit codes: 0 every space is in sync, or --live was ended by Ctrl-C, 1 a space is not: the pub does not keep it, or one of the
two refused something, 2 wrong usage, 4 the pub cannot be reached, has no time or broke off, or a file cannot be read or written.`,
  options: {
    ...spacesOption,
    ...asOption,
    live: { type: 'boolean' },
    data: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run(world, values, files) {
    const typed = onlyOne(files, 'give one address');
    if (typed === undefined) throw new UsageError('give the address of a pub, such as ws://127.0.0.1:7665');
    const address = typedAddress(typed);
    const { folder, book } = dataOf(world, values);
    const as = text(values, 'as');
    const owner = as === undefined ? undefined : ownerOf(world, folder, book, as);
    const engine = await world.batchEngine();
    const hosted = await hostSpaces(world, engine, folder, spacesOf(book, values));
    const syncing = { world, engine, folder, address, owner, isJson: values.json === true };
    try {
      return await (values.live ? stay(syncing, hosted) : syncAll(syncing, hosted));
    } finally {
      await closeAll(hosted);
    }
  },
};

interface Syncing {
  readonly world: World;
  readonly engine: Engine;
  readonly folder: Folder;
  readonly address: string;
  readonly owner: Owner | undefined;
  readonly isJson: boolean;
}

/** One round for each space. */
async function syncAll(syncing: Syncing, hosted: readonly HostedSpace[]): Promise<ExitCode> {
  const { world, address, isJson } = syncing;
  const done: { hosted: HostedSpace; called: Called; trouble: Trouble | undefined }[] = [];
  for (const each of hosted) {
    const { called, trouble } = await callUntilServed(syncing, each);
    done.push({ hosted: each, called, trouble });
    if (trouble?.isUnreachable) break;
  }
  if (isJson) {
    world.write(
      toJson({
        address,
        spaces: done.map(({ hosted: { space }, called, trouble }) => ({
          name: space.name,
          id: space.id,
          inSync: trouble === undefined,
          came: called.came - (called.report?.refused ?? 0),
          went: called.went,
          refused: called.report?.refused ?? 0,
          untaken: called.report?.untaken ?? 0,
          wanted: called.report?.wanted ?? 0,
          ...(trouble !== undefined && { trouble: { code: trouble.code, message: trouble.message } }),
        })),
      }),
    );
  } else {
    const lines = done
      .filter(({ trouble }) => trouble === undefined)
      .map(({ hosted: { space }, called }) => `${describeSynced(address, space, called)}\n`);
    world.write(lines.join(''));
    for (const { called, trouble } of done) {
      if (trouble === undefined) continue;
      const counts =
        called.came + called.went > 0 ? ` (${describeCounts(called.came, called.went, called.report?.refused)})` : '';
      world.complain(`rockpool sync: ${trouble.message}${counts}\n`);
    }
  }
  const codes = done.flatMap(({ trouble }) => (trouble === undefined ? [] : [trouble.exitCode]));
  return codes.includes(exitCodes.world) ? exitCodes.world : codes.length > 0 ? exitCodes.rejected : exitCodes.accepted;
}

/** How often progress is shown, in milliseconds. */
const lookMillis = 500;

/** One round, for which a pub that has no time is called again. */
function callUntilServed(syncing: Syncing, hosted: HostedSpace) {
  const { world, address } = syncing;
  let [came, went] = [0, 0];
  return untilServed({
    async call(isSparing) {
      const latest = await callOnce(syncing, hosted, isSparing);
      came += latest.came;
      went += latest.went;
      const called = { ...latest, came, went };
      return { called, trouble: troubleOf(called, address, hosted.space) };
    },
    hasNoTime: ({ trouble }) => trouble?.isBusy === true,
    async pause(millis) {
      const span = describeSpan(millis * 1_000 + 999_999);
      world.progress(`${hosted.space.name}: ${shortAddress(address)} has no time now; calling again in ${span}`);
      await world.sleep(millis);
      world.progress(undefined);
    },
    random: world.random,
  });
}

async function callOnce(syncing: Syncing, hosted: HostedSpace, isSparing: boolean): Promise<Called> {
  const { world, address } = syncing;
  const { carried, result } = callPub({ ...syncing, hosted, isLive: false, isSparing });
  const timer = setInterval(() => {
    const { got, sent } = carried.session.progress;
    world.progress(`${hosted.space.name}: ${describeCounts(got, sent)} so far, with ${shortAddress(address)}`);
  }, lookMillis);
  try {
    return await result;
  } finally {
    clearInterval(timer);
    world.progress(undefined);
  }
}

const pauseMillis = 1_000;

/** Live, until it is interrupted. */
async function stay(syncing: Syncing, hosted: readonly HostedSpace[]): Promise<ExitCode> {
  const { world, address, isJson } = syncing;
  const pause = world.interruptible();
  const spaces = hosted.map(
    (each) =>
      new LiveSpace({
        ...syncing,
        hosted: each,
        tell(news) {
          if (world.isTerminal) world.progress(undefined);
          const time = new Date(world.now() / 1_000).toISOString();
          void world.send(isJson ? `${visibleJson(JSON.stringify({ time, ...news }))}\n` : `${news.text}\n`);
        },
      }),
  );
  const running = Promise.all(spaces.map((space) => space.run()));
  const isOver = running.then(() => false);
  while (await Promise.race([pause(pauseMillis), isOver])) {
    for (const space of spaces) space.look();
    if (world.isTerminal && !isJson) {
      world.progress(`${shortAddress(address)}: ${spaces.map((space) => space.status()).join('; ')} (Ctrl-C ends it)`);
    }
  }
  world.progress(undefined);
  await Promise.all(spaces.map((space) => space.stop()));
  await running;
  return exitCodes.accepted;
}
