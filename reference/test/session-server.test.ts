import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  type Caller,
  callByNodeSocket,
  overNodeSocket,
  type SessionServer,
  type SessionServerOptions,
  serveSessions,
} from '../src/node/index.ts';
import { callByHttp } from '../src/transport/http-caller.ts';
import type { Ending, Transport } from '../src/transport/transport.ts';
import { callByWebSocket } from '../src/transport/web-socket.ts';

/** Answers each text with the same in capitals. */
const shout = ({ transport }: Caller) => transport.listen((text) => transport.send(text.toUpperCase()));

async function serve(options: Partial<SessionServerOptions> = {}, meet = shout): Promise<SessionServer> {
  const server = await serveSessions(meet, { host: '127.0.0.1', port: 0, pollMillis: 200, ...options });
  onTestFinished(() => server.stop('the test is over', 100));
  return server;
}

const next = (transport: Transport) => new Promise<string>((resolve) => transport.listen(resolve));
const httpOf = ({ port }: SessionServer) => `http://127.0.0.1:${port}/session`;
const socketOf = ({ port }: SessionServer) => `ws://127.0.0.1:${port}/session`;
const post = (server: SessionServer, rest: string, body = '[]') =>
  fetch(`${httpOf(server)}/${rest}`, { method: 'POST', body });

