import { Connection } from './connection.ts';
import { farewell } from './farewell.ts';
import { Heartbeat } from './heartbeat.ts';
import { type EndingKind, type Limits, reasonOf, type Transport } from './transport.ts';

/** What of a WebSocket is used: one of the platform, or one that a server made. */
export interface Socket {
  binaryType: string;
  readonly bufferedAmount: number;
  readonly readyState: number;
  send(text: string): void;
  close(code: number, reason: string): void;
  addEventListener(type: 'open', listener: () => void): void;
  addEventListener(
    type: 'error',
    listener: (event: { readonly message?: string; readonly error?: unknown }) => void,
  ): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: 'close',
    listener: (event: { readonly code: number; readonly reason: string; readonly wasClean: boolean }) => void,
  ): void;
}

/** What a server's socket can do besides. A browser's cannot, so it holds nobody back and notices no silence by itself. */
export interface SocketPowers {
  /** Makes the partner answer, which is told to `heard`. */
  ping(): void;
  onHeard(heard: () => void): void;
  pause(): void;
  resume(): void;
  /** Whether a fault of the socket says that what came was too long for it. */
  isOversize(error: unknown): boolean;
  /** Lets go of a partner that does not answer. */
  terminate(): void;
}

/** A browser allows 1000 and those from 3000 on. */
const codes: Readonly<Record<EndingKind, number>> = {
  closed: 1000,
  left: 1000,
  lost: 1000,
  silent: 4008,
  oversize: 4009,
  malformed: 4007,
  failed: 4011,
  overfull: 4013,
};

const openState = 1;

/** How often it is looked at what a socket has not passed on yet. */
const lookMillis = 10;

/**
 * A connection through a socket that is open, or is being opened. Without `powers` and without `silenceMillis` it waits for
 * its partner for ever.
 */
export function overSocket(socket: Socket, limits: Partial<Limits> = {}, powers?: SocketPowers): Connection {
  const early: (() => void)[] = [];
  const onWay: { readonly end: number; readonly gone: () => void }[] = [];
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Tells of the texts that the socket has passed on. */
  const look = () => {
    clearTimeout(timer);
    const passed = sent - socket.bufferedAmount;
    for (let first = onWay[0]; first !== undefined && first.end <= passed; first = onWay[0]) {
      onWay.shift();
      first.gone();
    }
    if (onWay.length > 0) timer = setTimeout(look, lookMillis);
  };
  const begun = (work: () => void) => (socket.readyState < openState ? early.push(work) : work());

  let isPaused = false;
  const connection = new Connection(
    { ...(powers === undefined && { silenceMillis: Number.POSITIVE_INFINITY }), ...limits },
    () => ({
      write: (text, gone) =>
        begun(() => {
          const before = socket.bufferedAmount;
          socket.send(text);
          sent += socket.bufferedAmount - before;
          onWay.push({ end: sent, gone });
          look();
        }),
      end(ending) {
        heartbeat.stop();
        clearTimeout(timer);
        if (ending.how === 'silent') powers?.terminate();
        begun(() => socket.close(codes[ending.how], farewell(ending).slice(0, 100)));
      },
      pause() {
        isPaused = true;
        powers?.pause();
      },
      resume() {
        isPaused = false;
        powers?.resume();
      },
    }),
  );
  const heartbeat = new Heartbeat(connection.limits.silenceMillis, {
    ping: () => {
      // Whoever is held back cannot be heard.
      if (isPaused) heartbeat.heard();
      else if (socket.readyState === openState) powers?.ping();
    },
    silent: () => connection.end('silent', 'nothing was heard of the partner'),
  });
  powers?.onHeard(() => heartbeat.heard());

  let fault = 'nobody answered there';
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => {
    fault = 'the partner did not say why';
    for (const work of early.splice(0)) work();
  });
  socket.addEventListener('message', ({ data }) => {
    heartbeat.heard();
    if (typeof data === 'string') connection.take(data);
    else connection.end('malformed', 'a binary message');
  });
  socket.addEventListener('error', ({ message = '', error }) => {
    if (powers?.isOversize(error)) {
      connection.end('oversize', `a text of more than ${connection.limits.maxTextBytes} bytes`);
    }
    // A browser does not say what went wrong.
    if (message !== '') fault = message;
  });
  socket.addEventListener('close', ({ code, reason, wasClean }) => {
    if (code === 1006 || !wasClean) connection.end('lost', fault);
    else connection.end('left', reasonOf(reason));
  });
  return connection;
}

/** Calls a peer at an address like `wss://pub.example/session`, with the WebSocket of the platform. */
export const callByWebSocket = (address: string | URL, limits: Partial<Limits> = {}): Transport =>
  overSocket(new WebSocket(address), limits);
