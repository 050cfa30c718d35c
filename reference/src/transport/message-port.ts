import { overPosts } from './posts.ts';
import type { Limits, Transport } from './transport.ts';

/** A connection through a port, which is used for nothing else, to a worker, a frame, or another program. Closes the port. */
export function overMessagePort(port: MessagePort, limits: Partial<Limits> = {}): Transport {
  const { connection, receive } = overPosts(
    (message) => port.postMessage(message),
    () => port.close(),
    limits,
  );
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => receive(data));
  port.addEventListener('messageerror', () => connection.end('malformed', 'a message that cannot be read'));
  // Where there is no such event, silence tells.
  port.addEventListener('close', () => connection.end('lost', 'the other port is closed'));
  port.start();
  return connection;
}
