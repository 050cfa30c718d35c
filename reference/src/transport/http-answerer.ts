import { Connection } from './connection.ts';
import { farewell } from './farewell.ts';
import { Heartbeat } from './heartbeat.ts';
import { batchOf, type Counts, isSessionId, maxBodyBytes, readCounts, readTexts } from './http-form.ts';
import { type Ending, type Limits, reasonOf, type Transport, usualLimits } from './transport.ts';

/** What an answerer of requests allows. */
export interface HttpAnswerOptions extends Partial<Limits> {
  /** How long a request waits for something to say, in milliseconds; by default 25,000. */
  readonly pollMillis?: number;
  /** How many sessions there may be at a time; by default 1,000. */
  readonly maxSessions?: number;
}

/** Answers the requests of callers: with the standard's `Request` and `Response`, so that any server, or a mock, can carry it. */
export class HttpAnswerer {
  readonly #meet: (transport: Transport, request: Request) => void;
  readonly #options: HttpAnswerOptions;
  readonly #sessions = new Map<string, HttpSession>();

  /** `meet` gets each new connection, and the request that began it. If it throws, that connection ends. */
  constructor(meet: (transport: Transport, request: Request) => void, options: HttpAnswerOptions = {}) {
    this.#meet = meet;
    this.#options = options;
  }

