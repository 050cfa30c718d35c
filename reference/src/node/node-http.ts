import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** Answers a request of Node by a function of the web's standard. */
export async function answerNode(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  const { status, headers, body } = await answer(requestOf(incoming));
  const text = body === null ? '' : await new Response(body).text();
  // Who stopped reading an answer need not be told anything.
  outgoing.on('error', () => undefined);
  outgoing.writeHead(status, Object.fromEntries(headers)).end(text);
  // A body that was refused is not read to its end.
  if (!incoming.complete) incoming.destroy();
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  return new Request(new URL(url, 'http://here.invalid'), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith(':') ? [[name, value] as [string, string]] : [],
    ),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  });
}
