// @ts-check
// Runs in the sandboxed frame. The page sends one message, the module's text with a port to the judge; all that the
// module does happens in a worker, which ends with the frame.

/** How much of a line that is too long is told, in characters. */
const HEAD = 200;

/** A window of a long line around a column is told, in characters to each side. */
const AROUND = 60;

/** In front of a text it keeps it from running, whatever it says: nothing has this name. */
const NEVER = 'import "never";';

/** How long the browser may take to say where a fault is, in milliseconds. */
const PATIENCE = 2_000;

/**
 * The line and the column of what makes a text no module, both from 1.
 * @param {string} text
 * @returns {Promise<{ line: number, column: number } | undefined>}
 */
const placeOfFault = (text) =>
  new Promise((settle) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = URL.createObjectURL(new Blob([NEVER, text], { type: 'text/javascript' }));
    addEventListener('error', (event) => {
      event.preventDefault();
      const { filename, message, lineno, colno } = event;
      const isFault = filename === script.src && message.includes('SyntaxError');
      settle(isFault ? { line: lineno, column: lineno === 1 ? colno - NEVER.length : colno } : undefined);
    });
    setTimeout(() => settle(undefined), PATIENCE);
    document.head.append(script);
  });

/**
 * What is wrong with a text that is no module, where, and the line with a mark below it.
 * @param {string} text
 * @param {string} reason
 */
const pointAt = async (text, reason) => {
  const place = await placeOfFault(text);
  if (place === undefined) return reason;
  const { line, column } = place;
  const whole = text.split(/\r\n?|[\n\u2028\u2029]/)[line - 1] ?? '';
  const from = Math.max(0, column - 1 - AROUND);
  const shown = whole.slice(from, column - 1 + AROUND).replaceAll('\t', ' ');
  return `line ${line}, column ${column}: ${reason}\n${shown}\n${' '.repeat(column - 1 - from)}^`;
};

addEventListener(
  'message',
  ({ source, data: text, ports: [judge] }) => {
    if (source !== parent || judge === undefined) return;
    // Not a blob: only in a worker of a `data:` address has the browser cryptography and modules, in a frame without an origin.
    const address = `data:text/javascript,${encodeURIComponent(HARNESS)}`;
    const worker = new Worker(address);
    /** The harness means nothing to the author of the module, nor does the module's address; lines in it do. */
    const clean = (/** @type {string} */ words, lineFeed = '\n') =>
      words
        .split(lineFeed)
        .filter((line) => !line.includes(address))
        .join(lineFeed)
        .replace(/blob:[^\s:]*\/[0-9a-f-]+/g, 'module');
    /** In an answer, a string is what the words stand in. */
    const cleanAnswer = (/** @type {string} */ line) =>
      line.includes(address)
        ? line.replace(/"(?:[^"\\]|\\.)*"/g, (string) =>
            string.includes(address) ? `${clean(string.slice(0, -1), '\\n')}"` : string,
          )
        : line;
    const tell = (/** @type {any} */ { line, errors, end, garbage }) => {
      if (errors !== undefined) judge.postMessage({ errors: clean(errors) });
      else if (garbage !== undefined) judge.postMessage({ garbage });
      else if (end !== undefined)
        judge.postMessage({ end: end.reason === undefined ? end : { ...end, reason: clean(end.reason) } });
      else {
        // Three bytes a character at most.
        const bytes = line.length * 3 > LINE_BYTES ? new TextEncoder().encode(line).length : 0;
        if (bytes > LINE_BYTES) {
          const what = `a line of ${bytes} bytes, longer than ${LINE_BYTES} bytes, which begins ${line.slice(0, HEAD)}`;
          judge.postMessage({ garbage: what });
        } else judge.postMessage({ line: cleanAnswer(line) });
      }
    };
    worker.onmessage = ({ data: posted }) =>
      tell(typeof posted === 'string' ? { line: posted } : { garbage: 'a posted value that is not a string' });
    worker.onerror = (event) => {
      event.preventDefault();
      const line = event.lineno > 0 ? ` (module:${event.lineno}:${event.colno})` : '';
      tell({ errors: `${event.message ?? 'an uncaught error'}${line}\n` });
      tell({ end: { how: 'exit', code: 1 } });
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = async ({ data: { unread, ...news } }) =>
      tell(unread ? { end: { ...news.end, reason: await pointAt(text, news.end.reason) } } : news);
    judge.onmessage = ({ data: line }) => port1.postMessage(line);
    worker.postMessage(text, [port2]);
  },
  { once: true },
);
