import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket as Client } from 'ws';
import { type Bridge, openBridge } from '../src/cli/bridge-server.ts';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { stdioSubject } from '../src/transport/stdio.ts';
import { webSocketSubject } from '../src/transport/web-socket.ts';
import { HOSTILE } from './fixtures/hostile.ts';
import { fixtureSuite } from './fixtures/suite.ts';

const BIN = join(import.meta.dirname, '../bin/rockpool-conformance.mjs');
const SILENT = [process.execPath, join(import.meta.dirname, 'fixtures/silent-child.mjs')];
const site = mkdtempSync(join(tmpdir(), 'rockpool-site-'));
beforeAll(() => {
  mkdirSync(join(site, 'run'));
  writeFileSync(join(site, 'run/index.html'), '<h1>Run the suite</h1>');
});
afterAll(() => rmSync(site, { recursive: true, force: true }));

const open: Bridge[] = [];
afterEach(async () => {
  vi.unstubAllGlobals();
  for (const bridge of open.splice(0)) await bridge.stop();
});

const start = async (command: readonly string[] = SILENT): Promise<Bridge & { origin: string; token: string }> => {
  const bridge = await openBridge({ site, command, launch: stdioSubject(command), port: 0, page: 'run' });
  open.push(bridge);
  return { ...bridge, origin: `http://127.0.0.1:${bridge.port}`, token: bridge.address.split('#bridge=')[1] ?? '' };
};

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** Unlike `fetch`, sends whatever Host and Origin it is told. */
const ask = (port: number, path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) =>
  new Promise<{ status: number | undefined; text: string }>((done, fail) => {
    request({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      done({ status: response.statusCode, text });
    })
      .on('error', fail)
      .end(body);
  });

const exchange = (port: number, token: string, origin = `http://127.0.0.1:${port}`) =>
  ask(port, '/bridge/session', { method: 'POST', headers: { origin }, body: token });

const sessionOf = async ({ port, token }: { port: number; token: string }): Promise<string> =>
  (JSON.parse((await exchange(port, token)).text) as { session: string }).session;

/** How an upgrade ends: open, or the status and the words of the refusal. */
const upgrade = (port: number, path: string, headers: Record<string, string>): Promise<Client | string> =>
  new Promise((done, fail) => {
    const client = new Client(`ws://127.0.0.1:${port}${path}`, { headers });
    client.on('open', () => done(client));
    client.on('error', fail);
    client.on('unexpected-response', async (_, response) => {
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      done(`${response.statusCode} ${(JSON.parse(text) as { why: string }).why}`);
    });
  });

/** The transport with the Origin that a browser would send from the bridge's own page. */
const asPageOf = (origin: string): void => {
  vi.stubGlobal(
    'WebSocket',
    class extends Client {
      constructor(address: string | URL) {
        super(address, { origin });
      }
    },
  );
};

/** Ids of requests are another's in each run. */
const withoutIds = (report: unknown): unknown =>
  JSON.parse(JSON.stringify(report).replace(/(\\*"id\\*":\\*")[a-z0-9]{8,14}(?=\\*")/g, '$1…'));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A connection, and the process behind it. */
const connected = async (bridge: Bridge & { origin: string; token: string }) => {
  const session = await sessionOf(bridge);
  const client = await upgrade(bridge.port, `/bridge/subject?session=${session}`, { origin: bridge.origin });
  if (typeof client === 'string') throw new Error(client);
  const pid = await new Promise<number>((heard) => {
    client.on('message', (data: Buffer) => {
      const found = /pid (\d+)/.exec(data.toString('utf8'))?.[1];
      if (found !== undefined) heard(Number(found));
    });
  });
  return { client, pid };
};

