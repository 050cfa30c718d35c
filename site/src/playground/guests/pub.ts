import { overMessagePort } from '../../../../reference/src/transport/message-port.ts';
import { overTransport } from './over-transport.ts';
import type { Dial } from './port.ts';

/** What a visitor typed as an address of a pub; a fault in words where it is none. */
export const readPubAddress = (typed: string): URL | { readonly fault: string } => {
  const url = URL.parse(typed.trim());
  if (url === null || !['ws:', 'wss:', 'http:', 'https:'].includes(url.protocol))
    return { fault: 'An address begins with ws://, wss://, http:// or https://, such as ws://127.0.0.1:7665.' };
  if (url.username !== '' || url.password !== '')
    return { fault: 'An address with a password is not called from here.' };
  // As `rockpool serve` prints it.
  if (url.pathname === '/') url.pathname = '/session';
  return url;
};

/**
 * A pub, by way of a frame. No page of this site may connect to another one; that frame alone may, and it is made when a
 * visitor has named whom.
 */
export const pubAt =
  (address: URL, framePage: string): Dial =>
  async (caller) => {
    const frame = document.createElement('iframe');
    frame.title = 'The connection to a pub';
    frame.hidden = true;
    frame.src = framePage;
    const { port1, port2 } = new MessageChannel();
    const loaded = new Promise<void>((done) => frame.addEventListener('load', () => done(), { once: true }));
    document.body.append(frame);
    await loaded;
    const transport = overMessagePort(port1);
    void transport.closed.then(() => setTimeout(() => frame.remove(), 1_000));
    const port = overTransport(transport, caller);
    frame.contentWindow?.postMessage(address.href, location.origin, [port2]);
    return port;
  };
