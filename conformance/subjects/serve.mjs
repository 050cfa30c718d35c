/**
 * The loop of a subject in JavaScript: reads one request a line, asks the implementation, writes one response a line.
 * Nothing here knows a package. An implementer can copy this file as it is.
 */

// Standard output belongs to the messages, so what a library logs goes to standard error.
for (const method of ['log', 'info', 'debug']) console[method] = console.error;

/**
 * Calls `onMessage` with each parsed line of standard input, one after another, until the input is closed.
 * Splits at line feeds alone: `node:readline` would also split at U+2028, which may stand in a JSON string.
 */
export const readMessages = async (onMessage) => {
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    const lines = chunk.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop();
    for (const line of lines) await onMessage(JSON.parse(line));
  }
};

/** Ends the process once everything is written; a timer that some library left running would keep it alive. */
export const end = () => process.stdout.end(() => process.exit());

/** Writes one response. `answer` is `{ result }` or `{ error }`. */
export const respond = (id, answer) => {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer })}\n`);
};

/** The answer for input that the implementation means to refuse; the judge ignores `message`. */
export const refusal = (code, message) => ({ reject: { code, message } });

let failOpenQuestion;

/** A rejection that nobody awaits belongs to the question that is open, and ends the process where there is none. */
process.on('unhandledRejection', (reason) => {
  if (!failOpenQuestion) throw reason;
  failOpenQuestion(reason);
});

/** Lets the rejections come out of promises that an operation began and did not await. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

const ask = async (operation, params) => {
  const strayRejection = new Promise((_, reject) => {
    failOpenQuestion = reject;
  });
  try {
    const result = await Promise.race([operation(params), strayRejection]);
    await Promise.race([settle(), strayRejection]);
    return { result };
  } catch (error) {
    return { error: { code: -32000, message: `${error?.name ?? 'thrown'}: ${error?.message ?? error}` } };
  } finally {
    failOpenQuestion = undefined;
  }
};

/**
 * Serves until the input ends. `hello` is the answer to `hello` without `protocol` and `operations`; `operations` maps each
 * name to `{ traits, answer }`, where `answer` takes the params and gives `{ ok }`, `{ reject }` or `{ held }`, and throws
 * where the implementation fails.
 */
export const serve = async (hello, operations) => {
  const traits = Object.fromEntries(Object.entries(operations).map(([name, { traits }]) => [name, traits]));
  await readMessages(async ({ id, method, params }) => {
    if (method === 'hello') respond(id, { result: { protocol: 1, ...hello, operations: traits } });
    else if (Object.hasOwn(operations, method)) respond(id, await ask(operations[method].answer, params));
    else respond(id, { error: { code: -32601, message: 'method not found' } });
  });
  end();
};
