// The whole of a frame that may connect to a pub. It narrows its own policy to that pub before it does.
import { callByHttp } from '../../../../reference/src/transport/http-caller.ts';
import { overMessagePort } from '../../../../reference/src/transport/message-port.ts';
import { callByWebSocket } from '../../../../reference/src/transport/web-socket.ts';
import { endingWords } from './over-transport.ts';

/** From now on only one origin can be reached: of several policies all hold. */
const allowOnly = (origin: string): void => {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'content-security-policy';
  meta.content = `connect-src ${origin}`;
  document.head.append(meta);
};

const originOf = ({ protocol, host }: URL): string => `${protocol}//${host}`;

addEventListener(
  'message',
  ({ data, ports: [port] }: MessageEvent<string>) => {
    if (port === undefined) return;
    const address = new URL(data);
    allowOnly(originOf(address));
    const near = overMessagePort(port);
    const far = address.protocol.startsWith('ws') ? callByWebSocket(address) : callByHttp(address);
    near.listen((text) => far.send(text));
    far.listen((text) => near.send(text));
    void near.closed.then(({ reason }) => far.close(reason));
    void far.closed.then((ending) => near.close(endingWords(ending)));
  },
  { once: true },
);