describe('A server of sessions', () => {
  test('HTTP and WebSocket are answered at one port', async () => {
    const server = await serve();
    for (const call of [
      callByHttp(httpOf(server)),
      callByWebSocket(socketOf(server)),
      callByNodeSocket(socketOf(server)),
    ]) {
      await call.send('hello');
      expect(await next(call)).toBe('HELLO');
      call.close();
    }
  });

  test('it knows who calls and by which way', async () => {
    const callers: Caller[] = [];
    const server = await serve({}, (caller) => void callers.push(caller));
    const calls = [callByHttp(httpOf(server)), callByWebSocket(socketOf(server))];
    await expect.poll(() => callers.length).toBe(2);
    expect(callers.map(({ by, from }) => `${by} ${from}`).toSorted()).toEqual([
      'http 127.0.0.1',
      'websocket 127.0.0.1',
    ]);
    for (const call of calls) call.close();
  });

  test('whoever is not admitted hears so before anything is begun', async () => {
    let met = 0;
    const server = await serve({ admits: () => false }, () => void met++);
    const ending = await callByHttp(httpOf(server)).closed;
    expect(ending.how).toBe('lost');
    expect(ending.reason).toContain('answers 429');
    const { how, reason } = await callByNodeSocket(socketOf(server)).closed;
    expect([how, reason]).toEqual(['lost', 'Unexpected server response: 429']);
    expect(met).toBe(0);
  });

  test('a meeting that throws ends that connection alone', async () => {
    let count = 0;
    const server = await serve({}, (caller) => {
      if (count++ < 2) throw new Error('no');
      shout(caller);
    });
    for (const call of [callByHttp(httpOf(server)), callByWebSocket(socketOf(server))]) {
      expect(await call.closed).toEqual({ how: 'left', reason: 'a fault of this program' });
    }
    const third = callByWebSocket(socketOf(server));
    await third.send('still here');
    expect(await next(third)).toBe('STILL HERE');
    third.close();
  });

  test('stopping tells all callers why, behind what was sent, and frees the port', async () => {
    const server = await serve({}, ({ transport }) => void transport.send('last'));
    const calls = [callByHttp(httpOf(server)), callByWebSocket(socketOf(server))];
    expect(await Promise.all(calls.map(next))).toEqual(['last', 'last']);
    await server.stop('back in a minute', 1_000);
    for (const { closed } of calls) expect(await closed).toEqual({ how: 'left', reason: 'back in a minute' });
    await expect(fetch(httpOf(server))).rejects.toThrow('fetch failed');
    await serve({ port: server.port });
  });

  test('stopping does not wait for a caller that hears nothing', async () => {
    const server = await serve();
    const socket = connect(server.port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.write('POST /session/0123456789abcdef?sent=0&got=0 HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n[');
    await new Promise((resolve) => setTimeout(resolve, 50));
    const began = performance.now();
    await server.stop('', 100);
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  test('a port that is taken is told of', async () => {
    const { port } = await serve();
    await expect(serve({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('requests that are none of a session get a status that says so, and do no harm', async () => {
    const page = (path: string) => (path === '/health' ? new Response('ok') : undefined);
    const server = await serve({ maxTextBytes: 100, page });
    const id = '0123456789abcdef';
    expect(await (await fetch(`http://127.0.0.1:${server.port}/health`)).text()).toBe('ok');
    expect((await fetch(`http://127.0.0.1:${server.port}/other`)).status).toBe(404);
    expect((await fetch(`${httpOf(server)}/${id}`)).status).toBe(405);
    expect((await post(server, 'short?sent=0&got=0')).status).toBe(400);
    expect((await post(server, id)).status).toBe(400);
    expect((await post(server, `${id}?sent=3&got=0`)).status).toBe(404);
    expect((await post(server, `${id}?sent=0&got=0`, '{"a":1}')).status).toBe(400);
    expect((await post(server, `${id}?sent=0&got=0`, '[1]')).status).toBe(400);
    const big = await post(server, `${id}?sent=0&got=0`, JSON.stringify(['x'.repeat(20_000_000)])).then(
      ({ status }) => status,
      // It is cut off while it still sends.
      () => 413,
    );
    expect(big).toBe(413);
    const call = callByHttp(httpOf(server));
    await call.send('still here');
    expect(await next(call)).toBe('STILL HERE');
    call.close();
  });

  test('a list that is posted again is taken once, and an answer that got lost is given again', async () => {
    const server = await serve();
    const id = crypto.randomUUID();
    const texts = async (rest: string, body?: string) => (await post(server, `${id}?${rest}`, body)).json();
    expect(await texts('sent=0&got=0', '["a","b"]')).toEqual([]);
    expect(await texts('sent=0&got=0', '["a","b"]')).toEqual([]);
    expect(await texts('sent=1&got=0', '["b","c"]')).toEqual([]);
    expect(await texts('sent=3&got=0')).toEqual(['A', 'B', 'C']);
    expect(await texts('sent=3&got=0')).toEqual(['A', 'B', 'C']);
    expect(await texts('sent=3&got=2')).toEqual(['C']);
    expect((await post(server, `${id}?sent=9&got=2`)).status).toBe(400);
    expect((await post(server, `${id}?sent=3&got=3`)).status).toBe(410);
  });

  test('a caller by HTTP goes on when requests fail now and then', async () => {
    const server = await serve();
    let count = 0;
    const unsteady: typeof fetch = async (...request) => {
      const number = ++count;
      if (number % 5 === 3) throw new TypeError('lost on the way there');
      const answer = await fetch(...request);
      if (number % 5 === 4) throw new TypeError('lost on the way back');
      return answer;
    };
    const call = callByHttp(httpOf(server), { fetch: unsteady });
    const came: string[] = [];
    call.listen((text) => void came.push(text));
    for (let index = 0; index < 8; index++) {
      await call.send(`a${index}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await expect.poll(() => came.length, { timeout: 10_000 }).toBe(8);
    expect(came).toEqual(Array.from({ length: 8 }, (_, index) => `A${index}`));
    call.close();
  });

  test('a caller by HTTP who leaves says when nothing goes out any more, and no request of its is refused', async () => {
    const lengths: number[] = [];
    const endings: Promise<Ending>[] = [];
    const server = await serve({}, ({ transport }) => {
      transport.listen(({ length }) => void lengths.push(length));
      endings.push(transport.closed);
    });
    let underWay = 0;
    const statuses: number[] = [];
    const watched: typeof fetch = async (...request) => {
      underWay++;
      try {
        const answer = await fetch(...request);
        statuses.push(answer.status);
        return answer;
      } finally {
        underWay--;
      }
    };
    const { promise: quiet, resolve: onQuiet } = Promise.withResolvers<void>();
    const call = callByHttp(httpOf(server), { fetch: watched, onQuiet });
    await call.send('hello');
    await expect.poll(() => lengths).toEqual([5]);
    const sent = call.send('x'.repeat(100_000));
    call.close('enough');
    await Promise.all([quiet, sent]);
    expect(underWay).toBe(0);
    expect(lengths).toEqual([5, 100_000]);
    expect(await Promise.all(endings)).toEqual([{ how: 'left', reason: 'enough' }]);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  test('with a certificate it speaks TLS', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rockpool-tls-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const key = join(folder, 'key.pem');
    const cert = join(folder, 'cert.pem');
    const made =
      '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=here -addext subjectAltName=IP:127.0.0.1';
    execFileSync('openssl', ['req', '-x509', ...made.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const tls = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    const server = await serve({ tls });
    const call = overNodeSocket(new WebSocket(`wss://127.0.0.1:${server.port}/session`, { ca: tls.cert }));
    await call.send('hello');
    expect(await next(call)).toBe('HELLO');
    call.close();
  });
});
