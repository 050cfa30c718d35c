import { setupWorker } from 'msw/browser';
import { http } from 'msw/http';
import { HttpAnswerer } from '../../../../reference/src/transport/http-answerer.ts';
import { callByHttp } from '../../../../reference/src/transport/http-caller.ts';
import { LocalPeer } from './local-peer.ts';
import { overTransport } from './over-transport.ts';
import type { Dial } from './port.ts';

/** How long a request waits for something to say, in milliseconds. */
const pollMillis = 20_000;

/** Where the peer behind HTTP is reached; nobody but the service worker of this tab answers there. */
const pathOf = (base: URL): URL => new URL('http-peer/session', base);

/**
 * A peer behind real requests of HTTP, which are answered in this tab. `base` is the folder of the page, which the service worker
 * is for.
 */
export const httpPeer =
  (base: URL): Dial =>
  async (caller) => {
    if (navigator.serviceWorker === undefined)
      throw new Error('This browser lets no page answer requests: that needs https, or an address of this machine.');
    const peer = await new LocalPeer().begin();
    const answerer = new HttpAnswerer((transport) => void peer.meet(transport), { pollMillis });
    const mock = setupWorker(http.all(`${pathOf(base).href}/:id`, ({ request }) => answerer.answer(request)));
    await mock.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url: new URL('service-worker.js', base).href, options: { scope: base.href } },
    });
    const onQuiet = () => {
      answerer.forget();
      void mock.stop();
    };
    return overTransport(callByHttp(pathOf(base), { onQuiet }), caller);
  };
