// @ts-check
// Runs in a worker of the sandboxed frame, as a script of its own text: a visitor's module becomes a subject.
// Its first message brings the module's text and a port; requests come over the port, one a message.
// The module may change whatever it shares with this script, so what is needed later is taken before it runs.

const { parse, stringify } = JSON;

/** How much of the log is told between two answers, in characters; of more the end is told with the next answer. */
const LOG = 16_384;

/** The words of an error; one that has none has thrown another. */
const words = (/** @type {unknown} */ error) => {
  try {
    return String(error);
  } catch {
    return 'an error without words';
  }
};

/**
 * What the module's function makes of a request, as a line. Nothing is what it returns for a method that it lacks; what
 * it throws is an error of its own. Lines are put together by hand: an object would have what the module gives all objects.
 * @param {(request: any, line: string) => unknown} subject
 * @param {string} line
 */
const answer = async (subject, line) => {
  const request = parse(line);
  const respond = (/** @type {string} */ member) => `{"jsonrpc":"2.0","id":${stringify(request.id)},${member}}`;
  const fail = (/** @type {number} */ code, /** @type {string} */ message) =>
    respond(`"error":{"code":${code},"message":${stringify(message)}}`);
  try {
    const result = await subject(request, line);
    if (result === undefined) return fail(-32601, `no method ${request.method}`);
    const text = stringify(result);
    return text === undefined ? fail(-32000, `JSON has no place for a ${typeof result}`) : respond(`"result":${text}`);
  } catch (error) {
    return fail(-32000, words(error));
  }
};

/** Takes the module's log and tells a bounded part of it. */
const openLog = (/** @type {(news: object) => void} */ post) => {
  let text = '';
  let left = LOG;
  const flush = () => {
    if (text !== '') post({ errors: text.slice(-LOG) });
    text = '';
  };
  return {
    log: (/** @type {unknown[]} */ ...all) => {
      for (const each of all) text += `${words(each).slice(-LOG)} `;
      text += '\n';
      if (left > 0) {
        left -= text.length;
        flush();
      } else if (text.length > 4 * LOG) text = text.slice(-LOG);
    },
    answered: () => {
      left = LOG;
      flush();
    },
  };
};

const serve = async (/** @type {string} */ text, /** @type {MessagePort} */ port) => {
  const post = port.postMessage.bind(port);
  const { log, answered } = openLog(post);
  Object.assign(console, { debug: log, error: log, info: log, log, warn: log });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    log(event.reason?.stack ?? event.reason);
    answered();
    post({ end: { how: 'exit', code: 1 } });
  });
  const refuse = (/** @type {string} */ reason, unread = false) => {
    answered();
    post({ end: { how: 'not-started', reason }, unread });
  };
  try {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const { default: subject } = await import(/* @vite-ignore */ address);
    if (typeof subject !== 'function') return refuse('the module has no function as its default export');
    port.onmessage = async ({ data }) => {
      const line = await answer(subject, data);
      answered();
      post({ line });
    };
  } catch (/** @type {any} */ error) {
    // Where the fault is in a text that is no module, only a document is told.
    if (error instanceof SyntaxError) refuse(words(error), true);
    else refuse(words(error?.stack ?? error));
  }
};

addEventListener('message', ({ data, ports: [port] }) => port && void serve(data, port), { once: true });