describe('The site beside the bridge', () => {
  test('is served', async () => {
    const { port } = await start();
    expect(await ask(port, '/run/')).toEqual({ status: 200, text: '<h1>Run the suite</h1>' });
  });

  test('is not served under another name', async () => {
    const { port } = await start();
    for (const host of ['evil.example', `localhost:${port}`, `127.0.0.1:${port + 1}`, '127.0.0.1']) {
      expect((await ask(port, '/run/', { headers: { host } })).status).toBe(421);
    }
  });

  test('is alone: what lies beside its folder is not served', async () => {
    const { port } = await start();
    for (const path of [
      '/../../etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '//',
      '/%00',
      '/%ff',
    ])
      expect((await ask(port, path)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('The token', () => {
  test('is exchanged for a session, once', async () => {
    const { port, token } = await start();
    const first = await exchange(port, token);
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text)).toMatchObject({ command: SILENT });
    const second = await exchange(port, token);
    expect(second.status).toBe(410);
    expect(second.text).toContain('used already');
  });

  test('is refused when it is another one', async () => {
    const { port, token } = await start();
    for (const wrong of ['', 'x', `${token}x`, token.slice(1), 'x'.repeat(100_000)]) {
      const { status, text } = await exchange(port, wrong);
      expect([status, text.includes('not the one')]).toEqual([403, true]);
    }
    expect((await exchange(port, token)).status).toBe(200);
  });

  test('is refused from another page', async () => {
    const { port, token } = await start();
    for (const origin of ['http://evil.example', 'null', `http://localhost:${port}`, `https://127.0.0.1:${port}`])
      expect((await exchange(port, token, origin)).status).toBe(403);
    expect((await ask(port, '/bridge/session', { method: 'POST', body: token })).status).toBe(403);
    expect((await exchange(port, token)).status).toBe(200);
  });

  test('is posted and nothing else', async () => {
    const { port } = await start();
    expect((await ask(port, '/bridge/session')).status).toBe(405);
  });
});

describe('A WebSocket', () => {
  test('opens for the own page with its session', async () => {
    const { client, pid } = await connected(await start());
    expect(isAlive(pid)).toBe(true);
    client.close();
  });

  test('is refused without the session', async () => {
    const bridge = await start();
    const { port, origin, token } = bridge;
    expect(await upgrade(port, '/bridge/subject', { origin })).toContain('403 this page has no session');
    expect(await upgrade(port, `/bridge/subject?session=${token}`, { origin })).toContain('403');
    await sessionOf(bridge);
    expect(await upgrade(port, `/bridge/subject?session=${token}`, { origin })).toContain('403');
  });

  test('is refused from another page', async () => {
    const bridge = await start();
    const path = `/bridge/subject?session=${await sessionOf(bridge)}`;
    expect(await upgrade(bridge.port, path, { origin: 'http://evil.example' })).toContain('403 only pages of');
    expect(await upgrade(bridge.port, path, {})).toContain('403 only pages of');
  });

  test('is refused under another name', async () => {
    const bridge = await start();
    const path = `/bridge/subject?session=${await sessionOf(bridge)}`;
    const { port, origin } = bridge;
    expect(await upgrade(port, path, { origin, host: `evil.example:${port}` })).toContain('421');
  });

  test('is refused elsewhere', async () => {
    const { port, origin } = await start();
    expect(await upgrade(port, '/run/', { origin })).toContain('404');
  });

  test('is refused when too many are open', async () => {
    const bridge = await start();
    const path = `/bridge/subject?session=${await sessionOf(bridge)}`;
    const { port, origin } = bridge;
    for (let index = 0; index < 8; index += 1) expect(typeof (await upgrade(port, path, { origin }))).toBe('object');
    expect(await upgrade(port, path, { origin })).toContain('429');
  });
});

describe('A program behind the bridge', () => {
  test('ends when the page closes', async () => {
    const { client, pid } = await connected(await start());
    client.terminate();
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
  });

  test('ends with the bridge', async () => {
    const bridge = await start();
    const { pid } = await connected(bridge);
    await bridge.stop();
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
  });

  test.for(['none', 'floods-stderr', 'banner', 'dies', 'sleeps'])(
    'is judged as it is without one: %s',
    async (fault) => {
      const command = [process.execPath, HOSTILE, '--fault', fault];
      const bridge = await start(command);
      const session = await sessionOf(bridge);
      asPageOf(bridge.origin);
      // Only who never answers is waited for to the end.
      const options = { suite: fixtureSuite, runs: 1, timeoutMillis: fault === 'sleeps' ? 1_000 : 10_000 };
      const address = `ws://127.0.0.1:${bridge.port}/bridge/subject?session=${session}`;
      const [here, there] = await Promise.all([
        judgeSubject({ seed: PINNED_SEED, ...options, launch: stdioSubject(command) }),
        judgeSubject({ seed: PINNED_SEED, ...options, launch: webSocketSubject(address, { bridge: true }) }),
      ]);
      expect(withoutIds(there)).toEqual(withoutIds(here));
    },
  );

  test('that is not there is one that did not start', async () => {
    const bridge = await start(['./gone']);
    asPageOf(bridge.origin);
    const address = `ws://127.0.0.1:${bridge.port}/bridge/subject?session=${await sessionOf(bridge)}`;
    const report = await judgeSubject({
      seed: PINNED_SEED,
      suite: fixtureSuite,
      launch: webSocketSubject(address, { bridge: true }),
    });
    expect(report.verdict).toBe('no-subject');
    expect(report.message).toContain('is it spelled right?');
  });
});

describe('rockpool-conformance bridge', () => {
  const cli = (...args: string[]) => spawnSync(process.execPath, [BIN, 'bridge', ...args], { encoding: 'utf8' });

  test('prints its address as JSON, ends on Ctrl-C with 0 and takes its programs with it', async () => {
    const child = spawn(process.execPath, [BIN, 'bridge', '--site', site, '--json', '--', ...SILENT]);
    const printed = await new Promise<string>((heard) =>
      child.stdout.on('data', (chunk: Buffer) => heard(String(chunk))),
    );
    const { address } = JSON.parse(printed) as { address: string };
    const [, port, token = ''] = /^http:\/\/127\.0\.0\.1:(\d+)\/run\/#bridge=([\w-]{43})$/.exec(address) ?? [];
    const { pid } = await connected({
      address,
      port: Number(port),
      token,
      origin: `http://127.0.0.1:${port}`,
      stop: () => Promise.resolve(),
    });
    const ended = new Promise((done) => child.on('exit', done));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
  });

  test('prints the address of the page that is asked for', async () => {
    const child = spawn(process.execPath, [BIN, 'bridge', '--page', 'playground', '--site', site, '--', ...SILENT]);
    const printed = await new Promise<string>((heard) =>
      child.stdout.on('data', (chunk: Buffer) => heard(String(chunk))),
    );
    child.kill('SIGINT');
    await new Promise((done) => child.on('exit', done));
    expect(printed).toMatch(/127\.0\.0\.1:\d+\/playground\/#bridge=/);
    expect(printed).toContain('a peer be played by');
  });

  test('2: a page that asks for no program', () => {
    const { status, stderr } = cli('--page', 'inspector', '--site', site, '--', ...SILENT);
    expect([status, stderr.includes('the pages are run and playground')]).toEqual([2, true]);
  });

  test('2: no built site', () => {
    const { status, stderr } = cli('--site', tmpdir(), '--', ...SILENT);
    expect([status, stderr.includes('no built site')]).toEqual([2, true]);
  });

  test('2: the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = cli('--site', site, '--port', String(port), '--', ...SILENT);
    server.close();
    expect([status, stderr.includes('EADDRINUSE')]).toEqual([2, true]);
  });
});
