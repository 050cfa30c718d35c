import { AuthorQuota } from '../pub/author-quota.ts';
import { Pub } from '../pub/pub.ts';
import type { Engine } from '../signature/engine.ts';
import type { JsonObject } from '../value/json.ts';
import { shortAddress, usualPort } from './address.ts';
import { type Command, exitCodes, UsageError, type World } from './command.ts';
import { dataOf } from './data.ts';
import { closeAll, type HostedSpace, hostSpaces } from './hosting.ts';
import { type ServeSettings, serveOptions, serveSettings } from './serve-options.ts';
import { spacesOf } from './spaces.ts';
import { counted } from './table.ts';
import { visibleJson } from './visible.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'serves spaces to everybody who knows their ids, until Ctrl-C',
  usage: `usage: rockpool serve [options]

Keeps spaces and syncs them with all who call, by WebSocket and by HTTP at one port. A space that it is to serve is made known to
it by: rockpool init '+gardening.x…'. While it runs, no other program can work with these spaces.

  --space NAME    serve this space; can be given more than once; by default all that are in the data folder
  --host HOST     where it listens: 127.0.0.1, which is this machine alone, or 0.0.0.0 for all of its addresses
  --port NUMBER   by default ${usualPort}; 0 takes any that is free
  --address URL   where others reach it, if that is known, such as wss://pub.example; can be given more than once. Callers who
                  meant another address are turned away then
  --tls-cert FILE, --tls-key FILE
                  PEM files; with them it speaks TLS alone: wss:// and https://
  --max-sessions NUMBER
                  how many sessions there may be at a time; by default 500
  --rate NUMBER   how many sessions one address may begin in a minute; by default 120, and 0 is any number, which is needed
                  behind a proxy
  --quota-author NUMBER
                  how many records of one author are kept in a space; any number by default
  --quota-space SIZE
                  how large the file of a space may grow, such as 500MB or 2GB; by default as the disk allows
  --log           a line of JSON on standard error for each event
  --data DIR      the folder with the data, also in ROCKPOOL_DATA
  --json          say in JSON, on one line, where it listens

/health says how it is, as JSON; /metrics has numbers for Prometheus, with the names of spaces that they have here. Whoever
reaches the port reaches these, unless a proxy holds them back.

Exit codes: 0 ended by Ctrl-C or SIGTERM, 2 wrong usage, 4 it cannot listen, or a space cannot be opened.`,
  options: serveOptions,
  async run(world, values, files) {
    if (files.length > 0) throw new UsageError('serve takes no argument; --space NAME names a space');
    const settings = await serveSettings(world, values);
    const { folder, book } = dataOf(world, values);
    const engine = await world.batchEngine();
    const hosted = await hostSpaces(world, engine, folder, spacesOf(book, values), settings);
    try {
      await servePub(world, engine, hosted, settings, { isLogged: values.log === true, isJson: values.json === true });
    } finally {
      await closeAll(hosted);
    }
    return exitCodes.accepted;
  },
};

interface Telling {
  readonly isLogged: boolean;
  readonly isJson: boolean;
}

/** What callers are told when it ends. */
const farewell = 'the pub is being stopped; try again later';

/** How long callers may take to hear of it, in milliseconds. */
const patienceMillis = 2_000;

/** How long callers may wait until the pub has time to compare what it keeps with them, in milliseconds: they give up after a minute. */
const callersWaitMillis = 20_000;

const pauseMillis = 1_000;

async function servePub(
  world: World,
  engine: Engine,
  hosted: readonly HostedSpace[],
  { host, port, tls, addresses, maxSessions, perMinute, perAuthor }: ServeSettings,
  { isLogged, isJson }: Telling,
): Promise<void> {
  const log = (event: string, facts: JsonObject) => {
    if (!isLogged) return;
    const time = new Date(world.now() / 1_000).toISOString();
    world.complain(`${visibleJson(JSON.stringify({ time, event, ...facts }))}\n`);
  };
  const pub = new Pub({
    protocol: world.protocol,
    engine,
    clock: world.now,
    random: world.random,
    spaces: hosted.map((each) => ({
      name: each.space.name,
      source: each.source,
      host: perAuthor === undefined ? each.host : new AuthorQuota(each.host, world.protocol, perAuthor),
    })),
    addresses,
    maxSessions,
    perMinute,
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    patience: () => new Promise((resolve) => setTimeout(resolve, callersWaitMillis).unref()),
    log,
  });
  const listening = await world.network.serve((caller) => pub.meet(caller), {
    host,
    port,
    tls,
    admits: (from) => pub.admits(from),
    page: (path) => pub.page(path),
  });
  const pause = world.interruptible();
  const at = addresses ?? placesOf(host, listening.port, tls !== undefined);
  const names = hosted.map(({ space }) => space.name);
  log('listening', { host, port: listening.port, tls: tls !== undefined, spaces: names });
  world.write(
    isJson
      ? `${JSON.stringify({ addresses: at, port: listening.port, spaces: names })}\n`
      : described(world, hosted, at, tls === undefined && !isLoopback(host)),
  );
  try {
    while (await pause(pauseMillis));
  } finally {
    log('stopping', { sessions: pub.size });
    await pub.stop(farewell);
    await listening.stop(farewell);
    await Promise.race([pub.ended(), new Promise((resolve) => setTimeout(resolve, patienceMillis))]);
    log('stopped', {});
  }
}

const isLoopback = (host: string): boolean => /^(127\.|::1$|localhost$)/.test(host);

function placesOf(host: string, port: number, isSecure: boolean): readonly string[] {
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}/session`;
  return isSecure ? [`wss://${place}`, `https://${place}`] : [`ws://${place}`, `http://${place}`];
}

function described(world: World, hosted: readonly HostedSpace[], at: readonly string[], isOpen: boolean): string {
  const spaces = hosted.map(
    ({ space, source }) => `  ${space.name}, ${counted(source.snapshot(world.now()).size, 'record')}\n`,
  );
  const warning = isOpen
    ? 'without --tls-cert and --tls-key, or a proxy that has them, all on the way can read what goes to and fro\n'
    : '';
  return `serving at ${at.map(shortAddress).join(' and ')}\n${spaces.join('')}${warning}others type: rockpool sync ${shortAddress(at[0] ?? '')}\nCtrl-C ends it; until then no other program can work with these spaces\n`;
}
