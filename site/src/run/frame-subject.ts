import type { Launch } from '@rockpool/conformance';
import type { FrameNews } from './messages.ts';

/** Standard error of a module is what it logs; the end of it is kept, in characters. */
const ERRORS = 16_384;

/** A fresh frame with the module in it; `end` removes it, and with it even an endless loop. */
export type Frame = { port: MessagePort; end(): void };

/** A subject behind a port: lines go in as strings, news comes out. */
export const frameSubject =
  (open: () => Frame): Launch =>
  (listener) => {
    const { port, end } = open();
    let over = false;
    let errors = '';
    const stop = (): Promise<void> => {
      if (!over) {
        over = true;
        port.close();
        end();
      }
      return Promise.resolve();
    };
    port.onmessage = ({ data }: MessageEvent<FrameNews>) => {
      if (over) return;
      if ('line' in data) listener.message(data.line);
      else if ('garbage' in data) listener.garbage(data.garbage);
      else if ('errors' in data) errors = (errors + data.errors).slice(-ERRORS);
      else {
        void stop();
        listener.end(data.end);
      }
    };
    return { send: (message) => port.postMessage(message), close: stop, kill: stop, stderr: () => errors };
  };
