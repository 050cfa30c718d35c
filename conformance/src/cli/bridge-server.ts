import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { folderHandler, listen } from '../node/serve-folder.ts';
import { type Launch, MAX_MESSAGE_BYTES } from '../transport/port.ts';
import { createGuard, type Guard, type Refusal } from './bridge-guard.ts';
import { bridgeSubject } from './bridge-subject.ts';

/** Where a page exchanges its token, and where a WebSocket is one fresh program. */
export const SESSION_PATH = '/bridge/session';
export const SUBJECT_PATH = '/bridge/subject';

/** More than the two that a run needs; a page that asks for more is in error. */
const MOST_SUBJECTS = 8;

/** A token is 43 characters long. */
const LONGEST_TOKEN = 256;

/** The pages that use a program behind a bridge: one judges it, in one it plays a peer. */
export const BRIDGE_PAGES = ['run', 'playground'] as const;
export type BridgePage = (typeof BRIDGE_PAGES)[number];

export type BridgeOptions = {
  /** Folder of the built site. */
  site: string;
  launch: Launch;
  /** What the page shows. */
  command: readonly string[];
  /** 0 for any free one. */
  port: number;
  /** The page that the address leads to. */
  page: BridgePage;
};

export type Bridge = { address: string; port: number; stop(): Promise<void> };

const pathOf = ({ url = '/' }: IncomingMessage): URL | undefined => URL.parse(url, 'http://127.0.0.1') ?? undefined;

const refuse = (response: ServerResponse, { status, why }: Refusal): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ why }));
};

const refuseUpgrade = (socket: Duplex, { status, why }: Refusal): void => {
  const body = JSON.stringify({ why });
  const head = `HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(head + body);
};

const readToken = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > LONGEST_TOKEN) return '';
  }
  return text;
};

/** Serves the site on 127.0.0.1, and beside it programs to its own page. */
export const openBridge = async ({ site, launch, command, port, page }: BridgeOptions): Promise<Bridge> => {
  const files = folderHandler(site);
  let guard: Guard | undefined;
  const served = await listen(async (request, response) => {
    const refusal = guard?.refuseHost(request.headers);
    if (!guard || refusal) return refuse(response, refusal ?? { status: 503, why: 'the bridge is starting' });
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('x-frame-options', 'SAMEORIGIN');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (pathOf(request)?.pathname !== SESSION_PATH) return files(request, response);
    if (request.method !== 'POST') return refuse(response, { status: 405, why: 'a token is posted' });
    const foreign = guard.refuseOrigin(request.headers);
    if (foreign) return refuse(response, foreign);
    const exchanged = guard.exchange(await readToken(request));
    if (!('session' in exchanged)) return refuse(response, exchanged);
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(JSON.stringify({ session: exchanged.session, command }));
  }, port);
  const own = createGuard(served.port);
  guard = own;

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  const subjects = new Set<Promise<void>>();
  const refusalOf = (request: IncomingMessage): Refusal | undefined => {
    const url = pathOf(request);
    if (url?.pathname !== SUBJECT_PATH) return { status: 404, why: `programs are at ${SUBJECT_PATH}` };
    return (
      own.refuseHost(request.headers) ??
      own.refuseOrigin(request.headers) ??
      own.refuseSession(url.searchParams.get('session')) ??
      (subjects.size < MOST_SUBJECTS ? undefined : { status: 429, why: `${MOST_SUBJECTS} programs run already` })
    );
  };
  served.server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => undefined);
    const refusal = refusalOf(request);
    if (refusal) return refuseUpgrade(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (client) => {
      const gone = bridgeSubject(client, launch).finally(() => subjects.delete(gone));
      subjects.add(gone);
    });
  });
  return {
    address: `http://127.0.0.1:${served.port}/${page}/#bridge=${own.token}`,
    port: served.port,
    stop: async () => {
      for (const client of sockets.clients) client.terminate();
      await Promise.all(subjects);
      await served.stop();
    },
  };
};
