import { WebSocket } from 'ws';
import { type Limits, type Transport, usualLimits } from '../transport/transport.ts';
import { overSocket } from '../transport/web-socket.ts';

/** What a socket is made with, so that it never holds more than one text of the greatest length. */
export const socketOptions = ({ maxTextBytes = usualLimits.maxTextBytes }: Partial<Limits>) => ({
  maxPayload: maxTextBytes,
  perMessageDeflate: false,
});

/** A connection through a socket of `ws`, which holds a quick partner back and asks a silent one for a sign of life. */
export const overNodeSocket = (socket: WebSocket, limits: Partial<Limits> = {}): Transport =>
  overSocket(socket, limits, {
    ping: () => socket.ping(),
    onHeard: (heard) => void socket.on('pong', heard).on('ping', heard),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    isOversize: (error) => (error as NodeJS.ErrnoException).code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
    terminate: () => socket.terminate(),
  });

/** Calls a peer at an address like `wss://pub.example/session`. */
export const callByNodeSocket = (address: string | URL, limits: Partial<Limits> = {}): Transport =>
  overNodeSocket(new WebSocket(address, socketOptions(limits)), limits);
