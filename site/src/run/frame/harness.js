// @ts-check
// Runs in a worker of the sandboxed frame, as a script of its own text: a visitor's module becomes a subject.
// Its first message brings the module's text and a port; requests come over the port, one a message.

/**
 * What the module's function makes of a request, as a line. Nothing is what it returns for a method that it lacks; what
 * it throws is an error of its own.
 * @param {(request: any, line: string) => unknown} subject
 * @param {string} line
 */
const answer = async (subject, line) => {
  const request = JSON.parse(line);
  const respond = (/** @type {object} */ outcome) => JSON.stringify({ jsonrpc: '2.0', id: request.id, ...outcome });
  try {
    const result = await subject(request, line);
    if (result === undefined) return respond({ error: { code: -32601, message: `no method ${request.method}` } });
    return respond({ result });
  } catch (error) {
    return respond({ error: { code: -32000, message: String(error) } });
  }
};

/** The address of the module means nothing to its author; lines in it do. */
const where = (/** @type {any} */ error) =>
  String(error?.stack ?? error).replace(/blob:[^\s:]*\/[0-9a-f-]+/g, 'module');

const serve = async (/** @type {string} */ text, /** @type {MessagePort} */ port) => {
  const log = (/** @type {unknown[]} */ ...words) => port.postMessage({ errors: `${words.map(String).join(' ')}\n` });
  Object.assign(console, { debug: log, error: log, info: log, log, warn: log });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    log(where(event.reason));
    port.postMessage({ end: { how: 'exit', code: 1 } });
  });
  /** @type {(reason: string) => void} */
  const refuse = (reason) => port.postMessage({ end: { how: 'not-started', reason } });
  try {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const { default: subject } = await import(/* @vite-ignore */ address);
    if (typeof subject !== 'function') return refuse('the module has no function as its default export');
    port.onmessage = async ({ data }) => port.postMessage({ line: await answer(subject, data) });
  } catch (error) {
    refuse(where(error));
  }
};

addEventListener('message', ({ data, ports: [port] }) => port && void serve(data, port), { once: true });
