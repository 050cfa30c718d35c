import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { judgeSubject } from '../src/run/judge-subject.ts';
import { PINNED_SEED } from '../src/run/options.ts';
import { webSocketSubject } from '../src/transport/web-socket.ts';
import { HELLO, honest } from './fixtures/in-process.ts';
import { fixtureSuite } from './fixtures/suite.ts';

type Request = { id: string; method: string; params: Record<string, unknown> };

const servers: WebSocketServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A subject that listens; `spoil` may answer in another way. */
const listen = async (spoil: (request: Request, socket: WebSocket) => boolean = () => false) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  servers.push(server);
  let connections = 0;
  server.on('connection', (socket) => {
    connections += 1;
    socket.on('message', (data) => {
      const request = JSON.parse(String(data)) as Request;
      if (spoil(request, socket)) return;
      const answer = request.method === 'hello' ? { result: HELLO } : honest(request);
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: request.id, ...answer }));
    });
  });
  await new Promise((done) => server.once('listening', done));
  return {
    server,
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/?key=secret`,
    connections: () => connections,
  };
};

const judge = (address: string) =>
  judgeSubject({
    seed: PINNED_SEED,
    launch: webSocketSubject(address),
    suite: fixtureSuite,
    runs: 1,
    timeoutMillis: 1_000,
  });
const isUpperCase = ({ method, params }: Request): boolean => method === 'id.parse' && /[A-Z]/.test(String(params.id));

describe('A subject behind a WebSocket', () => {
  test('SUB-1 an honest one passes, over connections that are closed behind it', async () => {
    const { server, address } = await listen();
    const report = await judge(address);
    expect([report.exitCode, report.totals.failed]).toEqual([0, 0]);
    await vi.waitFor(() => expect(server.clients.size).toBe(0));
  });

  test('SUB-4 a closed connection is a crash, and the next one a fresh start', async () => {
    const { address, connections } = await listen((request, socket) => {
      if (isUpperCase(request)) socket.close();
      return isUpperCase(request);
    });
    const report = await judge(address);
    expect(report.checks.find(({ id }) => id === 'identifiers/upper-case')).toMatchObject({ failure: 'crash' });
    expect(connections()).toBeGreaterThan(1);
  });

  test('SUB-1 a binary message is garbage', async () => {
    const { address } = await listen((request, socket) => {
      if (isUpperCase(request)) socket.send(Buffer.from('{}'));
      return isUpperCase(request);
    });
    const report = await judge(address);
    expect(report.checks.find(({ id }) => id === 'identifiers/upper-case')).toMatchObject({
      failure: 'protocol-violation',
      detail: expect.stringContaining('it wrote a binary message'),
    });
  });

  test('that is not there did not start, and its address is told without what may be secret', async () => {
    const { server, address } = await listen();
    await new Promise((done) => server.close(done));
    const { verdict, message } = await judge(address);
    expect(verdict).toBe('no-subject');
    expect(message).toMatch(/it did not start: nothing answers at ws:\/\/127\.0\.0\.1:\d+\/$/);
  });
});

describe('rockpool-conformance run --url', () => {
  const BIN = join(import.meta.dirname, '../bin/rockpool-conformance.mjs');
  test.for([
    ['another scheme', ['--url', 'http://127.0.0.1:1/'], 'a ws: or wss: address'],
    ['a command as well', ['--url', 'ws://127.0.0.1:1/', '--', 'node'], 'only one of --url, --subject and a command'],
  ] as const)('2: %s', ([, args, words]) => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'run', ...args], { encoding: 'utf8' });
    expect([status, stderr.includes(words)]).toEqual([2, true]);
  });

  test('4: nobody listens', () => {
    const { status, stdout } = spawnSync(process.execPath, [BIN, 'run', '--url', 'ws://127.0.0.1:1/'], {
      encoding: 'utf8',
    });
    expect([status, stdout.includes('nothing answers at')]).toEqual([4, true]);
  });
});
