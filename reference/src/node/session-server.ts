import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { HttpAnswerer, type HttpAnswerOptions } from '../transport/http-answerer.ts';
import type { Transport } from '../transport/transport.ts';
import { answerNode } from './node-http.ts';
import { overNodeSocket, socketOptions } from './node-socket.ts';

/** Somebody who calls. */
export interface Caller {
  readonly transport: Transport;
  readonly by: 'http' | 'websocket';
  /** The address of the caller's machine, or of the proxy before it. */
  readonly from: string;
}

/** Where a server listens, and whom it answers. */
export interface SessionServerOptions extends HttpAnswerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** PEM texts; with them it speaks TLS alone. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Whether a caller from such an address may begin a session now. Absent: everybody may. */
  readonly admits?: (from: string) => boolean;
  /** Answers requests for other paths than `/session`; undefined where there is nothing. */
  readonly page?: (path: string) => Response | undefined;
}

/** A server that listens. */
export interface SessionServer {
  readonly port: number;
  /** Stops taking callers, ends all sessions, waits up to so long until the callers have heard of it, and lets go of the rest. */
  stop(reason: string, patienceMillis?: number): Promise<void>;
}

const sessionPath = '/session';

/**
 * Listens for sessions, by WebSocket at `/session` and by HTTP at `/session/ID`.
 * @throws what Node throws where it cannot listen there, with its `code`.
 */
export async function serveSessions(
  meet: (caller: Caller) => void,
  options: SessionServerOptions,
): Promise<SessionServer> {
  const { tls, host, page = () => undefined } = options;
  let isStopping = false;
  const admits = (from: string) => !isStopping && (options.admits?.(from) ?? true);
  const origins = new WeakMap<Request, string>();
  const answerer = new HttpAnswerer(
    (transport, request) => meet({ transport, by: 'http', from: origins.get(request) ?? '' }),
    options,
  );
  const answer = async (request: Request, from: string): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith(`${sessionPath}/`)) return page(pathname) ?? new Response('not here\n', { status: 404 });
    const isFirst = request.method === 'POST' && searchParams.get('sent') === '0' && searchParams.get('got') === '0';
    if (isFirst && !answerer.has(request) && !admits(from))
      return new Response('too many sessions; come later', { status: 429 });
    origins.set(request, from);
    return answerer.answer(request);
  };
  const server = tls === undefined ? createHttpServer() : createHttpsServer(tls);
  server.on('request', (incoming, outgoing) => {
    answerNode(incoming, outgoing, (request) => answer(request, fromOf(incoming))).catch(() => outgoing.destroy());
  });

  const sockets = new WebSocketServer({ noServer: true, ...socketOptions(options) });
  const transports = new Set<Transport>();
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refuse = (line: string) => socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    if (incoming.url?.split('?')[0] !== sessionPath) return refuse('404 Not Found');
    if (!admits(fromOf(incoming))) return refuse('429 Too Many Requests');
    sockets.handleUpgrade(incoming, socket, head, (webSocket) => {
      const transport = overNodeSocket(webSocket, options);
      transports.add(transport);
      void transport.closed.then(() => transports.delete(transport));
      try {
        meet({ transport, by: 'websocket', from: fromOf(incoming) });
      } catch {
        transport.close('a fault of this program');
      }
    });
  });

  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(options.port, host, resolve);
  await promise;
  return {
    port: (server.address() as AddressInfo).port,
    async stop(reason, patienceMillis = 2_000) {
      isStopping = true;
      for (const transport of transports) transport.close(reason);
      answerer.close(reason);
      const deadline = performance.now() + patienceMillis;
      while (answerer.size + sockets.clients.size > 0 && performance.now() < deadline) await lookLater();
      answerer.forget();
      for (const webSocket of sockets.clients) webSocket.terminate();
      const stopped = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await stopped;
    },
  };
}

const lookLater = () => new Promise((resolve) => setTimeout(resolve, 10));

const fromOf = ({ socket }: IncomingMessage): string => socket.remoteAddress ?? '';
