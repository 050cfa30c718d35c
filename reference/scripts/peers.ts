/**
 * How a pub bears many peers at once: `node reference/scripts/peers.ts [PEERS] [RECORDS]`. The pub is a process of its own. All
 * peers live in this one and share one replica with the same records, so what is measured is the pub.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilServed } from '../src/cli/back-off.ts';
import {
  type HostedReplica,
  MemoryStore,
  openReplica,
  ReplicaHost,
  runAsync,
  SyncReplica,
  syncOver,
} from '../src/index.ts';
import { callByNodeSocket, findBatchEngine, findNodeEngine, nodeSha256, openSqliteStore } from '../src/node/index.ts';
import { createProtocol } from '../src/protocol/protocol.ts';
import { steps } from '../src/protocol/steps.ts';
import { makePages } from './peers/pages.ts';

const [peers = 200, records = 100_000] = process.argv.slice(2).map(Number);
const space = `+bench.x${'a'.repeat(51)}a`;
const protocol = createProtocol(nodeSha256, steps);
const engine = await findBatchEngine();
const clock = () => Date.now() * 1_000;
const folder = mkdtempSync(join(tmpdir(), 'rockpool-peers-'));
const say = (what: string, value: string) => void process.stdout.write(`${what.padEnd(58)} ${value}\n`);
const seconds = (since: number) => `${((performance.now() - since) / 1_000).toFixed(2)} s`;

function open(data: string) {
  mkdirSync(join(data, 'spaces'), { recursive: true });
  const store = openSqliteStore(join(data, 'spaces', `${space.slice(1)}.native.sqlite`), { synchronous: 'normal' });
  const opened = openReplica({ protocol, store, family: 'native', space });
  if (!opened.ok) throw new Error(opened.code);
  return opened.replica;
}

/** How much of the memory of a process is in use, as Linux says. */
const memoryOf = (pid: number | undefined, what: 'VmRSS' | 'VmHWM'): string => {
  const [, kilobytes = '0'] = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return `${Math.round(Number(kilobytes) / 1_024)} MiB`;
};

const [pubData, ownData] = [join(folder, 'pub'), join(folder, 'own')];
const filled = performance.now();
const first = open(pubData);
for (const batch of makePages(await findNodeEngine(), protocol, space, records)) {
  await runAsync(first.ingest(batch, clock()), engine);
}
await first.close();
say(`${records} records made and taken in`, seconds(filled));
mkdirSync(join(ownData, 'spaces'), { recursive: true });
const name = `spaces/${space.slice(1)}.native.sqlite`;
copyFileSync(join(pubData, name), join(ownData, name));
const replica = open(ownData);
const source = new SyncReplica(replica, nodeSha256);
const hosted: HostedReplica = { source, host: new ReplicaHost({ replica, engine, clock }) };
source.snapshot(clock());

const program = new URL('../bin/rockpool.mjs', import.meta.url).pathname;
const book = { version: 1, space: 'bench', spaces: { bench: { id: space, family: 'native' } }, keys: {}, people: {} };
writeFileSync(join(pubData, 'book.json'), JSON.stringify(book));
const started = performance.now();
const options = [
  'serve',
  '--data',
  pubData,
  '--port',
  '0',
  '--rate',
  '0',
  '--json',
  '--max-sessions',
  String(peers + 10),
];
const pub = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
const said = await new Promise<string>((resolve) => pub.stdout.once('data', (part) => resolve(String(part))));
const [address = ''] = (JSON.parse(said) as { addresses: string[] }).addresses;
say('the pub listens', seconds(started));
say('memory of the pub, nobody there', memoryOf(pub.pid, 'VmRSS'));

const call = (more: object = {}, to: HostedReplica = hosted) => {
  const { promise: round, resolve, reject } = Promise.withResolvers<boolean>();
  const { promise: heard, resolve: hear, reject: miss } = Promise.withResolvers<void>();
  for (const each of [round, heard]) each.catch(() => undefined);
  const carried = syncOver(callByNodeSocket(address), {
    role: 'caller',
    protocol,
    engine,
    clock,
    entropy: crypto.getRandomValues(new Uint8Array(32)),
    replicas: [to],
    onRound: ({ equal }) => resolve(equal),
    ...more,
  });
  const timer = setInterval(() => {
    if (carried.session.progress.got > 0) hear();
  }, 10);
  void carried.ended
    .then(
      ({ session, transport }) => new Error(`a session ended early: ${JSON.stringify({ session, transport })}`),
      (cause: unknown) => cause,
    )
    .then((early) => {
      clearInterval(timer);
      reject(early);
      miss(early);
    });
  return { carried, round, heard };
};
/** Calls as `rockpool sync` does that has not met the pub before. */
async function callAsNewcomer() {
  let calls = 0;
  const { session } = await untilServed({
    call: (isSparing) => {
      calls++;
      return call({ lift: isSparing ? 0 : 1 }).carried.ended;
    },
    hasNoTime: ({ session: end }) => end.how === 'error' && end.code === 'busy',
    pause: (millis) => new Promise((resolve) => setTimeout(resolve, millis)),
    random: (byteLength) => crypto.getRandomValues(new Uint8Array(byteLength)),
  });
  return { calls, isDone: session.how === 'done' };
}
const all = (more: object) => Array.from({ length: peers }, () => call(more));
const allEqual = async (calls: ReturnType<typeof all>) =>
  (await Promise.all(calls.map(({ round }) => round))).every(Boolean);

try {
  const plain = performance.now();
  const live = all({ live: true });
  if (!(await allEqual(live))) throw new Error('not all are equal');
  say(`${peers} live sessions at once, in sync`, seconds(plain));
  say('memory of the pub, all there', memoryOf(pub.pid, 'VmRSS'));

  const fresh = openReplica({ protocol, store: new MemoryStore(), family: 'native', space });
  if (!fresh.ok) throw new Error(fresh.code);
  const [news = []] = makePages(await findNodeEngine(), protocol, space, 1, 'news');
  await runAsync(fresh.replica.ingest(news, clock()), engine);
  const writer = {
    source: new SyncReplica(fresh.replica, nodeSha256),
    host: new ReplicaHost({ replica: fresh.replica, engine, clock }),
  };
  const sender = call({ filter: { pathPrefix: '/news' } }, writer);
  await sender.round;
  const pushed = performance.now();
  await Promise.all(live.map(({ heard }) => heard));
  say(`one new record has come to all ${peers}`, seconds(pushed));
  await sender.carried.ended;
  for (const { carried } of live) await carried.session.leave('busy');
  await Promise.all(live.map(({ carried }) => carried.ended));

  const lifted = performance.now();
  const newcomers = Array.from({ length: peers }, callAsNewcomer);
  const health = new URL('/health', address.replace(/^ws/, 'http'));
  let longest = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await fetch(health);
      longest = Math.max(longest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const ends = await Promise.all(newcomers);
  isOver = true;
  await looking;
  const done = ends.filter(({ isDone }) => isDone).length;
  const again = ends.filter(({ calls }) => calls > 1).length;
  say(`${peers} newcomers at once: ${done} in sync, ${again} called again`, seconds(lifted));
  say('the longest wait for /health meanwhile, this process busy too', `${Math.round(longest)} ms`);
  say('memory of the pub, at most', memoryOf(pub.pid, 'VmHWM'));
} finally {
  pub.kill('SIGTERM');
  await new Promise((resolve) => pub.once('exit', resolve));
  source.close();
  await replica.close();
  rmSync(folder, { recursive: true });
}