  /** How many sessions are open, or have callers who do not know of the end. */
  get size(): number {
    return [...this.#sessions.values()].filter(({ isTold }) => !isTold).length;
  }

  /** Whether a request is for a session that has begun. */
  has(request: Request): boolean {
    return this.#sessions.has(idOf(request));
  }

  /** The answer to a request whose path ends with the id of a session; never rejects. */
  async answer(request: Request): Promise<Response> {
    const id = idOf(request);
    const counts = readCounts(new URL(request.url).searchParams);
    if (request.method === 'OPTIONS') return respond(204);
    if (request.method !== 'POST' && request.method !== 'DELETE') return respond(405, 'post a list of texts');
    if (!isSessionId(id) || counts === undefined) return respond(400, 'the path or the counts are none of a session');
    const maxBytes = maxBodyBytes(this.#options.maxTextBytes ?? usualLimits.maxTextBytes);
    const body = await bodyOf(request, maxBytes);
    const session = this.#sessions.get(id);
    if (request.method === 'DELETE') {
      session?.leave(body ?? '');
      return respond(200);
    }
    const texts = body === undefined ? undefined : readTexts(body);
    if (texts === undefined) return this.#refuse(session, body, maxBytes);
    if (session !== undefined) return session.answer(texts, counts);
    if (counts.sent + counts.got > 0) return respond(404, 'no such session here; begin a new one');
    if (this.#sessions.size >= (this.#options.maxSessions ?? 1_000))
      return respond(503, 'too many sessions; come later');
    return this.#begin(id, request).answer(texts, counts);
  }

  /** Ends all; what was sent can be fetched for a while. */
  close(reason = ''): void {
    for (const { connection } of this.#sessions.values()) connection.close(reason);
  }

  /** Ends all, and forgets what was not fetched. */
  forget(): void {
    for (const session of [...this.#sessions.values()]) {
      session.connection.close();
      session.forget();
    }
  }

  #begin(id: string, request: Request): HttpSession {
    const session = new HttpSession(this.#options, () => this.#sessions.delete(id));
    this.#sessions.set(id, session);
    try {
      this.#meet(session.connection, request);
    } catch (error) {
      session.connection.end('failed', String(error));
    }
    return session;
  }

  #refuse(session: HttpSession | undefined, body: string | undefined, maxBytes: number): Response {
    if (body === undefined) {
      session?.connection.end('oversize', `a body of more than ${maxBytes} bytes`);
      return respond(413, `a body has at most ${maxBytes} bytes`);
    }
    session?.connection.end('malformed', 'a body that is no list of texts');
    return respond(400, 'a body is a JSON list of texts');
  }
}

/** One caller. */
class HttpSession {
  readonly connection: Connection;
  /** Whether the caller was told of the end. */
  isTold = false;
  readonly #pollMillis: number;
  readonly #forget: () => void;
  readonly #heartbeat: Heartbeat;
  /** Sent, and not known to have arrived. */
  readonly #outbox: { readonly text: string; readonly gone: () => void }[] = [];
  /** How many have arrived for certain. */
  #delivered = 0;
  #received = 0;
  #waiting = 0;
  #isFull = false;
  #ending: Ending | undefined;
  #stir: () => void = () => undefined;
  #news = Promise.resolve();
  #lastPoll = 0;

  constructor({ pollMillis = 25_000, maxSessions: _, ...limits }: HttpAnswerOptions, forget: () => void) {
    this.#pollMillis = pollMillis;
    this.#forget = forget;
    this.connection = new Connection(limits, () => ({
      write: (text, gone) => {
        this.#outbox.push({ text, gone });
        this.#tell();
      },
      end: (ending) => {
        this.#ending = ending;
        this.#tell();
        if (ending.how === 'left' || ending.how === 'silent') this.forget();
      },
      pause: () => {
        this.#isFull = true;
      },
      resume: () => {
        this.#isFull = false;
        this.#tell();
      },
    }));
    this.#renew();
    this.#heartbeat = new Heartbeat(this.connection.limits.silenceMillis, {
      ping: () => this.#waiting > 0 && this.#heartbeat.heard(),
      silent: () => (this.#ending === undefined ? this.connection.end('silent', 'no request came') : this.forget()),
    });
  }

  async answer(texts: readonly string[], { sent, got }: Counts): Promise<Response> {
    this.#heartbeat.heard();
    if (sent > this.#received || got > this.#delivered + this.#outbox.length) {
      this.connection.end('malformed', 'counts of texts that were never there');
      return respond(400, 'the counts do not fit');
    }
    for (const { gone } of this.#outbox.splice(0, Math.max(0, got - this.#delivered))) gone();
    this.#delivered = Math.max(this.#delivered, got);
    const fresh = texts.slice(this.#received - sent);
    this.#received += fresh.length;
    for (const text of fresh) this.connection.take(text);
    if (texts.length > 0) {
      await this.#until(() => !this.#isFull);
      return this.#ending === undefined ? respond(200, []) : this.#farewell(this.#ending);
    }
    const poll = ++this.#lastPoll;
    this.#tell();
    await this.#until(() => this.#outbox.length > 0 || poll !== this.#lastPoll);
    if (poll !== this.#lastPoll) return respond(200, []);
    if (this.#ending !== undefined && this.#outbox.length === 0) return this.#farewell(this.#ending);
    return respond(
      200,
      batchOf(this.#outbox).map(({ text }) => text),
    );
  }

  leave(reason: string): void {
    this.connection.end('left', reasonOf(reason));
    this.forget();
  }

  forget(): void {
    this.#heartbeat.stop();
    this.#forget();
  }

  #farewell(ending: Ending): Response {
    this.isTold = true;
    return respond(410, farewell(ending));
  }

  /** Waits until something is so, the session has ended, or a while has passed. */
  async #until(isSo: () => boolean): Promise<void> {
    this.#waiting++;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.#tell();
    }, this.#pollMillis);
    while (!isSo() && !isLate && this.#ending === undefined) await this.#news;
    clearTimeout(timer);
    this.#waiting--;
    this.#heartbeat.heard();
  }

  /** Lets all who wait look again. */
  #tell(): void {
    this.#stir();
    this.#renew();
  }

  #renew(): void {
    this.#news = new Promise((resolve) => {
      this.#stir = resolve;
    });
  }
}

const idOf = ({ url }: Request): string => new URL(url).pathname.split('/').at(-1) ?? '';

const respond = (status: number, body: string | readonly string[] = ''): Response =>
  new Response(status === 204 ? null : typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: {
      'content-type': typeof body === 'string' ? 'text/plain;charset=utf-8' : 'application/json',
      'cache-control': 'no-store',
      // No cookie and no other right of the browser is used, so any page may ask.
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST, DELETE',
    },
  });

/** The body as text; undefined if it is longer. */
async function bodyOf(request: Request, maxBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  if (request.body === null) return text;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
