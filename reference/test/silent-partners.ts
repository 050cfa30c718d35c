import { createHash } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Listens on a free port and hands over each connection, until the test is over. */
export async function listen(meet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    meet(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** The port of a server that takes a WebSocket, and never says or hears anything again. */
export const silentWebSocketServer = (): Promise<number> =>
  listen((socket) => {
    socket.once('data', (request) => {
      const [, key = ''] = /^sec-websocket-key: (\S+)/im.exec(request.toString()) ?? [];
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      socket.pause();
    });
  });

/** The port of a server that takes requests of HTTP and never answers. */
export const silentHttpServer = (): Promise<number> => listen((socket) => socket.resume());

/** Calls a server by WebSocket, and never says or hears anything again. */
export function callAndFallSilent(port: number): void {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  const key = Buffer.alloc(16, 1).toString('base64');
  socket.write(
    `GET /session HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
}
