import { utf8Length } from '../bytes/utf8.ts';
import type { Transport } from './transport.ts';

/** Is told how many bytes went or came, each time. */
export type ByteListener = (direction: 'sent' | 'got', bytes: number) => void;

/** The same transport, which tells of the bytes of its texts. */
export const countedTransport = (transport: Transport, count: ByteListener): Transport => ({
  send(text) {
    count('sent', utf8Length(text));
    return transport.send(text);
  },
  listen: (take) =>
    transport.listen((text) => {
      count('got', utf8Length(text));
      return take(text);
    }),
  closed: transport.closed,
  close: (reason) => transport.close(reason),
});
