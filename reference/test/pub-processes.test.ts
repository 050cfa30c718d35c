import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openReplica } from '../src/index.ts';
import { openSqliteStore } from '../src/node/index.ts';
import { gardening, protocol } from './cast.ts';
import { Person } from './cli-world.ts';
import { freePort } from './pub-world.ts';
import { document, give } from './replica-cast.ts';

const program = new URL('../bin/rockpool.mjs', import.meta.url).pathname;
/** Several processes start, on a machine that may be busy. */
const timeout = 120_000;

const environment = (data: string) => ({ ...process.env, NO_COLOR: '1', ROCKPOOL_DATA: data });

/** A program that runs, and what it has said so far. */
class Running {
  readonly child: ChildProcess;
  said = '';

  constructor(data: string, ...args: readonly string[]) {
    this.child = spawn(process.execPath, [program, ...args], { env: environment(data) });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (part) => (this.said += part));
    onTestFinished(() => void this.child.kill('SIGKILL'));
  }

  async until(words: string | RegExp): Promise<void> {
    await expect.poll(() => this.said, { timeout: 30_000, interval: 20 }).toMatch(words);
  }

  async end(signal: NodeJS.Signals): Promise<unknown> {
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    const [code, by] = await ended;
    return code ?? by;
  }
}

/** People with the gardening space, whose clocks are right. */
const people = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const person = new Person();
      person.now = Date.now() * 1_000;
      await person.rockpool('init', gardening);
      return person as Person;
    }),
  ) as Promise<[Person, Person, Person]>;

const storeOf = (data: string) => join(data, 'spaces', `${gardening.slice(1)}.native.sqlite`);

/** Puts many pages into a folder, and answers how many. */
function fill(data: string, count: number): number {
  mkdirSync(join(data, 'spaces'), { recursive: true });
  const store = openSqliteStore(storeOf(data), { synchronous: 'normal' });
  const opened = openReplica({ protocol, store, family: 'native', space: gardening });
  if (!opened.ok) throw new Error(opened.code);
  const pages = Array.from({ length: count }, (_, i) =>
    document({ path: `/p/${i}` }, { content: `${i} ${'x'.repeat(4_000)}` }),
  );
  give(opened.replica, pages, Date.now() * 1_000);
  store.close();
  return count;
}

const bytesIn = (data: string): number =>
  readdirSync(join(data, 'spaces')).reduce(
    (sum, name) => sum + (statSync(join(data, 'spaces', name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

describe('Processes that sync', { timeout }, () => {
  test('SYN-15 go on after a cut where they were, and send nothing again that was stored', async () => {
    const [pub, suzy] = await people(2);
    const count = fill(pub.data, 3_000);
    fill(suzy.data, 0);
    const port = await freePort();
    const serve = new Running(pub.data, 'serve', '--port', String(port));
    await serve.until('Ctrl-C ends it');
    const before = bytesIn(suzy.data);
    // Of messages of two megabytes, the first is stored then, and some are still to come.
    const cut = new Running(suzy.data, 'sync', `ws://127.0.0.1:${port}`);
    await expect.poll(() => bytesIn(suzy.data) - before, { timeout: 30_000, interval: 2 }).toBeGreaterThan(4_500_000);
    expect(await cut.end('SIGKILL')).toBe('SIGKILL');
    const { spaces } = (await suzy.json('status')) as { spaces: [{ documents: number }] };
    const kept = spaces[0].documents;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(count);
    expect(await suzy.json('sync', `ws://127.0.0.1:${port}`)).toMatchObject({
      spaces: [{ inSync: true, came: count - kept, went: 0 }],
    });
    expect(await serve.end('SIGTERM')).toBe(0);
  });

  test('SYN-26 stay live, hear why the pub stops, and call again when it is back', async () => {
    const [pub, suzy, fern] = await people(3);
    const port = await freePort();
    const address = `ws://127.0.0.1:${port}`;
    const serve = new Running(pub.data, 'serve', '--port', String(port));
    await serve.until('Ctrl-C ends it');
    const live = new Running(suzy.data, 'sync', address, '--live');
    await live.until('gardening: in sync with ws:');
    await fern.rockpool('publish', 'Hello, garden');
    expect(await fern.rockpool('sync', address)).toMatchObject({ code: 0 });
    await live.until('1 record came, 0 went');
    expect(await serve.end('SIGINT')).toBe(0);
    await live.until(/has no time now; try again in a minute: the pub is being stopped.*; calling again in \d+ s/);
    live.said = '';
    const again = new Running(pub.data, 'serve', '--port', String(port), '--json');
    await live.until('gardening: in sync with ws:');
    expect(JSON.parse(again.said)).toMatchObject({ port, spaces: ['gardening'] });
    expect(await live.end('SIGINT')).toBe(0);
    expect((await suzy.rockpool('log')).output).toContain('Hello, garden');
  });
});
