import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createNodeEngine } from '../src/node/engine.ts';
import { type Caller, callByNodeSocket, type SessionServer, serveSessions } from '../src/node/index.ts';
import { HttpAnswerer } from '../src/transport/http-answerer.ts';
import { callByHttp } from '../src/transport/http-caller.ts';
import { memoryPair } from '../src/transport/memory-pair.ts';
import { overMessagePort } from '../src/transport/message-port.ts';
import type { Limits, Transport } from '../src/transport/transport.ts';
import { type TransportUnderTest, transportChecks } from '../src/transport/transport-acceptance.ts';
import { callByWebSocket } from '../src/transport/web-socket.ts';
import { callAndFallSilent, silentHttpServer, silentWebSocketServer } from './silent-partners.ts';

/** Runs all checks on one kind of transport. */
const tryAll = (under: TransportUnderTest) => {
  for (const { title, run } of transportChecks.filter(({ needs }) => needs === undefined || needs in under)) {
    test(`SYN-1 ${title}`, () => run(under));
  }
};

async function serve(meet: (caller: Caller) => void, limits: Partial<Limits> = {}): Promise<SessionServer> {
  const server = await serveSessions(meet, { host: '127.0.0.1', port: 0, pollMillis: 200, ...limits });
  onTestFinished(() => server.stop('the test is over', 100));
  return server;
}

/** Starts a server for each connection, so that each has its own limits, and calls it. */
const calls =
  (call: (port: number, limits?: Partial<Limits>) => Transport): TransportUnderTest['connect'] =>
  async (one, other) => {
    const { promise, resolve } = Promise.withResolvers<Transport>();
    const { port } = await serve(({ transport }) => resolve(transport), other);
    return [call(port, one), await promise];
  };

/** The other way round: the one who is called has the first limits. */
const turned =
  (connect: TransportUnderTest['connect']): TransportUnderTest['connect'] =>
  async (one, other) => {
    const [caller, answerer] = await connect(other, one);
    return [answerer, caller];
  };

const webSocket = (port: number) => `ws://127.0.0.1:${port}/session`;
const httpAddress = (port: number) => `http://127.0.0.1:${port}/session`;

describe('A pair in memory', () => {
  tryAll({ connect: async (one, other) => memoryPair(one, other) });
});

describe('A message port', () => {
  tryAll({
    async connect(one, other) {
      const { port1, port2 } = new MessageChannel();
      return [overMessagePort(port1, one), overMessagePort(port2, other)];
    },
    async connectHalfOpen(limits) {
      const { port1, port2 } = new MessageChannel();
      onTestFinished(() => port2.close());
      return overMessagePort(port1, limits);
    },
  });
});

describe('The WebSocket of the platform', () => {
  const connect = calls((port, limits) =>
    callByWebSocket(webSocket(port), { ...limits, silenceMillis: Number.POSITIVE_INFINITY }),
  );
  tryAll({
    connect,
    connectHalfOpen: async (limits) => callByWebSocket(webSocket(await silentWebSocketServer()), limits),
  });
  describe('seen from the server', () => {
    tryAll({
      connect: turned(connect),
      async connectHalfOpen(limits) {
        const { promise, resolve } = Promise.withResolvers<Transport>();
        const { port } = await serve(({ transport }) => resolve(transport), limits);
        callAndFallSilent(port);
        return promise;
      },
    });
  });
});

describe('A WebSocket of Node', () => {
  const connect = calls((port, limits) => callByNodeSocket(webSocket(port), limits));
  tryAll({
    connect,
    connectHalfOpen: async (limits) => callByNodeSocket(webSocket(await silentWebSocketServer()), limits),
  });
});

describe('HTTP', () => {
  const connect = calls((port, limits) => callByHttp(httpAddress(port), limits));
  tryAll({
    connect,
    connectHalfOpen: async (limits) => callByHttp(httpAddress(await silentHttpServer()), limits),
  });
  describe('seen from the server', () => {
    tryAll({
      connect: turned(connect),
      async connectHalfOpen(limits) {
        const { promise, resolve } = Promise.withResolvers<Transport>();
        const { port } = await serve(({ transport }) => resolve(transport), limits);
        await fetch(`${httpAddress(port)}/${crypto.randomUUID()}?sent=0&got=0`, { method: 'POST', body: '[]' });
        return promise;
      },
    });
  });
});

describe('HTTP through a mock', () => {
  const answerers = new Map<string, HttpAnswerer>();
  const mock = setupServer(
    http.all('https://pub.example/:name/session/:id', ({ request, params }) =>
      answerers.get(String(params.name))?.answer(request),
    ),
  );
  beforeAll(() => mock.listen({ onUnhandledFrame: 'error' }));
  afterAll(() => mock.close());
  // Half of these leave an error of TLS in this thread that has nothing to do with keys.
  afterEach(() => expect(createNodeEngine().publicKey(new Uint8Array(32))).toHaveLength(32));
  tryAll({
    async connect(one, other) {
      const { promise, resolve } = Promise.withResolvers<Transport>();
      const name = crypto.randomUUID();
      const answerer = new HttpAnswerer(resolve, { pollMillis: 200, ...other });
      onTestFinished(() => answerer.forget());
      answerers.set(name, answerer);
      return [callByHttp(`https://pub.example/${name}/session`, one), await promise];
    },
  });
});
