// @ts-check
// Runs in the sandboxed frame. The page sends one message, the module's text with a port to the judge; all that the
// module does happens in a worker, which ends with the frame.

addEventListener(
  'message',
  ({ source, data, ports: [judge] }) => {
    if (source !== parent || judge === undefined) return;
    // Not a blob: only in a worker of a `data:` address has the browser cryptography and modules, in a frame without an origin.
    const worker = new Worker(`data:text/javascript,${encodeURIComponent(HARNESS)}`);
    worker.onmessage = ({ data: posted }) =>
      judge.postMessage(
        typeof posted === 'string' ? { line: posted } : { garbage: 'a posted value that is not a string' },
      );
    worker.onerror = (event) => {
      event.preventDefault();
      const line = event.lineno > 0 ? ` (module:${event.lineno}:${event.colno})` : '';
      judge.postMessage({ errors: `${event.message ?? 'an uncaught error'}${line}\n` });
      judge.postMessage({ end: { how: 'exit', code: 1 } });
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: news }) => judge.postMessage(news);
    judge.onmessage = ({ data: line }) => port1.postMessage(line);
    worker.postMessage(data, [port2]);
  },
  { once: true },
);
