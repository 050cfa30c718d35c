import { CLOSE_MILLIS, type Ending, type Launch } from './port.ts';

/** What a bridge tells of the program behind it; it travels as JSON in binary messages, the program's lines as texts. */
export type BridgeNews = { garbage: string } | { errors: string } | { end: Ending };

/** What a bridge is told, likewise. */
export type BridgeOrder = { do: 'close' };

/** The end of a message that would be no news: what a plain WebSocket subject has no use for. */
const readNews = (data: ArrayBuffer): BridgeNews | undefined => {
  try {
    const news = JSON.parse(new TextDecoder().decode(data)) as unknown;
    return typeof news === 'object' && news !== null ? (news as BridgeNews) : undefined;
  } catch {
    return undefined;
  }
};

const NO_BRIDGE =
  'the bridge does not answer, or does not know this page any more; start it again and open the address that it prints';

/** Without what follows the path, which may be a secret. */
const noAnswer = (address: string | URL): string => {
  const { protocol, host, pathname } = new URL(address);
  return `nothing answers at ${protocol}//${host}${pathname}`;
};

/**
 * A subject behind a WebSocket, one connection for each fresh subject: each text message is one message. With `bridge` the
 * other end is one of `rockpool-conformance bridge`, which tells how the program ended and what it wrote to standard error.
 * Runs wherever there is a `WebSocket`.
 */
export const webSocketSubject =
  (address: string | URL, { bridge = false }: { bridge?: boolean } = {}): Launch =>
  (listener) => {
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    const { promise: gone, resolve: settle } = Promise.withResolvers<void>();
    let waiting: string[] = [];
    let opened = false;
    let leaving = false;
    let over = false;
    let errors = '';
    const end = (ending: Ending): void => {
      if (over) return;
      over = true;
      socket.close();
      settle();
      if (!leaving) listener.end(ending);
    };
    socket.addEventListener('open', () => {
      opened = true;
      for (const message of waiting) socket.send(message);
      waiting = [];
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (over) return;
      if (typeof data === 'string') return listener.message(data);
      const news = bridge ? readNews(data) : undefined;
      if (news === undefined) listener.garbage('a binary message');
      else if ('garbage' in news) listener.garbage(news.garbage);
      else if ('errors' in news) errors = news.errors;
      else end(news.end);
    });
    socket.addEventListener('close', () =>
      end(opened ? { how: 'closed' } : { how: 'not-started', reason: bridge ? NO_BRIDGE : noAnswer(address) }),
    );
    const kill = (): Promise<void> => {
      leaving = true;
      end({ how: 'closed' });
      return gone;
    };
    return {
      send: (message) => {
        if (opened) socket.send(message);
        else waiting.push(message);
      },
      close: () => {
        leaving = true;
        if (!bridge || !opened) return kill();
        const order: BridgeOrder = { do: 'close' };
        socket.send(new TextEncoder().encode(JSON.stringify(order)));
        const timer = setTimeout(() => void kill(), 2 * CLOSE_MILLIS);
        return gone.finally(() => clearTimeout(timer));
      },
      kill,
      stderr: () => errors,
    };
  };
