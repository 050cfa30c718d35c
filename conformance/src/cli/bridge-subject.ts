import { WebSocket } from 'ws';
import type { Launch } from '../transport/port.ts';
import type { BridgeNews, BridgeOrder } from '../transport/web-socket.ts';

/** How often standard error is told on, in milliseconds, so that a program that hangs is heard too. */
const ERRORS_MILLIS = 250;

const readOrder = (data: Buffer): BridgeOrder | undefined => {
  try {
    const order = JSON.parse(data.toString('utf8')) as BridgeOrder | null;
    return order?.do === 'close' ? order : undefined;
  } catch {
    return undefined;
  }
};

/** One fresh program for one connection: it ends with the connection, and the connection with it. Settles when it is gone. */
export const bridgeSubject = (socket: WebSocket, launch: Launch): Promise<void> => {
  const { promise: gone, resolve: settle } = Promise.withResolvers<void>();
  let told = '';
  const tell = (news: BridgeNews): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(Buffer.from(JSON.stringify(news)), { binary: true });
  };
  const tellErrors = (): void => {
    const errors = transport.stderr();
    if (errors === told) return;
    told = errors;
    tell({ errors });
  };
  const transport = launch({
    message: (line) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(line);
    },
    garbage: (what) => {
      tellErrors();
      tell({ garbage: what });
    },
    end: (ending) => {
      tellErrors();
      tell({ end: ending });
      socket.close();
    },
  });
  const timer = setInterval(tellErrors, ERRORS_MILLIS);
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) transport.send(data.toString('utf8'));
    else if (readOrder(data) === undefined) socket.close(1003, 'not an order');
    else
      void transport.close().then(() => {
        tellErrors();
        socket.close();
      });
  });
  // A broken connection is closed as well, and that is what counts.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearInterval(timer);
    void transport.kill().then(settle);
  });
  return gone;
};
